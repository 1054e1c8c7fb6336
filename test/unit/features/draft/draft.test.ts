import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { noteDate, summarize } from '../../../../server/core/archive/summary.ts';
import { draftNote, replacement, withDrafts } from '../../../../server/core/features/draft/draft.ts';
import type { Drafted, DraftSource, DraftStore } from '../../../../server/core/features/draft/drafted.ts';
import { type Conventions, usualConventions } from '../../../../server/core/note/conventions.ts';
import type { Repository } from '../../../../server/core/note/note.ts';
import { parseNote } from '../../../../server/core/note/parse.ts';
import type { Issue } from '../../../../server/core/references/issue.ts';
import { builtinTemplate } from '../../../../server/core/template/file/builtin.ts';
import { renderTemplate } from '../../../../server/core/template/render/render.ts';
import type { DraftPart } from '../../../../shared/drafts.ts';
import { inEnglish, t } from '../../../../shared/l10n.ts';
import { noteUri } from '../../../helpers/series.ts';

const own = { host: 'github.com', owner: 'o', name: 'r' };
const other = { host: 'github.com', owner: 'o', name: 'docs' };
const wait = { timeout: 1_000 };

const issue = (number: number, day: string, more: Partial<Issue> = {}): Issue => ({
  repository: own,
  number,
  kind: 'pull',
  title: `Change ${number}`,
  state: 'merged',
  createdAt: number,
  updatedAt: 0,
  mergedAt: Date.parse(`${day}T12:00:00Z`),
  ...more,
});

interface Known {
  readonly merged?: readonly Issue[];
  readonly labelled?: Readonly<Record<string, readonly Issue[]>>;
  readonly oldest?: readonly Issue[];
  readonly releases?: readonly {
    readonly tag: string;
    readonly name?: string;
    readonly publishedAt: number;
  }[];
  readonly peek?: readonly Issue[];
  readonly isOffline?: boolean;
}

function storeOf(known: Known, asked: string[] = []): DraftStore {
  const offline = {
    kind: 'unavailable',
    reason: 'offline',
    message: t('GitHub cannot be reached.'),
  } as const;
  const of = (repository: Repository, all: readonly Issue[]) =>
    known.isOffline
      ? offline
      : ({ kind: 'found', items: all.filter((each) => each.repository.name === repository.name) } as const);
  return {
    merged: async (repository, from, to) => {
      asked.push(`${repository.name} ${from}..${to}`);
      const isIn = (day: string) => from <= day && day <= to;
      return of(
        repository,
        (known.merged ?? []).filter((each) => isIn(new Date(each.mergedAt!).toISOString().slice(0, 10))),
      );
    },
    labelled: async (repository, label) => of(repository, known.labelled?.[label] ?? []),
    oldestPulls: async (repository, count) => of(repository, (known.oldest ?? []).slice(0, count)),
    releases: async (_, since) =>
      known.isOffline
        ? offline
        : { kind: 'found', items: (known.releases ?? []).filter((each) => each.publishedAt >= since) },
    fetchAll: async () => {},
    peek: ({ number }) => {
      const found = known.peek?.find((each) => each.number === number);
      return found && { kind: 'found', issue: found, fetchedAt: 0 };
    },
  };
}

interface Options {
  /** By day, the text below the title. */
  readonly earlier?: Readonly<Record<string, string>>;
  readonly known?: Known | null;
  readonly more?: Partial<DraftSource>;
  readonly conventions?: Conventions;
  readonly asked?: string[];
}

function sourceOf({ earlier = {}, known = {}, more = {}, conventions, asked }: Options): DraftSource {
  const days = Object.keys(earlier).sort().reverse();
  const notes = days.map((day) => parseNote(`# T ${day}\n\n${earlier[day]}\n`, undefined, conventions));
  const summaries = notes.map((note, index) => summarize(noteUri(days[index]!), note));
  assert.deepEqual(summaries.map(noteDate), days);
  return {
    uri: noteUri('2026-02-03'),
    day: '2026-02-03',
    notes: summaries,
    earlier: summaries,
    examples: notes.slice(0, 4),
    own,
    template: builtinTemplate,
    agenda: [],
    oldestPulls: 0,
    withBots: false,
    meetings: 12,
    store: known === null ? undefined : storeOf(known, asked),
    ...more,
  };
}

