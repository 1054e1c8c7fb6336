import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type FileLocation,
  hasSameTitle,
  isSameLocation,
  sameName,
} from '../../../client/commands/sameNote.ts';

const place = (scheme: string, path: string, authority = ''): FileLocation => ({ scheme, authority, path });
const target = place('file', '/w/docs/20260317_meeting_notes.md');

describe('isSameLocation', () => {
  for (const [name, other, expected] of [
    ['itself', target, true],
    ['another case', place('file', '/W/docs/20260317_Meeting_Notes.MD'), true],
    ['to be saved there', place('untitled', '/w/docs/20260317_meeting_notes.md'), true],
    ['never saved', place('untitled', 'Untitled-1'), false],
    ['another file', place('file', '/w/docs/20260318_meeting_notes.md'), false],
    ['the old side of a comparison', place('git', '/w/docs/20260317_meeting_notes.md'), false],
    ['another machine', place('file', '/w/docs/20260317_meeting_notes.md', 'server'), false],
  ] as const) {
    it(`${name}: ${expected}`, () => assert.equal(isSameLocation(other, target), expected));
  }

  it('takes composed and decomposed characters for the same', () =>
    assert.ok(isSameLocation(place('file', '/w/re\u0301union.md'), place('file', '/w/r\u00e9union.md'))));
});

describe('sameName', () => {
  for (const [names, wanted, expected] of [
    [[], 'a.md', undefined],
    [['b.md'], 'a.md', undefined],
    [['A.MD'], 'a.md', 'A.MD'],
    [['A.md', 'a.md'], 'a.md', 'a.md'],
    [['re\u0301union.md'], 'r\u00e9union.md', 're\u0301union.md'],
  ] as const) {
    it(`${JSON.stringify(names)} ${wanted}: ${expected}`, () =>
      assert.equal(sameName(names, wanted), expected));
  }
});

describe('hasSameTitle', () => {
  const note = '# lantern office hours 2026-03-17\n\nYouTube Link: \n';
  for (const [text, expected] of [
    [note, true],
    ['\r\n# Lantern office hours 2026-03-17 \r\nmore', true],
    ['# lantern office hours 2026-03-18\n', false],
    ['lantern office hours 2026-03-17\n', false],
    ['', false],
    ['## lantern office hours 2026-03-17\n', false],
  ] as const) {
    it(`${JSON.stringify(text)}: ${expected}`, () => assert.equal(hasSameTitle(text, note), expected));
  }

  it('is not had by a note without one', () => assert.ok(!hasSameTitle('', '')));
});
