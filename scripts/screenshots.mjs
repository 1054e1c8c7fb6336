/**
 * Takes the pictures of the README from the real editor on the samples: `npm run screenshots` writes `docs/images`. Needs
 * Linux, as the server-hosted VS Code does. `GREP=completion npm run screenshots` takes some of them.
 */

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './cache.mjs';
import { setUp } from './setup.mjs';

await setUp();
const { findChromium } = await import('./editor/chromium.mjs');
const { installServer } = await import('./editor/installServer.mjs');
const { installInServer } = await import('./editor/server.mjs');
const { packageExtension } = await import('./package.mjs');
const { removeTemporary, temporaryFolder } = await import('./temporary.mjs');
const { runForResults } = await import('./stages/run.mjs');

const server = await installServer();
await findChromium();
const profile = temporaryFolder('profile');
try {
  await installInServer(server, await packageExtension(profile), profile);
  const { failed } = await runForResults(
    'screenshots',
    join(root, 'scripts', 'mocha.mjs'),
    (results) => [results, join(root, 'test', 'editor', 'pictures', 'readme.mjs')],
    { env: { OFFICE_HOURS_PROFILE: profile, OFFICE_HOURS_TIMEOUT: '300000' } },
  );
  if (failed > 0) process.exitCode = 1;
  const folder = join(root, 'docs', 'images');
  for (const name of readdirSync(folder).sort())
    console.log(`  ${name}  ${Math.round(statSync(join(folder, name)).size / 1024)} KB`);
} finally {
  removeTemporary(profile);
}
