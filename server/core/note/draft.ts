/** What reading a part of a note has gathered so far, and how a block adds to it. */

import {
  type ActionContext,
  type ActionState,
  actionsAfter,
  endHeadingTask,
  newActionContext,
  outsideActions,
} from './actionContext.ts';
import { type Block, type BlockSource, presentIn } from './block.ts';
import type { Conventions } from './conventions.ts';
import { readDirective } from './directives.ts';
import type {
  ActionItem,
  DateLine,
  Directive,
  ExternalReference,
  OpaqueSpan,
  Owner,
  PersonMention,
  Recording,
  Reference,
  Repository,
  Span,
  Title,
  UnfilledReference,
} from './note.ts';
import type { ProseItem } from './proseItem.ts';
import type { Heading } from './sections.ts';
import { moved, shift, shiftExternal, shiftItem, shiftOpaque, shiftReference } from './shift.ts';
import { asDone } from './taskStatus.ts';
import type { Text } from './text.ts';
import type { TitlePlace } from './titlePlace.ts';

/** What the parts before mean for a part. It must not hold offsets but in what a note has once. */
export interface DraftState {
  readonly frontMatter: Span | undefined;
  readonly title: Title | undefined;
  readonly tagsLine: Span | undefined;
  readonly recording: Recording | undefined;
  readonly dateLine: DateLine | undefined;
  /** There is a section before. */
  readonly hasSections: boolean;
  readonly actions: ActionState;
  /** The repositories that the headings around name, the innermost last. */
  readonly repositories: readonly HeadingRepository[];
  readonly presentLevel: number;
  readonly recordingLevel: number;
  /** Somebody who was there has the initials `AI`. */
  readonly isAiPresent: boolean;
}

interface HeadingRepository {
  readonly level: number;
  readonly repository: Repository;
}

export interface Draft extends BlockSource {
  readonly conventions: Conventions;
  readonly headings: Heading[];
  readonly references: Reference[];
  readonly unfilled: UnfilledReference[];
  readonly external: ExternalReference[];
  readonly items: ActionItem[];
  readonly people: PersonMention[];
  readonly directives: Directive[];
  readonly opaque: OpaqueSpan[];
  hasSections: boolean;
  frontMatter: Span | undefined;
  title: Title | undefined;
  readonly titlePlace: TitlePlace;
  tagsLine: Span | undefined;
  recording: Recording | undefined;
  dateLine: DateLine | undefined;
  actions: ActionContext;
  /** The repositories that the headings around name, the innermost last. */
  readonly repositories: HeadingRepository[];
  /** The recording stands under a heading of this level; 0: it does not. */
  recordingLevel: number;
  /** Who was there is listed under a heading of this level; 0: it is not. */
  presentLevel: number;
  /** The end of a label such as `Present:` with nothing behind it, when it was the last block. */
  presentLeadIn: number | undefined;
  /** Of `people`, how many have been checked for the initials `AI`; infinite: a person has them. */
  knownInitials: number;
  conversation: Conversation;
  /** `AI: …` without an owner, of the conversations that have ended. */
  readonly unownedAi: ActionItem[];
}

/** What stands between two headings, as far as initials are concerned. */
interface Conversation {
  /** How many lines begin with initials: `BT: …`. */
  speakers: number;
  /** `AI: …` without an owner: a task without an owner, or what a speaker says. */
  readonly doubtful: ActionItem[];
}

export function stateAtStart({ declared }: TitlePlace): DraftState {
  return {
    frontMatter: undefined,
    title: declared,
    tagsLine: undefined,
    recording: undefined,
    dateLine: undefined,
    hasSections: false,
    actions: outsideActions,
    repositories: [],
    presentLevel: 0,
    recordingLevel: 0,
    isAiPresent: false,
  };
}

/** Nothing gathered yet, behind the parts that left `state`; `source.blocks` collects the blocks. */
export function newDraft(
  source: BlockSource,
  conventions: Conventions,
  titlePlace: TitlePlace,
  { actions, isAiPresent, repositories, ...state }: DraftState,
): Draft {
  const { text, blocks, before, reading } = source;
  return {
    text,
    blocks,
    before,
    reading,
    conventions,
    titlePlace,
    headings: [],
    references: [],
    unfilled: [],
    external: [],
    items: [],
    people: [],
    directives: [],
    opaque: [],
    ...state,
    actions: newActionContext(actions),
    repositories: [...repositories],
    presentLeadIn: undefined,
    knownInitials: isAiPresent ? Number.POSITIVE_INFINITY : 0,
    conversation: { speakers: 0, doubtful: [] },
    unownedAi: [],
  };
}

/** Ends what a heading ends; the draft is complete then. */
export function stateAfter(draft: Draft): DraftState {
  endHeadingTask(draft.actions, draft.items);
  endConversation(draft);
  const { frontMatter, title, tagsLine, recording, dateLine, hasSections } = draft;
  return {
    frontMatter,
    title,
    tagsLine,
    recording,
    dateLine,
    hasSections,
    actions: actionsAfter(draft.actions),
    repositories: draft.repositories,
    presentLevel: draft.presentLevel,
    recordingLevel: draft.recordingLevel,
    isAiPresent: someIsCalledAi(draft),
  };
}

/** The heading above has something under it. */
export function fill(draft: Draft): void {
  const last = draft.headings.at(-1);
  if (last?.empty) draft.headings[draft.headings.length - 1] = { ...last, empty: false };
}

