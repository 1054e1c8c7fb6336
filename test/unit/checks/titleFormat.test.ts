import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyFix, assertFinds, check, seriesOf } from '../../helpers/check.ts';
import { definedBy, templateOf } from './templated.ts';

const plain = templateOf('## News\n');
const lantern = definedBy(plain, { title: '{project} office hours {YYYY-MM-DD}', project: 'lantern' });
const long = definedBy(plain, { title: 'Lantern meeting, {dddd Do MMMM YYYY}' });
const numbered = definedBy(plain, { title: 'TSC meeting #{number} ({YYYY-MM-DD})' });

describe('title-format', () => {
  for (const [title, defined] of [
    ['lantern office hours 2026-03-03', lantern],
    ['Lantern Office Hours 2026-03-03', lantern],
    ['lantern office hours 3 March 2026', lantern],
    ['lantern office hours', lantern],
    ['Lantern meeting, Tuesday 3rd March 2026', long],
    ['Lantern meeting, 2026-03-03', long],
    ['TSC meeting #12 (2026-03-03)', numbered],
    ['anything', definedBy(plain)],
    ['C#', definedBy(plain, { title: 'C#' })],
    ['C', definedBy(plain, { title: 'C ##' })],
  ] as const) {
    it(`accepts "${title}"`, () => assert.deepEqual(check('title-format', `# ${title}\n`, defined), []));
  }
  for (const [title, defined, message, mended] of [
    [
      'Weekly sync 2026-03-03',
      lantern,
      'Title does not have the format "lantern office hours [date]"; expected "lantern office hours 2026-03-03"',
      'lantern office hours 2026-03-03',
    ],
    [
      'lantren office hours 2026-03-03',
      lantern,
      'Title does not have the format "lantern office hours [date]"; expected "lantern office hours 2026-03-03"',
      'lantern office hours 2026-03-03',
    ],
    [
      'TSC meeting (2026-03-03)',
      numbered,
      'Title does not have the format "TSC meeting #[number] ([date])"; expected "TSC meeting #7 (2026-03-03)"',
      'TSC meeting #7 (2026-03-03)',
    ],
  ] as const) {
    it(`reports "${title}"`, () => {
      const notes = [summary('TSC meeting #6 (2026-02-17)'), summary('TSC meeting #9 (2026-04-01)')];
      const options = { ...defined, series: seriesOf({ notes }) };
      const [problem] = assertFinds('title-format', `# ‹${title}›\n`, options);
      assert.equal(problem?.message, message);
      assert.equal(applyFix(`# ${title}\n`, problem?.fixes[0]), `# ${mended}\n`);
      assert.equal(problem?.fixes[0]?.safe, false);
    });
  }
  it('is no missing title', () => assert.deepEqual(check('title-missing', '# Weekly sync\n', lantern), []));
  it('is ignored by a comment that names it, or title-missing, which reported it before', () => {
    for (const code of ['title-format', 'title-missing'])
      assert.deepEqual(check('title-format', `# Sync\n<!-- office-hours-disable ${code} -->\n`, lantern), []);
    assert.equal(
      check('title-format', '# Sync\n<!-- office-hours-disable section-missing -->\n', lantern).length,
      1,
    );
  });
});

function summary(titleText: string) {
  const titleDate = titleText.slice(-11, -1);
  return { uri: titleText, fileName: 'x.md', titleText, titleDate, people: [], headings: [], references: [] };
}

describe('title-format, where the title is no heading', () => {
  const odd = definedBy(plain, { title: 'Sync & "chat": {YYYY-MM-DD}' });
  for (const [text, defined, mended] of [
    ['---\ntitle: Weekly # c\n---\n', lantern, '---\ntitle: lantern office hours 2026-03-03 # c\n---\n'],
    ['---\ntitle: Weekly\n---\n', odd, '---\ntitle: "Sync & \\"chat\\": 2026-03-03"\n---\n'],
    ['---\ntitle: "Weekly"\n---\n', odd, '---\ntitle: "Sync & \\"chat\\": 2026-03-03"\n---\n'],
    ["---\ntitle: 'Weekly'\n---\n", odd, '---\ntitle: \'Sync & "chat": 2026-03-03\'\n---\n'],
    ['<h1>Weekly</h1>\n', odd, '<h1>Sync &amp; "chat": 2026-03-03</h1>\n'],
    ['## Weekly meeting\n### A\n', lantern, '## lantern office hours 2026-03-03\n### A\n'],
  ] as const)
    it(`mends ${text.replaceAll('\n', '⏎')}`, () => {
      const [problem] = check('title-format', text, { ...defined, fileName: '2026-03-03.md' });
      assert.equal(applyFix(text, problem?.fixes[0]), mended);
    });
});
