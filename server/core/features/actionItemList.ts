/** The open action items of all series, for a view. */

import type { ActionItemsResult, ListedActionItem } from '../../../shared/actionItems.ts';
import { inEnglish, type Message, type Say, t } from '../../../shared/l10n.ts';
import { unpackPlace } from '../archive/place.ts';
import type { IssueMemory } from '../checks/problem.ts';
import type { Conventions } from '../note/conventions.ts';
import type { Repository } from '../note/note.ts';
import { itemKey } from '../recall/itemKey.ts';
import { ageInWords, type ListedItem, type ListInputs, listedItems, namesBy } from '../recall/listedItems.ts';
import { plainText } from '../recall/plainText.ts';
import { taskAlone } from '../recall/taskAlone.ts';
import { type IssueKey, resolveReference } from '../references/issueKey.ts';
import { spokenNote } from './noteLink.ts';

interface ItemLists extends ListInputs {
  readonly conventions: Conventions;
  /** What a bare number means. */
  readonly own: Repository | undefined;
}

export interface ActionItemsInputs {
  readonly lists: readonly ItemLists[];
  /** See `Settings.actionItemMeetings`, for the notes of a list. */
  readonly meetingsOf: (list: ItemLists) => number;
  /** The writer's names or logins. */
  readonly me: readonly string[];
  /** Absent: GitHub is not asked. */
  readonly issues?: IssueMemory | undefined;
  /** Absent: English. */
  readonly say?: Say | undefined;
}

export function actionItemList(inputs: ActionItemsInputs): ActionItemsResult {
  const items = inputs.lists.flatMap((list) => {
    const nameOf = namesBy(list.series, list.conventions);
    const me = new Set(inputs.me.map((name) => nameOf(name).toLowerCase()));
    return listedItems(list, inputs.meetingsOf(list)).map((item) => shown(item, me, list.own, inputs));
  });
  return {
    hasNotes: inputs.lists.some(({ notes }) => notes.length > 0),
    mine: items.filter(({ mine, older }) => mine && !older).length,
    items,
  };
}

function shown(
  listed: ListedItem,
  me: ReadonlySet<string>,
  own: Repository | undefined,
  { issues, say = inEnglish }: ActionItemsInputs,
): ListedActionItem {
  const { item, note, age, isOlder, owners, references } = listed;
  const task = taskAlone(listed);
  const maybeDone = issues && concluded(issueKeys(listed, own), issues);
  return {
    uri: note.uri,
    ...unpackPlace(item.place),
    key: itemKey(item),
    text: plainText(item.text),
    ...(task !== undefined && { task }),
    owners,
    note: say(spokenNote(note)),
    age: say(ageInWords(age)),
    older: isOlder,
    references: references.map(
      ({ number, repository }) => `${repository ? `${repository.owner}/${repository.name}` : ''}#${number}`,
    ),
    mine: owners.some((name) => me.has(name.toLowerCase())),
    ...(maybeDone !== undefined && { maybeDone: say(maybeDone) }),
  };
}

/** What the item refers to on GitHub. */
export function issueKeys(
  { references }: Pick<ListedItem, 'references'>,
  own: Repository | undefined,
): IssueKey[] {
  return references.flatMap((reference) => resolveReference(reference, own) ?? []);
}

/** Why an item may be done: all that it refers to is closed or merged. Undefined: it may not, or too little is known. */
export function concluded(keys: readonly IssueKey[], issues: IssueMemory): Message | undefined {
  const states = keys.map((key) => {
    const answer = issues.peek(key);
    return answer?.kind === 'found' ? { number: key.number, state: answer.issue.state } : undefined;
  });
  const [first] = states;
  const isOver = states.every((each) => each && each.state !== 'open' && each.state !== 'draft');
  if (first === undefined || !isOver) return undefined;
  const reference = `#${first.number}`;
  return first.state === 'merged' ? t('{0} is merged', reference) : t('{0} is closed', reference);
}
