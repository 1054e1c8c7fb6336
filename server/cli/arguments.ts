/** What the command line asks for. */

import { parseArgs } from 'node:util';
import { usage } from './usage.ts';

type Format = 'text' | 'json' | 'github' | 'sarif';

export interface CheckRequest {
  readonly kind: 'check';
  readonly format: Format;
  /** Ask nothing of the network. */
  readonly offline: boolean;
  /** Apply the safe fixes first. */
  readonly fix: boolean;
  /** Only what has changed since this Git revision. */
  readonly since?: string;
  /** A file that is named is checked only if it is a note, or a template file. */
  readonly notesOnly: boolean;
  readonly paths: readonly string[];
}

export type Request =
  | { readonly kind: 'lsp' }
  | CheckRequest
  | {
      readonly kind: 'new';
      /** `YYYY-MM-DD`, a day that exists. */
      readonly date?: string;
      /** The name of a template file, without its extension. */
      readonly series?: string;
      /** Print the note instead of creating it. */
      readonly stdout: boolean;
    }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'version' }
  /** Names the argument and the remedy. */
  | { readonly kind: 'wrong'; readonly message: string };

const formats: readonly Format[] = ['text', 'json', 'github', 'sarif'];

/** Reads the arguments after the program's name. Never throws. */
export function readArguments(args: readonly string[]): Request {
  const [command, ...rest] = args;
  switch (command) {
    case 'check':
    case 'new':
    case 'lsp':
      break;
    case undefined:
      return wrong('no command. Use check, new or lsp.');
    case '--help':
    case '-h':
    case 'help':
      return { kind: 'help', text: usage };
    case '--version':
    case '-v':
      return { kind: 'version' };
    default:
      return wrong(`unknown command "${command}". Use check, new or lsp.`);
  }
  // What follows "--" is named, whatever it looks like.
  const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (options.includes('--help') || options.includes('-h')) return { kind: 'help', text: usage };
  try {
    if (command === 'check') return readCheck(rest);
    return command === 'new' ? readNew(rest) : readLsp(rest);
  } catch (error) {
    // Node's own words name the option: "Unknown option '--x'", "Option '--date <value>' argument missing".
    const reason = error instanceof Error ? error.message : String(error);
    const [first = ''] = reason.split(/\. |\n/);
    return wrong(`${command}: ${first}${first.endsWith('.') ? '' : '.'}`);
  }
}

function readCheck(args: string[]): Request {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      offline: { type: 'boolean', default: false },
      fix: { type: 'boolean', default: false },
      since: { type: 'string' },
      'notes-only': { type: 'boolean', default: false },
    },
  });
  const format = formats.find((known) => known === values.format);
  if (format === undefined) {
    return wrong(`check: unknown format "${values.format}". Use --format ${formats.join(', ')}.`);
  }
  // An empty one would be the current folder: what a script is left with that has lost its variable.
  if (positionals.length === 0 || positionals.includes(''))
    return wrong('check: no path. Specify the files or folders to check, for example ".".');
  const { offline, fix, since, 'notes-only': notesOnly } = values;
  if (since !== undefined && !isRevision(since)) {
    return wrong(`check: "${since}" is not a revision. Use --since with a commit, a branch or a tag.`);
  }
  return {
    kind: 'check',
    format,
    offline,
    fix,
    ...(since === undefined ? {} : { since }),
    notesOnly,
    paths: positionals,
  };
}

function readNew(args: string[]): Request {
  const { values } = parseArgs({
    args,
    options: {
      date: { type: 'string' },
      series: { type: 'string' },
      stdout: { type: 'boolean', default: false },
    },
  });
  const { date, series, stdout } = values;
  if (date !== undefined && !isDay(date))
    return wrong(`new: "${date}" is not a date. Use --date YYYY-MM-DD, for example 2026-03-10.`);
  return {
    kind: 'new',
    ...(date === undefined ? {} : { date }),
    ...(series === undefined ? {} : { series }),
    stdout,
  };
}

function readLsp(args: string[]): Request {
  // The usual client library adds its process id, so that a server can tell when it has gone.
  const { values } = parseArgs({
    args,
    options: { stdio: { type: 'boolean', default: false }, clientProcessId: { type: 'string' } },
  });
  return values.stdio
    ? { kind: 'lsp' }
    : wrong('lsp: only standard input and output are supported. Add --stdio.');
}

/** What git would read as an option, or as two revisions, is none. */
function isRevision(text: string): boolean {
  return text !== '' && !text.startsWith('-') && !text.includes('..') && !/[\0\n\r]/.test(text);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function wrong(message: string): Request {
  return { kind: 'wrong', message: `office-hours: ${message} See office-hours --help.` };
}
