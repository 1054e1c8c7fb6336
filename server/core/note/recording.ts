/** The line that links the meeting's recording, or says that there is none. */

import { isWhitespace } from './characters.ts';
import { headingKey } from './headingKey.ts';
import { urlEnd } from './issueUrl.ts';
import {
  isNoRecording,
  isRecordingName,
  isRecordingToCome,
  isVideoUrl,
  namesMeetingsRecording,
  namesRecording,
  saysNotRecorded,
  tellsToWatch,
} from './lexicon/recordings.ts';
import type { Recording } from './note.ts';
import type { Prose } from './prose.ts';
import { findVideoEmbed } from './videoEmbed.ts';

/** A label is a few words, not a sentence that mentions a video. */
const longestLabel = 60;
const longestSentence = 300;
/** Elsewhere a short paragraph alone is about the meeting itself. */
const longestRemark = 120;

/**
 * Where a line stands: above the first section, below a heading such as `Recording`, or in another section, where only what is sure to
 * be the recording's counts.
 */
export type RecordingPlace = 'opening' | 'recording' | 'elsewhere';

/** A line, and the address in it. Offsets are relative to the prose. */
interface Line {
  readonly from: number;
  readonly to: number;
  readonly before: string;
  /** Of a link; empty for a URL. */
  readonly linkText: string;
  readonly after: string;
  readonly url?: NonNullable<Recording['url']>;
}

/**
 * The recording of a paragraph or a cell: `YouTube Link: URL`, `[YouTube Recording](URL)`, `The recording is at URL`, a bare URL
 * of a video, an embedded video, a label without a URL, "not recorded". `source` is the prose's text without its mask,
 * `ownLabel` what the series calls its recordings. Offsets are relative to the prose. Linear.
 */
export function findRecording(
  prose: Prose,
  source: string,
  ownLabel: string | undefined,
  place: RecordingPlace,
): Recording | undefined {
  if (place === 'elsewhere' && ownLabel === undefined && !mayBeElsewhere(prose, source)) return undefined;
  let open: Recording | undefined;
  for (let from = 0; from < source.length; ) {
    const lineEnd = source.indexOf('\n', from);
    const to = lineEnd < 0 ? source.length : lineEnd;
    const line = readLine(prose, source, from, to);
    const recording = line && recordingOf(line, source, ownLabel, place);
    if (recording?.url || recording?.notRecorded) return recording;
    open ??= recording;
    from = to + 1;
  }
  return open;
}

/** Most blocks are dismissed here: a recording is a link, or few words. */
function mayBeElsewhere({ links }: Prose, source: string): boolean {
  if (links.length > 0 || source.includes('://') || source.includes('{%')) return true;
  return source.length <= longestRemark && (source.includes('ecord') || source.includes(':'));
}

