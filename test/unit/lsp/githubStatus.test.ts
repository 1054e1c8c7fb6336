import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { GitHubStatus } from '../../../server/core/github/api/status.ts';
import { statusOf } from '../../../server/lsp/github.ts';
import { inEnglish, t } from '../../../shared/l10n.ts';

const of = (kind: GitHubStatus['kind'], text: string, more: Partial<GitHubStatus> = {}): GitHubStatus => ({
  host: 'github.com',
  signedIn: false,
  kind,
  text: t(text),
  ...more,
});

describe('the language status (acceptance 43)', () => {
  for (const [hosts, text, detail, severity, action] of [
    [[], 'GitHub: no lookups yet', '', 'information', undefined],
    [
      [of('signed-out', 'signed out (public repositories only)')],
      'GitHub: signed out (public repositories only)',
      '',
      'information',
      'signIn',
    ],
    [
      [of('up-to-date', 'up to date at 14:05', { signedIn: true })],
      'GitHub: up to date at 14:05',
      '',
      'information',
      undefined,
    ],
    [[of('rejected', 'sign-in rejected')], 'GitHub: sign-in rejected', '', 'warning', 'signIn'],
    [
      [of('refused', 'The API must use https.', { signedIn: true })],
      'GitHub lookups are off',
      'The API must use https.',
      'warning',
      'openSettings',
    ],
    [
      [
        of('up-to-date', 'ready', { signedIn: true }),
        of('offline', 'offline since 14:05', { host: 'ghe.example.com' }),
      ],
      'ghe.example.com: offline since 14:05',
      '',
      'information',
      undefined,
    ],
  ] as const) {
    it(text, () => {
      const status = statusOf(hosts, inEnglish);
      assert.deepEqual(
        [status.text, status.detail, status.severity, status.action],
        [text, detail, severity, action],
      );
    });
  }
});
