/** What the command line asks for. */

import { parseArgs } from 'node:util';
import { readReference } from '../core/recall/readReference.ts';
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

type ListFormat = 'text' | 'json' | 'markdown';

export interface TodosRequest {
  readonly kind: 'todos';
  readonly format: ListFormat;
  readonly owner?: string;
  readonly mine: boolean;
  readonly meetings?: number;
}

export interface ReferencesRequest {
  readonly kind: 'references';
  readonly format: ListFormat;
  /** One that `readReference` reads. */
  readonly reference: string;
}

export interface HighlightsRequest {
  readonly kind: 'highlights';
  /** `YYYY-MM-DD`, a day that exists; absent: the day of the note before. */
  readonly since?: string;
}

export interface AgendaRequest {
  readonly kind: 'agenda';
}

export interface ImportRequest {
  readonly kind: 'import';
  /** The path of the text; absent: standard input. */
  readonly file?: string;
  /** `YYYY-MM-DD`, a day that exists, of a meeting whose text does not say it. */
  readonly date?: string;
  /** The name of a template file, without its extension. */
  readonly series?: string;
  /** Print the notes instead of creating them. */
  readonly stdout: boolean;
}

/** What a note may begin with, by its name on the command line. */
const beginnings = ['highlights', 'todos', 'agenda'] as const;

export type Beginning = (typeof beginnings)[number];

export type Request =
  | { readonly kind: 'lsp' }
  /** `folder`: whose repository has the notes; absent: the current one. */
  | { readonly kind: 'mcp'; readonly folder?: string }
  | CheckRequest
  | TodosRequest
  | ReferencesRequest
  | HighlightsRequest
  | AgendaRequest
  | ImportRequest
  | {
      readonly kind: 'new';
      /** `YYYY-MM-DD`, a day that exists. */
      readonly date?: string;
      /** The name of a template file, without its extension. */
      readonly series?: string;
      /** Print the note instead of creating it. */
      readonly stdout: boolean;
      /** In any order; none: the template alone. */
      readonly with: readonly Beginning[];
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
    case 'import':
    case 'todos':
    case 'references':
    case 'highlights':
    case 'agenda':
    case 'mcp':
    case 'lsp':
      break;
    case undefined:
      return wrong('no command. Use check, new, import, todos, references, highlights, agenda, mcp or lsp.');
    case '--help':
    case '-h':
    case 'help':
      return { kind: 'help', text: usage };
    case '--version':
    case '-v':
      return { kind: 'version' };
    default:
      return wrong(
        `unknown command "${command}". Use check, new, import, todos, references, highlights, agenda, mcp or lsp.`,
      );
  }
  // What follows "--" is named, whatever it looks like.
  const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (options.includes('--help') || options.includes('-h')) return { kind: 'help', text: usage };
  try {
    if (command === 'check') return readCheck(rest);
    if (command === 'todos') return readTodos(rest);
    if (command === 'references') return readReferences(rest);
    if (command === 'highlights') return readHighlights(rest);
    if (command === 'agenda') return readAgenda(rest);
    if (command === 'import') return readImport(rest);
    if (command === 'mcp') return readMcp(rest);
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
      with: { type: 'string', default: '' },
    },
  });
  const { date, series, stdout, with: wanted } = values;
  const words = wanted.split(',').flatMap((each) => each.trim() || []);
  const unknown = words.find((each) => !beginnings.some((known) => known === each));
  if (unknown !== undefined)
    return wrong(`new: "${unknown}" is nothing to begin a note with. Use --with ${beginnings.join(', ')}.`);
  if (date !== undefined && !isDay(date)) return wrongDate('new', date);
  return {
    kind: 'new',
    ...(date === undefined ? {} : { date }),
    ...(series === undefined ? {} : { series }),
    stdout,
    with: beginnings.filter((each) => words.includes(each)),
  };
}

function readImport(args: string[]): Request {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      date: { type: 'string' },
      series: { type: 'string' },
      stdout: { type: 'boolean', default: false },
    },
  });
  const { date, series, stdout } = values;
  const [file, ...others] = positionals;
  if (others.length > 0 || file === '') return wrong('import: name one file, or none for standard input.');
  if (date !== undefined && !isDay(date)) return wrongDate('import', date);
  return {
    kind: 'import',
    ...(file === undefined || file === '-' ? {} : { file }),
    ...(date === undefined ? {} : { date }),
    ...(series === undefined ? {} : { series }),
    stdout,
  };
}

function wrongDate(command: string, date: string): Request {
  return wrong(`${command}: "${date}" is not a date. Use --date YYYY-MM-DD, for example 2026-03-10.`);
}

const listFormats: readonly ListFormat[] = ['text', 'json', 'markdown'];

function readTodos(args: string[]): Request {
  const { values } = parseArgs({
    args,
    options: {
      format: { type: 'string', default: 'text' },
      owner: { type: 'string' },
      mine: { type: 'boolean', default: false },
      meetings: { type: 'string' },
    },
  });
  const { owner, mine, meetings } = values;
  const format = listFormats.find((known) => known === values.format);
  if (format === undefined) return wrongFormat('todos', values.format);
  if (owner !== undefined && mine)
    return wrong('todos: --owner and --mine exclude each other. Use one of them.');
  if (owner?.trim() === '') return wrong('todos: --owner is empty. Write a name or a login.');
  if (meetings !== undefined && !/^[1-9]\d{0,4}$/.test(meetings))
    return wrong(`todos: "${meetings}" is not a number of meetings. Use --meetings with 1 or more.`);
  return {
    kind: 'todos',
    format,
    ...(owner === undefined ? {} : { owner }),
    mine,
    ...(meetings === undefined ? {} : { meetings: Number(meetings) }),
  };
}

function readReferences(args: string[]): Request {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' } },
  });
  const format = listFormats.find((known) => known === values.format);
  if (format === undefined) return wrongFormat('references', values.format);
  const [reference = '', ...others] = positionals;
  if (others.length > 0 || readReference(reference) === undefined) {
    const written = positionals.join(' ');
    return wrong(`references: "${written}" is not a reference. Use a number, owner/name#number or a URL.`);
  }
  return { kind: 'references', format, reference };
}

function wrongFormat(command: string, format: string): Request {
  return wrong(`${command}: unknown format "${format}". Use --format ${listFormats.join(', ')}.`);
}

function readHighlights(args: string[]): Request {
  const { values } = parseArgs({ args, options: { since: { type: 'string' } } });
  const { since } = values;
  if (since !== undefined && !isDay(since))
    return wrong(`highlights: "${since}" is not a date. Use --since YYYY-MM-DD, for example 2026-03-10.`);
  return { kind: 'highlights', ...(since === undefined ? {} : { since }) };
}

function readAgenda(args: string[]): Request {
  parseArgs({ args, options: {} });
  return { kind: 'agenda' };
}

function readMcp(args: string[]): Request {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [folder, ...others] = positionals;
  if (others.length > 0 || folder === '') return wrong('mcp: name one folder, or none.');
  return { kind: 'mcp', ...(folder === undefined ? {} : { folder }) };
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
