/** People whom a template's body names although its roster does not know them. */

import { beside, t } from '../../../../shared/l10n.ts';
import type { Conventions } from '../../note/conventions.ts';
import { nearest } from '../../note/editDistance.ts';
import { nameKey } from '../../note/names.ts';
import type { Span } from '../../note/note.ts';
import { parseNote } from '../../note/parse.ts';
import { spellingsOf } from '../../note/roster.ts';
import type { TemplateFix } from '../definition.ts';
import type { Body } from './body.ts';
import type { Report } from './report.ts';

/** Without `people`, no name is unknown. `from`: the offset of the body in the file. */
export function reportPeople(body: Body, from: number, conventions: Conventions, report: Report): void {
  if (conventions.people.length === 0) return;
  const known = new Set(conventions.people.flatMap(spellingsOf).map(nameKey));
  const note = parseNote(body.literal, undefined, conventions);
  const logins = note.people.filter((mention) => mention.evidence === 'login');
  const named = new Map<number, { readonly name: string; readonly range: Span }>();
  for (const each of [...logins, ...note.actionItems.flatMap((item) => item.owners)]) {
    if (!named.has(each.range.to)) named.set(each.range.to, each);
  }
  for (const { name, range } of named.values()) {
    if (known.has(nameKey(name))) continue;
    const place = { from: range.from + from, to: range.to + from };
    const bare = name.startsWith('@') ? name.slice(1) : name;
    const meant = nearest(bare, conventions.people.flatMap(spellingsOf));
    const remedy =
      meant === undefined
        ? t('Add the person there, or use a tab stop here.')
        : t('Did you mean "{0}"?', meant);
    report.warning(
      'template-person',
      place,
      beside(t('"{0}" is not in "people" above.', bare), remedy),
      fixFor(place, bare, meant, report),
    );
  }
}

function fixFor(
  range: Span,
  bare: string,
  meant: string | undefined,
  report: Report,
): TemplateFix | undefined {
  const written = report.text.slice(range.from, range.to);
  if (meant === undefined || !written.endsWith(bare)) return undefined;
  return {
    title: t('Change to "{0}"', meant),
    range: { from: range.to - bare.length, to: range.to },
    text: meant,
  };
}
