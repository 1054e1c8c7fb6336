import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { readBody } from '../../../../server/core/template/file/body.ts';
import { readTemplate } from '../../../../server/core/template/file/readTemplate.ts';
import { inEnglish } from '../../../../shared/l10n.ts';
import { growsLinearly } from '../../../helpers/growth.ts';
import { Random } from '../../../helpers/random.ts';
import { dollars } from '../../../helpers/templateProblems.ts';

const valid = dollars(`---
project: lantern
notes: [docs/office-hours/**, '*_notes.md']
file: '{YYYYMMDD}_meeting_notes.md'
title: "{project} office hours {YYYY-MM-DD}"
date: {in: [line, file], label: 'Date:', format: dddd Do MMMM YYYY}
every: first and third Tuesday of the month
repository: lantern-org/lantern
repositories: {TSC: lantern-org/TSC}
references:
  'EIP-': 'https://eips.ethereum.org/EIPS/eip-{id}'
people:
  - Ada
  - name: Grace Hopper
    login: ghopper
    aliases: [grace]
todo:
  markers: [AP]
  owners: ['{owner} to {task}']
checks: {section-empty: information}
recording: true
---
# §{1:project} office hours §CURRENT_YEAR
<!-- in order -->

## Announcements
<!-- also: Highlights -->
* §{4:what changed} TODO(grace): x @ada

## §{5|A,B|}
<!-- optional -->
`);

const pieces = [
  ...'{}[]*&!|>%@`\'"#:-,?\\\n\r\t $/\u2028\uFEFF\uD800é',
  '---\n',
  '<!-- ',
  ' -->',
  '${1:',
  '<<: *a',
  '&a ',
  '!!binary ',
];

function mutated(random: Random): string {
  let text = valid;
  for (let edits = 1 + random.below(6); edits > 0; edits--) {
    const from = random.below(text.length + 1);
    const to = Math.min(text.length, from + random.below(random.below(8) === 0 ? 200 : 4));
    const other = random.below(valid.length);
    const moved = random.below(4) === 0 ? valid.slice(other, other + random.below(60)) : random.pick(pieces);
    text = text.slice(0, from) + moved + text.slice(to);
  }
  return text;
}

