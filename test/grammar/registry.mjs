/** The editor's own Markdown grammar with ours injected into it, as the editor puts them together. */

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const require = createRequire(import.meta.url);
// The engine and the tokenizer that vscode-tmgrammar-test runs with are the editor's own, and these are those.
const fromTester = createRequire(require.resolve('vscode-tmgrammar-test/dist/common/index.js'));
const textmate = fromTester('vscode-textmate');
const oniguruma = fromTester('vscode-oniguruma');

export const markdown = 'text.html.markdown';

/** What every scope that only ours gives ends in. */
const ours = '.office-hours';

/** The editor's extensions whose languages stand in the fixtures; the rest of fenced code stays plain. */
const languages = ['markdown-basics', 'html', 'yaml', 'shellscript', 'javascript'];

/** @returns {Promise<{ createOnigScanner: (patterns: string[]) => any, createOnigString: (text: string) => any }>} */
export async function loadEngine() {
  const wasm = join(dirname(fromTester.resolve('vscode-oniguruma')), 'onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
  return {
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  };
}

/**
 * @param {string} editorExtensions the `extensions` folder of an installed editor
 * @param {Promise<unknown>} engine
 * @returns {import('vscode-textmate').Registry}
 */
export function createRegistry(editorExtensions, engine) {
  const own = contributedGrammars(root);
  const all = [...languages.flatMap((name) => contributedGrammars(join(editorExtensions, name))), ...own];
  const paths = new Map(all.map(({ scopeName, path }) => [scopeName, path]));
  const path = paths.get(markdown);
  if (!path || !existsSync(path)) {
    throw new Error(
      `The editor's Markdown grammar is not in ${join(editorExtensions, 'markdown-basics')}: nothing can be tested without it.`,
    );
  }
  if (own.length === 0) throw new Error('package.json contributes no grammar.');
  return new textmate.Registry({
    onigLib: engine,
    loadGrammar: async (/** @type {string} */ scope) => {
      const file = paths.get(scope);
      return file ? textmate.parseRawGrammar(readFileSync(file, 'utf8'), file) : null;
    },
    getInjections: (/** @type {string} */ scope) =>
      own.filter(({ injectTo }) => injectTo.includes(scope)).map(({ scopeName }) => scopeName),
  });
}

/**
 * @param {string} extension an extension's folder
 * @returns {{ scopeName: string, path: string, injectTo: string[] }[]} none where there is no such extension
 */
function contributedGrammars(extension) {
  const manifest = join(extension, 'package.json');
  if (!existsSync(manifest)) return [];
  const { contributes } = JSON.parse(readFileSync(manifest, 'utf8'));
  return (contributes?.grammars ?? []).map((/** @type {any} */ grammar) => ({
    scopeName: grammar.scopeName,
    path: join(extension, grammar.path),
    injectTo: grammar.injectTo ?? [],
  }));
}

/**
 * @typedef {object} Coloured a stretch that our grammar gives a colour
 * @property {number} line 0-based
 * @property {number} from UTF-16 column, 0-based
 * @property {number} to
 * @property {string} text
 * @property {string} scope without our suffix
 */

/**
 * @param {any} grammar
 * @param {readonly string[]} lines
 * @returns {Coloured[]} in document order; `meta` and punctuation, which themes leave alone, are left out
 */
export function colour(grammar, lines) {
  const found = [];
  /** @type {any} */
  let state = null;
  for (const [line, text] of lines.entries()) {
    const { tokens, ruleStack } = grammar.tokenizeLine(text, state);
    state = ruleStack;
    for (const { startIndex: from, endIndex, scopes } of tokens) {
      const scope = scopes.findLast((/** @type {string} */ name) => name.endsWith(ours));
      if (!scope || scope.startsWith('meta.') || scope.startsWith('punctuation.')) continue;
      // A line's last token ends behind the line end that the tokenizer adds.
      const to = Math.min(endIndex, text.length);
      found.push({ line, from, to, text: text.slice(from, to), scope: scope.slice(0, -ours.length) });
    }
  }
  return found;
}