async function draft(text: string, part: DraftPart, options: Options): Promise<Drafted> {
  const note = parseNote(text, undefined, options.conventions);
  const [drafted] = await draftNote(note, [part], sourceOf(options), wait);
  return drafted!;
}

async function drafted(text: string, parts: readonly DraftPart[], options: Options): Promise<string> {
  const { conventions = usualConventions } = options;
  const note = parseNote(text, undefined, conventions);
  const drafts = await draftNote(note, parts, sourceOf(options), wait);
  return withDrafts({ text }, drafts, conventions).text;
}

const headed = (heading: string, body = '') =>
  `# T 2026-02-03\n\n## ${heading}\n\n${body === '' ? '' : `${body}\n\n`}## Misc\n`;

describe('drafted highlights', () => {
  const earlier = {
    '2026-01-06': '## Highlights\n\n* a (PR #1)',
    '2026-01-20': '## Highlights\n\n* b (PR #2)',
  };
  const lines = async (merged: readonly Issue[], more: Partial<DraftSource> = {}) => {
    const text = await drafted(headed('Highlights'), ['highlights'], { earlier, known: { merged }, more });
    return text
      .split('\n')
      .flatMap((line) => (/^\* /.test(line) ? [Number(/\d+(?=\))/.exec(line)![0])] : []));
  };

  it('are those merged between the notes that none of them mentions', async () =>
    assert.deepEqual(
      await lines([
        issue(1, '2026-01-21'),
        issue(2, '2026-01-22'),
        issue(3, '2026-01-23'),
        issue(4, '2026-01-20'),
        issue(5, '2026-01-19'),
        issue(6, '2026-02-04'),
      ]),
      [4, 3],
    ));

  for (const more of [
    { author: 'dependabot[bot]' },
    { author: 'renovate' },
    { title: 'Bump lodash from 1 to 2' },
    { title: 'chore(deps): update x' },
    { title: 'build(deps-dev): bump y' },
    { title: 'Update dependency z to v2' },
  ])
    it(`are not those of bots: ${JSON.stringify(more)}`, async () => {
      assert.deepEqual(await lines([issue(9, '2026-01-21', more)]), []);
      assert.deepEqual(await lines([issue(9, '2026-01-21', more)], { withBots: true }), [9]);
    });
  for (const title of ['Bump', 'Update the docs', 'fix(deploy): x', 'Dependencies: say why'])
    it(`are people’s: ${title}`, async () =>
      assert.deepEqual(await lines([issue(9, '2026-01-21', { title })]), [9]));

  const merged = [issue(4, '2026-01-21'), issue(5, '2026-01-22')];
  for (const [body, expected] of [
    ['* Old (PR #1)', '* Old (PR #1)\n* Change 4 (PR #4)\n* Change 5 (PR #5)'],
    ['', '* Change 4 (PR #4)\n* Change 5 (PR #5)'],
    ['Words.', 'Words.\n\n* Change 4 (PR #4)\n* Change 5 (PR #5)'],
    // What the template left open is replaced.
    ['* what changed (PR #number)', '* Change 4 (PR #4)\n* Change 5 (PR #5)'],
    ['* ', '* Change 4 (PR #4)\n* Change 5 (PR #5)'],
    ['Words.\n\n* what changed (PR #number)', 'Words.\n\n* Change 4 (PR #4)\n* Change 5 (PR #5)'],
  ] as const)
    it(`stand at the end of the section: ${body.replaceAll('\n', '⏎')}`, async () =>
      assert.equal(
        await drafted(headed('Highlights', body), ['highlights'], { earlier, known: { merged } }),
        headed('Highlights', expected),
      ));

  it('say what they bring', async () => {
    const found = await draft(headed('Highlights'), 'highlights', { earlier, known: { merged } });
    assert.equal(found.kind === 'draft' && inEnglish(found.brings), '2 merged pull requests');
  });

  it('are grouped by repository where those of the earlier notes are', async () => {
    const grouped = {
      '2026-01-20':
        '## Highlights\n\n### o/r\n\n- a [#2](https://github.com/o/r/pull/2)\n\n### o/docs\n\n- b [#3](https://github.com/o/docs/pull/3)',
    };
    const known = {
      merged: [issue(4, '2026-01-21'), issue(7, '2026-01-22', { repository: other }), issue(8, '2026-01-23')],
    };
    assert.equal(
      await drafted(headed('Highlights'), ['highlights'], { earlier: grouped, known }),
      headed(
        'Highlights',
        [
          '### o/r\n\n- Change 4 [#4](https://github.com/o/r/pull/4)\n- Change 8 [#8](https://github.com/o/r/pull/8)',
          '### o/docs\n\n- Change 7 [#7](https://github.com/o/docs/pull/7)',
        ].join('\n\n'),
      ),
    );
    const started = headed('Highlights', '### o/docs\n\n- c\n\n### o/r\n\n- d');
    assert.equal(
      await drafted(started, ['highlights'], { earlier: grouped, known }),
      headed(
        'Highlights',
        '### o/docs\n\n- c\n- Change 7 [#7](https://github.com/o/docs/pull/7)\n\n### o/r\n\n- d\n- Change 4 [#4](https://github.com/o/r/pull/4)\n- Change 8 [#8](https://github.com/o/r/pull/8)',
      ),
    );
  });

  it('are also of a repository that several notes list', async () => {
    const two = {
      '2026-01-06': '## Highlights\n\n* a (https://github.com/o/docs/pull/1)',
      '2026-01-20':
        '## Highlights\n\n* b (https://github.com/o/docs/pull/2)\n* c (https://github.com/o/x/pull/2)',
    };
    const asked: string[] = [];
    await drafted(headed('Highlights'), ['highlights'], { earlier: two, asked });
    assert.deepEqual(asked, ['r 2026-01-20..2026-02-03', 'docs 2026-01-20..2026-02-03']);
  });

  for (const [why, text, options, expected] of [
    ['no section', '# T\n\n## Misc\n', { earlier }, 'noSection'],
    ['no earlier note', headed('Highlights'), {}, 'nothing'],
    ['no repository', headed('Highlights'), { earlier, more: { own: undefined } }, 'notConfigured'],
    ['no GitHub', headed('Highlights'), { earlier, known: null }, 'notConfigured'],
    ['nothing merged', headed('Highlights'), { earlier }, 'nothing'],
    ['offline', headed('Highlights'), { earlier, known: { isOffline: true } }, 'unavailable'],
  ] as const)
    it(`are none: ${why}`, async () => {
      const found = await draft(text, 'highlights', options);
      assert.equal(found.kind === 'none' && found.reason, expected);
    });
});