/** Another section begins, of tasks where `level` is not 0. */
export function enterActions(draft: Draft, level: number, title?: 'tasks' | 'done'): void {
  endHeadingTask(draft.actions, draft.items);
  draft.actions = newActionContext({ level, isDone: title === 'done', groups: [] });
}

/** How a block's place changes what it says. */
export interface BlockContext {
  /** Somebody else's words. */
  readonly quoted: boolean;
  /** A ticked box stands before it. */
  readonly checked: boolean;
  /** Those of the tasks around, for a task with a marker and no owner. */
  readonly owners?: readonly Owner[];
  /** It lists who was there: as an item of a list, or in a paragraph. */
  readonly present?: 'item' | 'paragraph' | undefined;
}

/** Adds what a block says by itself; `by` is the block's offset in the note. */
export function take(block: Block, by: number, draft: Draft, context: BlockContext): void {
  const { quoted, checked, present, owners = [] } = context;
  if (present) takePresent(block, by, draft, present === 'item');
  if (block.plain) return;
  if (!present) for (const each of block.people) draft.people.push(moved(each, by));
  const repository = draft.repositories.at(-1)?.repository;
  for (const each of block.references) {
    const reference = shiftReference(each, by);
    if (repository === undefined || each.repository) draft.references.push(reference);
    else draft.references.push({ ...reference, repository, repositoryFrom: 'heading' });
  }
  for (const each of block.external) draft.external.push(shiftExternal(each, by));
  for (const each of block.unfilled) draft.unfilled.push({ range: shift(each.range, by) });
  draft.conversation.speakers += block.speakers;
  for (const item of block.marked) {
    const whole = complete(shiftItem(item, by), draft, quoted);
    const taken = checked ? asDone(whole) : whole;
    if (owners.length > 0 && taken.owners.length === 0) {
      draft.items.push({ ...taken, owners });
      continue;
    }
    draft.items.push(taken);
    if (item.doubtful) draft.conversation.doubtful.push(taken);
  }
  for (const each of block.opaque) {
    const span = shiftOpaque(each, by);
    draft.opaque.push(span);
    const directive =
      each.kind === 'comment' && readDirective(draft.text.slice(span.from, span.to), span.from);
    if (directive) draft.directives.push(directive);
  }
}

/** Within the list, what is in parentheses or behind an `@` is no other person. */
function takePresent(block: Block, by: number, draft: Draft, item: boolean): void {
  const { people, to } = presentIn(block, item, draft.reading);
  const from = people.length > 0 ? (block.presentFrom ?? 0) : Number.POSITIVE_INFINITY;
  const logins = new Set(block.table && people.map(({ login }) => login));
  const places = new Set(block.table && people.map(({ range }) => range.from));
  const others = block.people.filter(({ range, name, evidence }) => {
    if (evidence === 'login' && logins.has(name)) return false;
    return !places.has(range.from) && (range.from < from || range.from >= to);
  });
  for (const each of [...people, ...others]) draft.people.push(moved(each, by));
}

/** How many lines with initials before their colons make it likely that `AI` are initials, too. */
const fewestSpeakers = 2;

/** A heading, or the note's end: what `AI: …` without an owner was is known now. */
export function endConversation(draft: Draft): void {
  const { speakers, doubtful } = draft.conversation;
  if (speakers === 0 && doubtful.length === 0) return;
  const [first] = doubtful;
  if (first && (speakers >= fewestSpeakers || someIsCalledAi(draft))) {
    const said = new Set(doubtful);
    const since = draft.items.splice(draft.items.lastIndexOf(first));
    for (const item of since) if (!said.has(item)) draft.items.push(item);
  } else {
    for (const item of doubtful) draft.unownedAi.push(item);
  }
  draft.conversation = { speakers: 0, doubtful: [] };
}

/** `AI: seph to write it` */
export function isOwnedAi({ marker, owners }: ActionItem, text: Text): boolean {
  return owners.length > 0 && marker !== undefined && text.slice(marker.from, marker.to) === 'AI';
}

/** Looks at each person once, however many conversations there are. */
function someIsCalledAi(draft: Draft): boolean {
  for (; draft.knownInitials < draft.people.length; draft.knownInitials++) {
    if (isCalledAi(draft.people[draft.knownInitials]!)) draft.knownInitials = Number.POSITIVE_INFINITY;
  }
  return draft.knownInitials === Number.POSITIVE_INFINITY;
}

/** Ash Ito was there, and who notes down what `AI` says means nobody else. */
function isCalledAi({ name, evidence }: PersonMention): boolean {
  if (evidence !== 'present') return false;
  const [first = '', last = '', ...more] = name.split(' ');
  return more.length === 0 && first.startsWith('A') && last.startsWith('I');
}

/** The item with its task as one line. Its offsets are the note's already. */
export function complete(
  { textRange, doubtful: _, ...item }: ProseItem,
  draft: Draft,
  quoted: boolean,
): ActionItem {
  const lines = draft.text.slice(textRange.from, textRange.to).split('\n');
  const text = lines.map((line) => (quoted ? withoutQuoteMarks(line) : line).trim()).join(' ');
  return { ...item, text: text.trim(), quoted };
}

function withoutQuoteMarks(line: string): string {
  let at = 0;
  while (line[at] === ' ' || line[at] === '>') at++;
  return line.slice(at);
}
