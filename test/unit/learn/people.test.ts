import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { learnPeople } from '../../../server/core/learn/people.ts';
import { parseNote } from '../../../server/core/note/parse.ts';

/** `Grace Hopper @ghopper (GH) =grace 2` */
const said = (...texts: readonly string[]): string[] =>
  learnPeople(
    texts.map((text) => ({ folders: [], fileName: 'x.md', note: parseNote(`# x call\n\n${text}`) })),
  ).map(({ name, login, initials, aliases, count }) =>
    [
      name,
      ...(login === undefined ? [] : [`@${login}`]),
      ...(initials === undefined ? [] : [`(${initials})`]),
      ...aliases.map((alias) => `=${alias}`),
      count,
    ].join(' '),
  );

const times = (count: number, text: string): string[] => Array.from({ length: count }, () => text);

describe('learnPeople', () => {
  for (const [name, expected, ...texts] of [
    ['those of two notes', ['Ada 2'], '* Ada: hello\n* Bob: hello', '* Ada: hello again'],
    [
      'a name before a login',
      ['Grace Hopper @ghopper 2'],
      '* Grace Hopper @ghopper',
      '* Grace Hopper @ghopper (TSC)',
    ],
    [
      'a login in parentheses',
      ['Grace Hopper @ghopper 2'],
      '* Grace Hopper (@ghopper)',
      '(@ghopper) will look',
    ],
    ['a list of them', ['Ada @al 2', 'Bo @bo 2'], '**Present**: Ada (@al), Bo (@bo)', 'Ada (@al), Bo (@bo)'],
    ['a login alone', ['ghopper @ghopper 2'], '* @ghopper', 'thanks @ghopper'],
    ['words before a login that are no name', ['ghopper @ghopper 2'], 'see @ghopper', 'we thank @ghopper'],
    [
      'first names',
      ['Grace Hopper @ghopper =Grace 3'],
      '* Grace Hopper @ghopper',
      '* Grace: hi',
      '* Grace: ho',
    ],
    [
      'first names that two have',
      ['Grace 2', 'Grace Hopper @gh 2', 'Grace Kelly @gk 2'],
      '* Grace Hopper @gh\n* Grace Kelly @gk\n* Grace: hi',
      '* Grace Hopper @gh\n* Grace Kelly @gk\n* Grace: hi',
    ],
    [
      'initials',
      ['Grace Hopper @ghopper (GH) 2'],
      '* Grace Hopper @ghopper\n\nGH: hello',
      '* Grace Hopper @ghopper\n\nGH: so',
    ],
    [
      'those who were there',
      ['Femi @femio 2', 'Hanneke 2'],
      ...times(2, '## Present\n\n* Femi (@femio)\n* Hanneke'),
    ],
    ['labels of links', [], ...times(2, '* Calendar: <https://x.example/>\n* Stream: https://x.example/1')],
    ['nobody', [], 'Nothing was said.', 'Nor this time.'],
  ] as const) {
    it(name, () => assert.deepEqual(said(...texts), expected));
  }
});
