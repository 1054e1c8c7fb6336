import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Conventions, usualConventions } from '../../../server/core/note/conventions.ts';
import { repositoryByHeading } from '../../../server/core/note/headingRepository.ts';
import type { Reference } from '../../../server/core/note/note.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { growsLinearlyIn } from '../../helpers/growth.ts';
import { markRanges, parseMarked } from '../../helpers/markedText.ts';

const tsc = { host: 'github.com', owner: 'lantern-org', name: 'TSC' };
const lantern: Conventions = {
  ...usualConventions,
  repositories: new Map([
    ['tsc', tsc],
    ['node-api', { host: 'github.com', owner: 'lantern-org', name: 'node-api' }],
  ]),
  prefixes: [
    { prefix: 'EIP-', url: 'https://eips.example.org/EIPS/eip-{id}' },
    { prefix: 'CVE-', url: 'https://cve.example.org/{id}?q={id}' },
    { prefix: 'GHSA-', url: 'https://advisories.example.org/GHSA-{id}' },
    { prefix: 'X-', url: 'http://example.org/{id}' },
  ],
  repositoryFromHeading: true,
};

function spell({ number, kind, form, repository, repositoryFrom, link }: Reference): string {
  const where = repository ? `${repository.owner}/${repository.name}` : '';
  return [`${where}#${number}`, kind, form, repositoryFrom, link?.half].filter(Boolean).join(' ');
}

function referenceTable(rows: readonly (readonly [marked: string, ...references: string[]])[]): void {
  for (const [marked, ...expected] of rows) {
    it(marked.replaceAll('\n', '⏎'), () => {
      const { references, text } = parseNote(parseMarked(marked).text, undefined, lantern);
      assert.deepEqual(references.map(spell), expected);
      assert.equal(
        markRanges(
          text,
          references.map(({ range }) => range),
        ),
        marked,
      );
    });
  }
}

describe('repositories by the names a series gives them', () => {
  referenceTable([
    [
      '‹TSC#12›, ‹tsc#13›; (‹Node-API#1›)',
      'lantern-org/TSC#12 unknown qualified',
      'lantern-org/TSC#13 unknown qualified',
      'lantern-org/node-api#1 unknown qualified',
    ],
    [
      '* ‹PR TSC#12›\n* _‹TSC#3›_',
      'lantern-org/TSC#12 pull qualified',
      'lantern-org/TSC#3 unknown qualified',
    ],
    ['‹PRs TSC#1› and ‹#2›', 'lantern-org/TSC#1 pull qualified', 'lantern-org/TSC#2 pull hash'],
    ['[‹TSC#12›](https://example.org)', 'lantern-org/TSC#12 unknown qualified text'],
    ['‹a/TSC#12›', 'a/TSC#12 unknown qualified'],
    ['xTSC#12 a-TSC#12 `TSC#12` TSC #x OTHER#12 #TSC#1'],
  ]);
});

describe('repositories by the heading above', () => {
  referenceTable([
    [
      '‹#1›\n\n### lantern/lanternd\n\n* ‹#2›, ‹PR 3›, ‹GH-4›, ‹a/b#5›',
      '#1 unknown hash',
      'lantern/lanternd#2 unknown hash heading',
      'lantern/lanternd#3 pull keyword heading',
      'lantern/lanternd#4 unknown gh heading',
      'a/b#5 unknown qualified',
    ],
    [
      '### TSC\n\n‹#1›\n\n#### Details\n\n‹#2›\n\n### Other\n\n‹#3›',
      'lantern-org/TSC#1 unknown hash heading',
      'lantern-org/TSC#2 unknown hash heading',
      '#3 unknown hash',
    ],
    [
      '## tsc:\n\n### **a/b**\n\n‹#1›\n\n### Misc\n\n‹#2›\n\n# Over\n\n‹#3›',
      'a/b#1 unknown hash heading',
      'lantern-org/TSC#2 unknown hash heading',
      '#3 unknown hash',
    ],
    ['### [the daemon](https://github.com/a/b)\n\n‹#1›', 'a/b#1 unknown hash heading'],
    ['### https://github.com/a/b.git\n\n‹#1›', 'a/b#1 unknown hash heading'],
    [
      '### a/b\n\n[‹#1›](‹https://github.com/c/d/pull/1›) [‹#2›](https://example.org)',
      'c/d#1 unknown hash text',
      'c/d#1 pull link-target target',
      'a/b#2 unknown hash heading text',
    ],
    ['# a/b\n\n‹#1›', '#1 unknown hash'],
    [
      '### CI/CD\n\n‹#1›\n\n### a/b/c\n\n‹#2›\n\n### see a/b\n\n‹#3›\n\n> ### a/b\n\n‹#4›',
      '#1 unknown hash',
      '#2 unknown hash',
      '#3 unknown hash',
      '#4 unknown hash',
    ],
  ]);

  it('only where the series says so', () => {
    const { references, sections } = parseNote('### a/b\n\n#1');
    assert.deepEqual(references.map(spell), ['#1 unknown hash']);
    assert.equal(sections[0]?.repository, undefined);
  });

  it('tells a place its repository', () => {
    const note = parseNote('## A\n\n1\n\n### a/b\n\n2\n\n#### C\n\n3\n\n### TSC\n\n4', undefined, lantern);
    const at = (mark: string) => repositoryByHeading(note, note.text.indexOf(mark))?.name;
    assert.deepEqual([at('1'), at('2'), at('3'), at('4')], [undefined, 'b', 'b', 'TSC']);
    assert.equal(repositoryByHeading(note, note.text.length), tsc);
  });

  it('changes what stands below when the heading changes', () => {
    const text = '### a/b\n\n* #1\n';
    const edited = '### a/bc\n\n* #1\n';
    const note = parseNote(
      edited,
      {
        note: parseNote(text, undefined, lantern),
        changes: [{ fromA: 7, toA: 7, fromB: 7, toB: 8 }],
      },
      lantern,
    );
    assert.deepEqual(note.references.map(spell), ['a/bc#1 unknown hash heading']);
  });
});

