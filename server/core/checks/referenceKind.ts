import { t } from '../../../shared/l10n.ts';
import { referenceWords } from '../note/lexicon/references.ts';
import type { Reference, Span } from '../note/note.ts';
import type { IssueKind } from '../references/issue.ts';
import { qualifiedText } from '../references/issueKey.ts';
import { contradictedReferences } from './contradictedReferences.ts';
import type { Fix, Rule } from './problem.ts';
import { quote } from './quote.ts';

export const referenceKind: Rule = {
  code: 'reference-kind',
  summary: 'A reference says pull request where the number is an issue, or the reverse.',
  severity: 'information',
  isAboutReferences: true,
  *find(context) {
    return (yield* contradictedReferences(context)).flatMap(({ reference, key, answer }) => {
      if (answer.kind !== 'found' || reference.kind === 'unknown' || reference.kind === answer.issue.kind)
        return [];
      const { kind } = answer.issue;
      return {
        range: reference.range,
        message:
          kind === 'pull'
            ? t('{0} is a pull request, not an issue', qualifiedText(key))
            : t('{0} is an issue, not a pull request', qualifiedText(key)),
        get fixes() {
          return fixesFor(context.note.text, reference, kind);
        },
      };
    });
  },
};

function fixesFor(text: string, reference: Reference, kind: IssueKind): readonly Fix[] {
  const { form } = reference;
  const fix = form === 'url' || form === 'bare-url' || form === 'link-target' ? urlFix : wordFix;
  return fix(text, reference, kind) ?? [];
}

/** GitHub leads from either page to the right one, so that nothing is lost. */
function urlFix(text: string, { range, numberRange, tail }: Reference, kind: IssueKind): Fix[] | undefined {
  // What is below a pull request, `/files`, is not below an issue.
  if (tail?.startsWith('/') && tail.length > 1 && tail[1] !== '#' && tail[1] !== '?') return undefined;
  const to = numberRange.from - 1;
  const from = text.lastIndexOf('/', to - 1) + 1;
  if (from <= range.from) return undefined;
  const page = kind === 'pull' ? 'pull' : 'issues';
  const title = t('Change URL to {0}', `/${page}/${text.slice(numberRange.from, numberRange.to)}`);
  return [{ title, edits: [{ range: { from, to }, text: page }], safe: true }];
}

function wordFix(text: string, reference: Reference, kind: IssueKind): Fix[] | undefined {
  const range = wordOf(text, reference);
  const written = text.slice(range.from, range.to);
  // Only the word itself may stand between; in a quote broken over lines it may be more.
  const between = text.slice(range.to, reference.numberRange.from).trim();
  if (reference.form === 'qualified' ? /\s/.test(between) : between !== '') return undefined;
  // A plural refers to other numbers, too, which may be of the other kind.
  if (referenceWords.get(written.split(/\s+/).join(' ').toLowerCase())?.plural !== false) return undefined;
  const capital = written[0] !== written[0]?.toLowerCase() && written.toLowerCase() !== 'pr';
  const word = kind === 'pull' ? 'PR' : capital ? 'Issue' : 'issue';
  return [
    { title: t('Change {0} to "{1}"', quote(written), word), edits: [{ range, text: word }], safe: false },
  ];
}

/** The word or two words that a reference begins with; empty when it begins with something else. */
function wordOf(text: string, { range }: Reference): Span {
  const { from } = range;
  const first = endOfLetters(text, from);
  if (text.slice(from, first).toLowerCase() !== 'pull') return { from, to: first };
  let next = first;
  while (next < range.to && /\s/.test(text[next]!)) next++;
  const second = endOfLetters(text, next);
  return { from, to: text.slice(next, second).toLowerCase() === 'request' ? second : first };
}

function endOfLetters(text: string, from: number): number {
  let to = from;
  while (to < text.length && /[a-z]/i.test(text[to]!)) to++;
  return to;
}
