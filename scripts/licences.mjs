/** The licences of what the bundles contain, as these ask for: each with the package's name and version. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/**
 * @param {Iterable<string>} inputs files that were bundled, relative to the project, as esbuild's metafile names them
 * @returns {string} one text for all packages among them
 */
export function thirdPartyLicences(inputs) {
  const folders = new Set([...inputs].map(packageFolder).filter((folder) => folder !== undefined));
  const parts = [...folders].sort().map((folder) => {
    const place = join(root, folder);
    const { name, version, license } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
    const file = readdirSync(place).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no licence file: its licence cannot be passed on.`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(place, file), 'utf8').trim()}\n`;
  });
  return `This package contains the following, under these licences.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** @param {string} input */
function packageFolder(input) {
  const folder = 'node_modules/';
  const at = input.lastIndexOf(folder);
  if (at < 0) return undefined;
  const [first = '', second = ''] = input.slice(at + folder.length).split('/');
  return input.slice(0, at) + folder + (first.startsWith('@') ? `${first}/${second}` : first);
}
