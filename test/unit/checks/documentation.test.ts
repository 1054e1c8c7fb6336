import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { ruleDocuments } from '../../../scripts/ruleDocuments.ts';
import { rules } from '../../../server/core/checks/rules.ts';
import { ruleCodes, severities } from '../../../shared/settings.ts';

describe('what is said of the rules', () => {
  for (const [file, write] of Object.entries(ruleDocuments)) {
    it(`is current in ${file} (else run "npm run docs")`, () => {
      const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
      assert.equal(text, write(text));
    });
  }

  it('is of every rule, in order, and of no other', () => {
    const codes = rules.map(({ code }) => code);
    assert.deepEqual([...ruleCodes], codes);
    assert.deepEqual(readdirSync('docs/rules').sort(), codes.map((code) => `${code}.md`).sort());
  });

  it('has the severities that are read', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const { properties } = contributes.configuration.properties['officeHours.checks.severity'];
    for (const code of ruleCodes) assert.deepEqual(properties[code].enum, [...severities], code);
  });
});
