/** Words in the place of names: those that are not names, and verbs that only have people as subject. */

import { recordingWords } from './recordings.ts';
import { referenceWords } from './references.ts';
import { words } from './words.ts';

/** Words in the place of a name that are not names. */
const nonNames = words(
  "let let's lets someone somebody anyone anybody everyone everybody nobody noone none we i you they he she it this that these those",
  'there here folks people team all us our my your both several some any others who what when where why how which tbd tba',
  'unassigned unknown na n/a q owner name todo fixme action help wanted assignee please maybe also and or but if as so yes no not',
  'the a an of to in on at for with from by is are was were be been',
);

/** What lists of those who were there are called. */
const presentTitles: ReadonlySet<string> = new Set([
  ...['present', 'attendees', 'attendance', 'in attendance', 'participants', 'attending', 'roll call'],
  ...['people present', 'present members', 'members present', 'who was here', 'who attended'],
]);

/** First words of labels such as `Background:`, and of parentheses such as `(Optional)`, that are not names. */
const labels: ReadonlySet<string> = new Set([
  ...recordingWords,
  ...referenceWords.keys(),
  ...presentTitles,
  ...words(
    'note notes documentation docs background important conclusion conclusions consensus question questions answer answers update',
    'updates decision decisions example examples summary link links agenda see edit warning tip reminder proposal problem problems',
    'solution result results context linux macos windows freebsd arch status next steps pending done wip complete completed optional',
    'required resolved blocked deferred release releases version highlights announcements misc topic subtopic options option pros cons',
    'goal goals plan plans reason why how what previously currently today yesterday tomorrow short long good bad new old first second',
    'third later more other details draft open closed merged fixed security ci build tests testing performance general caveat caveats',
    'alternatives risk relatedly basically ok okay fyi ps eg ie source sources date time where when who idea ideas review reviews',
    'feature calendar features fix fixes follow-up followup url urls http https mailto thanks ai reviewers maintainers contributors',
    'users regrets doc src lib deps test meta tools chore feat refactor style perf revert',
    'apologies absent excused guests observers invited chair facilitator moderator scribe notetaker',
  ),
]);

/** Small words inside names: `Ada van der Berg`. */
export const nameParticles = words('van von de der den del da di la le bin al ter du y');

/** Capitals before a colon that are not initials. */
export const acronyms = words(
  'AI API AP CD CI CLI CPC CPU CVE DNS EOL ETA FAQ GH GPU HR HTTP ID IDE IRC IT JS LGTM LTS MR NA NB OS OSS PM PMC PoC QA RC',
  'RFC SDK SIG SLA SQL SSL SSO TBA TBC TC TLS TOC TS TSC UI URL UX VM WG WIP XML YML',
);

/** What people do in notes and software does not. */
export const personVerbs = words(
  'will asks asked proposes proposed says said thinks thought likes mentioned mentions volunteers volunteered offers offered',
  'reports reported suggests suggested wants wanted filed wrote feels agrees agreed noted notes explains explained',
);

/** Case does not count. */
export function isNonName(name: string): boolean {
  return nonNames.has(name.toLowerCase().replace('’', "'"));
}

/** True when a word of the name is a label's: `Next Steps`, `YouTube Link`. */
export function isLabel(name: string): boolean {
  return name
    .toLowerCase()
    .split(' ')
    .some((word) => labels.has(word));
}

/** True for `Present`, `**Attendees**`, `Participants:`; `key` is the heading's. */
export function isPresentTitle(key: string): boolean {
  return presentTitles.has(key);
}
