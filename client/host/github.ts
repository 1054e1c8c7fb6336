/**
 * GitHub for the server: requests leave from here, with the user's proxy and certificates, and the token is added here
 * and goes no further.
 */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Account, ApiRequest, ApiResponse } from '../../shared/api.ts';
import { exchange, platformOf } from '../../shared/exchange.ts';
import { inEnglish, t, verbatim } from '../../shared/l10n.ts';
import {
  type GitHubHostParams,
  githubAccount,
  githubAccountChanged,
  githubSend,
} from '../../shared/protocol.ts';
import { Consent } from './consent.ts';
import { enterpriseHost, Origins, type Way, whyOff } from './origins.ts';

/** What the user granted: nothing is needed for public data, `repo` for private. */
export type Access = 'none' | 'public' | 'private';

const accessKey = 'officeHours.github.access';

type Client = Pick<BaseLanguageClient, 'onRequest' | 'sendNotification'>;

/** An address that a note needs and the user has not allowed. */
export type ClosedWay = Extract<Way, { readonly kind: 'closed' }>;

export class GitHubAccess {
  readonly #state: vscode.Memento;
  readonly #log: vscode.LogOutputChannel;
  readonly #platform = platformOf(globalThis, typeof process === 'undefined');
  readonly #consent: Consent;
  readonly #origins: Origins;
  readonly #switched = new vscode.EventEmitter<void>();
  readonly #originsChanged = new vscode.EventEmitter<void>();
  #client: Client | undefined;
  #off = whyOff();
  #closed: ClosedWay | undefined;
  /** Whose API it is. */
  #closedHost: string | undefined;
  #enterpriseHost = enterpriseHost();
  /** The session whose token a host rejected last. */
  #rejectedSession: string | undefined;

  /** Fires when the server is to start anew: GitHub is asked from now on or no longer (see `off`), or `enterpriseHost` differs. */
  readonly onDidSwitch = this.#switched.event;
  /** Fires when `closed` differs. */
  readonly onDidChangeOrigins = this.#originsChanged.event;

