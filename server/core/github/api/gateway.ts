/** The one way to a GitHub host for one account: asks only when it may, one thing after the other, and remembers limits. */

import { inEnglish, type Message, t } from '../../../../shared/l10n.ts';
import type { Repository } from '../../note/note.ts';
import type { Account, ApiRequest, ApiResponse, Clock, Logger, Timers, Transport } from '../../ports.ts';
import { isValidRepository } from '../../references/issueKey.ts';
import type { Unavailable } from '../answer.ts';
import { parseJson } from '../json.ts';
import { type Limits, maySend, newLimits, type Priority, received, sent, usesSignIn } from './limits.ts';
import type { GraphqlRequest } from './queries.ts';
import { Semaphore } from './semaphore.ts';
import { type Resource, readSignal, type Signal } from './signals.ts';
import { unavailable, unavailableAfter, unavailableFor, withHint } from './status.ts';
import { pause, waitFor } from './timeout.ts';

export interface GatewayPorts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Logger;
  /** From 0 to 1, exclusive. */
  readonly random: () => number;
}

export interface GatewayEvents {
  /** What may be sent has changed. */
  limitsChanged(): void;
  /** The account has changed; the last response was discarded. */
  accountChanged(): void;
  /** For the writer, at most once for one cause. */
  notice(message: Message, about: Notice): void;
}

export interface Notice {
  readonly host: string;
  /** GitHub does not accept the sign-in; or the host is not to be asked, or not so. */
  readonly kind: 'rejected' | 'refused';
}

export interface Reply {
  readonly kind: 'reply';
  /** Any but 401, 429 and 5xx; 403 when it is about a permission. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as JSON; undefined when it is none. */
  readonly value: unknown;
}

/** A path below the API's root for REST, or a query for GraphQL, which needs a token. */
export type GatewayRequest = string | GraphqlRequest;

/** Milliseconds until a socket is closed, whoever still waits. A batch takes GitHub longer than a single issue. */
const timeouts: Readonly<Record<Priority, number>> = { interactive: 8_000, background: 15_000 };
/** Who is signed in is known to the host; only one that is gone takes longer. */
const accountTimeout = 2_000;

