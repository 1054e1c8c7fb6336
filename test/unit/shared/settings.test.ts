import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { defaultSettings, parseSettings, referenceStyles } from '../../../shared/settings.ts';

describe('the settings', () => {
  it('have their defaults', () => {
    for (const value of [undefined, null, 1, [], {}, { references: null, inlayHints: {} }]) {
      assert.deepEqual(parseSettings(value), { settings: defaultSettings, problems: [] });
    }
  });

  it('are read', () => {
    const { settings, problems } = parseSettings({
      repository: 'octo/lantern',
      references: { style: 'titled-link' },
      inlayHints: { titles: true },
      github: { enabled: false, apiUrl: ' http://localhost:1 ' },
      checks: { severity: { 'reference-kind': 'off' } },
    });
    assert.deepEqual(problems, []);
    assert.equal(settings.referenceStyle, 'titled-link');
    assert.equal(settings.inlayTitles, true);
    assert.equal(settings.githubEnabled, false);
    assert.equal(settings.githubApiUrl, 'http://localhost:1');
    assert.equal(settings.repository, 'octo/lantern');
    assert.equal(settings.severity['reference-kind'], 'off');
  });

  for (const [value, problem] of [
    [{ references: { style: 'pretty' } }, /references\.style: "pretty" is not one of typed, kind/],
    [{ inlayHints: { titles: 'yes' } }, /inlayHints\.titles: expected true or false, found string/],
    [{ github: { enabled: 'no' } }, /github\.enabled: expected true or false, found string/],
    [{ github: { apiUrl: 1 } }, /github\.apiUrl: expected text, found number/],
    [{ repository: 'octo' }, /repository: "octo"/],
    [{ checks: { severity: { 'no-rule': 'off' } } }, /unknown rule "no-rule"/],
  ] as const) {
    it(`say what is wrong with ${JSON.stringify(value)}`, () => {
      const { settings, problems } = parseSettings(value);
      assert.deepEqual(settings, defaultSettings);
      assert.equal(problems.length, 1);
      assert.match(problems[0]!, problem);
    });
  }

  it('are announced to the editor with the same choices and defaults', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { configuration: { properties: Record<string, Property> } };
    };
    const { properties } = contributes.configuration;
    const style = properties['officeHours.references.style'];
    assert.deepEqual(style?.enum, referenceStyles);
    assert.equal(style?.enumDescriptions?.length, referenceStyles.length);
    assert.equal(style?.default, defaultSettings.referenceStyle);
    assert.equal(properties['officeHours.inlayHints.titles']?.default, defaultSettings.inlayTitles);
    assert.equal(properties['officeHours.github.enabled']?.default, defaultSettings.githubEnabled);
  });
});

interface Property {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}
