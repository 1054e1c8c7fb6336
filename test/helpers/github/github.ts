/**
 * A stand-in for GitHub on this machine, for unit, wire and editor tests, the bench, and a demo without a network.
 *
 * ```ts
 * const github = await createGitHub({
 *   repositories: [{ owner: 'octo', name: 'big', size: 200_000 }, ...lanternRepositories],
 *   accounts: [{ token: 'secret', login: 'reader' }],
 * });
 * await fetch(`${github.url}/repos/octo/big/issues?state=all`);   // GITHUB_API_URL
 * await github.setFault(faults.tooMany, { times: 1 });
 * github.edit('octo/big', 7, { title: 'A new title' });           // shows in the next delta
 * assert.equal(github.requests.length, 1);
 * await github.stop();                                            // rejects when there were violations
 * ```
 *
 * It speaks GitHub's REST and GraphQL APIs as far as the project uses them, with CORS, `Link`, `ETag`, rate limits and
 * API versions. What GitHub would not understand, or the stand-in does not play, is answered as GitHub would and kept
 * in `violations`; `stop` rejects with them, so that no test goes on in error. A test that provokes violations takes
 * them out (`github.violations.splice(0)`).
 *
 * As GitHub does, it lets answers be kept for a minute (`cache-control`), so a browser may not ask again at once.
 *
 * Queries run against GitHub's published schema, and answers are held against GitHub's published description by the
 * stand-in's own tests. Everything is the same in every run; only `at` and the limits depend on the clock.
 */

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Backend } from './backend.ts';
import { selfSignedCertificate } from './certificate.ts';
import { deliver, type Stage } from './delivery.ts';
import type { Fault } from './faults.ts';
import { answerPreflight, dress } from './headers.ts';
import type { Item } from './item.ts';
import { Ledger, type Limits } from './ledger.ts';
import { Log, type LoggedRequest } from './log.ts';
import { playFault } from './play.ts';
import type { RepositorySpec } from './repositorySpec.ts';
import { createRoutes } from './rest/routes.ts';
import { answerHonestly, identify, nameOf, readBody, resourceOf } from './server.ts';
import { type Account, World } from './world.ts';

export interface GitHubOptions {
  readonly repositories: readonly RepositorySpec[];
  readonly accounts?: readonly Account[];
  /** Milliseconds since 1970; the real time unless said otherwise. */
  readonly clock?: { now(): number };
  /** Instead of GitHub's published ones. */
  readonly limits?: Limits;
  /** Over TLS, with a certificate that nobody trusts. */
  readonly tls?: boolean;
  /** Where issues are looked at; `https://github.com` unless said otherwise. */
  readonly web?: string;
  /** 0 or absent: any that is free. */
  readonly port?: number;
}

/** To which requests a fault applies: all, unless said otherwise. */
interface Match {
  /** To so many of them, then no more. */
  readonly times?: number;
  readonly when?: (request: LoggedRequest) => boolean;
}

export interface GitHub {
  /** The root of the REST API: `http://127.0.0.1:PORT`. GraphQL is at `/graphql` below it. */
  readonly url: string;
  /** The same as an Enterprise host has it: `…/api/v3`; GraphQL is then at `/api/graphql`. */
  readonly enterpriseUrl: string;
  /** The same port under a name that is not this machine's and resolves nowhere: not to be asked over plain http. */
  readonly elsewhereUrl: string;
  /** Every request, preflights included, the oldest first. Emptying it (`splice(0)`) starts a new count. */
  readonly requests: LoggedRequest[];
  readonly violations: string[];
  readonly ledger: Ledger;
  /** Connections that are open now, idle ones included. */
  readonly connections: number;
  /** From now on answers wrongly; undefined: rightly again. Resolved when it is so. */
  setFault(fault: Fault | undefined, match?: Match): Promise<void>;
  /** What is there, without a request; undefined when it is not (any more). Repositories are `owner/name`. */
  item(repository: string, number: number): Item | undefined;
  /** As somebody on GitHub would: updated now. Throws, like the following, when the number is not there. */
  edit(repository: string, number: number, change: Partial<Item>): void;
  /** Opens a new one, an open issue unless said otherwise, and gives its number. */
  add(repository: string, item: Partial<Item>): number;
  /** Moves it: REST redirects, GraphQL no longer finds it. Gives its number in the other repository. */
  transfer(repository: string, number: number, other: string): number;
  /** Deletes it: 410, and in no list. */
  remove(repository: string, number: number): void;
  /** Frees the port and closes every connection. Rejects when there were violations. */
  stop(): Promise<void>;
}

