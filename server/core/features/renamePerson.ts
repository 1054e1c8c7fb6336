/** Gives a person another name in all notes. */

import type { Range, TextEdit } from 'vscode-languageserver-types';
import { type Message, t } from '../../../shared/l10n.ts';
import { isLineEnd } from '../note/lines.ts';
import type { Note } from '../note/note.ts';
import { NoteDocument, type TextDocument } from '../note/noteDocument.ts';
import { toRange } from './range.ts';
import { type SubjectInputs, subjectAt } from './subjectAt.ts';

export interface RenameSubject {
  readonly isCalled: (name: string) => boolean;
  /** The login is renamed, where it is written with `@`; else every other name of the person. */
  readonly isLogin: boolean;
  /** As written, without `@`. */
  readonly name: string;
  readonly range: Range;
}

/** The person who is named at an offset. Undefined: nobody is. */
export function renameSubject(
  document: TextDocument,
  inputs: SubjectInputs,
  offset: number,
): RenameSubject | undefined {
  const here = subjectAt(inputs, offset);
  if (here?.mention === undefined || here.subject.kind !== 'person') return undefined;
  const { from, to } = here.mention.range;
  const isLogin = inputs.note.text[from] === '@';
  const span = { from: isLogin ? from + 1 : from, to };
  const { isCalled } = here.subject;
  return {
    isCalled,
    isLogin,
    name: inputs.note.text.slice(span.from, span.to),
    range: toRange(span, document),
  };
}

/** What is wrong with a new name, as a sentence; undefined: nothing. Markup would not be read as a name again. */
export function wrongName(name: string): Message | undefined {
  const isOneLine = ![...name].some((_, at) => isLineEnd(name, at));
  if (
    name.trim() !== '' &&
    isOneLine &&
    name.length <= 60 &&
    /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .'’_-]*$/u.test(name)
  )
    return undefined;
  return t(
    'A name has letters, digits, spaces, dots, hyphens and apostrophes, and begins with a letter or a digit.',
  );
}

/** The edits of one note; `text` is what it has now, of which `note` was read. */
export function renameEdits(
  note: Note,
  { isCalled, isLogin }: Pick<RenameSubject, 'isCalled' | 'isLogin'>,
  newName: string,
): TextEdit[] {
  const document = new NoteDocument('', note.text);
  const edits = new Map<number, TextEdit>();
  for (const { name, range } of note.people) {
    const hasAt = note.text[range.from] === '@';
    if (hasAt !== isLogin || !isCalled(name)) continue;
    const from = hasAt ? range.from + 1 : range.from;
    if (note.text.slice(from, range.to) === newName) continue;
    edits.set(from, { range: toRange({ from, to: range.to }, document), newText: newName });
  }
  return [...edits.values()];
}
