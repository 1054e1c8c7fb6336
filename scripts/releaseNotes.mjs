/**
 * Prints the part of the changelog about a release, and fails where tag, version and changelog do not agree:
 * `node scripts/releaseNotes.mjs v1.2.3`. Imports nothing but Node itself, so that it runs before anything is installed.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './cache.mjs';
import { releaseNotes } from './changelog.mjs';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
try {
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  process.stdout.write(releaseNotes(process.argv[2] ?? '', version, changelog));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
