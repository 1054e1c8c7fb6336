/** `office-hours todos`: the open action items of the notes. */

import { inEnglish } from '../../shared/l10n.ts';
import { unpackPlace } from '../core/archive/place.ts';
import { noteDate } from '../core/archive/summary.ts';
import type { Clock } from '../core/ports.ts';
import { ageInWords, type ListedItem, listedItems, namesBy } from '../core/recall/listedItems.ts';
import { plainText } from '../core/recall/plainText.ts';
import { taskAlone } from '../core/recall/taskAlone.ts';
import type { TodosRequest } from './arguments.ts';
import { askGit, type Environment } from './git.ts';
import { recallArchive } from './recallArchive.ts';
import { rootAround } from './repository.ts';

/** An item as outside tools read it; numbers are 1-based. */
interface Todo {
  readonly file: string;
  readonly line: number;
  /** The day of the newest note with it. */
  readonly date: string | null;
  /** Where it was first promised. */
  readonly since: string | null;
  /** How many meetings there were since. */
  readonly meetings: number;
  readonly older: boolean;
  readonly owners: readonly string[];
  /** As written. */
  readonly text: string;
  readonly references: readonly string[];
}

/** With what the list of its owner says of it, as a reader sees it. */
interface OwnedTodo extends Todo {
  readonly row: string;
}

export type Answered =
  /** `remark`: a sentence beside it. */
  | { readonly kind: 'text'; readonly text: string; readonly found: boolean; readonly remark?: string }
  | { readonly kind: 'failed'; readonly message: string };

export async function todos(
  request: TodosRequest,
  cwd: string,
  clock: Clock,
  env: Environment,
): Promise<Answered> {
  const { archive, lists, pathOf } = await recallArchive(cwd, clock);
  if (lists.length === 0) return { kind: 'failed', message: noNotes };
  const wanted = request.mine ? await writer(cwd, env) : request.owner;
  if (request.mine && wanted === undefined) return { kind: 'failed', message: nobody };
  const found = lists.flatMap((list) => {
    const conventions = archive.templates.conventionsOf(list.notes[0]?.uri ?? list.series.folder);
    const name = wanted === undefined ? undefined : namesBy(list.series, conventions)(wanted);
    return listedItems({ ...list, conventions }, request.meetings)
      .filter(({ owners }) => name === undefined || owners.some((each) => isSameName(each, name)))
      .map((item) => ({ ...todoOf(item, pathOf), row: taskAlone(item) ?? plainText(item.item.text) }));
  });
  return { kind: 'text', text: formats[request.format](found), found: found.length > 0 };
}

export const noNotes = 'there are no notes in this repository. Run this in the repository of the notes.';
const nobody = 'nobody is known to you as. Set GITHUB_ACTOR or Git’s user.name, or use --owner NAME.';

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** In a workflow whoever started it, else by Git's settings. */
async function writer(cwd: string, env: Environment): Promise<string | undefined> {
  if (env.GITHUB_ACTOR) return env.GITHUB_ACTOR;
  const answer = await askGit(rootAround(cwd, cwd), ['config', 'user.name'], env);
  return answer.kind === 'answer' && answer.text.trim() !== '' ? answer.text.trim() : undefined;
}

function todoOf(
  { item, note, first, age, isOlder, owners, references }: ListedItem,
  pathOf: (uri: string) => string,
): Todo {
  return {
    file: pathOf(note.uri),
    line: unpackPlace(item.place).line + 1,
    date: noteDate(note) ?? null,
    since: noteDate(first) ?? null,
    meetings: age,
    older: isOlder,
    owners,
    text: item.text,
    references: references.map(
      ({ number, repository }) => `${repository ? `${repository.owner}/${repository.name}` : ''}#${number}`,
    ),
  };
}

const formats: Readonly<Record<TodosRequest['format'], (found: readonly OwnedTodo[]) => string>> = {
  json: (found) =>
    `${JSON.stringify(
      found.map(({ row: _, ...todo }) => todo),
      null,
      2,
    )}\n`,
  text: asText,
  markdown: asMarkdown,
};

interface Group {
  readonly title: string;
  readonly todos: readonly OwnedTodo[];
}

/** Those without an owner first, then by owner; what was promised long ago last. An item of several is listed for each. */
function groupsOf(found: readonly OwnedTodo[]): Group[] {
  const lately = found.filter(({ older }) => !older);
  const older = found.filter((todo) => todo.older);
  // Two series may spell a name in two cases.
  const spellings = lately.flatMap((todo) => todo.owners).reverse();
  const names = new Map(spellings.map((name) => [name.toLowerCase(), name]));
  const owners = [...names].sort(([a], [b]) => a.localeCompare(b, 'en'));
  return [
    { title: 'Without an owner', todos: lately.filter((todo) => todo.owners.length === 0) },
    ...owners.map(([, title]) => ({
      title,
      todos: lately.filter((todo) => todo.owners.some((name) => isSameName(name, title))),
    })),
    { title: 'Older', todos: older },
  ].filter(({ todos: list }) => list.length > 0);
}

function asText(found: readonly OwnedTodo[]): string {
  const groups = groupsOf(found).map(({ title, todos: list }) => {
    const lines = list.map(
      ({ file, line, text, row, older, meetings, since }) =>
        `  ${file}:${line}: ${older ? plainText(text) : row} (${inEnglish(ageInWords(meetings))}${since === null ? '' : `, since ${since}`})`,
    );
    return [title, ...lines, ''].join('\n');
  });
  return [...groups, `${summary(found)}\n`].join('\n');
}

/** To be pasted into a note or an issue: the items are Markdown as their notes have them. */
function asMarkdown(found: readonly OwnedTodo[]): string {
  return groupsOf(found)
    .map(({ title, todos: list }) => {
      const lines = list.map(({ file, line, text, date }) => {
        const link = `[${date ?? 'note'}](<${file.replace(/[<>\\]/g, encodeURIComponent)}#L${line}>)`;
        return `* [ ] ${text} (${link})`;
      });
      return [`## ${title.replace(/[\\`*_[\]<>#]/g, '\\$&')}`, '', ...lines, ''].join('\n');
    })
    .join('\n');
}

function summary(found: readonly Todo[]): string {
  const older = found.filter((todo) => todo.older).length;
  const open = found.length - older;
  const items = `${open} open ${open === 1 ? 'action item' : 'action items'}`;
  return older === 0 ? `${items}.` : `${items}, ${older} older.`;
}
