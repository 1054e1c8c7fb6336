import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixText } from '../../../server/cli/fixText.ts';
import { findProblems } from '../../../server/core/checks/findProblems.ts';
import { defaultSeverities } from '../../../server/core/checks/rules.ts';
import { documentLinks } from '../../../server/core/features/documentLinks.ts';
import { externalHover } from '../../../server/core/features/externalHover.ts';
import { templateCompletion } from '../../../server/core/features/template/completion.ts';
import { templateHover } from '../../../server/core/features/template/hover.ts';
import { learnTemplate } from '../../../server/core/learn/template/learnTemplate.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { readTemplate } from '../../../server/core/template/file/readTemplate.ts';
import { parseGlob } from '../../../server/core/template/patterns/glob.ts';
import { matchesGlob } from '../../../server/core/template/patterns/matchGlob.ts';
import { matchPattern } from '../../../server/core/template/patterns/matchPattern.ts';
import { formatPattern, parsePattern } from '../../../server/core/template/patterns/pattern.ts';
import { renderSeries } from '../../../server/core/template/render/render.ts';
import { contextOf } from '../../../server/core/workspace/documentContext.ts';
import { hostileTitles } from '../../helpers/github/hostileTitles.ts';
import { growsLinearly, growsLinearlyIn } from '../../helpers/growth.ts';
import { Random } from '../../helpers/random.ts';

const seed = Number(process.env.OFFICE_HOURS_SEED ?? 20_260_412);
/** Each takes some of them. `OFFICE_HOURS_RUNS` asks for more. */
const runs = Number(process.env.OFFICE_HOURS_RUNS ?? 600);
const today = '2026-03-03';

const words = [
  ...Object.values(hostileTitles),
  ...[
    '{YYYY-MM-DD}',
    '{number}',
    '{any}',
    '{project}',
    '{',
    '}',
    '{{',
    'YYYY',
    '.md',
    '..',
    '../',
    '/',
    '\\',
    '%2f',
    'C:',
  ],
  ...[
    '*',
    '**',
    '?',
    '{a,b}',
    '{,}',
    ',',
    '[a]',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '&a',
    '*a',
    '<<',
  ],
  ...[
    'EIP-1',
    'TSC#12',
    '#1',
    '@ada',
    'TODO(ada): x',
    'AI: AL to do',
    'Ada',
    '- [ ] x',
    '2026-03-03',
    '20260303',
    '1',
    '9'.repeat(30),
  ],
  ...[
    '# ',
    '## ',
    '### ',
    '\n',
    '\r\n',
    '\n\n',
    '\r',
    '\t',
    ' ',
    '- ',
    '* ',
    '> ',
    '    ',
    '```\n',
    '---\n',
    '<!-- optional -->',
    '<!-- office-hours-disable -->',
  ],
  ...[
    '## Updates\n',
    '## Old pull requests\n',
    'Recording: https://youtu.be/x\n',
    '$',
    '${1:x}',
    '$CURRENT_YEAR',
    '!!js/function',
    '!!binary x',
    '\u0000',
    '\uFEFF',
  ],
];

function some(random: Random, most: number): string {
  let text = '';
  for (let count = random.below(most + 1); count > 0; count--) text += random.pick(words);
  return text;
}

/** In double quotes YAML takes any character, and its own escapes. */
function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 200));
}

function template(random: Random): string {
  const value = () => quoted(some(random, 3));
  const either = (good: string) => (random.below(2) === 0 ? good : value());
  return `---
project: ${either('lantern')}
notes: ${either('docs/**')}
file: ${either("'{YYYY-MM-DD}.md'")}
title: ${either("'{project} office hours {YYYY-MM-DD}'")}
date: ${either('title')}
every: ${either('Tuesday')}
repository: ${either('lantern-org/lantern')}
repositories: {TSC: ${either('lantern-org/TSC')}, ${value()}: lantern-org/x}
references: {'EIP-': ${either("'https://example.org/{id}'")}, ${value()}: ${quoted(`https://example.org/${some(random, 2)}{id}`)}}
people: [Ada, ${value()}, {name: ${value()}, login: ${value()}, initials: ${value()}, aliases: [${value()}]}]
todo: {markers: [AP, ${value()}], sections: [${value()}], owners: ['{owner} to {task}', ${value()}]}
checks: {section-empty: ${either('hint')}}
recording: ${either('true')}
---
# \${1:project} office hours \${2:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}

## Updates
<!-- also: ${some(random, 1).replaceAll('\n', ' ')} -->

${some(random, 8)}

## Old pull requests
`;
}

function noteText(random: Random): string {
  return `# lantern office hours 2026-03-0${1 + random.below(9)}\n\n${some(random, 30)}`;
}

