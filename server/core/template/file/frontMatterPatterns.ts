/** `file`, `title`: the patterns of what notes are called. */

import { type Message, t } from '../../../../shared/l10n.ts';
import type { Span } from '../../note/note.ts';
import type { TemplateFix } from '../definition.ts';
import { safeFolder, safeName } from '../fileName.ts';
import { type Glob, globFolder } from '../patterns/glob.ts';
import { formatPattern, type Pattern, parsePattern } from '../patterns/pattern.ts';
import type { YamlText, YamlValue } from './frontMatterTree.ts';
import { fixTo, partOf, readText } from './frontMatterValues.ts';
import type { Report } from './report.ts';

function readPattern(value: YamlValue, example: string, report: Report): Pattern | undefined {
  const text = readText(value, t("a pattern such as '{0}'", example), report);
  if (text === undefined) return undefined;
  // The end of the line is a comment, and the pattern shorter than it looks.
  const lost = /^ +#\{/.exec(report.text.slice(text.range.to, text.range.to + longestGap));
  if (lost !== null) {
    const range = { from: text.range.to, to: text.range.to + lost[0].length };
    report.warning(
      'template-pattern',
      range,
      t('The text from "#" on is a YAML comment. To include it, put the whole value in quotes.'),
    );
  }
  const result = parsePattern(text.text);
  const dollar = text.text.indexOf('${');
  if (result.kind === 'wrong') {
    const isStop = dollar >= 0 && result.range.from === dollar + 2;
    reportWrong(
      text,
      isStop ? { ...result, message: t('A pattern is not a snippet: {0}', result.message) } : result,
      report,
    );
    return undefined;
  }
  if (dollar >= 0) {
    const range = partOf(text, { from: dollar, to: dollar + 1 });
    const message = t('A pattern is not a snippet. Remove "$", or it will be in every name or title.');
    report.warning(
      'template-pattern',
      range,
      message,
      text.textFrom === undefined ? undefined : leftOut(range),
    );
  }
  return result.pattern;
}

function leftOut(range: Span): TemplateFix {
  return { title: t('Remove Text'), range, text: '' };
}

/** The title of a note: what stands behind its `# `. */
export function readTitlePattern(value: YamlValue, report: Report): Pattern | undefined {
  const pattern = readPattern(value, '{project} office hours {YYYY-MM-DD}', report);
  const marks = pattern && /^#{1,6}[ \t]+/.exec(pattern.source)?.[0].length;
  if (!marks || value.kind !== 'text') return pattern;
  const range = partOf(value, { from: 0, to: marks });
  const message = t('A title pattern does not include the "#" of the heading. Remove "#".');
  report.error('template-pattern', range, message, value.textFrom === undefined ? undefined : leftOut(range));
  return undefined;
}

export function reportWrong(
  text: YamlText,
  { range, message, instead }: { range: Span; message: Message; instead?: string },
  report: Report,
): void {
  const place = partOf(text, range);
  const exact = text.textFrom !== undefined;
  report.error('template-pattern', place, message, fixTo(place, exact ? instead : undefined));
}

const longestGap = 20;

/** A project's name becomes a part of the file's; it has to fit there and must not make folders. */
export function reportUnfitProject(value: YamlValue, file: Pattern, project: string, report: Report): void {
  if (!file.parts.some(({ kind }) => kind === 'project')) return;
  const name = safeName(project);
  if (name.kind === 'name') return;
  const message = t(
    '"{0}" {1}, so it cannot be part of a file name. Write a name instead of {project}.',
    project,
    name.reason,
  );
  report.error('template-pattern', value.range, message);
}

/** A file's name or its path: every day has to get one of its own that any file system takes. */
export function readFilePattern(value: YamlValue, report: Report): Pattern | undefined {
  const pattern = readPattern(value, '{YYYY-MM-DD}.md', report);
  if (pattern === undefined) return undefined;
  const wrong = (message: Message): undefined => {
    report.error('template-pattern', value.range, message);
    return undefined;
  };
  if (!pattern.parts.some((part) => part.kind === 'date' || part.kind === 'number')) {
    return wrong(t('All notes would have the same file name. Add a date such as {YYYY-MM-DD}, or {number}.'));
  }
  if (!/\.(?:md|markdown)$/i.test(pattern.source))
    return wrong(t('The file name of a note must end in ".md".'));
  const outside = /^(?:\/|\.\.\/)/.exec(pattern.source)?.[0];
  if (outside !== undefined)
    return wrong(t('The path is relative to the notes folder. Remove the first "{0}".', outside));
  reportRepeating(value, pattern, report);
  const example = formatPattern(pattern, { date: '2000-01-01' });
  const folder = safeFolder(example);
  if (folder.kind === 'unsafe') return wrong(t('"{0}" {1}. Choose another name.', example, folder.reason));
  if (pattern.source.includes('\\')) return wrong(t('Separate folders with "/", also on Windows.'));
  return pattern;
}

/** `{MM-DD}.md` is last year's note as well. */
function reportRepeating(value: YamlValue, { parts }: Pattern, report: Report): void {
  if (parts.some(({ kind }) => kind === 'number')) return;
  const tokens = parts.flatMap((part) =>
    part.kind === 'date'
      ? part.format.parts.flatMap((each) => (each.kind === 'literal' ? [] : [each.token]))
      : [],
  );
  const has = (start: string): boolean => tokens.some((token) => token.startsWith(start));
  if (has('Y') && (has('M') || !has('D'))) return;
  const message = has('Y')
    ? t('Without the month, file names would repeat. Write, for example, {YYYY-MM-DD}.')
    : t('Without the year, file names would repeat. Write, for example, {YYYY-MM-DD}.');
  report.warning('template-pattern', value.range, message);
}

/** The file's path goes on where the notes' folder ends. */
export function reportRepeatedFolder(
  value: YamlValue,
  file: Pattern,
  globs: readonly Glob[],
  report: Report,
): void {
  if (value.kind !== 'text') return;
  for (const glob of globs) {
    const folder = `${globFolder(glob).join('/')}/`;
    if (folder === '/' || !file.source.startsWith(folder)) continue;
    const at = value.text.indexOf(file.source);
    const range = partOf(value, { from: at, to: at + folder.length });
    const message = t(
      'The path is relative to the notes folder and would create another "{0}". Leave it out.',
      folder,
    );
    report.warning(
      'template-pattern',
      range,
      message,
      value.textFrom === undefined ? undefined : leftOut(range),
    );
    return;
  }
}
