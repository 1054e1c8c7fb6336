import { equal } from 'node:assert/strict';
import { findDeepNesting } from '../../../../server/core/template/file/nesting.ts';

describe('nesting of YAML', () => {
  for (const source of [
    '',
    'a: [x, "]", {b: c}]\n',
    `people:\n${'  - {name: "Ann [B]", login: ann}\n'.repeat(300)}`,
    `a: "${'[ '.repeat(300)}"\n`,
    `a: ${'[x'.repeat(50)}${']'.repeat(50)}\n`,
    `# ${'[ '.repeat(300)}\n`,
    `a: |\n  ${'- '.repeat(300)}\n  text\nb: 1\n`,
    `a: ${'word '.repeat(100)}- b\n`,
    `a:\n    - "x\n      y"\n`,
    '? x\n: y\n',
  ]) {
    it(`is what a person writes: ${source.slice(0, 40)}`, () => equal(findDeepNesting(source), undefined));
  }

  const quotes = '["]", '.repeat(60);
  for (const [source, at] of [
    [`a: ${'['.repeat(60)}`, 53],
    [`a: ${quotes}`, quotes.split('[', 51).join('[').length + 3],
    [`a:\n - [${'["\n  ]\n  ", '.repeat(60)}`, 'a:\n - ['.length + 12 * 49],
    [`a:\n${'- '.repeat(300)}x`, 3],
    ['? '.repeat(300), 0],
    [`a:\n${' '.repeat(300)}- c\n`, 3],
  ] as const) {
    it(`is too deep: ${JSON.stringify(source.slice(0, 40))}`, () => {
      const found = findDeepNesting(source);
      equal(found, at, source.slice(found ?? 0, (found ?? 0) + 20));
    });
  }
});