describe('drafted releases', () => {
  const earlier = { '2026-01-20': '## Highlights\n\n* a (PR #1)' };
  const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
  const releases = [
    { tag: '5.2.0', name: 'Osprey', publishedAt: at('2026-02-01') },
    { tag: 'v5.1', name: 'Release v5.1', publishedAt: at('2026-01-25') },
    { tag: '5.0 (x)', publishedAt: at('2026-01-21') },
    { tag: '6.0', publishedAt: at('2026-02-04') },
    { tag: '4.0', publishedAt: at('2026-01-19') },
  ];
  it('stand before the highlights, the oldest first', async () =>
    assert.equal(
      await drafted(headed('Highlights'), ['highlights', 'releases'], {
        earlier,
        known: { releases, merged: [issue(4, '2026-01-21')] },
      }),
      headed(
        'Highlights',
        [
          '* [5.0 (x)](https://github.com/o/r/releases/tag/5.0%20%28x%29)',
          '* [Release v5.1](https://github.com/o/r/releases/tag/v5.1)',
          '* [5.2.0](https://github.com/o/r/releases/tag/5.2.0): Osprey',
          '* Change 4 (PR #4)',
        ].join('\n'),
      ),
    ));
});

describe('carried over items', () => {
  const earlier = {
    '2026-01-06': '## Action items\n\n- [ ] @ada: write #7\n- [ ] @ben: test it (#8)\n- [x] old',
    '2026-01-20': '## Action items\n\n- [ ] @ada: write #7',
  };
  const note = headed('Action items');
  const carried = [
    '* @ada: write #7 (since [2026-01-06](20260106_meeting_notes.md))',
    '* @ben: test it (#8) (since [2026-01-06](20260106_meeting_notes.md))',
  ];
  it('say how many', async () => {
    const found = await draft(note, 'todos', { earlier });
    assert.equal(found.kind === 'draft' && inEnglish(found.brings), '2 open action items');
    const boxed = carried.map((line) => line.replace('* ', '- [ ] ')).join('\n');
    assert.equal(await drafted(note, ['todos'], { earlier }), headed('Action items', boxed));
  });
  it('replace what the template left open', async () =>
    assert.equal(
      await drafted(headed('Action items', '* TODO(owner): what is to be done'), ['todos'], { earlier }),
      headed('Action items', carried.join('\n')),
    ));
  it('keep the box of an empty item', async () =>
    assert.equal(
      await drafted(headed('Action items', '- [ ] '), ['todos'], { earlier }),
      headed('Action items', carried.map((line) => line.replace('* ', '- [ ] ')).join('\n')),
    ));
  it('are written as done if their issues are closed and the writer wants that', async () => {
    const known = { peek: [issue(7, '2026-01-21'), issue(8, '2026-01-21', { state: 'open' })] };
    const text = await drafted(headed('Action items', '- [ ] '), ['todos', 'done'], { earlier, known });
    assert.deepEqual(text.match(/- \[.\] @\w+/g), ['- [x] @ada', '- [ ] @ben']);
    const alone = await drafted(headed('Action items', '- [ ] '), ['done'], { earlier, known });
    assert.deepEqual(alone.match(/- \[.\] @\w+/g), ['- [x] @ada']);
    const again = await draft(text, 'done', { earlier, known });
    assert.equal(again.kind === 'none' && again.reason, 'nothing');
  });
  it('are not carried over twice', async () => {
    const text = await drafted(note, ['todos'], { earlier });
    const again = await draft(text, 'todos', { earlier });
    assert.equal(again.kind === 'none' && again.reason, 'nothing');
  });
});

