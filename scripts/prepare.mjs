/**
 * What npm runs as "prepare": before it packs the package, and where it installs it from its repository, as pre-commit does.
 * With --global npm 11 and older have not installed the development tools by then (github.com/npm/cli, issue 8440).
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './cache.mjs';
import { setUp } from './setup.mjs';

if (!existsSync(join(root, 'node_modules', 'esbuild'))) await setUp();
// Whoever packs it for a test has just built it.
if (!process.env.OFFICE_HOURS_BUILT) await import('../esbuild.mjs');
