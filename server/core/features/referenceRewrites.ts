/** One spelling of a reference to another, as edits that leave it the same reference. */

import type { Edit, IssueMemory } from '../checks/problem.ts';
import { isDigit, isWord } from '../note/characters.ts';
import { repositoryByHeading } from '../note/headingRepository.ts';
import { endsReferenceWord } from '../note/lexicon/references.ts';
import type { Note, Reference, ReferenceKind, Repository, Span } from '../note/note.ts';
import { issueUrl, qualifiedText, referenceUrl, resolveReference } from '../references/issueKey.ts';

export interface RewriteInputs {
  readonly note: Note;
  /** What a bare number means. */
  readonly own?: Repository | undefined;
  /** False: only this note's own URLs say what a bare number means, and they are about to go. */
  readonly ownIsSettled: boolean;
  readonly issues?: IssueMemory | undefined;
}

/**
 * What the reference becomes; undefined when it is that already, or when the result would not be the same reference. The
 * reference must be in no link.
 */
export type Rewrite = (inputs: RewriteInputs, reference: Reference) => Edit | undefined;

/** `[PR #1](url)`; the words stay, a URL gets short ones. */
export const toLink: Rewrite = (inputs, reference) => {
  const { text } = inputs.note;
  const url = urlOf(inputs, reference);
  if (url === undefined) return undefined;
  const isUrl = isAddress(reference);
  const range = isUrl ? withBrackets(text, reference.range) : reference.range;
  const label = isUrl ? shortText(inputs, reference) : text.slice(reference.range.from, reference.range.to);
  // `![…](…)` would be a picture, `[…][…](…)` another link.
  if (label === undefined || '!]'.includes(text[range.from - 1] ?? ' ') || isGlued(text, range))
    return undefined;
  // Brackets of a URL are half of somebody else's link.
  if (isUrl && /[[\]]/.test(url)) return undefined;
  return { range, text: `[${label}](${asTarget(url)})` };
};

export const toUrl: Rewrite = (inputs, reference) => {
  const { form, range } = reference;
  if (form === 'url' || isGlued(inputs.note.text, range)) return undefined;
  const url = urlOf(inputs, reference);
  const isFree = startsFree(inputs.note.text, range.from) && endsFree(inputs.note.text, range.to);
  return url === undefined ? undefined : { range, text: isFree ? url : `<${url}>` };
};

/** `PR #1`, `owner/repo#1`; only a URL that says no more than that. */
export const toShort: Rewrite = (inputs, reference) => {
  const { tail = '' } = reference;
  if (!isAddress(reference) || (tail !== '' && tail !== '/')) return undefined;
  const { text } = inputs.note;
  const short = shortText(inputs, reference);
  const range = withBrackets(text, reference.range);
  if (short === undefined || !standsAlone(text, range)) return undefined;
  // "PR https://…" says already what it is.
  const isCalled = endsReferenceWord(wordBefore(text, range.from));
  return { range, text: isCalled && isOwn(inputs, reference) ? `#${reference.number}` : short };
};

function isAddress({ form }: Reference): boolean {
  return form === 'url' || form === 'bare-url';
}

function urlOf({ note, own, issues }: RewriteInputs, reference: Reference): string | undefined {
  const { form, range } = reference;
  if (form === 'url') return note.text.slice(range.from, range.to);
  return referenceUrl({ ...reference, kind: kindOf(issues, reference, own) }, own);
}

/** What GitHub says it is, else what the writer does. */
function kindOf(
  issues: IssueMemory | undefined,
  reference: Reference,
  own: Repository | undefined,
): ReferenceKind {
  const key = resolveReference(reference, own);
  const known = key && issues?.peek(key);
  return known?.kind === 'found' ? known.issue.kind : reference.kind;
}

const words: Readonly<Record<ReferenceKind, string>> = {
  pull: 'PR ',
  issue: 'issue ',
  discussion: 'discussion ',
  unknown: '',
};

/** Undefined when no short spelling has the host in it. */
function shortText(inputs: RewriteInputs, reference: Reference): string | undefined {
  const { repository, number } = reference;
  const kind = kindOf(inputs.issues, reference, inputs.own);
  if (isOwn(inputs, reference)) return `${words[kind]}#${number}`;
  if (repository?.host !== 'github.com' || !isReadable(repository.owner)) return undefined;
  return `${kind === 'discussion' ? words[kind] : ''}${qualifiedText({ repository, number })}`;
}

/** Whether a bare number means this repository in this place. */
function isOwn(
  { note, own, ownIsSettled }: RewriteInputs,
  { repository, number, range }: Reference,
): boolean {
  const byHeading = repositoryByHeading(note, range.from);
  const bare = byHeading ?? (ownIsSettled ? own : undefined);
  if (bare === undefined || repository === undefined) return false;
  return (
    issueUrl({ repository: bare, number }).toLowerCase() === issueUrl({ repository, number }).toLowerCase()
  );
}

/** Before `/repo#1` an owner's name has letters, digits and hyphens, forty at most. */
function isReadable(owner: string): boolean {
  return /^[a-z0-9-]{1,40}$/i.test(owner);
}

/** With the `<` and `>` around a URL. */
function withBrackets(text: string, { from, to }: Span): Span {
  return text[from - 1] === '<' && text[to] === '>' ? { from: from - 1, to: to + 1 } : { from, to };
}

/** A link's target ends at a parenthesis, and a backslash would escape. */
function asTarget(url: string): string {
  return url.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('\\', '%5C');
}

/** Whether a bare URL that begins here is taken for one. */
function startsFree(text: string, from: number): boolean {
  return from === 0 || ' \t\n\r(*_~'.includes(text[from - 1]!);
}

/** Whether a bare URL that ends here goes on no further. */
function endsFree(text: string, to: number): boolean {
  let at = to;
  while (at < text.length && at - to < 4 && '?!.,:;*_~\'")'.includes(text[at]!)) at++;
  return at === text.length || ' \t\n\r'.includes(text[at]!);
}

/** Whether what is beside it would mean something else beside other markup: `#9/PR #1`, `#1#2`. */
function isGlued(text: string, { from, to }: Span): boolean {
  const before = text[from - 1] ?? ' ';
  return (
    '#&@\\'.includes(before) ||
    (before === '/' && text[from] !== '#') ||
    text[to] === '#' ||
    (to < text.length && isWord(text.charCodeAt(to)))
  );
}

/** Whether `PR #1` in this place is read as just that. */
function standsAlone(text: string, { from, to }: Span): boolean {
  const before = text.charCodeAt(from - 1);
  if (from > 0 && (isWord(before) || '#&/@-.`\\'.includes(text[from - 1]!))) return false;
  if (to >= text.length) return true;
  const after = text.charCodeAt(to);
  if (isWord(after) || text[to] === '%' || text[to] === '#') return false;
  return !('.-:/'.includes(text[to]!) && to + 1 < text.length && isWord(text.charCodeAt(to + 1)));
}

/** The word before a place and the blanks before it, in lower case. */
function wordBefore(text: string, at: number): string {
  let to = at;
  while (to > 0 && at - to < 100 && ' \t\n\r'.includes(text[to - 1]!)) to--;
  let from = to;
  while (
    from > 0 &&
    to - from < 20 &&
    isWord(text.charCodeAt(from - 1)) &&
    !isDigit(text.charCodeAt(from - 1))
  )
    from--;
  return text.slice(from, to).toLowerCase();
}
