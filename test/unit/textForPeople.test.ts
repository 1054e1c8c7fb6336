/** Text of the manifest in VS Code's words: title case for commands, sentences elsewhere, no sign for what words can say. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { englishManifest } from '../helpers/manifest.ts';

const manifest = englishManifest;
const { contributes } = manifest;

/** Small inside a title (VS Code, "UX Guidelines", "Contribution naming"). */
const small = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'for',
  'from',
  'in',
  'into',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
]);

/** Its words are what other tools know it by. */
const fixedTitles = ['New office hours note'];

/** Terms that CONTRIBUTING.md and VS Code have another word for. */
const otherWords: readonly (readonly [RegExp, string])[] = [
  [/\bwindow reload\b/i, 'Reload Window'],
  [/\bpreferences?\b/i, 'settings'],
  [/\bcaret\b/i, 'cursor'],
  [/\bpull-request/i, 'pull request'],
  [/\bminutes\b/i, 'note'],
  [/\bsilence|\bsuppress/i, 'ignore'],
  [/\bfinding\b|\bcomplaint\b/i, 'problem'],
  [/\bcadence\b|\brhythm\b/i, 'schedule'],
  [/\bplease\b|\bsimply\b|\bjust\b/i, 'nothing'],
];

function isTitleCase(title: string): boolean {
  return title
    .replace(/…$/, '')
    .split(' ')
    .every((word, index) => (index > 0 && small.has(word) ? true : /^[A-Z]/.test(word)));
}

/** Title case: two words that begin with a capital, of which the second is no name. */
function isSentenceCase(text: string): boolean {
  const names = /^(?:GitHub|Enterprise|Markdown|VS|Code|Office|Hours|Notes|PR|URL|API|I)$/;
  const [, ...words] = text.split(/\s+/);
  return words.every((word) => !/^[A-Z][a-z]/.test(word) || names.test(word));
}

/** Every text of the manifest that the editor shows, with where it is. */
function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  const shown =
    /(?:description|markdownDescription|title|altText|patternErrorMessage|contents|enumDescriptions(?:\.\d+)?)$/;
  if (typeof value === 'string') return shown.test(path) ? [[path, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, `${path}.${key}`));
}

const texts = textsOf(contributes);

describe('the text of package.json', () => {
  it('is a lot', () => assert.ok(texts.length > 50));

  it('has commands in title case', () => {
    const titles: string[] = contributes.commands.map(({ title }: { title: string }) => title);
    assert.deepEqual(
      titles.filter((title) => !isTitleCase(title) && !fixedTitles.includes(title)),
      [],
    );
  });

  it('has the walkthrough in sentence case', () => {
    const [walkthrough] = contributes.walkthroughs;
    const titles = [walkthrough.title, ...walkthrough.steps.map(({ title }: { title: string }) => title)];
    assert.deepEqual(
      titles.filter((title) => !isSentenceCase(title)),
      [],
    );
  });

  it('has no emoji, no exclamation mark and no three periods', () => {
    for (const [path, text] of texts)
      assert.doesNotMatch(text, /\p{Extended_Pictographic}|\w!|\.\.\./u, path);
  });

  it('uses the terms of the editor and of CONTRIBUTING.md', () => {
    for (const [path, text] of texts)
      for (const [other, term] of otherWords) assert.doesNotMatch(text, other, `${path}: write "${term}"`);
  });
});

describe('what the client shows', () => {
  const files = readdirSync('client', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );

  it('has no emoji: icons are those of the editor, which follow the theme', () => {
    for (const file of files)
      assert.doesNotMatch(readFileSync(join('client', file), 'utf8'), /\p{Extended_Pictographic}/u, file);
  });

  it('has no color of its own', () => {
    for (const file of files) {
      const text = readFileSync(join('client', file), 'utf8').replaceAll(
        /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm,
        '',
      );
      assert.doesNotMatch(text, /['"`]#[0-9a-f]{6}\b|rgba?\(/i, file);
    }
  });
});
