/**
 * Writes what other files say of the rules: `node scripts/writeRules.mjs`. The source is each rule's own file in
 * server/core/checks; test/unit/checks/documentation.test.ts compares.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './cache.mjs';

const { outputFiles } = await build({
  entryPoints: [join(root, 'scripts', 'ruleDocuments.ts')],
  bundle: true,
  format: 'esm',
  write: false,
});
const bundle = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
const { ruleDocuments } = await import(`data:text/javascript;base64,${bundle}`);
for (const [file, write] of Object.entries(ruleDocuments)) {
  const path = join(root, file);
  writeFileSync(path, write(readFileSync(path, 'utf8')));
}
