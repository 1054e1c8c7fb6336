/** What the command line asks for. */

import { parseArgs } from 'node:util';

export type Format = 'text' | 'json' | 'github';

export type Request =
  | { readonly kind: 'lsp' }
  | {
      readonly kind: 'check';
      readonly format: Format;
      /** Ask nothing of the network. */
      readonly offline: boolean;
      readonly paths: readonly string[];
    }
  | {
      readonly kind: 'new';
      /** `YYYY-MM-DD`, a day that exists. */
      readonly date?: string;
      /** Print the note instead of creating it. */
      readonly stdout: boolean;
    }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'version' }
  /** Names the argument and the remedy. */
  | { readonly kind: 'wrong'; readonly message: string };

const formats: readonly Format[] = ['text', 'json', 'github'];

const usage = `Notes of a recurring meeting: checked, and begun, without an editor.

  office-hours check [--format text|json|github] [--offline] PATH...
      Checks notes. A folder is searched for notes; a file that is named is always checked.
      --format   text (the default), json, or github (annotations in a workflow's log)
      --offline  ask nothing of the network

  office-hours new [--date YYYY-MM-DD] [--stdout]
      Creates the next note of the repository in the current folder and prints its path.
      --date     the day of the meeting (default: the next one, as the earlier notes suggest)
      --stdout   print the note instead

  office-hours lsp --stdio
      Runs the language server for any editor.

  office-hours --help
  office-hours --version

Exit code: 0 no problems, 1 problems found, 2 could not run.
`;

/** Reads the arguments after the program's name. Never throws. */
export function readArguments(args: readonly string[]): Request {
  const [command, ...rest] = args;
  switch (command) {
    case 'check':
    case 'new':
    case 'lsp':
      break;
    case undefined:
      return wrong('no command. Give one of check, new, lsp.');
    case '--help':
    case '-h':
    case 'help':
      return { kind: 'help', text: usage };
    case '--version':
    case '-v':
      return { kind: 'version' };
    default:
      return wrong(`there is no command "${command}". Give one of check, new, lsp.`);
  }
  if (rest.includes('--help') || rest.includes('-h')) return { kind: 'help', text: usage };
  try {
    if (command === 'check') return readCheck(rest);
    return command === 'new' ? readNew(rest) : readLsp(rest);
  } catch (error) {
    // Node's own words name the option: "Unknown option '--x'", "Option '--date <value>' argument missing".
    const reason = error instanceof Error ? error.message : String(error);
    return wrong(`${command}: ${reason.split('. ')[0]}.`);
  }
}

function readCheck(args: string[]): Request {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' }, offline: { type: 'boolean', default: false } },
  });
  const format = formats.find((known) => known === values.format);
  if (format === undefined) {
    return wrong(`check: there is no format "${values.format}". Use --format ${formats.join(', ')}.`);
  }
  if (positionals.length === 0)
    return wrong('check: no path. Name the files or folders to check, for example ".".');
  return { kind: 'check', format, offline: values.offline, paths: positionals };
}

function readNew(args: string[]): Request {
  const { values } = parseArgs({
    args,
    options: { date: { type: 'string' }, stdout: { type: 'boolean', default: false } },
  });
  const { date, stdout } = values;
  if (date === undefined) return { kind: 'new', stdout };
  if (!isDay(date))
    return wrong(`new: "${date}" is not a day. Write --date YYYY-MM-DD, for example 2026-03-10.`);
  return { kind: 'new', date, stdout };
}

function readLsp(args: string[]): Request {
  // The usual client library adds its process id, so that a server can tell when it has gone.
  const { values } = parseArgs({
    args,
    options: { stdio: { type: 'boolean', default: false }, clientProcessId: { type: 'string' } },
  });
  return values.stdio
    ? { kind: 'lsp' }
    : wrong('lsp: standard input and output are the only way. Add --stdio.');
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function wrong(message: string): Request {
  return { kind: 'wrong', message: `office-hours: ${message} See office-hours --help.` };
}
