/**
 * Which GitHub origins are asked. That is the user's word alone: their own settings, never a workspace's, and a new
 * origin only after they allowed it.
 */

import * as vscode from 'vscode';
import { type ApiRoots, customRoots, originOf, rootsOf } from '../../shared/apiRoots.ts';

export type Way =
  | {
      readonly kind: 'open';
      readonly roots: ApiRoots;
      /** Tells what was learned there from what was learned elsewhere: empty for GitHub's own API. */
      readonly origin: string;
    }
  /** The user has not answered yet, or said no. */
  | { readonly kind: 'closed'; readonly origin: string }
  /** In words that name the setting and the remedy. */
  | { readonly kind: 'refused'; readonly message: string };

const consentKey = 'officeHours.github.origins';

/** Whether GitHub is asked at all; with the reason when it is not. */
export function whyOff(): string | undefined {
  // A stranger's notes would decide what is asked about.
  if (!vscode.workspace.isTrusted) return 'The workspace is not trusted, so GitHub is not asked.';
  const enabled = vscode.workspace.getConfiguration('officeHours.github').inspect<boolean>('enabled');
  return enabled?.globalValue === false
    ? 'Switched off in the settings (officeHours.github.enabled).'
    : undefined;
}

/** The host of `github-enterprise.uri`, from the user's settings only. */
export function enterpriseHost(): string | undefined {
  const uri = vscode.workspace.getConfiguration('github-enterprise').inspect<string>('uri')?.globalValue;
  const origin = typeof uri === 'string' ? originOf(uri.trim()) : undefined;
  return origin?.secure ? origin.text.slice('https://'.length) : undefined;
}

export class Origins {
  readonly #state: vscode.Memento;
  readonly #allowed: () => void;
  /** Asked once a session, whatever the answer. */
  readonly #asked = new Set<string>();

  /** `allowed` is called when an origin may be asked that might not before. */
  constructor(state: vscode.Memento, allowed: () => void) {
    this.#state = state;
    this.#allowed = allowed;
  }

  /** The way to a host's API, as the settings are now. */
  wayTo(host: string): Way {
    const custom = vscode.workspace
      .getConfiguration('officeHours.github')
      .inspect<unknown>('apiUrl')?.globalValue;
    if (host === 'github.com') {
      if (typeof custom !== 'string' || custom.trim() === '')
        return { kind: 'open', roots: rootsOf(host), origin: '' };
      const result = customRoots(custom.trim(), undefined, 'officeHours.github.apiUrl');
      return result.kind === 'refused' ? result : this.#ifAllowed(result.roots);
    }
    // A note may name any host. Only the one that the user works with is asked, and only it has a sign-in.
    if (host !== enterpriseHost()) {
      const message = `${host} is not your GitHub Enterprise server (github-enterprise.uri).`;
      return { kind: 'refused', message };
    }
    return this.#ifAllowed(rootsOf(host));
  }

  #ifAllowed(roots: ApiRoots): Way {
    const origin = originOf(roots.rest)?.text ?? '';
    const allowed = this.#state.get<readonly string[]>(consentKey, []).includes(origin);
    return allowed ? { kind: 'open', roots, origin } : { kind: 'closed', origin };
  }

  /** Asks the user, once a session. Nobody waits for the answer: a notification may stay open for hours. */
  askFor(origin: string): void {
    if (this.#asked.has(origin)) return;
    this.#asked.add(origin);
    void this.#ask(origin);
  }

  async #ask(origin: string): Promise<void> {
    const allow = 'Allow';
    const question = `Office Hours: your settings name ${origin} for issues and pull requests. May it be asked, with your sign-in if there is one?`;
    if ((await vscode.window.showInformationMessage(question, allow, 'Do Not Allow')) !== allow) return;
    await this.#state.update(consentKey, [...this.#state.get<readonly string[]>(consentKey, []), origin]);
    this.#allowed();
  }
}
