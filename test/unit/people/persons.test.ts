/** Who is offered as an owner: the same judgement for lists, fixes and the learned roster. */

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { seriesOf } from '../../../server/core/archive/series.ts';
import { summarize } from '../../../server/core/archive/summary.ts';
import { complete } from '../../../server/core/features/completion/completion.ts';
import { learnPeople } from '../../../server/core/learn/people.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { builtinTemplate } from '../../../server/core/template/file/builtin.ts';
import { check } from '../../helpers/check.ts';
import { realNotes } from '../../helpers/realNotes.ts';
import { noteUri, seriesFrom } from '../../helpers/series.ts';

/** Each note has the words of one meeting; what stands in it once is no person. */
const invented: Readonly<Record<string, string>> = {
  '2026-01-06':
    '* Tove: the build is green\n* **Docker**: images are larger\n* Requirements: none yet\n* Okan asks for a release\n\nMirela will look (Bastien).',
  '2026-01-20':
    '* Tove: nothing new\n* CentOS: end of life\n* RHEL: the same\n* wren: all fine\n\nThough nobody objects. Okan says yes.\n\nTODO(Mirela): ask them',
  '2026-02-03':
    '* Takeaways: we ship\n* Theme: speed\n* util: mark the entries\n* sqlite: a leak\n\nIt works (just). It works (PR’ed).\n\n* Bastien: agrees',
  '2026-02-17':
    '* Slides: https://example.org\n* Wayland: slow\n* Wren Abara: measured it\n* setup.py: renamed\n\nwren will write it. Thanks to @jun-b.',
  '2026-03-03':
    '* util: again\n* [Guido van Rossum](https://github.com/gvr): hello\n* Guido van Rossum: bye\n* Priya: first time here',
  '2026-03-17': '* util: and again\n* GuidoBot: posted\n* J. Doe: hi\n\nJ. Doe asks why. Kernels will boot.',
};
const persons = ['Tove', 'Okan', 'Mirela', 'Bastien', 'wren', 'jun-b', 'J. Doe'];
const others = [
  ...[
    'Docker',
    'Requirements',
    'CentOS',
    'RHEL',
    'Takeaways',
    'Though',
    "PR'ed",
    'PR’ed',
    'just',
    'Theme',
    'util',
  ],
  ...['sqlite', 'Slides', 'Wayland', 'setup.py', 'GuidoBot', 'Kernels'],
];

function labelsAt(text: string, offset: number, uri: string, series: ReturnType<typeof seriesOf>): string[] {
  const note = parseNote(text);
  const document = TextDocument.create(uri, 'markdown', 1, text);
  const list = complete(document, { note, uri, series, template: builtinTemplate, own: undefined }, offset);
  return (list?.items ?? []).map(({ label }) => label);
}

describe('who is a person', () => {
  const series = seriesFrom(invented);
  const notes = Object.entries(invented).map(([date, text]) => ({
    folders: [],
    fileName: `${date}.md`,
    note: parseNote(`# lantern office hours ${date}\n\n${text}`),
  }));

  it('by the series', () => {
    const found = series.people;
    for (const name of persons) assert.ok(found.includes(name), `${name} of ${found.join(', ')}`);
    for (const name of others) assert.ok(!found.includes(name), name);
  });

  it('by what is learned of the same notes', () => {
    const learned = learnPeople(notes).map(({ name }) => name);
    for (const name of learned) assert.ok(series.people.includes(name) || name === 'Wren Abara', name);
    for (const name of others) assert.ok(!learned.includes(name), name);
    for (const name of ['Tove', 'Okan', 'Mirela', 'Bastien']) assert.ok(learned.includes(name), name);
  });

  for (const [date, text] of Object.entries(invented)) {
    for (const place of ['@', 'TODO(', 'TODO: '] as const) {
      it(`in the list behind ${place} in the note of ${date}`, () => {
        const whole = `# lantern office hours ${date}\n\n${text}\n\n${place}`;
        const labels = labelsAt(whole, whole.length, noteUri(date), series);
        assert.ok(labels.includes('Tove') && labels.includes('Okan'), labels.join(', '));
        for (const name of others) assert.ok(!labels.some((label) => label.replace('@', '') === name), name);
      });
    }
    it(`in the fixes in the note of ${date}`, () => {
      const whole = `# lantern office hours ${date}\n\n${text}\n\nTODO: mend it`;
      const problems = check('todo-owner-missing', whole, { series, uri: noteUri(date) });
      const titles = problems.at(-1)?.fixes.map(({ title }) => title.replace('Assign to ', '')) ?? [];
      assert.ok(titles.length > 0);
      for (const name of others) assert.ok(!titles.includes(name), name);
    });
  }

  it('a name with too little evidence is for who begins to write it', () => {
    const text = `# lantern office hours 2026-03-31\n\n* Zora: hello\n\nTODO(`;
    const uri = noteUri('2026-03-31');
    assert.ok(!labelsAt(text, text.length, uri, series).includes('Zora'));
    assert.deepEqual(labelsAt(`${text}Zo`, text.length + 2, uri, series), ['Zora']);
  });

  it('a name is written as a login only where it is one', () => {
    const text = '# lantern office hours 2026-03-31\n\n@';
    const labels = labelsAt(text, text.length, noteUri('2026-03-31'), series);
    assert.deepEqual(
      labels.filter((label) => label.startsWith('@')),
      ['@jun-b'],
    );
  });
});

describe('who is a person in the real notes', () => {
  const notes = realNotes() ?? [];
  const known = new Set([
    ...['seph', 'alessandro', 'sharvil', 'stefano', 'zach', 'ted', 'teddy', 'mike', 'groob', 'directionless'],
    ...['alex', 'lauren', 'nick', 'nishant'],
  ]);
  const series = seriesOf(
    'file:///notes',
    notes.map(({ file, text }) => summarize(`file:///notes/${file}`, parseNote(text))),
  );
  for (const { file, text } of notes) {
    it(`${file}: none of the first twenty offers is something else`, () => {
      for (const place of ['@', 'TODO: ']) {
        const whole = `${text}\n\n${place}`;
        const labels = labelsAt(whole, whole.length, `file:///notes/${file}`, series);
        const names = labels.slice(0, 20).map((label) => label.replace('@', '').toLowerCase());
        assert.deepEqual(
          names.filter((name) => !known.has(name)),
          [],
        );
        for (const name of ['seph', 'alessandro', 'sharvil', 'stefano', 'zach'])
          assert.ok(names.includes(name));
      }
    });
  }
});
