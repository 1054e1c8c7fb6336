import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { rules } from '../../../server/core/checks/findProblems.ts';
import { defaultSettings, ruleCodes } from '../../../shared/settings.ts';

describe('the page of the rules', () => {
  const sections = readFileSync('docs/rules.md', 'utf8').split(/^## /m).slice(1);
  const bySection = new Map(sections.map((section) => [section.slice(0, section.indexOf('\n')), section]));

  it('has every rule, in order, and no other', () => {
    assert.deepEqual(
      [...bySection.keys()],
      rules.map(({ code }) => code),
    );
    assert.deepEqual(
      [...ruleCodes],
      rules.map(({ code }) => code),
    );
  });

  for (const { code, summary } of rules) {
    it(`${code}: begins with the rule's summary and names its default`, () => {
      const words = (bySection.get(code) ?? '').replace(/\s+/g, ' ');
      assert.ok(words.startsWith(`${code} ${summary}`), words);
      const level = defaultSettings.severity[code];
      assert.ok(words.includes(level === 'off' ? 'Off by default' : `Default: ${level}`), code);
    });
  }
});
