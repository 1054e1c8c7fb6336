/** What the client says of itself when it initializes. */

import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { Bundle } from '../../shared/l10n.ts';
import type { InitializationOptions } from '../../shared/protocol.ts';
import { storageByClient, transportByClient } from '../host/githubByClient.ts';
import type { GitHubPorts } from './github.ts';

/** The client's own way to GitHub, if it knows of such a thing, else the host's. */
export function portsToGitHub(
  connection: Connection,
  github: GitHubPorts | undefined,
  { githubByClient, storageByClient: keepsFiles }: InitializationOptions,
): GitHubPorts | undefined {
  if (githubByClient === undefined) return github;
  // Its user does not want it.
  if (!githubByClient) return undefined;
  const storage = keepsFiles ? storageByClient(connection) : github?.storage;
  return storage && { transport: transportByClient(connection), storage };
}

/** The user's GitHub Enterprise server, from whoever reaches GitHub. */
export function enterpriseHostOf(
  { githubByClient, enterpriseHost }: InitializationOptions,
  host: string | undefined,
): string | undefined {
  if (githubByClient === undefined) return host;
  return typeof enterpriseHost === 'string' ? enterpriseHost.toLowerCase() : undefined;
}

/** The client's own, else those of the host for its language; undefined: English. Only texts are taken from a client. */
export function translationsFor(
  { locale }: InitializeParams,
  { translations }: InitializationOptions,
  byHost: ((locale: string) => Bundle | undefined) | undefined,
): Bundle | undefined {
  if (typeof translations !== 'object' || translations === null)
    return locale === undefined ? undefined : byHost?.(locale);
  const texts = Object.entries(translations).filter(([, text]) => typeof text === 'string');
  return Object.fromEntries(texts);
}

/** The object under `officeHours`. Some editors put it there by that name, some in `settings`; undefined: none is there. */
export function initialSettings(options: InitializationOptions): unknown {
  const sections: readonly unknown[] = [options.settings, options];
  for (const value of sections) {
    if (typeof value === 'object' && value !== null && 'officeHours' in value) return value.officeHours;
  }
  return options.settings;
}