function readLine({ links }: Prose, source: string, start: number, end: number): Line | undefined {
  let [from, to] = [start, end];
  while (from < to && isWhitespace(source.charCodeAt(from))) from++;
  while (to > from && isWhitespace(source.charCodeAt(to - 1))) to--;
  if (from >= to) return undefined;
  const link = links.find(({ range }) => range.from >= from && range.to <= to);
  if (link) {
    return {
      from,
      to,
      before: source.slice(from, link.range.from).trim(),
      linkText: source.slice(link.text.from, link.text.to),
      after: source.slice(link.range.to, to),
      url: { range: link.target, value: source.slice(link.target.from, link.target.to) },
    };
  }
  const scheme = source.slice(from, to).search(/https?:\/\//);
  if (scheme < 0) return { from, to, before: source.slice(from, to), linkText: '', after: '' };
  const urlFrom = from + scheme;
  const urlTo = Math.min(to, urlEnd(source, urlFrom));
  const isPointed = source[urlFrom - 1] === '<' && source[urlTo] === '>';
  return {
    from,
    to,
    before: source.slice(from, isPointed ? urlFrom - 1 : urlFrom).trim(),
    linkText: '',
    after: source.slice(isPointed ? urlTo + 1 : urlTo, to),
    url: { range: { from: urlFrom, to: urlTo }, value: source.slice(urlFrom, urlTo) },
  };
}

function recordingOf(
  line: Line,
  source: string,
  ownLabel: string | undefined,
  place: RecordingPlace,
): Recording | undefined {
  const { from, to, url } = line;
  const range = { from, to };
  const embed = findVideoEmbed(source, from, to);
  if (embed) return { range, label: '', url: { range: embed, value: source.slice(embed.from, embed.to) } };
  if (url === undefined) return withoutUrl(line, ownLabel, place);
  const label = labelOf(line, ownLabel, place);
  return label === undefined ? undefined : { range, label, url };
}

/** What stands before the URL of a recording; undefined: it is none's. */
function labelOf(line: Line, ownLabel: string | undefined, place: RecordingPlace): string | undefined {
  const { before, linkText, after } = line;
  const url = line.url!.value;
  const written = before === '' ? linkText : before;
  const isLabel = before === '' || endsWithColon(before);
  if (isLabel && isOwnLabel(written, ownLabel) && saysNoMore(after, linkText)) return written;
  if (
    isLabel &&
    place === 'opening' &&
    isUsualLabel(written) &&
    saysNoMore(after, linkText) &&
    !isThread(url)
  )
    return written;
  // An image in a link, or the URL as its own text, says nothing.
  const isBare = /^!\[|^https?:/.test(linkText) || linkText === '';
  const hasMarksAlone = !/[\p{L}\p{N}]/u.test(before);
  if (isBare && hasMarksAlone && saysNoMore(after, ' ')) {
    if (place === 'recording' ? !isThread(url) : place === 'opening' && isVideoUrl(url)) return '';
  }
  const words = isBare ? before : `${before} ${linkText}`;
  const isNamed = written.length <= longestLabel && isRecordingName(words) && saysNoMore(after, linkText);
  if (isNamed && !isThread(url)) return hasMarksAlone ? linkText : ownLabelOf(before);
  const whole = `${words} ${after}`;
  if (whole.length > longestSentence || isThread(url) || saysNotRecorded(whole)) return undefined;
  const isRemark = place === 'opening' && isVideoUrl(url) && tellsToWatch(before) && saysNoMore(after, '');
  const speaks = place === 'recording' || isRemark || namesMeetingsRecording(whole);
  const isSure = place !== 'elsewhere' || isVideoUrl(url);
  return speaks && isSure && !isAboutAnother(whole)
    ? hasMarksAlone
      ? linkText
      : ownLabelOf(before)
    : undefined;
}

/** `Recording:` of `Recording: see`. */
function ownLabelOf(before: string): string {
  const label = before.slice(0, before.search(/[:：]/) + 1);
  return label !== '' && isUsualLabel(label) ? label : before;
}

function withoutUrl(
  { from, to, before: text }: Line,
  ownLabel: string | undefined,
  place: RecordingPlace,
): Recording | undefined {
  const range = { from, to };
  const colon = text.search(/[:：]/);
  const label = colon < 0 ? '' : text.slice(0, colon + 1) + (/^[*_]+/.exec(text.slice(colon + 1))?.[0] ?? '');
  const value = text.slice(label.length).trim();
  const isUsual = place === 'opening' ? isUsualLabel(label) : isRecordingName(label);
  if (label !== '' && (isUsual || isOwnLabel(label, ownLabel))) {
    if (value === '' || isRecordingToCome(value)) return { range, label };
    if (isNoRecording(value)) return { range, label, notRecorded: true };
  }
  if (place === 'recording' && isNoRecording(text)) return { range, label: '', notRecorded: true };
  if (place === 'elsewhere' && text.length > longestRemark) return undefined;
  return saysNotRecorded(text) && !isAboutAnother(text) ? { range, label: '', notRecorded: true } : undefined;
}

/** The recording of the last meeting, or what is to be recorded from now on. */
function isAboutAnother(text: string): boolean {
  return /\b(?:last|previous|prior|earlier|past|next|other|future)\b|\?/i.test(text);
}

/** An issue or a pull request is no recording, whatever its title. */
function isThread(url: string): boolean {
  return /\/(?:issues|pull|discussions|commit)\/[0-9a-f]/.test(url);
}

/** `Recording:`, `**Recording:**`. */
export function endsWithColon(label: string): boolean {
  let to = label.length;
  while (to > 0 && '*_'.includes(label[to - 1]!)) to--;
  return label[to - 1] === ':' || label[to - 1] === '：';
}

/** Behind the link stands nothing, something in parentheses, or what opens the recording: `Passcode: x`. */
function saysNoMore(rest: string, linkText: string): boolean {
  if (linkText !== '' && linkText !== ' ') return true;
  let at = 0;
  while (at < rest.length && ' \t,;|-–—*_.'.includes(rest[at]!)) at++;
  const word = rest.slice(at, at + 4).toLowerCase();
  return word === '' || word[0] === '(' || word === 'pass';
}

/** Case, emphasis and a colon do not count. */
function isOwnLabel(text: string, label: string | undefined): boolean {
  return label !== undefined && headingKey(label) !== '' && headingKey(text) === headingKey(label);
}

function isUsualLabel(text: string): boolean {
  return text.length <= longestLabel && namesRecording(text);
}
