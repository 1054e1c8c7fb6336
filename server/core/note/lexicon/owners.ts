/** The words around an owner: labels before one, what makes a name an object, and what may follow one. In lower case. */

import { referenceWords } from './references.ts';
import { words } from './words.ts';

/** Before `=`, `:` or `::` and a name: `[name=Tove]` of shared pads, `Owner: Tove`. */
export const ownerLabels: ReadonlySet<string> = new Set([
  ...words(
    'name owner owners owned assignee assignees assigned assign responsible lead leads dri who author poc',
  ),
  ...['assigned to', 'assign to', 'owned by', 'action on', 'responsible person', 'person responsible'],
]);

/** Who owns something together: `TSC to vote`, `The docs team will …`. */
export const groupWords = words(
  'team maintainers committers reviewers committee council board tsc cpc pmc wg sig admins organizers moderators editors',
);

/** Each of those who read it: `Everyone: read the draft`, `read the draft (all)`. */
export const everybodyWords = words('all everyone everybody');

/** True for several people: `@octo/docs`, `TSC`, `docs team`, `everyone`. */
export function isGroup(owner: string): boolean {
  const name = owner.toLowerCase();
  return (
    name.includes('/') ||
    everybodyWords.has(name.startsWith('@') ? name.slice(1) : name) ||
    groupWords.has(name.slice(name.lastIndexOf(' ') + 1))
  );
}

/** Behind a name's `'s`, who works with them: `(@tove's team)`. */
export const companyWords = words('team group squad crew side org');

/** After a name and before what it is to do: `Tove has volunteered to write it`. */
export const volunteers = words('volunteered volunteers agreed agrees offered offers promised promises');

/** A name after one of these is spoken of or spoken to, and owns nothing: `talk to @ann`, `ping @ann`. */
export const objectWords = words(
  'to with from for of about than via and or at in on cc ask asks ping poke tell tells contact email mail message dm remind nudge',
  'notify invite add thank thanks thx kudos congrats see follow mention mentions meet help bug chase chat consult like as per if that',
  'upgrade update bump install remove drop publish import require deprecate use',
);

/** Days, months and what else a due date, a place in a plan or a reference is made of. */
export const tailWords: ReadonlySet<string> = new Set([
  ...referenceWords.keys(),
  ...words(
    'by due until till before for eta on in at of the a next this end deadline date today tomorrow tonight asap eod eow eom cob soon',
    'later week weeks month months day days quarter year meeting meetings call sync session sprint release milestone friday monday',
    'tuesday wednesday thursday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april may june july',
    'august september october november december jan feb mar apr jun jul aug sep sept oct nov dec q1 q2 q3 q4 h1 h2 noon midnight utc',
    'high medium low priority prio p0 p1 p2 p3 p4 p5 est estimate min mins minutes hour hours pts points sp see cf re ref refs fix',
    'fixes close closes and or via link links notes doc docs issue pr mr request requests ongoing recurring new optional bis am pm',
    'freitag montag dienstag mittwoch donnerstag samstag sonntag bis zum lundi mardi mercredi jeudi vendredi avant le lunes martes',
    'viernes jueves antes del',
  ),
]);
