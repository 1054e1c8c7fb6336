/**
 * GitHub for the server: requests leave from here, with the user's proxy and certificates, and the token is added here
 * and goes no further. Which origins are asked is the user's word alone: their settings, never a workspace's.
 */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Account, ApiRequest, ApiResponse } from '../../shared/api.ts';
import { type ApiRoots, customRoots, originOf, rootsOf } from '../../shared/apiRoots.ts';
import { exchange, type Platform } from '../../shared/exchange.ts';
import {
  type GitHubHostParams,
  githubAccount,
  githubAccountChanged,
  githubSend,
} from '../../shared/protocol.ts';

const anonymous: Account = { id: 'anonymous', signedIn: false };

/** What the user granted: nothing is needed for public data, `repo` for private. */
type Access = 'none' | 'public' | 'private';

const accessKey = 'officeHours.github.access';
const consentKey = 'officeHours.github.origins';

type Client = Pick<BaseLanguageClient, 'onRequest' | 'sendNotification'>;

export class GitHubAccess {
  readonly #state: vscode.Memento;
  readonly #log: vscode.LogOutputChannel;
  readonly #platform: Platform;
  #client: Client | undefined;
  /** Asked once a session, whatever the answer. */
  readonly #asked = new Map<string, Promise<boolean>>();
  readonly #refused = new Set<string>();

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.#state = context.globalState;
    this.#log = log;
    this.#platform = platform();
    context.subscriptions.push(
      vscode.authentication.onDidChangeSessions(({ provider }) => {
        if (provider.id.startsWith('github')) void this.#changed();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (
          event.affectsConfiguration('officeHours.github') ||
          event.affectsConfiguration('github-enterprise')
        ) {
          this.#refused.clear();
          void this.#changed();
        }
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.#changed()),
    );
  }

  /** Answers a server's requests, for as long as its client lives. */
  answer(client: Client): void {
    this.#client = client;
    client.onRequest(githubAccount, ({ host }: GitHubHostParams) => this.#account(host));
    client.onRequest<ApiResponse, void>(githubSend, (request: ApiRequest) => this.#send(request));
  }

  /** Asks the user to sign in, with no more permission than they choose. False when they do not. */
  async signIn(): Promise<boolean> {
    const choice = await vscode.window.showQuickPick(
      [
        {
          label: 'Public repositories',
          detail: 'Asks GitHub for no permission; a sign-in alone raises its limits.',
          access: 'public' as const,
        },
        {
          label: 'Private repositories, too',
          detail: 'Asks for "repo", the least permission GitHub has for reading them.',
          access: 'private' as const,
        },
      ],
      { title: 'Sign in to GitHub', placeHolder: 'Whose issues and pull requests do your notes mention?' },
    );
    if (choice === undefined) return false;
    const host = this.#signInHost();
    try {
      await vscode.authentication.getSession(providerOf(host), scopesOf(choice.access), {
        createIfNone: true,
      });
    } catch {
      // Closing the provider's own dialog is an answer, too.
      return false;
    }
    await this.#state.update(accessKey, choice.access);
    await this.#changed();
    return true;
  }

  /** Uses the sign-in no longer; what it could see is forgotten. The user's session with VS Code stays. */
  async signOut(): Promise<void> {
    await this.#state.update(accessKey, 'none' satisfies Access);
    await this.#changed();
  }

  get isSignedIn(): boolean {
    return this.#access() !== 'none';
  }

  #access(): Access {
    const kept = this.#state.get<string>(accessKey);
    return kept === 'public' || kept === 'private' ? kept : 'none';
  }

  /** Never asks the user anything. */
  async #session(host: string): Promise<vscode.AuthenticationSession | undefined> {
    const access = this.#access();
    if (access === 'none') return undefined;
    try {
      return await vscode.authentication.getSession(providerOf(host), scopesOf(access), { silent: true });
    } catch {
      return undefined;
    }
  }

