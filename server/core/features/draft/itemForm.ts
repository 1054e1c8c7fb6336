/** How a series writes its action items: with which marker, and where their owners stand. */

import { withoutOrigin } from '../../archive/origin.ts';
import { lineEnd, lineStart } from '../../note/lines.ts';
import { nameKey } from '../../note/names.ts';
import type { ActionItem, Note, Span } from '../../note/note.ts';

/** The form of one item; what stands around its text is as written. */
export interface ItemForm {
  /** `TODO`; absent: it has none. */
  readonly marker?: string;
  /** Where the owners stand: before the text, at the text's start or end, or nowhere on the line. */
  readonly place: 'before' | 'start' | 'end' | 'none';
  /** In front of the text; in front of the owners where these stand before it: `TODO(`. */
  readonly lead: string;
  /** In front of the owners that stand in the text: `**`, ` (`. */
  readonly open: string;
  /** Behind the owners: `): `, `: `, ` to `, `)`. */
  readonly close: string;
}

export interface ReadForm {
  readonly form: ItemForm;
  /** The text without owners and what separates them from it. */
  readonly task: string;
}

/** Numbers, addresses and signs of what is done are those of one item. */
const ofOneItem = /[\p{Nd}~✅✓✔☑]|\]\(|:\/\//u;

const separator =
  /^[)\]*_]*[ \t]*(?:(?:[:：]|[-–—]{1,2}(?=[ \t]))[*_]*)?(?:[ \t]*\b(?:to|will)(?=[ \t]))?[ \t]*/;

/** Undefined: it is written over several lines, or so that another cannot be written like it. */
export function readForm({ text }: Pick<Note, 'text'>, item: ActionItem): ReadForm | undefined {
  const start = contentStart(text, item.range.from);
  const end = lineEnd(text, item.range.from);
  const textFrom = text.indexOf(item.text, item.marker?.to ?? item.range.from);
  if (item.quoted || item.text === '' || textFrom < start || textFrom + item.text.length > end)
    return undefined;
  const task = withoutOrigin(item.text).trimEnd();
  const marker = item.marker && text.slice(item.marker.from, item.marker.to);
  const [first] = item.owners;
  const last = item.owners.at(-1);
  const found =
    !first || !last || first.range.from < start || last.range.to > end
      ? { form: { place: 'none' as const, lead: text.slice(start, textFrom), open: '', close: '' }, task }
      : last.range.to <= textFrom
        ? {
            form: {
              place: 'before' as const,
              lead: text.slice(start, first.range.from),
              open: '',
              close: text.slice(last.range.to, textFrom),
            },
            task,
          }
        : inText(task, text.slice(start, textFrom), {
            from: first.range.from - textFrom,
            to: last.range.to - textFrom,
          });
  if (!found) return undefined;
  const { lead, open, close } = found.form;
  return ofOneItem.test(lead + open + close)
    ? undefined
    : { form: { ...(marker && { marker }), ...found.form }, task: found.task };
}