describe('what has an address of its own', () => {
  for (const [marked, ...urls] of [
    [
      '‹EIP-1›, (‹EIP-1559›) and ‹CVE-2024-1234›.',
      'https://eips.example.org/EIPS/eip-1',
      'https://eips.example.org/EIPS/eip-1559',
      'https://cve.example.org/2024-1234?q=2024-1234',
    ],
    [
      '‹EIP-1559›-style, ‹EIP-1›/‹EIP-2›, _‹EIP-3›_ **‹EIP-4›**',
      'https://eips.example.org/EIPS/eip-1559',
      'https://eips.example.org/EIPS/eip-1',
      'https://eips.example.org/EIPS/eip-2',
      'https://eips.example.org/EIPS/eip-3',
      'https://eips.example.org/EIPS/eip-4',
    ],
    [
      '## ‹GHSA-jfh8-c2jp-5v3q›\n\n> ‹EIP-1›\n\n| ‹EIP-2› |\n|---|\n| ‹EIP-3› |',
      'https://advisories.example.org/GHSA-jfh8-c2jp-5v3q',
      'https://eips.example.org/EIPS/eip-1',
      'https://eips.example.org/EIPS/eip-2',
      'https://eips.example.org/EIPS/eip-3',
    ],
    ['xEIP-1 EIP-x EIP- eip-1 EIP-1.md docs/EIP-1 my-EIP-1 EIP-1_x X-1 EIP-like'],
    [
      '`EIP-1` https://example.org/EIP-1 [EIP-1](https://example.org) ![EIP-1](x.png) <!-- EIP-1 -->\n\n    EIP-1',
    ],
  ] as const) {
    it(marked.replaceAll('\n', '⏎'), () => {
      const { external, text, references } = parseNote(parseMarked(marked).text, undefined, lantern);
      assert.equal(
        markRanges(
          text,
          external.map(({ range }) => range),
        ),
        marked,
      );
      assert.deepEqual(
        external.map(({ url }) => url),
        urls,
      );
      assert.deepEqual(references, []);
    });
  }

  it('is linear', () => {
    growsLinearlyIn(['EIP-', 'EIP-1-', 'E', 'TSC', 'TSC#'], 90_000, (text) =>
      parseNote(text, undefined, lantern),
    );
  });
});

describe('the number of a meeting in the titles of a series', () => {
  for (const [title, numberedBy, ...numbers] of [
    ['# Council #103, about #5', '#'],
    ['# Council #103, about #5', undefined, 103, 5],
    ['# Digest, issue 12', 'issue'],
    ['# Digest, Issue #12', 'issue'],
    ['# Digest, issue 12', '#', 12],
  ] as const) {
    it(`${title}, behind "${numberedBy ?? ''}"`, () => {
      const conventions = { ...lantern, ...(numberedBy !== undefined && { numberedBy }) };
      const { references } = parseNote(`${title}\n`, undefined, conventions);
      assert.deepEqual(
        references.map(({ number }) => number),
        numbers,
      );
    });
  }
});
