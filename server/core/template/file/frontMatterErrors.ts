/** What the YAML library finds wrong, with what to do about it. */

import type { YAMLError } from 'yaml';
import { type Message, t } from '../../../../shared/l10n.ts';
import { skipSpaces } from '../../note/characters.ts';
import { lineAt } from '../../note/lines.ts';
import type { TemplateFix } from '../definition.ts';
import type { Report } from './report.ts';

/** One mistake makes the library stumble many times. */
const mostErrors = 10;

/** Reports the first error of each line. `source` begins at the offset `base` of the file. */
export function reportYaml(errors: readonly YAMLError[], source: string, base: number, report: Report): void {
  // An error found on the blank lines at the end is one of what stands before them.
  const written = source.trimEnd().length;
  let count = 0;
  let done = -1;
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const at = Math.min(error.pos[0], written);
    if (at <= done || count === mostErrors) continue;
    count++;
    const line = lineAt(source, at);
    done = line.to;
    const open = openingOf(error, source, at);
    if (open !== undefined) {
      const { from, message } = open;
      const end = Math.max(from + 1, Math.min(lineAt(source, from).to, written));
      report.error('template-syntax', { from: base + from, to: base + end }, message);
      continue;
    }
    const known = error.message.startsWith('Implicit map keys need') ? withoutValue : messages[error.code];
    const isQuotes = known === undefined || error.code === 'BLOCK_AS_IMPLICIT_KEY';
    const quoting = isQuotes ? quotingOf(source.slice(line.from, line.to), base + line.from) : undefined;
    if (quoting === undefined) {
      // Something has to be there to be underlined.
      const to = Math.min(Math.max(error.pos[1], at + 1), line.to);
      const from = at === to && at > line.from ? at - 1 : at;
      report.error(
        'template-syntax',
        { from: base + from, to: base + to },
        known ?? inBrackets(error) ?? plainWords(error),
      );
    } else {
      const { text } = quoting.fix;
      const message =
        quoting.odd === undefined
          ? t('A value must be in quotes: {0}', text)
          : t('A value that begins with "{0}" must be in quotes: {1}', quoting.odd, text);
      report.error('template-syntax', quoting.fix.range, message, quoting.fix);
    }
  }
}

const withoutValue = t('Missing ":" and value after this key.');

const messages: Partial<Readonly<Record<YAMLError['code'], Message>>> = {
  TAB_AS_INDENT: t('YAML does not allow tabs for indentation. Use spaces.'),
  BAD_INDENT: t('The indentation does not match the lines above. Indent lines of one level equally.'),
  MULTILINE_IMPLICIT_KEY: withoutValue,
  BLOCK_AS_IMPLICIT_KEY: t(
    'Two keys on one line. Write each key on its own line with the same indentation. A value that contains a colon must be in quotes.',
  ),
  MULTIPLE_DOCS: t('The front matter must be a single YAML document. Remove "..." and "%".'),
};

/** The bracket or quote that an error found at `at` is about, because it has no end; undefined: it is about something else. */
function openingOf(
  { message }: YAMLError,
  source: string,
  at: number,
): { readonly from: number; readonly message: Message } | undefined {
  const quote = message.startsWith('Missing closing ') ? message[16] : undefined;
  if (quote === '"' || quote === "'") {
    const from = source.indexOf(quote, lineAt(source, at).from);
    return from < 0 || from > at ? undefined : { from, message: t('The {0} is not closed.', quote) };
  }
  const close = /must be sufficiently indented and end with a ([\]}])/.exec(message)?.[1];
  if (close === undefined) return undefined;
  const bracket = close === ']' ? '[' : '{';
  let depth = 1;
  for (let from = at - 1; from >= 0; from--) {
    if (source[from] === close) depth++;
    else if (source[from] === bracket && --depth === 0)
      return { from, message: t('The "{0}" is not closed. Add "{1}".', bracket, close) };
  }
  return undefined;
}

/** Between brackets and braces more characters have a meaning of their own. */
function inBrackets({ code, message }: YAMLError): Message | undefined {
  const reserved = code === 'BAD_SCALAR_START' ? /reserved character (.)/.exec(message)?.[1] : undefined;
  if (reserved !== undefined) return t('A value that begins with "{0}" must be in quotes.', reserved);
  const isFlow = message.includes('flow-') || message.includes(' flow ') || message.includes('at node end');
  return isFlow
    ? t('Invalid YAML. Within brackets or braces, a value that contains { } [ ] : or , must be in quotes.')
    : undefined;
}

function plainWords(error: YAMLError): Message {
  const [first = ''] = error.message.split('\n');
  return t('Invalid YAML: {0}.', first.endsWith('.') || first.endsWith(':') ? first.slice(0, -1) : first);
}

/** What YAML gives a meaning of its own at the start of a value. */
const indicators = '{[*&!|>%@`';

interface Quoting {
  /** The character that makes the quotes necessary; absent: it is a colon further on. */
  readonly odd?: string;
  readonly fix: TemplateFix;
}

/** The value of a line such as `title: {project} notes`, in quotes; undefined when quotes would not help. */
function quotingOf(line: string, from: number): Quoting | undefined {
  const start = valueStart(line);
  const value = line.slice(start).trimEnd();
  const first = value[0];
  if (first === undefined || first === '"' || first === "'" || first === '#') return undefined;
  const odd = indicators.includes(first);
  if (!odd && !value.includes(': ')) return undefined;
  // Between brackets that are closed the mistake is another one.
  if (
    (first === '[' && value.endsWith(']')) ||
    (first === '{' && value.endsWith('}') && value.includes(':'))
  ) {
    return undefined;
  }
  const range = { from: from + start, to: from + start + value.length };
  const text = inQuotes(value);
  return { ...(odd && { odd: first }), fix: { title: t('Put Value in Quotes'), range, text } };
}

/** Past the indentation, `- ` and `key: `. */
function valueStart(line: string): number {
  let at = skipSpaces(line, 0);
  if (line.startsWith('- ', at)) at = skipSpaces(line, at + 1);
  let end = at;
  while (end < line.length && /[\w-]/.test(line[end]!)) end++;
  return end > at && line.startsWith(': ', end) ? skipSpaces(line, end + 1) : at;
}

/** As YAML's single-quoted text. */
export function inQuotes(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