export class Gateway {
  readonly host: string;
  readonly account: Account;
  readonly #ports: GatewayPorts;
  readonly #events: GatewayEvents;
  /** GitHub asks for requests in a row. A few may pass, so that one that hangs does not hold up a hover. */
  readonly #semaphores: Readonly<Record<Priority, Semaphore>> = {
    interactive: new Semaphore(3),
    background: new Semaphore(1),
  };
  #limits: Limits;
  #closed = false;

  constructor(host: string, account: Account, ports: GatewayPorts, events: GatewayEvents) {
    this.host = host;
    this.account = account;
    this.#ports = ports;
    this.#events = events;
    this.#limits = newLimits(account.signedIn);
  }

  get limits(): Limits {
    return this.#limits;
  }

  /** Whether requests carry the sign-in now. After a 401 they go without it for a while. */
  get signedIn(): boolean {
    return usesSignIn(this.#limits, this.#ports.clock.now());
  }

  /** Everything that waits or comes back from now on is answered with `cancelled`. */
  close(): void {
    this.#closed = true;
  }

  /**
   * Sends when the limits allow it, and once more after a server error. `about`: every repository whose names are in the
   * request; nothing is sent where one is no repository's of this host, wherever the names are from. Never rejects.
   */
  async send(
    request: GatewayRequest,
    about: readonly Repository[],
    priority: Priority,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Reply | Unavailable> {
    if (!about.every((each) => isValidRepository(each) && each.host.toLowerCase() === this.host))
      return unavailable('forbidden', t('GitHub has no repository with this name.'));
    const resource = resourceOf(request);
    const early = this.#refusal(resource, priority);
    if (early) return early;
    return this.#semaphores[priority].run(async () => {
      for (let attempt = 1; ; attempt++) {
        // The limits may have changed while this waited for its turn.
        const refusal = this.#refusal(resource, priority);
        if (refusal) return refusal;
        const { reply, signal, anonymous } = await this.#exchange(request, priority, headers);
        // What is public can be read without the sign-in.
        if (signal?.kind === 'rejected' && !anonymous && resource !== 'graphql') continue;
        const trouble = this.#limits.trouble;
        const again = signal?.kind === 'trouble' && signal.trouble === 'server' && signal.wait === undefined;
        // Once, and only when it is the first sign of trouble: a hiccup is over in a second.
        if (!again || attempt > 1 || trouble === undefined || trouble.count > 1) return reply;
        await pause(Math.max(0, trouble.until - this.#ports.clock.now()) + 1, this.#ports.timers);
      }
    });
  }

  #refusal(resource: Resource, priority: Priority): Unavailable | undefined {
    if (this.#closed) return unavailable('cancelled', t('The account has changed.'));
    const permission = maySend(this.#limits, resource, priority, this.#ports.clock.now());
    return permission.kind === 'granted' ? undefined : unavailableFor(permission, this.account.signInHint);
  }

  async #exchange(
    request: GatewayRequest,
    priority: Priority,
    headers: Readonly<Record<string, string>> | undefined,
  ): Promise<Exchanged> {
    const { clock, transport } = this.#ports;
    const resource = resourceOf(request);
    const asked = partsOf(request);
    const started = clock.now();
    const anonymous = !usesSignIn(this.#limits, started);
    this.#limits = sent(this.#limits, resource, started);
    const response = await contained(() =>
      transport.send({
        host: this.host,
        account: this.account.id,
        ...asked,
        timeout: timeouts[priority],
        ...(anonymous && this.account.signedIn && { anonymous }),
        ...(headers && { headers }),
      }),
    );
    const now = clock.now();
    this.#log(asked, response, now - started);
    if (await this.#isSomebodyElse())
      return { reply: unavailable('cancelled', t('The account has changed.')), anonymous };
    if (response.kind === 'failed' && response.reason === 'cancelled')
      return { reply: unavailable('cancelled', t('The request was cancelled.')), anonymous };
    const value = response.kind === 'response' ? parseJson(response.body) : undefined;
    const signal = readSignal(response, value, resource, now);
    this.#learn(signal, now, anonymous);
    return { reply: this.#reply(response, signal, value?.value, resource, priority), signal, anonymous };
  }

  #reply(
    response: ApiResponse,
    signal: Signal,
    value: unknown,
    resource: Resource,
    priority: Priority,
  ): Reply | Unavailable {
    if (signal.kind === 'trouble') return unavailableAfter({ kind: signal.trouble, message: signal.message });
    if (signal.kind !== 'ok' || response.kind === 'failed') {
      const permission = maySend(this.#limits, resource, priority, this.#ports.clock.now());
      if (permission.kind !== 'granted') return unavailableFor(permission, this.account.signInHint);
      return unavailable('trouble', t('GitHub did not respond.'));
    }
    return { kind: 'reply', status: response.status, headers: response.headers, value };
  }

  #learn(signal: Signal, now: number, anonymous: boolean): void {
    const before = this.#limits;
    this.#limits = received(before, signal, now, this.#ports.random(), anonymous);
    const { rejected, trouble } = this.#limits;
    if (rejected && !before.rejected) {
      const { signedIn, signInHint } = this.account;
      const what = signedIn
        ? t('{0} rejected the sign-in. Only public titles are shown.', this.host)
        : t('{0} requires a sign-in.', this.host);
      this.#events.notice(withHint(what, signInHint), { host: this.host, kind: 'rejected' });
    }
    if (trouble?.kind === 'refused' && before.trouble?.kind !== 'refused')
      this.#events.notice(trouble.message, { host: this.host, kind: 'refused' });
    this.#events.limitsChanged();
  }

  /** Responses belong to the account of the request; after a sign-out they are discarded. */
  async #isSomebodyElse(): Promise<boolean> {
    if (this.#closed) return true;
    const { timers, transport } = this.#ports;
    const asking = transport.account(this.host).catch(() => this.account);
    const asked = await waitFor(asking, { timeout: accountTimeout }, timers);
    if (this.#closed) return true;
    const { id, signedIn } = asked.kind === 'done' ? asked.value : this.account;
    if (id === this.account.id && signedIn === this.account.signedIn) return false;
    this.#events.accountChanged();
    return true;
  }

  /** Neither a query's words nor an answer's are written down. */
  #log({ method, path }: RequestParts, response: ApiResponse, milliseconds: number): void {
    const question = path.indexOf('?');
    const where = `${method} ${this.host}${question < 0 ? path : path.slice(0, question)}`;
    const outcome =
      response.kind === 'response'
        ? String(response.status)
        : `${response.reason}: ${inEnglish(response.message)}`;
    this.#ports.log.info(`${where}: ${outcome} in ${milliseconds} ms`);
  }
}

interface Exchanged {
  readonly reply: Reply | Unavailable;
  readonly signal?: Signal;
  /** It was sent without the sign-in. */
  readonly anonymous: boolean;
}

type RequestParts = Pick<ApiRequest, 'method' | 'path' | 'body'>;

function partsOf(request: GatewayRequest): RequestParts {
  if (typeof request === 'string') return { method: 'GET', path: request };
  const { query, variables } = request;
  return { method: 'POST', path: '/graphql', body: JSON.stringify({ query, variables }) };
}

function resourceOf(request: GatewayRequest): Resource {
  if (typeof request !== 'string') return 'graphql';
  return request.startsWith('/search/') ? 'search' : 'core';
}

/** A transport never rejects; if one does, it is a failure like others. */
async function contained(send: () => Promise<ApiResponse>): Promise<ApiResponse> {
  try {
    return await send();
  } catch {
    return { kind: 'failed', reason: 'offline', message: t('The request could not be sent.') };
  }
}
