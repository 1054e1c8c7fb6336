import { t } from '../../../shared/l10n.ts';
import { editDistance } from '../note/editDistance.ts';
import { isGroup } from '../note/lexicon/owners.ts';
import { nameKey } from '../note/names.ts';
import type { Owner } from '../note/note.ts';
import { spellingsOf } from '../note/roster.ts';
import { knownNames, namesElsewhere } from '../people/knownNames.ts';
import type { CheckContext, Fix, Rule } from './problem.ts';
import { quote } from './quote.ts';

export const ownerUnknown: Rule = {
  code: 'owner-unknown',
  summary: 'The owner of an action item is mentioned nowhere else in the notes.',
  severity: 'off',
  find(context) {
    const isKnown = knownNames(context, false);
    const owners = context.note.actionItems.flatMap((item) => (item.quoted ? [] : item.owners));
    const unknown = new Map(
      owners.filter(({ name }) => !isGroup(name) && !isKnown(name)).map((owner) => [owner.range.from, owner]),
    );
    return [...unknown.values()].map((owner) => ({
      range: owner.range,
      message: t(
        'Owner {0} is not mentioned anywhere else in the notes; check the spelling',
        quote(owner.name),
      ),
      get fixes() {
        return spellings(context, owner);
      },
    }));
  },
};

function spellings(context: CheckContext, { name, range }: Owner): Fix[] {
  const { note } = context;
  const others = note.people.filter((mention) => mention.evidence !== 'owner').map((mention) => mention.name);
  const at = name.startsWith('@') ? '@' : '';
  // Behind `@` only a login makes sense; the initials of one are as near as those of another.
  const roster = note.conventions.people.flatMap((person) => {
    if (at !== '') return person.login === undefined ? [] : [person.login];
    return spellingsOf(person).filter((each) => each !== person.initials);
  });
  const names = [...new Set([...roster, ...others, ...namesElsewhere(context)])];
  return names
    .map((each) => ({ each, distance: editDistance(nameKey(name), nameKey(each)) }))
    .filter(({ distance }) => distance <= 2)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ each }) => ({
      title: t('Change to {0}', `${at}${each}`),
      edits: [{ range, text: `${at}${each}` }],
      safe: false,
    }));
}
