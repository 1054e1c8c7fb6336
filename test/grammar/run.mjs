/**
 * The grammar's tests, against the Markdown grammar of an installed editor. `node test/grammar/run.mjs [EXTENSIONS]`
 * runs them alone; `--update` writes the snapshot of the samples anew.
 */

import { fileURLToPath } from 'node:url';
import { findEditorExtensions } from './editor.mjs';
import { checkFixtures } from './fixtures.mjs';
import { checkLinear } from './linear.mjs';
import { createRegistry, loadEngine } from './registry.mjs';
import { checkSamples } from './samples.mjs';

/**
 * @typedef {object} Outcome
 * @property {string} title
 * @property {string} error empty when all is well
 */

/**
 * @param {object} [options]
 * @param {string} [options.editorExtensions] the `extensions` folder of an installed editor; without it that of the
 *   editor the other tests run in
 * @param {boolean} [options.update]
 * @returns {Promise<{ passed: number, failed: number, skipped: number, output: string }>} `output` says
 *   what failed and why. Rejects when the editor has no Markdown grammar.
 */
export async function run({ editorExtensions, update = false } = {}) {
  const engine = await loadEngine();
  const extensions = editorExtensions ?? (await findEditorExtensions());
  const registry = createRegistry(extensions, Promise.resolve(engine));
  const outcomes = [
    ...(await checkFixtures(registry)),
    ...(await checkSamples(registry, update)),
    ...checkLinear(engine),
  ];
  const failed = outcomes.filter(({ error }) => error !== '');
  const output = failed.map(({ title, error }) => `${title}\n${error.replaceAll(/^/gm, '  ')}\n`).join('');
  return { passed: outcomes.length - failed.length, failed: failed.length, skipped: 0, output };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [editorExtensions] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const update = process.argv.includes('--update');
  const { passed, failed, output } = await run({ ...(editorExtensions ? { editorExtensions } : {}), update });
  console.log(`${output}${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