function inText(text: string, lead: string, owners: Span): ReadForm | undefined {
  const before = text.slice(0, Math.max(0, owners.from));
  const behind = text.slice(owners.to);
  if (!hasWords(before)) {
    const close = separator.exec(behind)?.[0] ?? '';
    const task = behind.slice(close.length);
    // `Ada and whoever likes it`
    if (task === '' || (close.trim() === '' && (before !== '' || text[owners.from] !== '@')))
      return undefined;
    return { form: { place: 'start', lead, open: before, close }, task };
  }
  if (hasWords(behind)) return undefined;
  let end = before.length;
  while (end > 0 && !hasWords(before[end - 1]!)) end--;
  const open = before.slice(end);
  if (!/^ [-–—([@:*_ ]{0,6}$/.test(open)) return undefined;
  return {
    form: { place: 'end', lead, open, close: behind },
    task: before.slice(0, end),
  };
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Behind the bullet and the box of the line. */
function contentStart(text: string, at: number): number {
  const from = lineStart(text, at);
  const marks = /^[ \t]*(?:(?:[*+-]|\d{1,9}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?/.exec(
    text.slice(from, lineEnd(text, at)),
  );
  return from + (marks?.[0].length ?? 0);
}

/** The forms of a series' latest items, the most used first. */
export interface UsualForms {
  readonly forms: readonly ItemForm[];
  readonly owned: ItemForm | undefined;
  readonly unowned: ItemForm | undefined;
}

/** `items`: of one note each, the latest first. */
export function usualForms(notes: readonly (readonly ItemForm[])[]): UsualForms {
  const latest = notes.find((forms) => forms.length > 0);
  if (!latest) return { forms: [], owned: undefined, unowned: undefined };
  const forms = byUse(latest);
  const isOwned = ({ place }: ItemForm) => place !== 'none';
  const [usual] = forms;
  const like = notes.flatMap(byUse).filter(({ marker }) => marker === usual!.marker);
  const pick = (owned: boolean) =>
    forms.find((form) => isOwned(form) === owned) ?? like.find((form) => isOwned(form) === owned);
  return { forms, owned: pick(true), unowned: pick(false) };
}

function byUse(forms: readonly ItemForm[]): ItemForm[] {
  const counts = new Map<string, { readonly form: ItemForm; count: number }>();
  for (const form of forms) {
    const key = JSON.stringify(form);
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { form, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ form }) => form);
}

/** What is to be written: `text` as it stood, perhaps with the owners, and `read`, what was understood of that. */
export interface WantedItem {
  readonly text: string;
  /** As they are written; none: nobody. */
  readonly owners: string;
  readonly read: ReadForm | undefined;
}

/** The lines that may be written for an item, without a bullet, the best first; each has to be read again to see whether it is the item. */
export function linesLike({ text, owners, read }: WantedItem, usual: UsualForms): string[] {
  const { forms, owned, unowned } = usual;
  if (owners === '') {
    if (unowned) return [`${unowned.lead}${text}`];
    return owned ? withoutOwners(owned).map((lead) => `${lead}${text}`) : [];
  }
  const place = read?.form.place;
  const same = place === 'start' || place === 'end' ? forms.find((form) => form.place === place) : undefined;
  const own = same ? [`${same.lead}${text}`] : [];
  const task = read?.task ?? text;
  if (owned) return [...own, written(owned, owners, task)];
  return unowned ? [...own, ...withOwners(unowned, owners).map((lead) => `${lead}${task}`)] : own;
}

function written({ place, lead, open, close }: ItemForm, owners: string, task: string): string {
  return place === 'end'
    ? `${lead}${task}${open}${owners}${close}`
    : `${lead}${open}${owners}${close}${task}`;
}

/** What remains in front of a text that nobody owns. */
function withoutOwners({ marker, place, lead, open, close }: ItemForm): string[] {
  if (place !== 'before' || marker === undefined) return [lead];
  const opened = `${lead}${open}`.trimEnd();
  const outside = /[([]$/.test(opened) ? opened.slice(0, -1).trimEnd() : opened;
  return [`${outside}${close.replace(/^[ \t]*[)\]]/, '')}`, `${marker}: `];
}

function withOwners({ marker, lead }: ItemForm, owners: string): string[] {
  const at = marker === undefined ? -1 : lead.indexOf(marker) + marker.length;
  const inside = at < 0 ? [] : [`${lead.slice(0, at)}(${owners})${lead.slice(at)}`];
  const front = `${lead}${owners}: `;
  return marker === 'TODO' || marker === 'FIXME' ? [...inside, front] : [front, ...inside];
}

/** How an owner is written in these notes: with `@` or without. */
export function ownerNames(notes: readonly Note[]): (owner: string) => string {
  const written = new Map<string, string>();
  let all = 0;
  let logins = 0;
  for (const { actionItems } of notes)
    for (const { owners } of actionItems)
      for (const { name } of owners) {
        const login = name.startsWith('@');
        const key = nameKey(name);
        if (!written.has(key)) written.set(key, name);
        all++;
        if (login) logins++;
      }
  return (owner) => {
    const known = written.get(nameKey(owner));
    if (known?.startsWith('@')) return `@${owner}`;
    return known === undefined && all > 0 && all === logins && /^[A-Za-z\d-]+$/.test(owner)
      ? `@${owner}`
      : owner;
  };
}
