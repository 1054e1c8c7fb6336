import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { unavailable } from '../../../../server/core/github/api/status.ts';
import { usualConventions } from '../../../../server/core/note/conventions.ts';
import type { Repository } from '../../../../server/core/note/note.ts';
import { OpenDocument } from '../../../../server/core/workspace/openDocument.ts';
import { findReferences, type SearchState } from '../../../../server/lsp/custom/searchReferences.ts';
import { inEnglish, t } from '../../../../shared/l10n.ts';
import { defaultSettings } from '../../../../shared/settings.ts';
import { found, lantern } from '../../../helpers/issueMemory.ts';
import { noteUri, seriesFrom } from '../../../helpers/series.ts';

const uri = noteUri('2026-08-18');
const series = seriesFrom({
  '2026-08-04': 'PR #51, issue #52 and octo/other#9',
  '2026-07-21': 'PR #51 and #7',
});

interface Given {
  readonly own?: Repository | undefined;
  readonly store?: object;
  readonly live?: boolean;
  readonly isNote?: boolean;
}

async function search(text: string, query: string, given: Given = {}) {
  const own = 'own' in given ? given.own : lantern;
  const document = new OpenDocument(TextDocument.create(uri, 'markdown', 1, text), () => usualConventions);
  const state = {
    say: inEnglish,
    log: { error: assert.fail, info: assert.fail },
    document: () => document,
    documentRead: async () => document,
    repositoryOf: () => own,
    inputsFor: () => (given.isNote === false ? undefined : { note: document.note, uri, series, own }),
    settingsFor: () => defaultSettings,
    store: given.store,
  } as unknown as SearchState;
  const { live = false } = given;
  const { items, hint } = await findReferences(state, { uri, query, live }, CancellationToken.None);
  return {
    shown: items.map(({ number, title, description, text: written }) => [
      `${number}${title}`,
      description,
      written,
    ]),
    hint,
  };
}

const [own51, own52, own7] = [
  ['51', 'pull request in 2 notes, last in 2026-08-04', 'PR #51'],
  ['52', 'issue in the note 2026-08-04', 'issue #52'],
  ['7', 'in the note 2026-07-21', '#7'],
];

describe('the list of "Insert Reference…"', () => {
  for (const [query, shown] of [
    ['', [own52, own51, own7]],
    ['5', [own52, own51]],
    ['#52', [own52]],
    ['rules', []],
    ['octo/other#', [['9', 'octo/other: in the note 2026-08-04', 'octo/other#9']]],
    ['octo/none#', []],
  ] as const) {
    it(`has the notes' references when GitHub is not asked: ${JSON.stringify(query)}`, async () => {
      assert.deepEqual(await search('', query), { shown, hint: 'GitHub lookups are off.' });
    });
  }

  it("begins with the note's own", async () => {
    const { shown } = await search('## Topic\n\nissue #8', '');
    assert.deepEqual(shown, [['8', 'issue in this note, under "Topic"', 'issue #8'], own52, own51, own7]);
  });

  it('has them also where nothing says which repository they are of', async () => {
    const { shown, hint } = await search('PR #8', '', { own: undefined, store: {} });
    assert.deepEqual(shown[0], ['8', 'pull request in this note', 'PR #8']);
    assert.match(hint ?? '', /owner\/name#/);
  });

  it('has them while GitHub cannot be reached, with the reason', async () => {
    const store = {
      peek: () => undefined,
      search: () => [],
      searchGitHub: () => Promise.resolve(unavailable('offline', t('GitHub cannot be reached.'))),
    };
    const { shown, hint } = await search('', '', { store, live: true });
    assert.deepEqual([shown, hint], [[own52, own51, own7], 'GitHub cannot be reached.']);
  });

  it('has what is in the cache first', async () => {
    const hit = found({ repository: lantern, number: 60 }, { title: 'Rules that count', kind: 'issue' });
    const store = { peek: () => undefined, search: () => [{ found: hit }], open: () => Promise.resolve() };
    const { shown, hint } = await search('', '', { store });
    assert.deepEqual(shown.slice(0, 2), [['60Rules that count', '○ open issue by wren', 'issue #60'], own52]);
    assert.equal(hint, undefined);
  });

  it('is of use in a document that is no note', async () => {
    assert.deepEqual((await search('see PR #3', '', { isNote: false })).shown, [
      ['3', 'pull request in this note', 'PR #3'],
    ]);
  });
});