  async #account(host: string): Promise<Account> {
    const session = await this.#session(host);
    return session ? { id: session.account.id, signedIn: true } : anonymous;
  }

  async #send(request: ApiRequest): Promise<ApiResponse> {
    const roots = await this.#roots(request.host);
    if (typeof roots === 'string') return { kind: 'failed', reason: 'refused', message: roots };
    const session = await this.#session(request.host);
    const response = await exchange(
      this.#platform,
      { roots, ...(session && { token: session.accessToken }) },
      request,
    );
    if (response.kind === 'failed') this.#log.info(`GitHub (${request.host}): ${response.message}.`);
    return response;
  }

  /** Where the host's API is, or why it is not asked. */
  async #roots(host: string): Promise<ApiRoots | string> {
    if (!vscode.workspace.isTrusted) return 'the workspace is not trusted';
    const settings = vscode.workspace.getConfiguration('officeHours.github');
    // Only what the user set for themselves; a workspace's value has no say.
    if (settings.inspect<boolean>('enabled')?.globalValue === false)
      return 'asking GitHub is switched off in the settings';
    const custom = settings.inspect<string>('apiUrl')?.globalValue?.trim();
    if (host === 'github.com' && !custom) return rootsOf(host);
    if (host === 'github.com' && custom) {
      const result = customRoots(custom, undefined, 'officeHours.github.apiUrl');
      if (result.kind === 'refused') return this.#refuse(result.message);
      return (await this.#mayAsk(result.roots)) ? result.roots : 'you have not allowed this address';
    }
    if (host !== enterpriseHost() && !host.endsWith('.ghe.com')) {
      return `${host} is not set as your GitHub Enterprise server (github-enterprise.uri)`;
    }
    const roots = rootsOf(host);
    return (await this.#mayAsk(roots)) ? roots : 'you have not allowed this address';
  }

  #refuse(message: string): string {
    if (!this.#refused.has(message)) {
      this.#refused.add(message);
      void vscode.window.showWarningMessage(`Office Hours: ${message}`);
    }
    return message;
  }

  /** A new origin needs the user's word, given once. */
  async #mayAsk({ rest }: ApiRoots): Promise<boolean> {
    const origin = originOf(rest)?.text;
    if (origin === undefined) return false;
    if (this.#state.get<readonly string[]>(consentKey, []).includes(origin)) return true;
    let asked = this.#asked.get(origin);
    if (asked === undefined) {
      asked = this.#ask(origin);
      this.#asked.set(origin, asked);
    }
    return asked;
  }

  async #ask(origin: string): Promise<boolean> {
    const allow = 'Allow';
    const question = `Office Hours: your settings name ${origin} for issues and pull requests. May it be asked?`;
    if ((await vscode.window.showInformationMessage(question, allow, 'Do Not Allow')) !== allow) return false;
    await this.#state.update(consentKey, [...this.#state.get<readonly string[]>(consentKey, []), origin]);
    return true;
  }

  async #changed(): Promise<void> {
    const enterprise = enterpriseHost();
    for (const host of enterprise ? ['github.com', enterprise] : ['github.com']) {
      const params: GitHubHostParams = { host };
      // The server may be on its way out; it asks anew when it starts.
      await this.#client?.sendNotification(githubAccountChanged, params).catch(() => {});
    }
  }

  #signInHost(): string {
    return enterpriseHost() ?? 'github.com';
  }
}

function scopesOf(access: Access): string[] {
  return access === 'private' ? ['repo'] : [];
}

/** VS Code's two providers: `github`, and `github-enterprise` for the server its setting names. */
function providerOf(host: string): string {
  return host === 'github.com' ? 'github' : 'github-enterprise';
}

/** The host of `github-enterprise.uri`, from the user's settings only. */
function enterpriseHost(): string | undefined {
  const uri = vscode.workspace.getConfiguration('github-enterprise').inspect<string>('uri')?.globalValue;
  const origin = uri ? originOf(uri.trim()) : undefined;
  return origin?.secure ? origin.text.slice('https://'.length) : undefined;
}

function platform(): Platform {
  return {
    fetch: (url, init) => fetch(url, init),
    newAbort: () => new AbortController(),
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    decode: (bytes) => new TextDecoder().decode(bytes),
    followsRedirects: typeof process === 'undefined',
  };
}
