/** Bundles for two kinds of host: modules that are the same in both are in the package once. */

import { isAbsolute, join, relative, sep } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');

/**
 * @typedef {import('esbuild').BuildOptions & { entryPoints: [string], outfile: string }} Bundle its files in one folder
 */

/**
 * Builds a bundle for browsers, whose hosts load a single script, and bundles for Node, which load from it every module that it
 * contains. There a module is evaluated when it is first asked for.
 * @param {Bundle} browser
 * @param {string} run statement with which the former begins, where `ENTRY` is its entry and `module` is undefined in a worker
 * @param {Bundle[]} nodes
 * @param {Record<string, string>} [separate] entries that are bundles of their own: entry to file, as `require` takes it
 * @returns {Promise<string[]>} every file in one of the bundles, relative to the project
 */
export async function buildShared(browser, run, nodes, separate = {}) {
  const {
    entryPoints: [entry],
    ...options
  } = browser;
  const { metafile } = await build({ ...browser, write: false, metafile: true });
  const file = `./${browser.outfile.split('/').at(-1)}`;
  /** @type {Set<string>} */
  const used = new Set();
  const plugins = [sharedModules(metafile.inputs, file, used, separate)];
  const built = await Promise.all(
    nodes.map((each) =>
      // `import()` becomes `require`: Node's loader of modules would read the bundle once more, for its exports.
      build({ ...each, plugins, supported: { 'dynamic-import': false }, metafile: true }),
    ),
  );
  const modules = [...used].sort().map((path) => `${JSON.stringify(path)}: () => require('./${path}'),`);
  const contents = `const shared = {\n${modules.join('\n')}\n};\n${run.replaceAll('ENTRY', `require('./${entry}')`)}`;
  await build({
    ...options,
    stdin: { contents, resolveDir: root },
    // In a function, as a worker's script must not leave names behind for others.
    banner: { js: '"use strict";((module,isWorker)=>{' },
    footer: { js: '})(typeof module==="object"?module:{},typeof module!=="object");' },
  });
  const inputs = [metafile, ...built.map((each) => each.metafile)].flatMap((each) =>
    Object.keys(each.inputs),
  );
  return inputs.filter((path) => !path.startsWith(`${namespace}:`));
}

const namespace = 'shared';

/**
 * @param {object} inBrowser its keys are the files of the browser's bundle
 * @param {string} file of that bundle, as `require` takes it
 * @param {Set<string>} used gets each file that is loaded from it
 * @param {Record<string, string>} separate
 * @returns {import('esbuild').Plugin}
 */
function sharedModules(inBrowser, file, used, separate) {
  return {
    name: 'shared-modules',
    setup(context) {
      context.onResolve({ filter: /./ }, async ({ path, pluginData, ...rest }) => {
        if (pluginData === namespace || rest.kind === 'entry-point') return undefined;
        if (path === file) return { path, external: true };
        const found = await context.resolve(path, { ...rest, pluginData: namespace });
        const source = isAbsolute(found.path) ? relative(root, found.path).replaceAll(sep, '/') : '';
        const other = separate[source];
        if (other) return { path: other, external: true };
        return Object.hasOwn(inBrowser, source) ? { path: source, namespace } : found;
      });
      context.onLoad({ filter: /./, namespace }, ({ path }) => {
        used.add(path);
        return { contents: `module.exports = require('${file}').shared[${JSON.stringify(path)}]();` };
      });
    },
  };
}
