import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseTemplate } from '../../../server/core/template/file/parseTemplate.ts';
import { applyFix, assertFinds, check, seriesOf } from '../../helpers/check.ts';
import { definedBy, templateOf } from './templated.ts';

const find = (text: string, template: ReturnType<typeof templateOf>) =>
  check('section-missing', text, definedBy(template));
const messages = (text: string, template: ReturnType<typeof templateOf>) =>
  find(text, template).map(({ message }) => message);

const three = parseTemplate('# T\n\n## One\n\n* a\n\n## ${1:Topic}\n\n## Two\n\n## Three\n\nend\n', {
  required: () => true,
});

describe('section-missing', () => {
  for (const heading of [
    'Highlights since the last meeting',
    'Announcements and Highlights since the last meeting',
    '**highlights since the last meeting**:',
  ]) {
    it(`takes "${heading}" for the section`, () =>
      assert.deepEqual(check('section-missing', `# T 2026-01-06\n\n## ${heading}\n`), []));
  }
  it('marks the heading it belongs before, else the title', () => {
    assertFinds('section-missing', '# T 2026-01-06\n\n‹## Parser›\n\ntext\n');
    assertFinds('section-missing', '‹# T 2026-01-06›\n\ntext\n');
  });
  it('inserts it in template order, without placeholders', () => {
    const text = '# T 2026-01-06\n\nYouTube: https://youtu.be/x\n\n## Parser\n\ntext\n';
    const [problem] = check('section-missing', text);
    assert.equal(
      applyFix(text, problem?.fixes[0]),
      '# T 2026-01-06\n\nYouTube: https://youtu.be/x\n\n## Highlights since the last meeting\n\n## Parser\n\ntext\n',
    );
  });
  it('uses the wording of the latest notes', () => {
    const notes = [
      {
        uri: 'x',
        fileName: 'x',
        people: [],
        headings: [{ text: 'Announcements and Highlights since the last meeting', level: 2, line: 2 }],
        references: [],
      },
    ];
    const [problem] = check('section-missing', '# T 2026-01-06\n', { series: seriesOf({ notes }) });
    assert.match(problem?.message ?? '', /"Announcements and Highlights/);
  });
  for (const line of [
    '**Highlights since the last meeting**: none',
    '- Highlights since the last meeting: none',
    'Highlights since the last meeting',
    '> *Highlights since the last meeting* were none',
  ]) {
    it(`inserts nothing unasked beside "${line}"`, () => {
      const problems = check('section-missing', `# T 2026-01-06\n\nRecording: x\n\n${line}\n\n## Topics\n`);
      assert.ok(problems.every(({ fixes }) => fixes.every(({ safe }) => !safe)));
    });
  }
  it('inserts the section where only another line mentions it', () => {
    const text = '# T 2026-01-06\n\nWe left out the highlights since the last meeting.\n\n## Topics\n';
    assert.equal(check('section-missing', text)[0]?.fixes[0]?.safe, true);
  });
  it('inserts no number unasked that another section has', () => {
    const template = templateOf('# T\n\n## 1. News\n\n## 2. Questions\n\n## 3. Next meeting\n');
    const safe = (text: string) => find(text, template)[0]?.fixes.map((fix) => fix.safe);
    assert.deepEqual(safe('# T\n\n## 1. News\n\na\n\n## 2. Next meeting\n'), [false]);
    assert.deepEqual(safe('# T\n\n## 1. News\n\na\n\n## 3. Next meeting\n'), [true]);
  });
  it('offers to rename what is nearly named so, and inserts nothing unasked then', () => {
    const text = '# T 2026-01-06\n\n## Highlights\n\n* a\n';
    const fixes = check('section-missing', text)[0]?.fixes ?? [];
    assert.equal(applyFix(text, fixes[0]), text.replace('Highlights', 'Highlights since the last meeting'));
    assert.deepEqual(
      fixes.map(({ safe }) => safe),
      [false, false],
    );
    assert.equal(check('section-missing', '# T 2026-01-06\n\n## Meeting place\n')[0]?.fixes.length, 1);
  });
  it('reports all that are missing, each where it belongs', () => {
    const text = '# T\n\n## Two\n\nx\n';
    const problems = check('section-missing', text, { template: three });
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['Section "One" is missing; expected before "Two"', 'Section "Three" is missing; expected after "Two"'],
    );
    const once = applyFix(text, problems[1]?.fixes[0]);
    assert.equal(once, '# T\n\n## Two\n\nx\n\n## Three\n\nend\n');
    const twice = applyFix(once, check('section-missing', once, { template: three })[0]?.fixes[0]);
    assert.equal(twice, '# T\n\n## One\n\n* a\n\n## Two\n\nx\n\n## Three\n\nend\n');
    assert.deepEqual(check('section-missing', twice, { template: three }), []);
  });
  it('mends any subset of a template to a whole one', () => {
    const all = ['One', 'Two', 'Three'];
    for (let subset = 0; subset < 8; subset++) {
      const present = all.filter((_, index) => subset & (1 << index));
      let text = `# T\n\n${present.map((heading) => `## ${heading}\n\nbody\n\n`).join('')}`;
      for (let step = 0; step < 3; step++) {
        const [problem] = check('section-missing', text, { template: three });
        if (problem) text = applyFix(text, problem.fixes[0]);
      }
      assert.deepEqual(
        [...text.matchAll(/^## (.*)$/gm)].map((match) => match[1]),
        all,
        text,
      );
    }
  });
});

describe('section-missing, levels', () => {
  const flat = templateOf('# T\n\n## News\n\n## Misc\n');

  it('is met by a heading of the same level only', () => {
    const text = '# T\n\n### News\n\nx\n\n## Misc\n';
    const [problem] = assertFinds('section-missing', '# T\n\n‹### News›\n\nx\n\n## Misc\n', definedBy(flat));
    assert.equal(problem?.message, 'Section "News" is missing; this heading has level 3 instead of 2');
    assert.equal(applyFix(text, problem?.fixes[0]), text.replace('### News', '## News'));
    assert.deepEqual(new Set(problem?.fixes.map(({ safe }) => safe)), new Set([false]));
  });
  it('does not count the marks of an underlined heading', () => {
    const [problem] = find('# T\n\nNews\n---\n\nMisc\n---\n', templateOf('# T\n\n### News\n\n## Misc\n'));
    assert.deepEqual(
      problem?.fixes.map(({ title }) => title),
      ['Insert Section "News"'],
    );
  });
  it('is met at any level where the template says so', () => {
    const template = templateOf('# T\n\n## News\n', { News: { anyLevel: true } });
    assert.deepEqual(messages('# T\n\n#### news:\n', template), []);
  });
});

describe('section-missing, sub-sections', () => {
  const nested = templateOf('# T\n\n## Team\n\n### Done\n\n### Next\n\nn\n\n## Misc\n\n### Done\n');

  it('belong inside their parent', () => {
    const text = '# T\n\n## Team\n\n### Next\n\nx\n\n## Misc\n\n### Done\n\nd\n';
    const [problem, ...others] = find(text, nested);
    assert.deepEqual(others, []);
    assert.equal(problem?.message, 'Section "Done" is missing; expected before "Next"');
    const mended = applyFix(text, problem?.fixes[0]);
    assert.equal(mended, '# T\n\n## Team\n\n### Done\n\n### Next\n\nx\n\n## Misc\n\n### Done\n\nd\n');
    assert.deepEqual(messages(mended, nested), []);
  });
  it('go to the end of a parent that has none of them', () => {
    const text = '# T\n\n## Team\n\ntext\n\n## Misc\n\n### Done\n';
    const problems = find(text, nested);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['Section "Done" is missing; expected in "Team"', 'Section "Next" is missing; expected in "Team"'],
    );
    assert.equal(applyFix(text, problems[1]?.fixes[0]), text.replace('text\n', 'text\n\n### Next\n\nn\n'));
  });
  it('come with a missing parent', () => {
    const text = '# T\n\n## Misc\n\n### Done\n';
    const [problem, ...others] = find(text, nested);
    assert.deepEqual(others, []);
    const mended = applyFix(text, problem?.fixes[0]);
    assert.equal(mended, '# T\n\n## Team\n\n### Done\n\n### Next\n\nn\n\n## Misc\n\n### Done\n');
  });
  it('are asked for in each section of a parent that may stand many times, and in none of an absent optional one', () => {
    const template = templateOf('# T\n\n## Team\n\n### Done\n\n## Guests\n\n### Names\n', {
      Team: { many: true },
      Guests: { required: false },
    });
    const text = '# T\n\n## Team\n\n### Done\n\n## Team\n\nx\n\n## Team\n';
    assert.deepEqual(
      find(text, template).map(({ range }) => text.slice(0, range.from).split('\n').length),
      [7, 11],
    );
    assert.deepEqual(
      messages(`${text}\n## Guests\n`, template).at(-1),
      'Section "Names" is missing; expected in "Guests"',
    );
  });
  it('below a tab stop are asked for nowhere', () => {
    const template = templateOf('# T\n\n## ${1:Topic}\n\n### Decision\n');
    assert.deepEqual(messages('# T\n\n## Parser\n\ntext\n', template), []);
  });
});

describe('section-missing, the place', () => {
  const open = templateOf('# T\n\n## News\n\n## ${1:Topic}\n\n## Misc\n');

  it('of what comes last is behind the writer’s own sections', () => {
    const text = '# T\n\n## News\n\n## Parser\n\nx\n';
    const [problem] = find(text, open);
    assert.equal(problem?.message, 'Section "Misc" is missing; expected at the end of the note');
    assert.equal(applyFix(text, problem?.fixes[0]), `${text.trimEnd()}\n\n## Misc\n`);
  });
  it('says the day and the project of the note', () => {
    const template = templateOf('# T\n\n## News\n\n${1:project} on $CURRENT_YEAR-$CURRENT_MONTH\n');
    const [problem] = check('section-missing', '# T\n', {
      ...definedBy(template, { project: 'lantern' }),
      fileName: '2026-05-19.md',
    });
    assert.equal(applyFix('# T\n', problem?.fixes[0]), '# T\n\n## News\n\nlantern on 2026-05\n');
  });
  it('leaves one blank line on both sides', () => {
    const template = templateOf('# T\n\n## A\n\n## B\n\n## C\n');
    for (const between of ['\n', '\n\n', '\n\n\n', '\r\n\r\n']) {
      const text = `# T\n\n## A${between}## C\n`;
      const mended = applyFix(text, find(text, template)[0]?.fixes[0]).replaceAll('\r', '');
      assert.match(mended, /## A\n\n## B\n\n\n?## C\n$/);
    }
  });
});

describe('section-missing, with the section in another form', () => {
  const template = templateOf('# T\n\n## Attendees\n\n## Misc\n');
  for (const line of [
    '**Attendees**',
    '**Attendees:**',
    '__attendees__:',
    '##Attendees',
    '###Attendees (5)',
    '<h2>Attendees</h2>',
    '<h3 id="a"><b>Attendees</b></h3>',
    '## 👥 Attendees',
    '## :wave: Attendees',
    '## 1. Attendees',
    '## Attendees {#who}',
    '## <a name="who"></a>Attendees',
    '### 2.1 Attendees 🎉',
  ])
    it(`offers to make ${line} the heading, and inserts none`, () => {
      const rest = '\n\n* Ann\n\n## Misc\n';
      const [problem, ...others] = assertFinds(
        'section-missing',
        `# T\n\n‹${line}›${rest}`,
        definedBy(template),
      );
      assert.match(problem?.message ?? '', /^Section "Attendees" is missing; this /);
      assert.deepEqual([others.length, problem?.fixes.map(({ safe }) => safe)], [0, [false]]);
      const fixed = applyFix(`# T\n\n${line}${rest}`, problem?.fixes[0]);
      assert.equal(fixed, `# T\n\n## Attendees${rest}`);
      assert.deepEqual(find(fixed, template), []);
    });
  for (const line of [
    '* **Attendees**',
    '> **Attendees**',
    '**Attendees** were **here**',
    'Attendees',
    '#Attendance',
    '## Former attendees',
    '```\n##Attendees\n```',
    '<!-- <h2>Attendees</h2> -->',
  ])
    it(`does not take ${line} for it`, () =>
      assert.match(
        find(`# T\n\n${line}\n\n## Misc\n`, template)[0]?.fixes.at(-1)?.title ?? '',
        /^Insert Section/,
      ));
});

describe('section-missing, where the section is there by nearly the same name', () => {
  const template = templateOf(
    '## Highlights since the last meeting\n\n## Announcements\n\n## Nächste Übersicht\n',
  );
  const rest = ['Highlights since the last meeting', 'Announcements', 'Nächste Übersicht'];
  for (const [line, wanted, fixed] of [
    ...(
      [
        ['Highlights since last meeting', 0],
        ['Higlights since the last meeting', 0],
        ['Highlights since the last meting', 0],
        ['Highlights', 0],
        ['Higlights', 0],
        ['The highlights since our last meeting', 0],
        ['Since the last meeting: highlights', 0],
        ['Highlight since the last meeting', 0],
        ['🎉 Highlights since last meeting', 0],
        ['1. Highlights since last meeting (10 min, Ann)', 0],
        ['Announcement', 1],
        ['Annoucements', 1],
        ['Any announcements', 1],
        ['Announcments 📢', 1],
        ['Nachste Ubersicht', 2],
        ['Naechste Uebersicht', 2],
        ['NÄCHSTE ÜBERSICHTEN', 2],
      ] as const
    ).map(([heading, index]) => [`## ${heading}`, index, `## ${rest[index]}`] as const),
    ['### Announcement', 1, '## Announcements'],
    ['**Announcements**: none', 1, '## Announcements\n\nnone'],
    ['**Announcements:** none', 1, '## Announcements\n\nnone'],
    ['Announcements: none', 1, '## Announcements\n\nnone'],
    ['Announcements (5 min): none', 1, '## Announcements\n\nnone'],
    ['## Announcements: none', 1, '## Announcements\n\nnone'],
    ['**Announcements**', 1, '## Announcements'],
    ['📢 **Announcements**', 1, undefined],
    ['* Announcements: none', 1, undefined],
  ] as const)
    it(line, () => {
      const others = rest
        .filter((_, index) => index !== wanted)
        .map((heading) => `## ${heading}\n\ntext\n\n`);
      const text = `# T\n\n${line}\n\ntext\n\n${others.join('')}`;
      const [problem, ...more] = find(text, template);
      assert.equal(more.length, 0);
      assert.ok(problem?.fixes.every(({ safe }) => !safe));
      if (fixed) assert.equal(applyFix(text, problem?.fixes[0]), text.replace(line, fixed));
    });

  for (const heading of ['Releases', 'Old business', 'Next steps'])
    it(`another section: ${heading}`, () => {
      const text = `# T\n\n## ${heading}\n\n## ${rest[1]}\n\n## ${rest[2]}\n`;
      assert.ok(find(text, template)[0]?.fixes.every(({ title }) => title.startsWith('Insert')));
    });
});
