/** Videos that a page shows in place: `{%youtube dQw4w9WgXcQ %}`, `{{< vimeo 1234 >}}`, `@[youtube](id)`, `<iframe src="…">`. */

import { isVideoUrl } from './lexicon/recordings.ts';
import type { Span } from './values.ts';

/** Of a line that is not too long. */
const forms = [
  /^\{% {0,4}(?:youtube|vimeo|video|embed|twitch|peertube) +([^\s%{}]{3,}) {0,4}%\}$/i,
  /^\{\{[<%] {0,4}(?:youtube|vimeo|video|twitch|peertube) +"?([^\s"<>{}%]{3,})"? {0,4}[>%]\}\}$/i,
  /^[@!]\[(?:youtube|vimeo|video|embed)\]\(([^\s()]{3,})\)$/i,
];

const longestLine = 400;

/** The id or the URL of the video that is all of a line; offsets of the text. */
export function findVideoEmbed(text: string, from: number, to: number): Span | undefined {
  if (to - from > longestLine || !'{@!'.includes(text[from] ?? '')) return undefined;
  const line = text.slice(from, to);
  for (const form of forms) {
    const id = form.exec(line)?.[1];
    if (id === undefined) continue;
    const at = from + line.indexOf(id, line.search(/[\s(]/));
    return { from: at, to: at + id.length };
  }
  return undefined;
}

const longestHtml = 2_000;

/** The URL of a video in HTML that shows it, or links it: `<iframe>`, `<video>`, `<a>`. */
export function findVideoInHtml(text: string, from: number, to: number): Span | undefined {
  const html = text.slice(from, Math.min(to, from + longestHtml));
  for (const { index, 0: whole, 1: url = '' } of html.matchAll(
    /\b(?:src|href) ?= ?["'](https?:\/\/[^"'\s<>]{3,300})/gi,
  )) {
    if (!isVideoUrl(url) || /\bimg\b/.test(url)) continue;
    const at = from + index + whole.length - url.length;
    return { from: at, to: at + url.length };
  }
  return undefined;
}
