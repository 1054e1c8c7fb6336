/** The line that links the meeting's recording. */

import { isWhitespace } from './characters.ts';
import { headingKey } from './headingKey.ts';
import { urlEnd } from './issueUrl.ts';
import { isYouTube, namesRecording } from './lexicon/recordings.ts';
import type { Recording } from './note.ts';
import type { Prose } from './prose.ts';

/** A label is a few words, not a sentence that mentions a video. */
const longestLabel = 60;

/**
 * The recording line of a paragraph: `YouTube Link: URL`, `YouTube: URL`, `Link to YouTube recording: URL`,
 * `[YouTube Recording](URL)`, a bare YouTube URL, or a label without a URL; a URL may stand between `<` and `>`, and what
 * opens the recording behind it. `source` is the prose's text without its
 * mask, `ownLabel` what the series calls its recordings; without `usual` nothing else counts. Offsets are relative to the prose.
 */
export function findRecording(
  prose: Prose,
  source: string,
  ownLabel: string | undefined,
  usual: boolean,
): Recording | undefined {
  const isLabel = (text: string) => (usual && isUsualLabel(text)) || isOwnLabel(text, ownLabel);

  for (let from = 0; from < source.length; ) {
    const lineEnd = source.indexOf('\n', from);
    const to = lineEnd < 0 ? source.length : lineEnd;
    const recording = readLine(
      prose,
      source,
      trimStart(source, from, to),
      trimEnd(source, from, to),
      isLabel,
    );
    if (recording && (usual || recording.label !== '')) return recording;
    from = to + 1;
  }
  return undefined;
}

function readLine(
  prose: Prose,
  source: string,
  from: number,
  to: number,
  isLabel: (text: string) => boolean,
): Recording | undefined {
  if (from >= to) return undefined;
  const link = prose.links.find((each) => each.range.from >= from && each.range.to <= to);
  const urlFrom = link ? link.target.from : source.slice(from, to).indexOf('http') + from;
  const range = { from, to };
  if (link) {
    const label = source.slice(link.text.from, link.text.to);
    const before = source.slice(from, link.range.from).trim();
    if (before === '' ? isLabel(label) : endsWithColon(before) && isLabel(before)) {
      return {
        range,
        label: before === '' ? label : before,
        url: urlAt(source, link.target.from, link.target.to),
      };
    }
    return undefined;
  }
  const whole = source.slice(from, to);
  const hasUrl = urlFrom >= from && source.startsWith('://', urlFrom + (source[urlFrom + 4] === 's' ? 5 : 4));
  if (!hasUrl) {
    const single = whole.indexOf(':') === whole.lastIndexOf(':');
    return single && endsWithColon(whole) && isLabel(whole) ? { range, label: whole } : undefined;
  }
  const url = urlAt(source, urlFrom, urlEnd(source, urlFrom));
  const pointed = source[urlFrom - 1] === '<' && source[url.range.to] === '>';
  const label = source.slice(from, pointed ? urlFrom - 1 : urlFrom).trim();
  const rest = source.slice(pointed ? url.range.to + 1 : url.range.to, to);
  if (label === '') return isYouTube(url.value) && rest === '' ? { range, label, url } : undefined;
  return endsWithColon(label) && isLabel(label) && saysNoMore(rest) ? { range, label, url } : undefined;
}

/** `Recording:`, `**Recording:**`. */
export function endsWithColon(label: string): boolean {
  let to = label.length;
  while (to > 0 && '*_'.includes(label[to - 1]!)) to--;
  return label[to - 1] === ':';
}

/** Behind the link stands nothing, something in parentheses, or what opens the recording: `Passcode: x`. */
function saysNoMore(rest: string): boolean {
  let at = 0;
  while (at < rest.length && ' \t,;|-–—*_'.includes(rest[at]!)) at++;
  const word = rest.slice(at, at + 4).toLowerCase();
  return word === '' || word[0] === '(' || word === 'pass';
}

function urlAt(source: string, from: number, to: number) {
  return { range: { from, to }, value: source.slice(from, to) };
}

/** Case, emphasis and a colon do not count. */
function isOwnLabel(text: string, label: string | undefined): boolean {
  return label !== undefined && headingKey(label) !== '' && headingKey(text) === headingKey(label);
}

function isUsualLabel(text: string): boolean {
  return text.length <= longestLabel && namesRecording(text);
}

function trimStart(text: string, from: number, to: number): number {
  while (from < to && isWhitespace(text.charCodeAt(from))) from++;
  return from;
}

function trimEnd(text: string, from: number, to: number): number {
  while (to > from && isWhitespace(text.charCodeAt(to - 1))) to--;
  return to;
}
