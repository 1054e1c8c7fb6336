/**
 * Writes what other files say of the rules and settings: `npm run docs`. The sources are each rule's own file in
 * server/core/checks, package.json and package.nls.json; test/unit/documentation compares.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './cache.mjs';
import { withTexts } from './l10n/manifest.mjs';

const contents = `
export { ruleDocuments } from './ruleDocuments.ts';
export { settingDocuments } from './settingDocuments.ts';
`;
const { outputFiles } = await build({
  stdin: { contents, resolveDir: join(root, 'scripts') },
  bundle: true,
  format: 'esm',
  write: false,
});
const bundle = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
const { ruleDocuments, settingDocuments } = await import(`data:text/javascript;base64,${bundle}`);

/** @type {(file: string, write: (text: string) => string) => void} */
const rewrite = (file, write) => {
  const path = join(root, file);
  writeFileSync(path, write(readFileSync(path, 'utf8')));
};
for (const [file, write] of Object.entries(ruleDocuments)) rewrite(file, write);
// The descriptions of the checks are in package.nls.json by now.
const [manifest, texts] = ['package.json', 'package.nls.json'].map((file) =>
  JSON.parse(readFileSync(join(root, file), 'utf8')),
);
const { contributes } = withTexts(manifest, texts);
for (const [file, write] of Object.entries(settingDocuments))
  rewrite(file, (text) => write(text, contributes.configuration.properties));
