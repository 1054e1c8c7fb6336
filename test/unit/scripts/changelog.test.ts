import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { releaseNotes } from '../../../scripts/changelog.mjs';

const first = '## 0.1.0\n\n- The first one.\n';

describe('the notes of a release', () => {
  const rows: [what: string, tag: string, changelog: string, expected: string | RegExp][] = [
    ['are its part of the changelog', 'v1.2.0', `# C\n\n## 1.2.0\n\n- New.\n\n${first}`, '- New.\n'],
    ['may follow an empty part', 'v1.2.0', `# C\n\n## Unreleased\n\n## 1.2.0\n\n- New.\n`, '- New.\n'],
    ['need the version as tag', 'v1.3.0', `# C\n\n## 1.3.0\n\n- New.\n`, /tag is v1\.3\.0.*is 1\.2\.0/],
    [
      'leave no change behind',
      'v1.2.0',
      `# C\n\n## Unreleased\n\n- X.\n\n## 1.2.0\n\n- New.\n`,
      /Unreleased/,
    ],
    ['need changes', 'v1.2.0', `# C\n\n## 1.2.0\n\n${first}`, /no changes under "## 1\.2\.0"/],
    ['are not those of another version', 'v1.2.0', `# C\n\n## 1.2.0-rc\n\n- New.\n`, /no changes/],
  ];
  for (const [what, tag, changelog, expected] of rows)
    it(what, () => {
      if (typeof expected === 'string') assert.equal(releaseNotes(tag, '1.2.0', changelog), expected);
      else assert.throws(() => releaseNotes(tag, '1.2.0', changelog), expected);
    });
});