describe('a hostile template (acceptance 40)', () => {
  // Mocha keeps whole stacks; the YAML library makes an error for each mistake, and may be deep in lists then.
  const { stackTraceLimit } = Error;
  before(() => {
    Error.stackTraceLimit = 10;
  });
  after(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });

  const seed = Number(process.env.OFFICE_HOURS_SEED ?? 20_260_305);
  const runs = Number(process.env.OFFICE_HOURS_RUNS ?? 2_000);

  it('is refused where a line has more marks of lists than a person writes', () => {
    const read = (marks: number) => readTemplate(`---\nx: ${'- '.repeat(marks)}\n---\n# T\n`).problems;
    const isRefused = (marks: number) =>
      read(marks).some(({ message }) => /Nested too deeply/.test(inEnglish(message)));
    assert.deepEqual([isRefused(50), isRefused(51), isRefused(20_000)], [false, true, true]);
  });

  it(`never makes reading throw, in ${runs} mutations with the seed ${seed}`, () => {
    const random = new Random(seed);
    for (let run = 0; run < runs; run++) {
      const text = mutated(random);
      const { problems, broken, definition } = readTemplate(text);
      let last = 0;
      for (const { range, severity, message, fix } of problems) {
        const where = `${JSON.stringify(message)} in ${JSON.stringify(text)}`;
        assert.ok(range.from >= last && range.to >= range.from && range.to <= text.length, where);
        assert.ok(severity === 'warning' || broken, where);
        if (fix) assert.ok(fix.range.from <= fix.range.to && fix.range.to <= text.length, where);
        last = range.from;
      }
      assert.ok(definition.template.sections.every((section) => section.level > 1));
    }
  });

  it('keeps the lines and their places in step, whatever the body', () => {
    const random = new Random(seed);
    for (let run = 0; run < 3000; run++) {
      const text = mutated(random);
      const body = readBody(text);
      assert.equal(body.literal.length, text.length);
      for (const { range, textRange, heading } of body.headings) {
        const written = text.slice(range.from, range.to);
        assert.ok(
          /^#{1,6}(?: |$)/.test(written) && !/[\r\n]./.test(written),
          JSON.stringify([written, text]),
        );
        if (heading !== '' && !/[\\$}]/.test(written))
          assert.equal(text.slice(textRange.from, textRange.to), heading, JSON.stringify(text));
      }
      for (const { range } of body.headings.flatMap((heading) => heading.markers)) {
        assert.ok(text.slice(range.from, range.to).startsWith('<!--'), JSON.stringify(text));
      }
    }
  });

  const bomb = `a: &a [x,x,x,x,x,x,x,x]\n${[...'bcdefghi']
    .map((name, index) => `${name}: &${name} [${`*${'abcdefghi'[index]},`.repeat(8)}]`)
    .join('\n')}`;
  /** As many of something as come near to a length. */
  const many = (length: number, of: (index: number) => string, between = ''): string =>
    Array.from({ length: Math.ceil(length / (of(0).length + between.length)) }, (_, index) => of(index)).join(
      between,
    );
  for (const [name, textOf] of [
    ['a bomb of aliases', () => `---\n${bomb}\n---\n# T`],
    ['a merge of itself', () => '---\na: &a\n  <<: *a\n---\n# T'],
    ['deep nesting', (size) => `---\na: ${'['.repeat(size)}\n---\n# T`],
    ['deep nesting in lists', (size) => `---\n${many(size, () => '- ')}\n---\n# T`],
    ['deep nesting in keys', (size) => `---\n${many(size, () => '? ')}\n---\n# T`],
    ['deep nesting in values', (size) => `---\nx:\n${many(size, () => ': ')}\n---\n# T`],
    ['deep nesting in a list of a key', (size) => `---\nx:\n${many(size, () => '- ')}\n---\n# T`],
    ['a list behind a key, in one line', (size) => `---\nx: ${many(size, () => '- ')}\n---\n# T`],
    ['deep nesting of maps', (size) => `---\nx: ${many(size, () => '{a: ')}\n---\n# T`],
    ['deep nesting, tagged', (size) => `---\nx: ${many(size, () => '!!seq [')}\n---\n# T`],
    ['deep nesting behind quotes', (size) => `---\nx: ["]", ${many(size, () => '["]", ')}\n---\n# T`],
    ['a body of deep lists', (size) => `# T\n${many(size, () => '- ')}x`],
    ['a body of deep quotes', (size) => `# T\n${many(size, () => '> ')}x`],
    ['errors on every line', (size) => `---\n${many(size, () => 'a: "\\x" b\n')}---\n# T`],
    [
      'deep indentation',
      (size) => {
        const depths = Math.ceil(Math.sqrt(size));
        return `---\n${Array.from({ length: depths }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')}\n---\n# T`;
      },
    ],
    ['many keys', (size) => `---\n${many(size, (index) => `k${index}: 1\n`)}---\n# T`],
    ['many people', (size) => `---\npeople: [${many(size, (index) => `p${index}`, ',')}]\n---\n# T`],
    ['a long front matter', (size) => `---\n${many(size, () => 'a: b\n')}---\n# T`],
    ['a long body', (size) => `# T\n${many(size, () => '## A\n<!-- optional -->\n\n* TODO(x): y\n')}`],
    ['many headings', (size) => `# T\n${many(size, (index) => `## A ${index}\n`)}`],
    ['a long line', (size) => `# T\n${many(size, () => 'a ')}`],
    [
      'unknown variables in one stop',
      (size) => `# T\n\${1:${many(size, (index) => `$A${index.toString(36).toUpperCase()} `)}}`,
    ],
    ['stops without an end', (size) => `# T\n${many(size, () => '${1:')}`],
    ['fences without an end', (size) => `---\n${many(size, () => '--- x\n')}`],
    ['markers by the thousand', (size) => `## A\n${many(size, () => '<!-- also: b -->\n')}`],
    ['a long comment', (size) => `## A\n<!-- ${'-'.repeat(size)} -->`],
    ['prototype keys', () => '---\n__proto__: {a: 1}\nconstructor: x\nchecks: {__proto__: off}\n---\n# T'],
  ] as const satisfies readonly (readonly [string, (size: number) => string])[]) {
    it(`${name} is read in linear time`, () => {
      growsLinearly((size) => {
        const text = textOf(size);
        return () => readTemplate(text);
      }, 400_000);
    });
  }
});
