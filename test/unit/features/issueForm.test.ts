import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { issueForm } from '../../../server/core/features/issueForm.ts';
import { openItems } from '../../../server/core/recall/openItems.ts';
import type { NoteInClone } from '../../../shared/actionItems.ts';
import { seriesFrom } from '../../helpers/series.ts';

const own = { host: 'github.com', owner: 'octo', name: 'lantern' };
const clone: NoteInClone = {
  remote: 'git@github.com:octo/notes.git',
  commit: '0123456789abcdef0123456789abcdef01234567',
  path: 'docs/office hours (old)/20260106_meeting_notes.md',
  isChanged: false,
};

function form(text: string, known: NoteInClone | null = null): URL {
  const [item] = openItems(seriesFrom({ '2026-01-06': `## Action items\n\n* ${text}` }).notes);
  const url = issueForm(item!, own, known);
  assert.ok(url.startsWith('https://github.com/octo/lantern/issues/new?title='), url);
  // Nothing of the text is taken for a part of the address.
  assert.match(url.slice(url.indexOf('?')), /^\?title=[^&=#]*&body=[^&=#]*$/);
  return new URL(url);
}

const field = (url: URL, name: string) => url.searchParams.get(name) ?? '';

describe('the form for an issue of an action item', () => {
  it('has its text, and the day of its note', () => {
    const url = form('Ada: write the [manual](https://example.com)');
    assert.equal(field(url, 'title'), 'Ada: write the manual');
    assert.equal(field(url, 'body'), 'Ada: write the manual\n\nFrom the notes of 2026-01-06.\n');
  });

  for (const [what, more, link] of [
    ['the line at its commit', {}, '?plain=1#L5'],
    ['the file where it has changed since', { isChanged: true }, ''],
  ] as const)
    it(`links to ${what}`, () => {
      const body = field(form('Ada: write it', { ...clone, ...more }), 'body');
      const path = 'docs/office%20hours%20%28old%29/20260106_meeting_notes.md';
      const url = `https://github.com/octo/notes/blob/${clone.commit}/${path}${link}`;
      assert.ok(body.includes(`From the notes of [2026-01-06](${url}).`), body);
    });

  for (const [what, more] of [
    ['that is not on GitHub', { remote: 'https://example.com/octo/notes.git' }],
    ['whose commit is none', { commit: 'main](x) ![' }],
  ] as const)
    it(`links to no clone ${what}`, () => {
      const body = field(form('Ada: write it', { ...clone, ...more }), 'body');
      assert.ok(body.includes('From the notes of 2026-01-06.'), body);
    });

  it('takes others’ text for text', () => {
    const url = form('Ada: a&body=b#c ![x](y) <img src=z> \ud83d 日本');
    assert.equal(field(url, 'title').startsWith('Ada: a&body=b#c'), true);
    assert.ok(field(url, 'body').includes('a&body=b\\#c'.replace('&', '\\&')), field(url, 'body'));
    assert.ok(!/[^\\]<img/.test(field(url, 'body')));
    assert.ok(field(url, 'title').includes('日本'));
  });

  it('is cut where it is long', () => {
    const url = form(`Ada: ${'long '.repeat(150)}`);
    assert.equal([...field(url, 'title')].length, 200);
    assert.ok(url.href.length < 4_000, `${url.href.length}`);
  });
});
