/** What is wrong in a template's body: headings that contradict one another, and markers that mark nothing. */

import { type Message, t } from '../../../../shared/l10n.ts';
import { headingKey } from '../../note/headingKey.ts';
import type { Span } from '../../note/note.ts';
import type { Body, BodyHeading } from './body.ts';
import type { BodyMarker } from './bodyMarkers.ts';
import type { Report } from './report.ts';

/** `from`: the offset of the body in the file. */
export function reportBody(body: Body, from: number, report: Report): void {
  const shift = (range: Span): Span => ({ from: range.from + from, to: range.to + from });
  reportHeadings(body, shift, report);
  for (const { level, textRange } of body.headings) if (level > 1) reportComment(shift(textRange), report);
  for (const { range, message, instead } of body.slips) {
    const fix =
      instead === undefined
        ? undefined
        : { title: t('Change to "{0}"', instead), range: shift(range), text: instead };
    report.warning('template-heading', shift(range), message, fix);
  }
  const stray = (marker: BodyMarker, message: Message): void => {
    report.warning('template-heading', shift(marker.range), message);
  };
  for (const marker of body.strayMarkers) {
    stray(
      marker,
      t('"{0}" applies to no section here. Move it directly below the heading of its section.', marker.word),
    );
  }
  const titles = body.headings.filter((heading) => heading.level === 1);
  for (const marker of [...body.markers, ...titles.flatMap((title) => title.markers)]) {
    if (marker.word === 'in order') continue;
    stray(
      marker,
      t(
        'Below the title, only "in order" is allowed. Move "{0}" below the heading of a section.',
        marker.word,
      ),
    );
  }
}

/** A comment at a heading's end would be asked of every note as a part of it; most often it is a marker in the wrong place. */
function reportComment(heading: Span, report: Report): void {
  const text = report.text.slice(heading.from, heading.to);
  const at = text.lastIndexOf('<!--');
  if (at <= 0 || !text.endsWith('-->')) return;
  const range = { from: heading.from + at, to: heading.to };
  const blank = at - text.slice(0, at).trimEnd().length;
  const fix = {
    title: t('Move Comment Below Heading'),
    range: { from: range.from - blank, to: range.to },
    text: `\n${text.slice(at)}`,
  };
  const message = t(
    'The comment is part of the heading. Move it to its own line directly below the heading.',
  );
  report.error('template-heading', range, message, fix);
}

interface Spelling {
  readonly heading: BodyHeading;
  /** The heading's text, or one of its aliases. */
  readonly text: string;
  readonly range: Span;
}

/** Two headings of one level, inside the same section, that a note could not tell apart. */
function reportHeadings(body: Body, shift: (range: Span) => Span, report: Report): void {
  const sections = body.headings.filter(({ level, heading }) => level > 1 && heading !== '');
  const known = new Map<string, Spelling>();
  const parents = parentsOf(body);
  const keyOf = (heading: BodyHeading, text: string): string =>
    `${parents.get(heading)?.line ?? ''} ${heading.level} ${headingKey(text)}`;
  for (const heading of sections) {
    const key = keyOf(heading, heading.heading);
    const first = known.get(key);
    if (first === undefined) {
      known.set(key, { heading, text: heading.heading, range: heading.textRange });
    } else if (![first.heading, heading].some((each) => each.markers.some(({ word }) => word === 'many'))) {
      report.error(
        'template-heading',
        shift(heading.textRange),
        t('Duplicate section "{0}". Rename it, or write <!-- many --> below the first one.', first.text),
      );
    }
  }
  for (const heading of sections) {
    for (const { word, value, valueRange } of heading.markers) {
      if (word !== 'also') continue;
      const first = known.get(keyOf(heading, value));
      if (first === undefined) {
        known.set(keyOf(heading, value), { heading, text: value, range: valueRange });
      } else if (first.heading === heading) {
        report.warning(
          'template-heading',
          shift(valueRange),
          t('"{0}" is already a heading of this section.', value),
        );
      } else {
        report.error(
          'template-heading',
          shift(valueRange),
          t(
            '"{0}" is already the section "{1}". A heading cannot belong to two sections.',
            value,
            first.heading.heading,
          ),
        );
      }
    }
  }
}

/** The section each heading stands in; topmost ones are in none. */
function parentsOf({ headings }: Body): Map<BodyHeading, BodyHeading | undefined> {
  const parents = new Map<BodyHeading, BodyHeading | undefined>();
  const open: BodyHeading[] = [];
  for (const heading of headings) {
    if (heading.level === 1) continue;
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    parents.set(heading, open.at(-1));
    open.push(heading);
  }
  return parents;
}
