/** Reads a note part by part, and takes those that did not change from the note before. */

import type { Tree } from '@lezer/common';
import { isEach, type Steps } from '../../../shared/steps.ts';
import type { BlockSource } from './block.ts';
import type { Conventions } from './conventions.ts';
import { type Draft, type DraftState, newDraft, stateAfter, stateAtStart } from './draft.ts';
import { Part, type PartFacts, partStart, type Stretch, stretchFrom, topBlocksOf } from './part.ts';
import type { TitlePlace } from './titlePlace.ts';
import { walk } from './walk.ts';

/** A part with where it is. */
export interface PlacedPart {
  readonly part: Part;
  readonly from: number;
  readonly to: number;
}

/** A part that was read, with the state that it leaves to the next one. */
interface ReadPart {
  readonly part: Part;
  readonly state: DraftState;
  /** Equal for states that make no difference to what is read. */
  readonly key: string;
}

/** The parts of a note, for the next parse to take from: by their first block. */
export type ReadParts = ReadonlyMap<Tree, ReadPart>;

export interface PartsOfNote {
  readonly placed: readonly PlacedPart[];
  readonly read: ReadParts;
}

/** `kept` are the parts of the note before, read by the same conventions. */
export function* readParts(
  tree: Tree,
  source: BlockSource,
  conventions: Conventions,
  titlePlace: TitlePlace,
  kept: ReadParts | undefined,
): Steps<PartsOfNote> {
  const placed: PlacedPart[] = [];
  const read = new Map<Tree, ReadPart>();
  let state = stateAtStart(titlePlace);
  let key = keyOf(state);
  const { length } = source.text;
  const top = topBlocksOf(tree, source.before);
  const { blocks, starts } = top;
  let index = 0;
  do {
    const first = blocks[index];
    const from = partStart(top, index);
    const before = first && starts[index] === titlePlace.headingFrom ? `${key} title` : key;
    let taken = first && kept?.get(first);
    if (!taken?.part.isAt(top, index, length, before)) {
      const stretch = stretchFrom(top, index, length);
      taken = yield* readPart(tree, stretch, before, newDraft(source, conventions, titlePlace, state));
    }
    if (first) read.set(first, taken);
    const to = from + taken.part.length;
    placed.push({ part: taken.part, from, to });
    state = taken.state;
    key = taken.key;
    index += taken.part.size;
    if (isEach(100, placed.length)) yield;
  } while (index < blocks.length);
  return { placed, read };
}

function* readPart(tree: Tree, stretch: Stretch, before: string, draft: Draft): Steps<ReadPart> {
  const { title, tagsLine, recording, dateLine, frontMatter } = draft;
  const cursor = tree.cursor();
  if (stretch.blocks.length > 0 && cursor.childAfter(stretch.from + stretch.starts[0]!))
    yield* walk(cursor, stretch.to, draft);
  const state = stateAfter(draft);
  const facts: Partial<PartFacts> = {
    ...(draft.frontMatter !== frontMatter && { frontMatter: draft.frontMatter }),
    ...(draft.title !== title && { title: draft.title }),
    ...(draft.tagsLine !== tagsLine && { tagsLine: draft.tagsLine }),
    ...(draft.recording !== recording && { recording: draft.recording }),
    ...(draft.dateLine !== dateLine && { dateLine: draft.dateLine }),
  };
  return { part: new Part(stretch, before, draft, facts), state, key: keyOf(state) };
}

/** All that a state has; whatever is added has to be in its key. */
type InKey =
  | 'title'
  | 'tagsLine'
  | 'recording'
  | 'dateLine'
  | 'hasSections'
  | 'actions'
  | 'repositories'
  | 'presentLevel'
  | 'recordingLevel'
  | 'isAiPresent';
type WholeState = [Exclude<keyof DraftState, InKey | 'frontMatter'>] extends [never] ? DraftState : never;

/** Of what a note has once, it only matters that it is there. */
function keyOf(state: WholeState): string {
  const { title, tagsLine, recording, dateLine, hasSections, actions, repositories } = state;
  const { presentLevel, recordingLevel, isAiPresent } = state;
  const are =
    (title ? 1 : 0) +
    (tagsLine ? 2 : 0) +
    (recording ? 4 : 0) +
    (dateLine ? 8 : 0) +
    // One that is found later takes the place of one without a link.
    (recording?.url ? 16 : 0) +
    (recording?.notRecorded ? 32 : 0) +
    (hasSections ? 64 : 0) +
    (isAiPresent ? 128 : 0) +
    (actions.isDone ? 256 : 0);
  const inside =
    actions.level > 0 || actions.groups.length > 0 || repositories.length > 0
      ? JSON.stringify([actions, repositories])
      : '';
  return `${are} ${presentLevel} ${recordingLevel} ${inside}`;
}
