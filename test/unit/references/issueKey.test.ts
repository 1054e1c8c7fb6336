import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseNote } from '../../../server/core/note/parse.ts';
import {
  commentPlace,
  issueUrl,
  isValidRepository,
  keyText,
  parseIssueKey,
  qualifiedText,
  referenceUrl,
  resolveReference,
} from '../../../server/core/references/issueKey.ts';

const series = { host: 'github.com', owner: 'Harbor', name: 'Tide' };

/** A note's text, and the keys of its references in order. */
const spellings: readonly [text: string, ...keys: string[]][] = [
  ['PR #12', 'github.com/harbor/tide#12'],
  ['pr12 and PR#13', 'github.com/harbor/tide#12', 'github.com/harbor/tide#13'],
  ['issue 7', 'github.com/harbor/tide#7'],
  ['GH-9', 'github.com/harbor/tide#9'],
  ['#3', 'github.com/harbor/tide#3'],
  ['other/repo#4', 'github.com/other/repo#4'],
  ['HARBOR/tide#4', 'github.com/harbor/tide#4'],
  ['https://github.com/harbor/tide/pull/5/files', 'github.com/harbor/tide#5'],
  ['https://www.github.com/harbor/tide/issues/5', 'github.com/harbor/tide#5'],
  ['https://github.acme.dev/team/app/issues/6', 'github.acme.dev/team/app#6'],
  ['[#8](https://github.com/other/repo/pull/8)', 'github.com/other/repo#8', 'github.com/other/repo#8'],
  ['https://github.com/harbor/tide/discussions/1', 'none'],
];

describe('reference', () => {
  for (const [text, ...keys] of spellings) {
    it(`resolves ${text}`, () => {
      const { references } = parseNote(`# Notes\n\n${text}\n`);
      const resolved = references.map((reference) => {
        const key = resolveReference(reference, series);
        return key ? keyText(key) : 'none';
      });
      assert.deepEqual(resolved, keys);
    });
  }

  it('resolves nothing without a repository, nor what cannot be on GitHub', () => {
    assert.equal(resolveReference({ number: 1, kind: 'unknown' }), undefined);
    for (const number of [0, -1, 1.5, Number.NaN, 1_000_000_000]) {
      assert.equal(resolveReference({ number, kind: 'unknown' }, series), undefined, String(number));
    }
  });

  it('takes no name that would leave its place in a path', () => {
    for (const name of ['.', '..', '', 'a/b', 'a?b', 'a%2f', 'a b', 'é', 'a\n', 'x'.repeat(101)]) {
      assert.equal(isValidRepository({ ...series, name }), false, name);
      assert.equal(isValidRepository({ ...series, owner: name }), false, name);
    }
    for (const host of ['', 'a b', 'a/b', '..', 'a..b', 'user@host', 'host:x', 'h?'])
      assert.equal(isValidRepository({ ...series, host }), false, host);
    assert.equal(isValidRepository({ host: 'localhost:8080', owner: 'a-b', name: '.github' }), true);
  });

  it('writes URLs by kind, and the canonical text', () => {
    const key = { repository: series, number: 12 };
    assert.equal(issueUrl(key, 'pull'), 'https://github.com/Harbor/Tide/pull/12');
    assert.equal(issueUrl(key, 'issue'), 'https://github.com/Harbor/Tide/issues/12');
    assert.equal(issueUrl(key), 'https://github.com/Harbor/Tide/issues/12');
    assert.equal(qualifiedText(key), 'Harbor/Tide#12');
    assert.equal(
      referenceUrl({ number: 2, kind: 'discussion' }, series),
      'https://github.com/Harbor/Tide/discussions/2',
    );
    assert.equal(
      referenceUrl({ number: 2, kind: 'pull', tail: '#issuecomment-3' }, series),
      'https://github.com/Harbor/Tide/pull/2#issuecomment-3',
    );
    assert.equal(
      referenceUrl({ number: 2, kind: 'pull', tail: '/' }, series),
      'https://github.com/Harbor/Tide/pull/2',
    );
  });

  it('reads back the URLs it writes', () => {
    for (const kind of ['pull', 'issue'] as const) {
      const key = { repository: series, number: 12 };
      assert.deepEqual(parseIssueKey(issueUrl(key, kind)), { ...key, kind, tail: '' });
      assert.equal(parseIssueKey(`${issueUrl(key, kind)}#issuecomment-1`)?.tail, '#issuecomment-1');
    }
    assert.equal(parseIssueKey('https://example.com/a/b/pull/1'), undefined);
    assert.equal(parseIssueKey('https://github.com/../b/pull/1'), undefined);
  });

  it('knows the comment that a tail names', () => {
    assert.deepEqual(commentPlace('#issuecomment-51'), { kind: 'comment', id: 51 });
    assert.deepEqual(commentPlace('/files#discussion_r7'), { kind: 'review-comment', id: 7 });
    assert.deepEqual(commentPlace('#pullrequestreview-9'), { kind: 'review', id: 9 });
    for (const tail of [
      undefined,
      '',
      '/files',
      '#issuecomment-',
      '#issuecomment-0',
      '#issuecomment-1x',
      '#x',
    ])
      assert.equal(commentPlace(tail), undefined, tail);
  });
});
