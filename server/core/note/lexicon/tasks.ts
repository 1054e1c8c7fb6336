/** The words around what is to be done: markers, titles of lists, promises, and what says that it is done. */

import { nothingWords, words } from './words.ts';

export interface MarkerWord {
  readonly word: string;
  /** May stand without a colon at the start of a sentence. */
  readonly bare: boolean;
  /** Counts in lower and mixed case when a colon follows and it starts its line. */
  readonly anyCase: boolean;
  /** Counts only at a line's start. */
  readonly startsLine: boolean;
  /** May also be the initials of a speaker; see walk. */
  readonly doubtful: boolean;
}

/** A marker that is no other kind: a colon has to follow, the case does not count. */
export const plainMarker = { bare: false, anyCase: true, startsLine: false, doubtful: false };

export const usualMarkers: readonly MarkerWord[] = [
  { ...plainMarker, word: 'TODO', bare: true },
  { ...plainMarker, word: 'FIXME', bare: true },
  { ...plainMarker, word: 'ACTION ITEM' },
  { ...plainMarker, word: 'ACTION' },
  { ...plainMarker, word: 'AI', anyCase: false, startsLine: true, doubtful: true },
];

/** What only some communities write before a task; a colon follows. */
export const rareMarkers = [
  ...['AP', 'AR', 'TASK', 'TASKS', 'ACTION POINT', 'ACTION REQUIRED', 'FOLLOW UP', 'FOLLOW-UP', 'FOLLOWUP'],
  ...['TO DO', 'TO-DO', 'ASSIGNED'],
] as const;

/** Headings, and lines that end in a colon before a list, whose items are tasks. */
export const actionTitles: ReadonlySet<string> = new Set([
  ...['action item', 'action items', 'actions', 'action', 'action points', 'ai', 'ais', 'tasks', 'promises'],
  ...['todo', 'todos', 'to do', 'to-do', 'to-dos', 'next step', 'next steps'],
  ...['follow up', 'follow ups', 'follow-up', 'follow-ups', 'followups'],
]);

/** How statements begin that describe instead of asking for something to be done. */
export const statementStarts: readonly string[] = [
  ...["there's", 'there is', 'there are', 'there was', "it's", 'it is', 'this is', 'this was'],
  ...nothingWords,
  ...['no action', 'no actions', 'no follow-ups', 'no further', 'no items', 'no new', 'no open', 'no tasks'],
  'no todos',
];

/** After a bare `TODO`, these make it a noun. */
export const nounsAfterMarker = words('list lists items comment comments section file app is are was and or');

export const doneWords = ['done', 'completed'] as const;
export const ticks = ['✅', '✔', '☑', '✓'] as const;

/** `NAME will …`: a promise. */
export const promises: ReadonlySet<string> = new Set(['will', "'ll", 'shall']);
/** `NAME will take this as a todo` */
export const pledgeVerbs = words('will to can should took takes is are');

/** Verbs that open a task and are followed by "to" as readily as a name is: "Talk to the team". */
const verbsBeforeTo = words(
  'need needs want wants have has had try remember plan continue agree going used due able talk speak respond reply move switch',
  'add go write point link upgrade migrate port convert reach listen look refer adapt return send submit push back get decide how',
  'what where who when whether easier hard time chance way work ways want ready happy free up close similar up-to according thanks',
);

export function isVerbBeforeTo(word: string): boolean {
  return verbsBeforeTo.has(word.toLowerCase());
}

/** Words that stand in an owner's place until there is one. */
export const ownerPlaceholders = words(
  'someone somebody anyone anybody nobody whoever we us folks tbd tba owner name assignee unassigned',
);
/** And before a colon; `Also: write it` and `Q: is it written?` would lose what they say. */
export const ownerPlaceholdersBeforeColon = words('who all everyone everybody noone none unknown na');
