import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { headingKey } from '../../../server/core/note/headingKey.ts';
import { builtinTemplate } from '../../../server/core/template/file/builtin.ts';
import { headingKeys } from '../../../server/core/template/headings.ts';
import type { TemplateSection } from '../../../server/core/template/template.ts';
import { growsLinearlyIn } from '../../helpers/growth.ts';

describe('headingKeys', () => {
  const isMet = (section: TemplateSection, heading: string): boolean =>
    headingKeys(section).includes(headingKey(heading));
  const highlights = builtinTemplate.sections[0]!;
  for (const heading of [
    'Highlights since the last meeting',
    'highlights  since the LAST meeting',
    '  Highlights since\tthe last meeting ',
    'Highlights since the last meeting:',
    'Highlights since the last meeting …',
    '**Highlights** since the _last_ meeting',
    '[Highlights](https://example.com/a) since the last meeting',
    'Announcements and Highlights since the last meeting',
    'announcements and highlights since the last meeting:',
  ]) {
    it(`takes ${JSON.stringify(heading)}`, () => assert.ok(isMet(highlights, heading)));
  }
  for (const heading of ['', 'Highlights', 'Highlights since the last meetings', 'Misc', '**', ':']) {
    it(`refuses ${JSON.stringify(heading)}`, () => assert.ok(!isMet(highlights, heading)));
  }

  it('matches nothing when the heading is to be filled in', () => {
    const topic = builtinTemplate.sections.find((section) => section.heading === '')!;
    assert.ok(!isMet(topic, ''));
    assert.ok(!isMet(topic, 'Topic'));
  });
});

describe('headingKey', () => {
  for (const [heading, key] of [
    ['  A   b ', 'a b'],
    ['`code` and *more*', 'code and more'],
    ['Any questions?', 'any questions'],
    ['Cafe\u0301', 'caf\u00e9'],
    ['[open', 'open'],
    ['[open](never', 'open'],
    ['a: b: ', 'a: b'],
    ['?!', ''],
  ] as const) {
    it(JSON.stringify(heading), () => assert.equal(headingKey(heading), key));
  }

  it('is linear', () => {
    growsLinearlyIn(['](', '[', ' ', ': ', '*_', 'a '], 400_000, headingKey);
  });
});
