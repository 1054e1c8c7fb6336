/**
 * Which GitHub origins requests may go to. Only the user's own settings count, never a workspace's, and a new origin needs
 * the user's consent.
 */

import * as vscode from 'vscode';
import { type ApiRoots, customRoots, enterpriseHostOfApi, originOf, rootsOf } from '../../shared/apiRoots.ts';
import { type Message, t } from '../../shared/l10n.ts';
import type { Consent } from './consent.ts';

export type Way =
  | {
      readonly kind: 'open';
      readonly roots: ApiRoots;
      /** Tells what was learned there from what was learned elsewhere: empty for GitHub's own API. */
      readonly origin: string;
    }
  /** The user has not answered yet, or said no (`denied`). `setting`: which of theirs names the origin. */
  | { readonly kind: 'closed'; readonly origin: string; readonly setting: string; readonly denied: boolean }
  /** In words that name the setting and the remedy. */
  | { readonly kind: 'refused'; readonly message: Message };

const apiUrl = 'officeHours.github.apiUrl';

/** Why GitHub is not asked at all, in a few words; undefined when it is. */
export function whyOff(): string | undefined {
  // A stranger's notes would decide what is asked about.
  if (!vscode.workspace.isTrusted) return vscode.l10n.t('The workspace is not trusted');
  const enabled = vscode.workspace.getConfiguration('officeHours.github').inspect<boolean>('enabled');
  return enabled?.globalValue === false
    ? vscode.l10n.t('Disabled by the setting {0}', 'officeHours.github.enabled')
    : undefined;
}

/** The host of `github-enterprise.uri`, from the user's settings only; undefined when it is none or github.com. */
export function enterpriseHost(): string | undefined {
  const uri = vscode.workspace.getConfiguration('github-enterprise').inspect<string>('uri')?.globalValue;
  const origin = typeof uri === 'string' ? originOf(uri.trim()) : undefined;
  const host = origin?.secure ? origin.text.slice('https://'.length) : undefined;
  return host === 'github.com' || host === 'www.github.com' ? undefined : host;
}

export class Origins {
  readonly #consent: Consent;

  constructor(consent: Consent) {
    this.#consent = consent;
  }

  /** The way to a host's API, as the settings are now. */
  wayTo(host: string): Way {
    const custom = vscode.workspace
      .getConfiguration('officeHours.github')
      .inspect<unknown>('apiUrl')?.globalValue;
    if (host === 'github.com') {
      if (typeof custom !== 'string' || custom.trim() === '')
        return { kind: 'open', roots: rootsOf(host), origin: '' };
      const enterprise = enterpriseHostOfApi(custom.trim());
      if (enterprise !== undefined) {
        const message = t(
          '{0}: this is the API of {1}, not of github.com. Set {2} instead.',
          apiUrl,
          enterprise,
          'github-enterprise.uri',
        );
        return { kind: 'refused', message };
      }
      const result = customRoots(custom.trim(), undefined, apiUrl);
      return result.kind === 'refused' ? result : this.#ifAllowed(result.roots, apiUrl);
    }
    // A note may name any host. Only the one that the user works with is asked, and only it has a sign-in.
    if (host !== enterpriseHost()) {
      const message = t('{0} is not your GitHub Enterprise server ({1}).', host, 'github-enterprise.uri');
      return { kind: 'refused', message };
    }
    return this.#ifAllowed(rootsOf(host), 'github-enterprise.uri');
  }

  #ifAllowed(roots: ApiRoots, setting: string): Way {
    const origin = originOf(roots.rest)?.text ?? '';
    const answer = this.#consent.of(origin);
    return answer === 'allowed'
      ? { kind: 'open', roots, origin }
      : { kind: 'closed', origin, setting, denied: answer === 'denied' };
  }
}
