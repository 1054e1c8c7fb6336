/**
 * GitHub for a plain client, whose settings say whether it is asked, and where. (VS Code's settings are read by the
 * extension, which knows which of them are the user's own.)
 */

import { t } from '../../shared/l10n.ts';
import type { IssueStore } from '../core/github/sync/issueStore.ts';
import type { Account, Logger, Transport } from '../core/ports.ts';
import type { Configuration } from './configuration.ts';
import type { GitHubPorts } from './github.ts';

/** The way to another API than the environment's; refused in words that name the remedy. */
export type TransportTo = (
  apiUrl: string,
) =>
  | { readonly kind: 'ready'; readonly github: Pick<GitHubPorts, 'transport'> }
  | { readonly kind: 'refused'; readonly message: string };

/** Nothing that is remembered is known by this name. */
const off: Account = { id: 'off', signedIn: false };

/** Sends nothing before the settings are known, and nothing while `officeHours.github.enabled` is false. */
export function githubBySettings(
  { transport, storage }: GitHubPorts,
  transportTo: TransportTo | undefined,
  configuration: Configuration,
  log: Logger,
): GitHubPorts {
  const custom = new Map<string, Transport | undefined>();
  /** Undefined: nothing is to be asked. */
  const current = (host: string): Transport | undefined => {
    const { githubEnabled, githubApiUrl } = configuration.general;
    if (!githubEnabled) return undefined;
    if (githubApiUrl === '' || host !== 'github.com') return transport;
    if (!custom.has(githubApiUrl)) {
      const result = transportTo?.(githubApiUrl);
      if (result?.kind === 'refused') log.error(result.message);
      custom.set(githubApiUrl, result?.kind === 'ready' ? result.github.transport : undefined);
    }
    return custom.get(githubApiUrl);
  };
  const isOn = () => configuration.general.githubEnabled;
  return {
    transport: {
      async account(host) {
        await configuration.known;
        return (await current(host)?.account(host)) ?? off;
      },
      async send(request) {
        await configuration.known;
        const way = current(request.host);
        if (way === undefined)
          return { kind: 'failed', reason: 'cancelled', message: t('GitHub lookups are off.') };
        const { id } = await way.account(request.host);
        return id === request.account
          ? way.send(request)
          : { kind: 'failed', reason: 'cancelled', message: t('The account has changed.') };
      },
    },
    // What is remembered outlasts a session without GitHub.
    storage: {
      read: async (name) => (isOn() ? storage.read(name) : undefined),
      write: async (name, text) => !isOn() || storage.write(name, text),
      list: async (prefix) => (isOn() ? storage.list(prefix) : []),
      remove: async (name) => (isOn() ? storage.remove(name) : undefined),
    },
  };
}

/** What was learned elsewhere, or while lookups were on, is forgotten with the setting. */
export function followGitHubSettings(configuration: Configuration, store: IssueStore): void {
  const state = () => {
    const { githubEnabled, githubApiUrl } = configuration.general;
    return `${githubEnabled} ${githubApiUrl}`;
  };
  let last = state();
  configuration.changed.on(() => {
    if (state() === last) return;
    last = state();
    for (const { host } of store.status()) void store.accountChanged(host);
  });
}
