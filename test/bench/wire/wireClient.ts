/** A server in a process of its own, spoken to over stdio with as little as that takes: the client's time is in every figure. */

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

type Answer = (params: never) => unknown;

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** How an answer ended. */
interface Reply {
  readonly result: unknown;
  /** The server's own word that it did not answer: cancelled, or failed. */
  readonly error?: string | undefined;
}

/** A request that has no answer yet, with the id by which it is cancelled. */
export interface Asked {
  readonly id: number;
  readonly reply: Promise<Reply>;
}

/** How long an answer may take, in milliseconds: a safety net, so that a server that never answers is named. */
const longest = 120_000;

const separator = Buffer.from('\r\n\r\n');

export class WireClient {
  /** The workspace folders, URIs. */
  folders: readonly string[] = [];
  /** The server has no incremental changes. */
  takesWholeText = false;
  /** Settled when the server has told that its index is complete; for one that tells. */
  indexed: Promise<unknown> | undefined;
  /** Settled when the process is gone. */
  readonly ended: Promise<void>;
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting = new Map<number | string, (reply: Reply) => void>();
  private readonly answers = new Map<string, Answer>();
  private unread: Buffer[] = [];
  private unreadLength = 0;
  private wanted: number | undefined;
  private lastId = 0;
  private failure: string | undefined;

  private readonly name: string;

  constructor(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.name = [command, ...args].join(' ');
    this.child = spawn(command, args, { stdio: 'pipe', env: { ...process.env, ...env } });
    this.ended = new Promise((resolve) => this.child.once('exit', () => resolve()));
    this.child.stdout.on('data', (chunk: Buffer) => this.read(chunk));
    this.child.stderr.resume();
    this.child.stdin.on('error', () => {});
    this.child.once('error', (error) => this.fail(error.message));
    this.child.once('exit', () => this.fail('the server ended'));
  }

  /** Answers the server's requests of this name; without one they get null. */
  on(method: string, answer: Answer): void {
    this.answers.set(method, answer);
  }

  notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  ask(method: string, params: unknown, limit = longest): Asked {
    const id = ++this.lastId;
    const reply = new Promise<Reply>((resolve, reject) => {
      if (this.failure !== undefined) reject(new Error(this.failure));
      const timer = setTimeout(
        () => reject(new Error(`${this.name} has not answered ${method} in ${limit / 1_000} s`)),
        limit,
      );
      this.waiting.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
    });
    this.send({ id, method, params });
    return { id, reply };
  }

  async request<Result>(method: string, params: unknown, limit = longest): Promise<Result> {
    const { error, result } = await this.ask(method, params, limit).reply;
    if (error !== undefined) throw new Error(`${method}: ${error}`);
    return result as Result;
  }

  cancel(id: number): void {
    this.notify('$/cancelRequest', { id });
  }

  /** What the process holds, and held at most, in MB; undefined where the system does not tell (not Linux). */
  memory(): { readonly now: number; readonly peak: number } | undefined {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
      const megabytes = (name: string) =>
        Math.round(Number(new RegExp(`${name}:\\s*(\\d+) kB`).exec(status)?.[1]) / 1_024);
      return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
    } catch {
      return undefined;
    }
  }

  /** Milliseconds of processor time of all threads since the start; undefined where the system does not tell. */
  processorTime(): number | undefined {
    const tasks = `/proc/${this.child.pid}/task`;
    try {
      const times = readdirSync(tasks).map((task) =>
        Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]),
      );
      return times.reduce((sum, time) => sum + time, 0) / 1e6;
    } catch {
      return undefined;
    }
  }

  end(): Promise<void> {
    this.child.kill('SIGKILL');
    return this.ended;
  }

  private fail(message: string): void {
    this.failure ??= message;
    for (const resolve of this.waiting.values()) resolve({ result: undefined, error: this.failure });
    this.waiting.clear();
  }

  private send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private read(chunk: Buffer): void {
    this.unread.push(chunk);
    this.unreadLength += chunk.length;
    // A long body in many pieces is put together once.
    while (this.wanted === undefined || this.unreadLength >= this.wanted) {
      const all = this.unread.length === 1 ? this.unread[0]! : Buffer.concat(this.unread);
      this.unread = [all];
      if (this.wanted === undefined) {
        const end = all.indexOf(separator);
        if (end < 0) return;
        this.wanted = Number(/Content-Length: (\d+)/i.exec(all.toString('latin1', 0, end))?.[1] ?? 0);
        this.keep(all.subarray(end + separator.length));
      } else {
        const body = all.toString('utf8', 0, this.wanted);
        this.keep(all.subarray(this.wanted));
        this.wanted = undefined;
        this.receive(JSON.parse(body) as Message);
      }
    }
  }

  private keep(rest: Buffer): void {
    this.unread = [rest];
    this.unreadLength = rest.length;
  }

  private receive({ id, method, params, result, error }: Message): void {
    if (method !== undefined) {
      const answer = this.answers.get(method)?.(params as never);
      const empty = method === 'workspace/configuration' ? configurationOf(params) : null;
      if (id !== undefined) this.send({ id, result: answer ?? empty });
    } else if (id !== undefined) {
      this.waiting.get(id)?.({ result, error: error?.message });
      this.waiting.delete(id);
    }
  }
}

/** Nothing is set. */
function configurationOf(params: unknown): null[] {
  return (params as { items: object[] }).items.map(() => null);
}
