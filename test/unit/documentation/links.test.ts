/** Every link of a page people read leads somewhere, and every page of docs/ is linked. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, it } from 'mocha';
import { anchorsOf, localLinks } from '../../helpers/markdownLinks.ts';

const docs = readdirSync('docs').filter((name) => name.endsWith('.md'));
const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...docs.map((name) => `docs/${name}`),
  ...readdirSync('docs/rules').map((name) => `docs/rules/${name}`),
  'samples/README.md',
  'examples/README.md',
];

const read = (path: string) => readFileSync(path, 'utf8');

/** What is wrong with the links of a page. */
function brokenLinks(page: string): string[] {
  return localLinks(read(page)).flatMap(({ path, anchor, line }) => {
    // The marketplace resolves paths from the root of the repository, GitHub from the page.
    const target = path === '' ? page : normalize(join(dirname(page), path)).replaceAll('\\', '/');
    if (!existsSync(target)) return [`${page}:${line}: there is no ${target}`];
    const isMissing = anchor !== undefined && !anchorsOf(read(target)).has(anchor);
    return isMissing ? [`${page}:${line}: ${target} has no #${anchor}`] : [];
  });
}

describe('links of the documentation', () => {
  for (const page of pages) it(`of ${page} lead somewhere`, () => assert.deepEqual(brokenLinks(page), []));

  it('are many', () => {
    assert.ok(pages.length > 12);
    assert.ok(pages.flatMap((page) => localLinks(read(page))).length > 80);
  });

  it('of docs/README.md lead to each page of the folder', () => {
    const linked = localLinks(read('docs/README.md')).map(({ path }) => path);
    assert.deepEqual(
      docs.filter((name) => name !== 'README.md' && !linked.includes(name)),
      [],
    );
  });
});

describe('an anchor', () => {
  const rows: [heading: string, anchor: string][] = [
    ['Add a rule', 'add-a-rule'],
    ['officeHours.notes.folder', 'officehoursnotesfolder'],
    ['`--format`: GitHub', '--format-github'],
    ['Choose Notes Folder…', 'choose-notes-folder'],
    ['See [the rules](rules.md)', 'see-the-rules'],
  ];
  for (const [heading, anchor] of rows)
    it(`of "${heading}"`, () => assert.deepEqual([...anchorsOf(`# ${heading}\n`)], [anchor]));

  it('of a second equal heading has a number', () =>
    assert.deepEqual([...anchorsOf('# A\n\n# A\n\n```\n# B\n```\n')], ['a', 'a-1']));
});
