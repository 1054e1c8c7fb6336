import { t } from '../../../shared/l10n.ts';
import { keptByPart } from '../note/assemble.ts';
import type { Reference } from '../note/note.ts';
import type { Text } from '../note/text.ts';
import type { CheckContext, Problem, Rule } from './problem.ts';

export const referenceLabel: Rule = {
  code: 'reference-label',
  summary: 'The text of a link and its target have different numbers.',
  severity: 'warning',
  isAboutReferences: true,
  find(context) {
    return [...textsByTarget(linksApart(context.note))].flatMap(([target, [named]]) =>
      named ? [problemFor(context, named, target)] : [],
    );
  },
};

/** The two halves of each link whose text is another number than its target's. */
const linksApart = keptByPart('references', (references, text) =>
  [...textsByTarget(references)].flatMap(([target, named]) =>
    // A text with several numbers is right when one of them is the target's.
    isNumber(text, named, target) && !named.some((each) => isSame(each, target)) ? [target, ...named] : [],
  ),
);

function textsByTarget(references: readonly Reference[]): ReadonlyMap<Reference, readonly Reference[]> {
  if (references.every(({ link }) => link === undefined)) return noTexts;
  const targets = new Map<number, Reference>();
  for (const reference of references) {
    if (reference.link?.half === 'target') targets.set(reference.link.range.from, reference);
  }
  const texts = new Map<Reference, Reference[]>();
  for (const reference of references) {
    const target = reference.link?.half === 'text' ? targets.get(reference.link.range.from) : undefined;
    if (target) texts.set(target, [...(texts.get(target) ?? []), reference]);
  }
  return texts;
}

const noTexts: ReadonlyMap<Reference, readonly Reference[]> = new Map();

/** Whether a link's text names numbers and nothing else. `Revert PR #5` is a title, which may name another issue. */
function isNumber(note: Text, named: readonly Reference[], target: Reference): boolean {
  const from = target.link!.range.from;
  let rest = '';
  let at = from;
  for (const { range } of named) {
    rest += note.slice(at, range.from);
    at = range.to;
  }
  const end = note.lastIndexOf('](', target.range.from);
  return !/[\p{L}\p{N}]/u.test(rest + note.slice(at, Math.max(at, end)));
}

function isSame(text: Reference, target: Reference): boolean {
  if (text.number !== target.number) return false;
  const named = text.repository;
  const meant = target.repository;
  if (!named || !meant) return true;
  return key(named.owner, named.name) === key(meant.owner, meant.name);
}

function key(owner: string, name: string): string {
  return `${owner}/${name}`.toLowerCase();
}

function problemFor({ note }: CheckContext, text: Reference, target: Reference): Problem {
  const written = note.text.slice(text.numberRange.from, text.numberRange.to);
  const hash = written.startsWith('#') ? '#' : '';
  const repository = target.repository;
  const elsewhere = text.number === target.number && repository;
  const targetText = `${elsewhere ? `${repository.owner}/${repository.name}` : ''}#${target.number}`;
  const fixes = elsewhere
    ? []
    : [
        {
          title: t('Change Link Text to {0}', `${hash}${target.number}`),
          edits: [{ range: text.numberRange, text: `${hash}${target.number}` }],
          safe: false,
        },
        {
          title: t('Change Link Target to {0}', `#${text.number}`),
          edits: [{ range: target.numberRange, text: String(text.number) }],
          safe: false,
        },
      ];
  return {
    range: text.range,
    message: t('Link text says {0} but links to {1}', `#${text.number}`, targetText),
    related: [{ range: target.range, message: t('Link target: {0}', targetText) }],
    fixes,
  };
}
