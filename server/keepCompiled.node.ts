/** For its effect, before anything is loaded from the bundle that both hosts share. */

import * as module from 'node:module';
import { dirname, join } from 'node:path';
import { keepCompiled } from './host/compiledCode.ts';

const folder = process.env.NODE_COMPILE_CACHE;
// Where Node keeps what it compiles it says so.
if (folder && !('getCompileCacheDir' in module)) {
  keepCompiled(join(dirname(__filename), 'server.browser.js'), folder);
}
