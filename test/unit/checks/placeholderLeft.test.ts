import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSeverities } from '../../../server/core/checks/rules.ts';
import { builtinTemplate } from '../../../server/core/template/file/builtin.ts';
import { readTemplate } from '../../../server/core/template/file/readTemplate.ts';
import { renderTemplate } from '../../../server/core/template/render/render.ts';
import { parseSnippet } from '../../../server/core/template/snippet/parseSnippet.ts';
import { snippetText } from '../../../server/core/template/snippet/snippet.ts';
import { type RuleCode, ruleCodes } from '../../../shared/settings.ts';
import { applyFix, assertFinds, check } from '../../helpers/check.ts';
import { definedBy, templateOf } from './templated.ts';

describe('placeholder-left', () => {
  for (const marked of [
    '* ‹what changed› (PR #‹number›)',
    '* A thing (PR #‹number›)',
    '* ‹what changed› (PR #12)',
    '## ‹Topic›',
    '‹what was said›',
    '* TODO(seph): ‹what is to be done›',
    'we back out ‹PRxxxx›',
    '# ‹project› office hours 2026-01-06',
  ]) {
    it(`marks ${marked}`, () => {
      assertFinds('placeholder-left', marked);
    });
  }
  for (const text of [
    '* A number of things (PR #12)',
    '## Topics',
    'Then what was said',
    '```\n## Topic\n```',
    '<!--\n## Topic\n-->',
    '* what changed since',
  ]) {
    it(`lets ${text.replaceAll('\n', '⏎')} be`, () => assert.deepEqual(check('placeholder-left', text), []));
  }

  describe('takes what somebody who writes a template means to stand there for an answer', () => {
    const source = [
      '---',
      'repositories: {core: lantern-org/core}',
      'people: [{name: Ada Lovelace, login: ada}]',
      '---',
      '# ${1:lantern} office hours ${2:date}, ${3:project}',
      '### ${4:lantern-org/core}',
      '### ${5:owner/repository}',
      '* ${6:Ada} (facilitator), @${7:ada} (notes), ${8:name}',
    ].join('\n');
    const { template } = readTemplate(source).definition;
    for (const marked of [
      '# lantern office hours ‹date›, ‹project›',
      '### lantern-org/core',
      '### ‹owner/repository›',
      '* Ada (facilitator), @ada (notes), ‹name›',
    ]) {
      it(marked, () => void assertFinds('placeholder-left', marked, { template }));
    }
  });

  describe('offers', () => {
    const fixesAt = (text: string, place: string) =>
      check('placeholder-left', text).find(({ range }) => text.slice(range.from, range.to) === place)
        ?.fixes ?? [];
    for (const [text, place, rest] of [
      ['# T\n\n* A (PR #1)\n* what changed (PR #1)\n* B\n', 'what changed', '# T\n\n* A (PR #1)\n* B\n'],
      ['# T\n\na\n\nwhat was said\n\nb\n', 'what was said', '# T\n\na\n\nb\n'],
      ['# T\n\na\nwhat was said\n\nb\n', 'what was said', '# T\n\na\n\nb\n'],
      ['# T\r\n\r\nwhat was said\r\n\r\nb\r\n', 'what was said', '# T\r\n\r\nb\r\n'],
      ['# T\n\n## Topic', 'Topic', '# T\n\n'],
      ['what was said', 'what was said', ''],
    ] as const) {
      it(`to remove the line of "${place}" in ${text.replaceAll('\n', '⏎')}`, () => {
        const fix = fixesAt(text, place).find(({ title }) => title === 'Remove the Line');
        assert.equal(applyFix(text, fix), rest);
        assert.equal(fix?.safe, false);
      });
    }
    it('not to remove the title', () =>
      assert.deepEqual(fixesAt('# project office hours 2026-01-06\n', 'project'), []));
    it('to go to the next one, and after the last one to the first', () => {
      const text = '# T\n\n* what changed (PR #1)\n\nwe back out PRxxxx\n\n## Topic\n';
      const goal = (place: string) => {
        const goTo = fixesAt(text, place).find(({ title }) => title === 'Go to the Next Placeholder')?.goTo;
        return goTo && text.slice(goTo.from, goTo.to);
      };
      assert.deepEqual(['what changed', 'PRxxxx', 'Topic'].map(goal), ['PRxxxx', 'Topic', 'what changed']);
    });
  });

  const severity = defaultSeverities;
  const active = ruleCodes.filter((code: RuleCode) => severity[code] !== 'off');

  it('the template with its stops filled in has no problem at all', () => {
    const { snippet } = renderTemplate(builtinTemplate, { date: '2026-06-02', project: 'lantern' });
    const answers = [
      'https://youtu.be/x',
      'The parser is faster',
      '12',
      'Parser',
      'Speed',
      'It is faster.',
      'ann',
      'write it down',
    ];
    const nodes = parseSnippet(snippet);
    let text = snippetText(nodes);
    const defaults = [
      '',
      'what changed',
      'number',
      'Topic',
      'Sub-topic',
      'what was said',
      'owner',
      'what is to be done',
    ];
    text = text.replace('YouTube Link: ', `YouTube Link: ${answers[0]}`);
    for (const [index, word] of defaults.entries()) if (word) text = text.replace(word, answers[index] ?? '');
    const found = active.flatMap((code) =>
      check(code, text, { fileName: '20260602_meeting_notes.md', today: '2026-06-30' }),
    );
    assert.deepEqual(
      found.map(({ code, message }) => `${code}: ${message}`),
      [],
    );
  });

  it('the template as it was inserted says what is left to fill in', () => {
    const { text } = renderTemplate(builtinTemplate, { date: '2026-06-02', project: 'lantern' });
    const codesOn = (today: string) =>
      active.flatMap((code) =>
        check(code, text, { fileName: '20260602_meeting_notes.md', today }).map((each) => each.code),
      );
    assert.deepEqual([...new Set(codesOn('2026-06-03'))], ['recording-missing', 'placeholder-left']);
    assert.deepEqual(codesOn('2026-06-02'), []);
  });
});

describe('placeholder-left, by any template', () => {
  const template = templateOf(
    '---\ntags: ${1:tags of the meeting}\n---\n# T\n\n${2|Decided,Open|}: ${3:what}\n\n- $4 asks: ${5:question}\n',
  );
  for (const [text, found] of [
    ['---\ntags: tags of the meeting\n---\n# T\n', ['tags of the meeting']],
    ['# T\n\nDecided: what\n\nOpen: it works\n', ['what']],
    ['# T\n\n- Ada asks: question\n', ['question']],
    ['```\nDecided: what\n```\n', []],
    ['# T\n\nwhat\n', []],
  ] as const) {
    it(`finds ${found.length} in ${text.replaceAll('\n', '⏎')}`, () => {
      const problems = check('placeholder-left', text, definedBy(template));
      assert.deepEqual(
        problems.map(({ range }) => text.slice(range.from, range.to)),
        found,
      );
    });
  }
});
