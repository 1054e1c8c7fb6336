/** The releases since the note before, named first among the highlights. */

import { addDays } from '../../../../shared/calendar.ts';
import { spokenDay } from '../../../../shared/dates/spokenNames.ts';
import { t } from '../../../../shared/l10n.ts';
import type { Repository } from '../../note/note.ts';
import { escapeLinkText } from '../../references/referenceText.ts';
import { highlightsSection, learnHighlightForm } from '../highlightForm.ts';
import { type Drafter, none, noRepository, notFound } from './drafted.ts';
import { previousDay } from './highlights.ts';
import { intoOne } from './repositoryGroups.ts';

export const draftReleases: Drafter = async (note, source, wait) => {
  const part = 'releases';
  if (highlightsSection(note) === undefined)
    return none(part, 'noSection', t('The note has no section for highlights. Insert one first.'));
  const previous = previousDay(source);
  if (previous === undefined) return none(part, 'nothing', t('There is no earlier note with a date.'));
  const { own, store, day } = source;
  if (own === undefined) return noRepository(part);
  if (store === undefined) return none(part, 'notConfigured', t('Looking up releases on GitHub is off.'));
  const answer = await store.releases(own, Date.parse(`${previous}T00:00:00Z`), wait);
  const name = `${own.owner}/${own.name}`;
  if (answer.kind === 'missing') return notFound(part, own);
  if (answer.kind === 'unavailable')
    return none(
      part,
      'unavailable',
      t('The releases of {0} could not be looked up. {1}', name, answer.message),
    );
  const end = day === undefined ? Number.POSITIVE_INFINITY : Date.parse(`${addDays(day, 1)}T00:00:00Z`);
  const text = [note.text, ...source.examples.map((each) => each.text)].join('\n');
  const releases = answer.items
    .filter(({ publishedAt, tag }) => publishedAt < end && !names(text, releaseUrl(own, tag)))
    .sort((a, b) => a.publishedAt - b.publishedAt);
  if (releases.length === 0) return none(part, 'nothing', t('No releases since {0}.', spokenDay(previous)));
  const { bullet } = learnHighlightForm(source.examples);
  const lines = releases.map(({ tag, name: title }) => {
    const rest = title === undefined || title.includes(tag) ? '' : `: ${escapeLinkText(title)}`;
    const label = title?.includes(tag) ? title : tag;
    return `${bullet}[${escapeLinkText(label)}](${releaseUrl(own, tag)})${rest}`;
  });
  return {
    kind: 'draft',
    part,
    count: lines.length,
    brings: lines.length === 1 ? t('1 release') : t('{0} releases', lines.length),
    steps: [intoOne(lines, highlightsSection, bullet !== '', source.template)],
  };
};

/** Of the release's page; what a tag may have is encoded, so that nothing ends the link. */
function releaseUrl({ host, owner, name }: Repository, tag: string): string {
  const encoded = encodeURIComponent(tag).replace(/[()']/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
  return `https://${host}/${owner}/${name}/releases/tag/${encoded}`;
}

/** Not only as the beginning of another. */
function names(text: string, url: string): boolean {
  for (let at = text.indexOf(url); at >= 0; at = text.indexOf(url, at + 1))
    if (!/[\w.%-]/.test(text[at + url.length] ?? ' ')) return true;
  return false;
}
