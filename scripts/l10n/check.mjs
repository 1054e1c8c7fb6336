/**
 * Compares the translations with the texts of the sources and of package.json: `node scripts/l10n/check.mjs`. `--write` takes what is no
 * longer used out of them and puts them in order.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../cache.mjs';
import { keyOf, names, shownTexts } from './manifest.mjs';
import { placesOf, rawTextsIn, textsIn } from './texts.mjs';

const languages = ['de', 'es', 'ja'];

/** @param {string} file @returns {Record<string, string>} */
const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** @returns {string[]} what is wrong, each with what to do */
export function problemsOfTranslations() {
  const { texts, problems } = textsOfSources();
  const manifest = read('package.json');
  const english = read('package.nls.json');
  const raw = shownTexts(manifest).filter(({ text }) => keyOf(text) === undefined && !names.includes(text));
  const used = shownTexts(manifest).flatMap(({ text }) => keyOf(text) ?? []);
  return [
    ...problems,
    ...raw.map(
      ({ path, text }) =>
        `package.json, ${path}: write "%KEY%" there, and ${JSON.stringify(text)} as KEY in package.nls.json`,
    ),
    ...lacking('package.nls.json', english, new Map(used.map((key) => [key, english[key] ?? '']))),
    ...languages.flatMap((language) => [
      ...lacking(
        `package.nls.${language}.json`,
        read(`package.nls.${language}.json`),
        new Map(Object.entries(english)),
      ),
      ...lacking(
        `l10n/bundle.l10n.${language}.json`,
        read(`l10n/bundle.l10n.${language}.json`),
        new Map(texts.map(({ text }) => [text, text])),
      ),
    ]),
    ...otherFiles(),
  ];
}

/**
 * @param {string} file
 * @param {Record<string, string>} own what it has
 * @param {Map<string, string>} wanted each key that it must have, with the English text
 * @returns {string[]}
 */
function lacking(file, own, wanted) {
  const missing = [...wanted].filter(([key]) => !own[key]);
  const unused = Object.keys(own).filter((key) => !wanted.has(key));
  const other = [...wanted].filter(
    ([key, text]) => own[key] && String(partsOf(own[key])) !== String(partsOf(text)),
  );
  return [
    ...missing.map(
      ([key, text]) =>
        `${file}: add ${JSON.stringify(key)}${key === text ? '' : `, ${JSON.stringify(text)}`}`,
    ),
    ...unused.map((key) => `${file}: remove ${JSON.stringify(key)}, which is not used (or run with --write)`),
    ...other.map(
      ([key, text]) =>
        `${file}: ${JSON.stringify(own[key])} must have ${partsOf(text).join(' ') || 'no places'}, as the English text`,
    ),
  ];
}

const folders = ['shared', 'client', 'server'];

/**
 * Where every text that is shown is translated; of other folders only those that are written with `t()` are. `ask.ts` answers models, and
 * the errors of `lifecycle.ts` are for authors of clients.
 */
const translated =
  /^(?:client|server\/lsp(?!\/(?:lifecycle|custom\/ask)\.)|server\/core\/(?:checks|people|recall|references|workspace|features(?!\/draft\/)|template|github))\//;

/** @returns {ReturnType<typeof textsIn>} */
function textsOfSources() {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
  const sources = files.sort().map((file) => ({ file, source: readFileSync(join(root, file), 'utf8') }));
  const all = sources.map(({ file, source }) => textsIn(file, source));
  const raw = sources.flatMap(({ file, source }) =>
    translated.test(file) ? rawTextsIn(file, source, names) : [],
  );
  return {
    texts: all.flatMap(({ texts }) => texts),
    problems: [...all.flatMap(({ problems }) => problems), ...raw],
  };
}

/** What a translation must have as it is: places, code, links, icons, the marks for more. */
function partsOf(/** @type {string} */ text) {
  const literal = text.match(/`[^`]*`|\]\([^)]*\)|\$\([\w-]+\)|\{[\w-]+\}|<!--.*?-->|…$/g) ?? [];
  return [...new Set([...literal, ...placesOf(text).map((place) => `{${place}}`)])].sort();
}

/** A language without the other file would be half translated. */
function otherFiles() {
  const expected = languages.map((language) => `bundle.l10n.${language}.json`);
  const there = readdirSync(join(root, 'l10n'));
  return there
    .filter((name) => !expected.includes(name))
    .map((name) => `l10n/${name}: no such language in check.mjs`);
}

function write() {
  const order = [...new Set(textsOfSources().texts.map(({ text }) => text))].sort();
  const keys = Object.keys(read('package.nls.json'));
  for (const language of languages) {
    rewrite(`l10n/bundle.l10n.${language}.json`, order);
    rewrite(`package.nls.${language}.json`, keys);
  }
}

/**
 * @param {string} file
 * @param {string[]} keys
 */
function rewrite(file, keys) {
  const own = read(file);
  const kept = keys.filter((key) => own[key]).map((key) => [key, own[key]]);
  writeFileSync(join(root, file), `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--write')) write();
  const problems = problemsOfTranslations();
  if (problems.length > 0) {
    console.error(
      `${problems.join('\n')}\n\n${problems.length} problems. CONTRIBUTING.md, "Translations", says how a text is written.`,
    );
    process.exitCode = 1;
  } else console.log('✔ translations');
}
