import type { Reference } from '../note/note.ts';
import type { CheckContext, Problem, Rule } from './problem.ts';

export const referenceLabel: Rule = {
  code: 'reference-label',
  summary: 'The text of a link and its target have different numbers.',
  severity: 'warning',
  find(context) {
    const targets = new Map<number, Reference>();
    for (const reference of context.note.references) {
      if (reference.link?.half === 'target') targets.set(reference.link.range.from, reference);
    }
    const texts = new Map<Reference, Reference[]>();
    for (const reference of context.note.references) {
      const target = reference.link?.half === 'text' ? targets.get(reference.link.range.from) : undefined;
      if (target) texts.set(target, [...(texts.get(target) ?? []), reference]);
    }
    const { text } = context.note;
    // A text with several numbers is right when one of them is the target's.
    return [...texts]
      .filter(
        ([target, named]) => isNumber(text, named, target) && !named.some((each) => isSame(each, target)),
      )
      .flatMap(([target, [named]]) => (named ? [problemFor(context, named, target)] : []));
  },
};

/** Whether a link's text names numbers and nothing else. `Revert PR #5` is a title, which may name another issue. */
function isNumber(note: string, named: readonly Reference[], target: Reference): boolean {
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
          title: `Change Link Text to ${hash}${target.number}`,
          edits: [{ range: text.numberRange, text: `${hash}${target.number}` }],
          safe: false,
        },
        {
          title: `Change Link Target to #${text.number}`,
          edits: [{ range: target.numberRange, text: String(text.number) }],
          safe: false,
        },
      ];
  return {
    range: text.range,
    message: `Link text says #${text.number} but links to ${targetText}`,
    related: [{ range: target.range, message: `Link target: ${targetText}` }],
    fixes,
  };
}
