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
    // A text with several numbers is right when one of them is the target's.
    return [...texts]
      .filter(([target, named]) => !named.some((text) => isSame(text, target)))
      .flatMap(([target, [text]]) => (text ? [problemFor(context, text, target)] : []));
  },
};

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