export async function createGitHub(options: GitHubOptions): Promise<GitHub> {
  const clock = options.clock ?? Date;
  // GitHub's times are whole seconds, and lists are sorted by them.
  const now = (): number => Math.floor(clock.now() / 1000);
  const log = new Log();
  const ledger = new Ledger(now, options.limits);
  const sockets = new Set<Socket>();
  let backend: Backend | undefined;
  let fault: { readonly fault: Fault; readonly match: Match; turn: number } | undefined;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const entry = log.begin(request, clock.now());
    response.on('close', () => {
      entry.state = response.writableFinished ? 'answered' : 'abandoned';
    });
    const body = (await readBody(request)) ?? '';
    if (backend === undefined || (await answerPreflight(backend, entry, response))) return;
    const at = backend;
    const caller = identify(at.world, request.headers.authorization);
    entry.account = nameOf(caller);
    const resource = resourceOf(entry.path.split('?')[0]!);
    const limit = ledger.begin(entry.account, resource);
    response.on('close', () => ledger.end(entry.account));
    const account = typeof caller === 'string' ? undefined : caller;
    const stage: Omit<Stage, 'turn'> = {
      entry,
      response,
      honest: () => answerHonestly(at, entry, { caller, body, limit }),
      dress: (wrong, primary) => dress(at, entry, wrong, { resource, account, limit: primary }),
    };
    const playing = fault && applies(fault, entry) ? fault : undefined;
    if (playing === undefined || playing.fault.kind === 'offline')
      return deliver(stage, await stage.honest());
    entry.fault = playing.fault.kind;
    return playFault(playing.fault, { ...stage, turn: playing.turn++ });
  };

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((error: unknown) => {
      // A connection that breaks while the body is read is the client's affair; anything else is a mistake here.
      if (!request.destroyed) log.violations.push(`the stand-in failed: ${String(error)}`);
      response.destroy();
    });
  };
  const server = options.tls ? createSecureServer(selfSignedCertificate(), listener) : createServer(listener);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.removeListener('error', reject);
        resolve();
      });
    });
  const close = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const hungUp = [...sockets].map((socket) => once(socket.destroy(), 'close'));
    await Promise.all([closed, ...hungUp]);
  };

  await listen(options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const address = `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`;
  const { repositories, accounts = [], web = 'https://github.com' } = options;
  const world = new World({ repositories, accounts, address, web, now });
  backend = { world, ledger, log, routes: createRoutes(ledger) };

  return {
    url: address,
    enterpriseUrl: `${address}/api/v3`,
    elsewhereUrl: `http://github.example.invalid:${port}`,
    requests: log.requests,
    violations: log.violations,
    ledger,
    get connections() {
      return sockets.size;
    },
    async setFault(next, match = {}) {
      fault = next && { fault: next, match, turn: 0 };
      if (next?.kind === 'offline') await close();
      else if (!server.listening) await listen(port);
    },
    item: (repository, number) => world.repository(repository).item(number),
    edit: (repository, number, change) => world.repository(repository).edit(number, change),
    add: (repository, item) => world.repository(repository).add(item),
    transfer: (repository, number, other) =>
      world.repository(repository).transfer(number, world.repository(other)),
    remove: (repository, number) => world.repository(repository).remove(number),
    async stop() {
      await close();
      if (log.violations.length > 0) {
        throw new Error(`GitHub would not have understood:\n  ${log.violations.join('\n  ')}`);
      }
    },
  };
}

function applies(
  { match, turn }: { readonly match: Match; readonly turn: number },
  entry: LoggedRequest,
): boolean {
  return (match.times === undefined || turn < match.times) && (match.when?.(entry) ?? true);
}