  constructor(
    context: Pick<vscode.ExtensionContext, 'globalState' | 'globalStorageUri' | 'subscriptions'>,
    log: vscode.LogOutputChannel,
  ) {
    this.#state = context.globalState;
    this.#log = log;
    this.#consent = new Consent(context.globalStorageUri);
    this.#origins = new Origins(this.#consent);
    context.subscriptions.push(
      this.#switched,
      this.#originsChanged,
      vscode.authentication.onDidChangeSessions(({ provider }) => {
        if (provider.id === 'github' || provider.id === 'github-enterprise') void this.#changed();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        const isOurs = event.affectsConfiguration('officeHours.github');
        if (isOurs || event.affectsConfiguration('github-enterprise')) this.#settingsChanged();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#settingsChanged()),
    );
  }

  /** Why GitHub is not asked at all; undefined when it is. */
  get off(): string | undefined {
    return this.#off;
  }

  /** The user's GitHub Enterprise server. */
  get enterpriseHost(): string | undefined {
    return this.#enterpriseHost;
  }

  /** Undefined while no note needs an address that is not allowed. */
  get closed(): ClosedWay | undefined {
    return this.#closed;
  }

  /** Asks whether the address in `closed` may be used; only ever because the user wants to answer. */
  async askForConsent(): Promise<void> {
    if (this.#closed === undefined) return;
    const { origin, setting } = this.#closed;
    // Another window may have asked meanwhile.
    if ((await this.#consent.read()).of(origin) !== 'allowed') {
      const allow = { title: vscode.l10n.t('Allow') };
      const deny = { title: vscode.l10n.t('Do Not Allow'), isCloseAffordance: true };
      const question = vscode.l10n.t(
        'Allow "Office Hours Notes" to look up issues and pull requests at {0}?',
        origin,
      );
      const detail = vscode.l10n.t(
        'The URL is from your user setting {0}. Requests contain the repositories and numbers that your notes mention, and your GitHub sign-in if you have one.',
        setting,
      );
      const choice = await vscode.window.showInformationMessage(
        question,
        { modal: true, detail },
        allow,
        deny,
      );
      if (choice === undefined) return;
      await this.#consent.set(origin, choice === allow ? 'allowed' : 'denied');
    }
    this.#settingsChanged();
  }

  /** Answers a server's requests, for as long as its client lives. */
  answer(client: Client): void {
    this.#client = client;
    client.onRequest(githubAccount, ({ host }: GitHubHostParams) => this.#account(host));
    client.onRequest<ApiResponse, void>(githubSend, (request: ApiRequest) => this.#send(request));
  }

  /** Opens the provider's own dialog. False when the user leaves it. */
  async signIn(host: string, access: Exclude<Access, 'none'>): Promise<boolean> {
    try {
      const provider = providerOf(host);
      const present = await vscode.authentication.getSession(provider, scopesOf(access), { silent: true });
      // The session of a rejected token would only be handed out again.
      const isRejected = present !== undefined && present.id === this.#rejectedSession;
      const options = isRejected ? { forceNewSession: true } : { createIfNone: true };
      await vscode.authentication.getSession(provider, scopesOf(access), options);
    } catch {
      // Closing the provider's own dialog is an answer, too.
      return false;
    }
    await this.#state.update(accessKey, access);
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

  /** Never asks the user anything. Only hosts that the user named have one: see `Origins.wayTo`. */
  async #session(host: string): Promise<vscode.AuthenticationSession | undefined> {
    const access = this.#access();
    if (access === 'none' || (host !== 'github.com' && host !== enterpriseHost())) return undefined;
    try {
      return await vscode.authentication.getSession(providerOf(host), scopesOf(access), { silent: true });
    } catch {
      return undefined;
    }
  }

  /** Who is signed in to GitHub; undefined: nobody, or GitHub is off. */
  async login(): Promise<string | undefined> {
    return whyOff() === undefined ? (await this.#session('github.com'))?.account.label : undefined;
  }

  /** Another origin counts as another account: what one told is not what the other knows. */
  async #account(host: string): Promise<Account> {
    await this.#consent.ready;
    const session = await this.#session(host);
    const way = this.#origins.wayTo(host);
    const unused = way.kind === 'refused' && host !== 'github.com' && { unused: way.message };
    return {
      id: accountIdOf(session, way),
      signedIn: session !== undefined,
      signInHint: t('Run the command "Sign In to GitHub".'),
      ...unused,
    };
  }

  async #send(request: ApiRequest): Promise<ApiResponse> {
    const { host } = request;
    const off = whyOff();
    if (off !== undefined) return { kind: 'failed', reason: 'refused', message: verbatim(off) };
    await this.#consent.ready;
    const before = this.#origins.wayTo(host);
    if (before.kind === 'closed') this.#needs(before, host);
    const isAnonymous = before.kind !== 'open' || request.anonymous === true;
    const session = isAnonymous ? undefined : await this.#session(host);
    // The settings may have changed meanwhile, and the token is for what they say now.
    const way = this.#origins.wayTo(host);
    if (way.kind === 'refused') return { kind: 'failed', reason: 'refused', message: way.message };
    if (way.kind === 'closed' || before.kind !== 'open' || before.origin !== way.origin) {
      return { kind: 'failed', reason: 'cancelled', message: t('The server is not allowed yet.') };
    }
    if (!isAnonymous && accountIdOf(session, way) !== request.account)
      return { kind: 'failed', reason: 'cancelled', message: t('The account has changed.') };
    const token = session && { token: session.accessToken };
    const response = await exchange(this.#platform, { roots: way.roots, ...token }, request);
    if (session && response.kind === 'response' && response.status === 401)
      this.#rejectedSession = session.id;
    if (response.kind === 'failed') this.#log.info(`GitHub (${host}): ${inEnglish(response.message)}`);
    return response;
  }

  #needs(way: ClosedWay, host: string): void {
    if (this.#closed?.origin === way.origin && this.#closed.denied === way.denied) return;
    this.#closed = way;
    this.#closedHost = host;
    this.#originsChanged.fire();
  }

  #settingsChanged(): void {
    // The server asks again only where something opened; until then the notes still need the address.
    const way = this.#closed && this.#closedHost ? this.#origins.wayTo(this.#closedHost) : undefined;
    this.#closed = way?.kind === 'closed' ? way : undefined;
    this.#originsChanged.fire();
    const off = whyOff();
    const enterprise = enterpriseHost();
    const switched = (off === undefined) !== (this.#off === undefined) || enterprise !== this.#enterpriseHost;
    this.#off = off;
    this.#enterpriseHost = enterprise;
    if (switched) this.#switched.fire();
    else void this.#changed();
  }

  /** The server compares: the same account at the same place is no change. */
  async #changed(): Promise<void> {
    const enterprise = enterpriseHost();
    for (const host of enterprise ? ['github.com', enterprise] : ['github.com']) {
      const params: GitHubHostParams = { host };
      // The server may be on its way out; it asks anew when it starts.
      await this.#client?.sendNotification(githubAccountChanged, params).catch(() => {});
    }
  }
}

function accountIdOf(session: vscode.AuthenticationSession | undefined, way: Way): string {
  return `${session?.account.id ?? 'anonymous'}${placeOf(way)}`;
}

function placeOf(way: Way): string {
  if (way.kind === 'refused') return '@refused';
  if (way.kind === 'closed') return '@closed';
  return way.origin === '' ? '' : `@${way.origin}`;
}

function scopesOf(access: Access): string[] {
  return access === 'private' ? ['repo'] : [];
}

/** VS Code's two providers: `github`, and `github-enterprise` for the server its setting names. */
function providerOf(host: string): string {
  return host === 'github.com' ? 'github' : 'github-enterprise';
}