/** Fails with what it was made of, so that it can become a row. */
function contained<T>(input: unknown, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new Error(`seed ${seed}: ${JSON.stringify(input)}`, { cause: error });
  }
}

/** What in a Markdown text leads anywhere, or is markup that is not ours. */
function harmfulIn(markdown: string): string | undefined {
  const withoutTargets = markdown.replace(/\]\(<[^>]*>\)/g, '');
  const targets = [...markdown.matchAll(/\]\(<?([^)>]*)/g)].map(([, target = '']) => target);
  return (
    targets.find((target) => !target.startsWith('https://example.org/')) ??
    /<[a-z!/]|!\[|\$\(/i.exec(withoutTargets)?.[0]
  );
}

describe(`a stranger’s template and notes, ${runs} times from the seed ${seed}`, () => {
  it('patterns', () => {
    const random = new Random(seed);
    for (let run = 0; run < runs * 4; run++) {
      const [source, text] = [some(random, 5).slice(0, 300), some(random, 6)];
      contained({ source, text }, () => {
        const read = parsePattern(source);
        if (read.kind === 'wrong') {
          assert.ok(read.range.from <= read.range.to && read.range.to <= source.length);
          return;
        }
        const found = matchPattern(read.pattern, text);
        for (const range of [found?.date?.range, found?.number?.range, found?.project])
          assert.ok(range === undefined || (range.from < range.to && range.to <= text.length));
        const written = formatPattern(read.pattern, { date: today, project: 'lantern', number: 7 });
        if (!/\{any\}/.test(source)) matchPattern(read.pattern, written);
      });
    }
  });

  it('globs', () => {
    const random = new Random(seed + 1);
    for (let run = 0; run < runs * 4; run++) {
      const source = some(random, 5);
      const components = some(random, 4).split('/');
      contained({ source, components }, () => {
        const read = parseGlob(source);
        if (read.kind === 'wrong') return;
        matchesGlob(read.glob, components);
        for (const alternative of read.glob.alternatives)
          for (const each of alternative)
            assert.ok(each.kind !== 'name' || !['', '.', '..'].includes(each.name));
      });
    }
  });

  it('what a template’s words become in a hover, a link, a list and a new note', () => {
    const random = new Random(seed + 2);
    const seen = { hovers: 0, items: 0, links: 0, names: 0 };
    for (let run = 0; run < runs; run++) {
      const source = template(random);
      const text = noteText(random);
      contained({ source, text }, () => {
        const read = readTemplate(source);
        const inputs = { read, today, names: ['Ada', '${1:x}'], files: [['docs', '2026-03-03.md']] } as const;
        const file = TextDocument.create('file:///w/.office-hours/a.md', 'markdown', 1, source);
        for (let count = 0; count < 8; count++) {
          const offset = random.below(source.length + 1);
          const shown = templateHover(file, inputs, offset, true)?.contents;
          if (shown !== undefined && typeof shown === 'object' && 'kind' in shown) {
            const own = shown.value.replace(/```yaml[\s\S]*?```/g, '');
            assert.equal(harmfulIn(own), undefined, own);
            seen.hovers++;
          }
          for (const { insertTextFormat } of templateCompletion(file, inputs, offset)?.items ?? []) {
            assert.equal(insertTextFormat, 1);
            seen.items++;
          }
        }
        const note = parseNote(text, undefined, read.definition.conventions);
        const document = TextDocument.create('file:///w/docs/a.md', 'markdown', 1, text);
        for (const { target = '' } of documentLinks(document, { note })) {
          assert.match(target, /^https:\/\/(?:github\.com|example\.org)\/[^\s<>[\]"`\\]*$/);
          assert.ok(['github.com', 'example.org'].includes(new URL(target).host));
          seen.links++;
        }
        for (const external of note.external) {
          const shown = externalHover(document, note, external, external.range.from, true).contents;
          if (typeof shown === 'object' && 'kind' in shown) {
            assert.equal(harmfulIn(shown.value), undefined, shown.value);
            seen.names++;
          }
        }
        const made = renderSeries(read.definition, { date: today });
        assert.equal(typeof made.text, 'string');
      });
    }
    for (const [what, times] of Object.entries(seen)) assert.ok(times > 0, `no ${what} at all`);
  });

  it('fixes that lose nothing and come to an end', () => {
    const random = new Random(seed + 3);
    for (let run = 0; run < runs; run++) {
      const [source, text] = [template(random), noteText(random)];
      contained({ source, text }, () => {
        const { definition } = readTemplate(source);
        const problemsOf = (now: string) => {
          const note = parseNote(now, undefined, definition.conventions);
          return findProblems(
            contextOf('file:///w/docs/2026-03-03.md', note, undefined, today, definition),
            defaultSeverities,
          );
        };
        const fixed = fixText(text, problemsOf);
        const again = fixText(fixed.text, problemsOf);
        assert.deepEqual(again.text, fixed.text);
      });
    }
  });

  it('a template learned from any notes is one that can be read', () => {
    const random = new Random(seed + 4);
    for (let run = 0; run < runs / 4; run++) {
      const notes = Array.from({ length: 1 + random.below(5) }, (_, index) => ({
        folders: random.below(3) === 0 ? [some(random, 1)] : [],
        fileName: random.below(3) === 0 ? some(random, 3) : `2026-03-0${index + 1}.md`,
        text: random.below(2) === 0 ? noteText(random) : some(random, 20),
      }));
      contained(notes, () => {
        const learned = learnTemplate(
          notes.map(({ text, ...place }) => ({ ...place, note: parseNote(text) })),
          { folder: ['docs', some(random, 1)], nested: false },
        );
        const { broken, problems, definition } = readTemplate(learned.text);
        assert.ok(!broken, `${JSON.stringify(problems)} in ${learned.text}`);
        assert.match(learned.name, /^[\p{L}\p{N}_-]+$/u);
        renderSeries(definition, { date: today });
      });
    }
  });

  for (const [pattern, piece] of [
    ['{any}{number}x', '1'],
    ['{any} {number} {any}x', '1 '],
    ['{project}a{any}a{any}a{any}b', 'a'],
    ['{any}{YYYY-MM-DD}x', '2026-03-03'],
    ['{any}{dddd Do MMMM YYYY}x', 'Tuesday 3rd '],
    [`${'{any}a'.repeat(10)}b`, 'a'],
  ] as const) {
    it(`matching is linear in a long title: ${pattern.slice(0, 40)}`, () => {
      const read = parsePattern(pattern);
      assert.ok(read.kind === 'pattern', JSON.stringify(read));
      growsLinearlyIn([piece], 100_000, (text) => matchPattern(read.pattern, text));
    });
  }

  const items = (count: number, item: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => item(index));
  for (const [what, frontMatter, body] of [
    [
      'people',
      `people: [${items(900, (n) => `{name: Pn${n} Q${n}, login: l${n}, initials: A${n}, aliases: [z${n}]}`)}]`,
      '',
    ],
    ['ways to name an owner', `todo: {owners: [${items(1000, (n) => `'{owner} w${n} {task}'`)}]}`, ''],
    [
      'markers',
      `todo: {markers: [${items(1000, (n) => `MARK${n}`)}], sections: [${items(1000, (n) => `S${n}`)}]}`,
      '',
    ],
    ['globs', `notes: [${items(1000, (n) => `'{a,b}{c,d}{e,f}${n}/**/*'`)}]`, ''],
    [
      'references',
      `references: {${items(900, (n) => `'E${'x'.repeat(n % 20)}${n}a-': 'https://e.org/{id}'`)}}`,
      '',
    ],
    ['headings', 'project: x', items(20_000, (n) => `## S${n}\n`).join('')],
    [
      'other names',
      'project: x',
      items(200, (n) => `## S${n}\n${'<!-- also: x y z -->\n'.repeat(20)}`).join(''),
    ],
    [
      'nested headings',
      'project: x',
      items(5_000, (n) => `${'#'.repeat(2 + (n % 5))} S${n}\n<!-- many -->\n`).join(''),
    ],
  ] as const) {
    it(`a note is looked at in linear time, whatever the template asks for: ${what}`, () => {
      const { definition } = readTemplate(
        `---\n${frontMatter}\n---\n# T $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE\n\n${body}`,
      );
      const line = (n: number) =>
        n % 50 === 0 ? `## S${n}` : `* Pn3: hello EIP-1 #12 TODO: l5 do this (@l9)`;
      const noteOf = (lines: number) => `# T 2026-03-03\n\n${items(lines, line).join('\n')}`;
      const look = (note: ReturnType<typeof parseNote>) =>
        findProblems(contextOf('file:///w/a.md', note, undefined, today, definition), defaultSeverities);
      growsLinearly((lines) => {
        const text = noteOf(lines);
        return () => look(parseNote(text, undefined, definition.conventions));
      }, 1600);
      growsLinearly((lines) => {
        const text = noteOf(lines);
        const note = parseNote(text, undefined, definition.conventions);
        const at = text.indexOf('hello', text.length / 2);
        const change = { fromA: at, toA: at, fromB: at, toB: at + 1 };
        const next = `${text.slice(0, at)}x${text.slice(at)}`;
        return () => look(parseNote(next, { note, changes: [change] }, definition.conventions));
      }, 1600);
    });
  }
});
