import type { Reference } from '../note/note.ts';
import type { CheckContext, Problem, Rule } from './problem.ts';

export const referenceLabel: Rule = {
  code: 'reference-label',
  summary: "A link's text names one issue or pull request and its target is another.",
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
  const elsewhere =
    text.number === target.number && repository ? ` of ${repository.owner}/${repository.name}` : '';
  const fixes = elsewhere
    ? []
    : [
        {
          title: `Change the text to ${hash}${target.number}`,
          edits: [{ range: text.numberRange, text: `${hash}${target.number}` }],
          safe: false,
        },
        {
          title: `Change the target to ${text.number}`,
          edits: [{ range: target.numberRange, text: String(text.number) }],
          safe: false,
        },
      ];
  return {
    code: 'reference-label',
    range: text.range,
    message: `The text says ${text.number}, the link leads to ${target.number}${elsewhere}. One of them is wrong.`,
    related: [{ range: target.range, message: `The target is ${target.number}.` }],
    fixes,
  };
}
