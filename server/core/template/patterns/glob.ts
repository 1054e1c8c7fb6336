// Which files are a series' notes: docs/meetings/**, meetings/*/*.md

import { type Message, t } from '../../../../shared/l10n.ts';
import type { Span } from '../../note/note.ts';

export interface Glob {
  readonly source: string;
  /** A path matches when it matches one of them: `{a,b}` written out. At least one. */
  readonly alternatives: readonly (readonly GlobComponent[])[];
}

export type GlobComponent =
  /** `**`: any number of components. */
  | { readonly kind: 'deep' }
  | { readonly kind: 'name'; readonly name: string }
  /** With `*` or `?` in it. */
  | { readonly kind: 'wild'; readonly pattern: string };

export type GlobResult =
  | { readonly kind: 'glob'; readonly glob: Glob }
  /** `range` are offsets into the source. */
  | { readonly kind: 'wrong'; readonly range: Span; readonly message: Message };

const longestGlob = 300;
const mostAlternatives = 64;

/**
 * Reads a glob relative to the folder that holds `.office-hours`: `*` and `?` within a component, `**` for any number of
 * components, `{a,b}` for one or the other, without nesting. A `./` in front is left out. Never throws.
 */
export function parseGlob(source: string): GlobResult {
  const problem = whyWrong(source);
  if (problem !== undefined) return { kind: 'wrong', ...problem };
  const alternatives: (readonly GlobComponent[])[] = [];
  for (const text of expand(source.startsWith('./') ? source.slice(2) : source)) {
    const components = text.split('/').map(readComponent);
    // `{.,a}{.,b}` contains a hidden `..`.
    if (text.split('/').some((name) => name === '' || name === '.' || name === '..')) {
      const range = { from: 0, to: source.length };
      return {
        kind: 'wrong',
        range,
        message: t(
          '"{0}", from the choices in braces, is not a valid path. Write a glob for each choice.',
          text,
        ),
      };
    }
    // `**/**` is `**`, and costs more.
    alternatives.push(
      components.filter((each, at) => each.kind !== 'deep' || components[at + 1]?.kind !== 'deep'),
    );
  }
  return { kind: 'glob', glob: { source, alternatives } };
}

function readComponent(text: string): GlobComponent {
  if (text === '**') return { kind: 'deep' };
  return /[*?]/.test(text) ? { kind: 'wild', pattern: text } : { kind: 'name', name: text };
}

interface Wrong {
  readonly range: Span;
  readonly message: Message;
}

function whyWrong(source: string): Wrong | undefined {
  const wrong = (message: Message, from = 0, to = source.length): Wrong => ({ range: { from, to }, message });
  if (source.trim() === '') return wrong(t('The glob is empty. Write, for example, docs/office-hours/**.'));
  if (source.length > longestGlob) return wrong(t('A glob has at most {0} characters.', longestGlob));
  const backslash = source.indexOf('\\');
  if (backslash >= 0)
    return wrong(t('Separate folders with "/", also on Windows.'), backslash, backslash + 1);
  if (source.startsWith('/')) {
    return wrong(
      t('The path is relative to the folder that contains .office-hours. Remove the first "/".'),
      0,
      1,
    );
  }
  if (/^[a-z]:/i.test(source))
    return wrong(
      t('The path is relative to the folder that contains .office-hours. Remove the drive.'),
      0,
      2,
    );
  if (source.startsWith('!')) {
    return wrong(
      t('Globs that exclude files are not supported. Write the folders that contain notes.'),
      0,
      1,
    );
  }
  const bracket = source.indexOf('[');
  if (bracket >= 0) {
    return wrong(t('Character sets are not supported. Write ? or {a,b}.'), bracket, bracket + 1);
  }
  return whyWrongBraces(source) ?? whyWrongComponents(source);
}

function whyWrongBraces(source: string): Wrong | undefined {
  let open = -1;
  let count = 1;
  let commas = 0;
  for (let at = 0; at < source.length; at++) {
    const char = source[at];
    const here = (message: Message): Wrong => ({ range: { from: at, to: at + 1 }, message });
    if (char === '{') {
      if (open >= 0) return here(t('Nested braces are not supported. Write two globs.'));
      open = at;
      commas = 0;
    } else if (char === ',' && open >= 0) {
      commas++;
    } else if (char === '}') {
      if (open < 0) return here(t('This "}" has no matching "{".'));
      count *= commas + 1;
      if (count > mostAlternatives) {
        return { range: { from: open, to: at + 1 }, message: t('Too many choices. Write * instead.') };
      }
      open = -1;
    }
  }
  if (open < 0) return undefined;
  return { range: { from: open, to: source.length }, message: t('This "{" is not closed. Add "}".') };
}

function whyWrongComponents(source: string): Wrong | undefined {
  let from = source.startsWith('./') ? 2 : 0;
  for (const text of source.slice(from).split('/')) {
    const range = { from, to: from + text.length };
    if (text === '' && range.to === source.length) {
      return {
        range: { from: from - 1, to: from },
        message: t('Write "{0}**" for all notes in this folder.', source),
      };
    }
    if (text === '') return { range: { from: from - 1, to: from + 1 }, message: t('Write one "/".') };
    // A brace may hold one of several: `{..,a}`.
    if (text.split(/[{},]/).some((each) => each === '..')) {
      return {
        range,
        message: t('The path must be inside the folder that contains .office-hours. Remove "..".'),
      };
    }
    if (text === '.') return { range, message: t('Remove ".".') };
    if (text.includes('**') && text !== '**' && !/[{}]/.test(text)) {
      return { range, message: t('"**" must be a whole path component, as in docs/**/*.md.') };
    }
    from = range.to + 1;
  }
  return undefined;
}

/** Every text that the braces allow, at most 64. */
function expand(source: string): string[] {
  const open = source.indexOf('{');
  if (open < 0) return [source];
  const close = source.indexOf('}', open);
  const rest = expand(source.slice(close + 1));
  return source
    .slice(open + 1, close)
    .split(',')
    .flatMap((choice) => rest.map((each) => source.slice(0, open) + choice + each));
}

/**
 * The folder that everything the glob means is in: its components before the first one with a wildcard, and without the
 * file's name. Empty: the folder that holds `.office-hours`.
 */
export function globFolder(glob: Glob): readonly string[] {
  const folders = glob.alternatives.map((alternative) => {
    const fixed: string[] = [];
    for (const component of alternative.slice(0, -1)) {
      if (component.kind !== 'name') break;
      fixed.push(component.name);
    }
    return fixed;
  });
  const [first = []] = folders;
  const common = first.findIndex((name, at) => folders.some((folder) => folder[at] !== name));
  return common < 0 ? first : first.slice(0, common);
}
