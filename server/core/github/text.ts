/**
 * Strangers' text made fit for one line: what does not show, turns text around or breaks lines is taken out, and what is
 * too long is cut between graphemes. Markup is left as it is; whoever prints the text escapes it for where it goes.
 */

/** In graphemes; GitHub's own limit for a title is 256 characters. */
export const longestTitle = 300;

/** Nothing beyond is even looked at; units of UTF-16. */
const mostUnits = 20_000;

/** Marks that pile up on one letter reach over the lines around it. */
const mostMarks = 4;

/**
 * ASCII, the letters of Europe, kana, Chinese, Hangul, and typographers' dashes and quotes: none of them combines, turns
 * text around or is invisible.
 */
const plain =
  /^[ -~\u00A1-\u00AC\u00AE-\u024F\u0391-\u03CE\u0400-\u0482\u048A-\u052F\u2010-\u2027\u3041-\u3096\u30A1-\u30FE\u4E00-\u9FFF\uAC00-\uD7A3]+$/;

/**
 * One line without control, bidirectional, zero-width and other invisible characters, at most `most` graphemes and an
 * ellipsis. Emoji keep what joins them. Empty when nothing visible is left. Linear.
 */
export function oneLine(text: string, most: number): string {
  // Nearly every title is plain and short.
  if (text.length <= most && plain.test(text) && text.trim() === text && !text.includes('  ')) return text;
  const cut = text.length > mostUnits ? text.slice(0, mostUnits) : text;
  const visible = visibleOf(wellFormed(cut));
  const line = visible.replace(/[\s\p{Z}]+/gu, ' ').trim();
  return cutGraphemes(line, most, cut !== text);
}

/** Lone halves of surrogate pairs become U+FFFD. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}

/** Everything that breaks a line becomes a blank; tabs do, too. */
const breaks = /[\t\n\v\f\r\x85\u2028\u2029]/g;

/**
 * Controls, formats (zero-width, bidirectional, tags, …), what Unicode says to ignore when it cannot be shown (fillers,
 * variation selectors, …), and noncharacters: Unicode 15, DerivedCoreProperties.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/** Between pictures these two make one emoji of several. */
const joined =
  /(?<=\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)\u200D(?=\p{Extended_Pictographic})/gu;
const colored = /(?<=[\p{Extended_Pictographic}#*0-9])\uFE0F/gu;

function visibleOf(text: string): string {
  const lines = text.replace(breaks, ' ');
  if (lines.search(invisible) < 0) return limitMarks(lines);
  // What is kept is told from what is not by places, as no character is free to stand for it.
  const kept = new Set<number>();
  for (const pattern of [joined, colored]) {
    for (const match of lines.matchAll(pattern)) kept.add(match.index);
  }
  return limitMarks(lines.replace(invisible, (found, at: number) => (kept.has(at) ? found : '')));
}

function limitMarks(text: string): string {
  return text.replace(/\p{M}+/gu, (marks) => {
    const each = [...marks];
    return each.length > mostMarks ? each.slice(0, mostMarks).join('') : marks;
  });
}

/**
 * The first `most` graphemes, followed by an ellipsis when there are more or when `more` says so. A grapheme is at most
 * sixteen units here; a chain that is longer is cut off whole.
 */
export function cutGraphemes(text: string, most: number, more = false): string {
  // Never fewer units than graphemes.
  if (text.length <= most) return more ? `${text}…` : text;
  let to = 0;
  let count = 0;
  for (const grapheme of graphemesOf(text)) {
    if (count === most || grapheme.length > 16) return `${text.slice(0, to).trimEnd()}…`;
    to += grapheme.length;
    count++;
  }
  return more ? `${text}…` : text;
}

let segmenter: Intl.Segmenter | undefined;

/** Graphemes where the host can tell them, else code points with the marks that follow them. */
export function* graphemesOf(
  text: string,
  hasSegmenter = typeof Intl === 'object' && 'Segmenter' in Intl,
): Generator<string> {
  if (hasSegmenter) {
    segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
    for (const { segment } of segmenter.segment(text)) yield segment;
    return;
  }
  let grapheme = '';
  for (const character of text) {
    const joins = /^(?:\p{M}|\u200D|[\u{1F3FB}-\u{1F3FF}])$/u.test(character) || grapheme.endsWith('\u200D');
    if (grapheme !== '' && !joins) {
      yield grapheme;
      grapheme = '';
    }
    grapheme += character;
  }
  if (grapheme !== '') yield grapheme;
}

/** A name from GitHub: a login, a label. Undefined when it is no text or nothing of it shows. */
export function nameOf(value: unknown): string | undefined {
  return (typeof value === 'string' && oneLine(value, 100)) || undefined;
}