describe('a drafted agenda', () => {
  const open = (number: number, more: Partial<Issue> = {}) =>
    issue(number, '2026-01-21', { kind: 'issue', state: 'open', title: `Topic ${number}`, ...more });
  const known = {
    labelled: { 'tsc-agenda': [open(12), open(10, { kind: 'pull' }), open(3, { repository: other })] },
  };
  const more = { agenda: ['tsc-agenda'] };

  it('has the form of the earlier ones, the oldest first', async () => {
    const earlier = { '2026-01-20': '## Agenda\n\n* a [#2](https://github.com/o/r/issues/2)' };
    assert.equal(
      await drafted(headed('Agenda'), ['agenda'], { earlier, known, more }),
      headed(
        'Agenda',
        '* Topic 10 [#10](https://github.com/o/r/pull/10)\n* Topic 12 [#12](https://github.com/o/r/issues/12)',
      ),
    );
  });

  it('stands below a heading for each repository', async () => {
    const earlier = {
      '2026-01-20':
        '## Agenda\n\n### Announcements\n\n* x\n\n### o/r\n\n* a [#2](https://github.com/o/r/issues/2)\n\n### o/docs\n\n* b [#1](https://github.com/o/docs/issues/1)',
    };
    const text = '## Agenda\n\n### Announcements\n\n### Q&A';
    const expected = `${text}\n\n### o/r\n\n* Topic 10 [#10](https://github.com/o/r/pull/10)\n* Topic 12 [#12](https://github.com/o/r/issues/12)\n\n### o/docs\n\n* Topic 3 [#3](https://github.com/o/docs/issues/3)`;
    assert.equal(
      await drafted(`# T 2026-02-03\n\n${text}\n\n## Misc\n`, ['agenda'], { earlier, known, more }),
      `# T 2026-02-03\n\n${expected}\n\n## Misc\n`,
    );
  });

  it('leaves out what the note has', async () => {
    const text = headed('Agenda', '* Topic (PR #10)');
    const found = await draft(text, 'agenda', { known, more });
    assert.equal(
      found.kind === 'draft' && inEnglish(found.brings),
      '1 issue or pull request with the label "tsc-agenda"',
    );
    assert.equal(
      await drafted(text, ['agenda'], { known, more }),
      headed('Agenda', '* Topic (PR #10)\n* Topic 12 (issue #12)'),
    );
  });

  for (const [heading, isOne] of [
    ['Agenda', true],
    ['Any Questions / Issues / PRs people want to discuss?', true],
    ['Topics', true],
    ['Agenda items for the next meeting', false],
    ['Attendees', false],
  ] as const)
    it(`${isOne ? 'stands' : 'does not stand'} below "${heading}"`, async () =>
      assert.equal((await draft(headed(heading), 'agenda', { known, more })).kind, isOne ? 'draft' : 'none'));

  it('has the pull requests that were opened first', async () => {
    const found = {
      known: { oldest: [1, 2, 3].map((number) => open(number, { kind: 'pull' })) },
      more: { oldestPulls: 2 },
    };
    assert.equal(
      await drafted(headed('Look at old PRs', '_(If there’s time)_'), ['oldestPulls'], found),
      headed('Look at old PRs', '_(If there’s time)_\n\n* Topic 1 (PR #1)\n* Topic 2 (PR #2)'),
    );
  });

  it('has what three notes spoke of, while it is open', async () => {
    const earlier = Object.fromEntries(
      ['2026-01-06', '2026-01-13', '2026-01-20'].map((day) => [day, '## Agenda\n\nissue #5, issue #6, #7']),
    );
    const text = await drafted(headed('Agenda'), ['recurring'], {
      earlier: { ...earlier, '2026-01-27': 'issue #8' },
      known: { peek: [open(5), open(6, { state: 'completed' }), open(7, { kind: 'pull', state: 'draft' })] },
    });
    assert.deepEqual(text.match(/Topic \d/g), ['Topic 5', 'Topic 7']);
    const unknown = await draft(headed('Agenda'), 'recurring', { earlier });
    assert.equal(unknown.kind === 'none' && unknown.reason, 'unavailable');
  });
});

