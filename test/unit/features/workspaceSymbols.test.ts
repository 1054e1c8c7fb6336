import { equal } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { matchesQuery } from '../../../server/core/features/workspaceSymbols.ts';

describe('a query for headings', () => {
  for (const [query, text, expected] of [
    ['', 'anything', true],
    ['', '', true],
    ['news', '## News', true],
    ['nws', 'News', true],
    ['NEWS', 'news', true],
    ['action items', 'Action items', true],
    ['actionitems', 'Action items', true],
    ['swen', 'News', false],
    ['newss', 'News', false],
    ['größe', 'Größe', true],
    ['🎉', 'party 🎉', true],
  ] as const) {
    it(`${JSON.stringify(query)} ${expected ? 'finds' : 'does not find'} ${JSON.stringify(text)}`, () =>
      equal(matchesQuery(query, text), expected));
  }
});
