import { equal, ok } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { headingWords, isAlike, similarity } from '../../../server/core/note/similarHeadings.ts';

describe('how alike two headings are', () => {
  const cases: readonly (readonly [one: string, other: string, expected: number])[] = [
    ['agenda', 'agenda', 1],
    ['agenda', 'agneda', 1],
    ['the agenda', 'agenda', 1],
    ['announcement', 'announcements', 1],
    ['phase 1', 'phase 2', 0],
    ['notes', 'votes', 0],
    ['', 'agenda', 0],
  ];
  for (const [one, other, expected] of cases) {
    it(`${JSON.stringify(one)} and ${JSON.stringify(other)}: ${expected}`, () =>
      equal(similarity(headingWords(one), headingWords(other)), expected));
  }

  it('is between none and all for some words in common', () => {
    const value = similarity(headingWords('highlights'), headingWords('announcements and highlights'));
    ok(value > 0.5 && value < 1, String(value));
  });
});

describe('whether two headings are probably one section', () => {
  for (const [one, other, expected] of [
    ['Highlights since last meeting', 'Highlights since the last meeting', true],
    ['Higlights since the last meeting', 'Highlights since the last meeting', true],
    ['Higlights', 'Highlights since the last meeting', true],
    ['Announcement', 'Announcements', true],
    ['📢 Announcements (5m)', 'Announcements', true],
    ['Items for action', 'Action items', true],
    ['Ação', 'Acao', true],
    ['Grüße', 'Grusse', true],
    ['Prochaine réunion', 'Prochaine reunion', true],
    ['Old business', 'New business', false],
    ['Next meeting', 'Last meeting', false],
    ['Phase 1', 'Phase 2', false],
    ['Notes', 'Votes', false],
    ['Links', 'Lists', false],
    ['', 'Agenda', false],
  ] as const)
    it(`${JSON.stringify(one)} and ${JSON.stringify(other)}: ${expected}`, () =>
      equal(isAlike(one, other), expected));
});