describe('who is there', () => {
  const earlier = {
    '2026-01-13': '## Attendees\n\n- [x] Ada King (@adaking)\n- [x] Cem Okur (@cem)',
    '2026-01-20': '## Attendees\n\n- [x] Ada King (@adaking)\n- [ ] Ben Lutz (@benl)',
  };
  it('are those of the latest notes, unticked', async () =>
    assert.equal(
      await drafted(headed('Attendees', '- [ ] '), ['attendance'], { earlier }),
      headed('Attendees', '- [ ] Ada King (@adaking)\n- [ ] Ben Lutz (@benl)\n- [ ] Cem Okur (@cem)'),
    ));
  it('are not those who are there', async () =>
    assert.equal(
      await drafted(headed('Attendees', '- Ben (@benl)'), ['attendance'], { earlier }),
      headed('Attendees', '- Ben (@benl)\n- [ ] Ada King (@adaking)\n- [ ] Cem Okur (@cem)'),
    ));
  it('is nobody without a section', async () => {
    const found = await draft(headed('Topics'), 'attendance', { earlier });
    assert.equal(found.kind === 'none' && found.reason, 'noSection');
  });
});

describe('a new note', () => {
  const earlier = {
    '2026-01-20': '## Highlights\n\n* a (PR #1)\n\n## Action items\n\n* TODO(ada): write ${1:it} {x}\n',
  };
  it('keeps the tab stops around what was drafted', async () => {
    const rendered = renderTemplate(builtinTemplate, { date: '2026-02-03', project: 'lantern' });
    const note = parseNote(rendered.text);
    const source = sourceOf({ earlier, known: { merged: [issue(4, '2026-01-21', { title: 'Say $x}' })] } });
    const drafts = await draftNote(note, ['highlights', 'todos', 'agenda'], source, wait);
    const { text, snippet } = withDrafts(rendered, drafts, usualConventions);
    assert.match(text, /\n\n\* Say \\?\$x\} \(PR #4\)\n\n## Topic\n/);
    assert.match(
      text,
      /\n\* TODO\(ada\): write \$\{1:it\} \{x\} \(since \[2026-01-20\]\(20260120_meeting_notes\.md\)\)\n\n## Misc\n/,
    );
    assert.doesNotMatch(text, /what changed|what is to be done/);
    assert.match(snippet, /\n## \$\{\d:Topic\}\n/);
    assert.match(snippet, /write \\\$\{1:it\\\} \{x\\\}/);
  });
});

describe('the edit of an open note', () => {
  for (const [before, after, expected] of [
    ['a\nb\nc', 'a\nb\nc', undefined],
    ['a\nb\nc', 'a\nx\nb\nc', { range: { from: 2, to: 3 }, text: 'x\nb' }],
    ['a\r\nbc\r\nd', 'a\r\nbd\r\nd', { range: { from: 3, to: 5 }, text: 'bd' }],
    ['aa\naa', 'aa\naa\naa', { range: { from: 3, to: 5 }, text: 'aa\naa' }],
    ['', 'a', { range: { from: 0, to: 0 }, text: 'a' }],
  ] as const)
    it(JSON.stringify([before, after]), () => {
      const edit = replacement(before, after);
      assert.deepEqual(edit, expected);
      if (edit)
        assert.equal(before.slice(0, edit.range.from) + edit.text + before.slice(edit.range.to), after);
    });
});
