/** What an action section says that is no task: nothing to do, statements, complaints, questions. */

import { isWord } from './characters.ts';
import {
  adverbs,
  beforeDuty,
  clauseVerbs,
  contractions,
  nothing,
  nothingStarts,
  obligations,
  pointedAt,
  pronouns,
  questionAuxiliaries,
  questionVerbs,
  questionWords,
  statementStarts,
  statives,
  stativesOrNouns,
  subordinators,
} from './lexicon/statements.ts';
import { determiners } from './lexicon/words.ts';
import { masked } from './prose.ts';

/** Words past these are not looked at. */
const mostWords = 14;
const longestClause = 160;
const longestNothing = 40;

/** True for `none`, `_N/A_`, `(no action items)`, `-`, and a text without a letter or a digit. */
export function isNothing(text: string): boolean {
  const from = contentStart(text);
  let to = text.length;
  while (to > from && !isContent(text, to - 1)) to--;
  return from === to || (to - from <= longestNothing && nothing.has(plain(text.slice(from, to))));
}

/** True for what begins like that, too: `None this week, see you in March`. */
export function beginsWithNothing(task: string): boolean {
  return startsWithOne(opening(task), nothingStarts);
}

/** True when a task's text without a marker, a box and an owner describes or asks instead. `task` is masked prose. */
export function isStatement(task: string): boolean {
  if (startsWithOne(opening(task), statementStarts) || isQuestion(task)) return true;
  const clause = firstClause(task, contentStart(task));
  const words = clause.split(' ').filter((word) => word !== '');
  while (words.length > 1 && adverbs.has(words[0]!)) words.shift();
  const [first = '', second = ''] = words;
  if (first === 'no' && second !== '') return true;
  if (first === 'see' && isPointedAt(second)) return true;
  if (questionVerbs.has(first) || (questionWords.has(first) && questionAuxiliaries.has(second))) return true;
  if (contractions.some((end) => first.endsWith(end) && pronouns.has(first.slice(0, -end.length))))
    return second !== 'going' && second !== 'supposed';
  if (pronouns.has(first)) return words.length > 1 && isTold(words, 1) && hasVerb(words);
  if (clauseVerbs.has(first) && !statives.has(second)) return false;
  return isDescribed(words);
}

function isPointedAt(word: string): boolean {
  return word.startsWith('#') || word.startsWith('http') || pointedAt.has(word);
}

/** A verb behind the subject that is not one of duty. */
function isDescribed(words: readonly string[]): boolean {
  const article = determiners.has(words[0]!);
  for (let at = 1; at < Math.min(words.length, mostWords); at++) {
    const word = words[at]!;
    if (obligations.has(word) || subordinators.has(word)) return false;
    const isVerb = statives.has(word) || (article && at > 1 && stativesOrNouns.has(word));
    if (isVerb && words[at - 1] !== 'to') return !isDuty(words, at);
  }
  return false;
}

/** No word of duty follows a pronoun: `we have a plan`, not `we should write one`. */
function isTold(words: readonly string[], from: number): boolean {
  for (let at = from; at < Math.min(words.length, from + 3); at++) {
    if (obligations.has(words[at]!) || isDuty(words, at)) return false;
  }
  return true;
}

/** `those docs` is no sentence. */
function hasVerb(words: readonly string[]): boolean {
  const personal = ['i', 'we', 'you', 'he', 'she', 'they'].includes(words[0]!);
  const [, second = ''] = words;
  if (personal || second.endsWith('ed') || stativesOrNouns.has(second)) return true;
  return words.slice(1, mostWords).some((word) => statives.has(word));
}

/** `have to be written`, `is to be removed`, `are going to write`, `could be removed`. */
function isDuty(words: readonly string[], at: number): boolean {
  const word = words[at]!;
  const next = words[at + 1] ?? '';
  if (beforeDuty.has(word)) return next === 'to' || obligations.has(next);
  return (word === 'could' || word === 'might') && next === 'be';
}

/** The last thing it says is a question; `(???)` stands for an owner. */
function isQuestion(task: string): boolean {
  let to = task.length;
  while (to > 0 && ' \t\r\n*_~"\'”’'.includes(task[to - 1]!)) to--;
  if (task[to - 1] === '？') return true;
  if (task[to - 1] !== '?') return false;
  let marks = 0;
  while (task[to - 1 - marks] === '?') marks++;
  // `linux paths ???` has no owner yet.
  return marks === 1 || isWord(task.charCodeAt(to - 1 - marks));
}

/** Up to the end of the first clause, in lower case, without markup and what stands in parentheses. */
function firstClause(task: string, from: number): string {
  let clause = '';
  let depth = 0;
  for (let at = from; at < task.length && clause.length < longestClause; at++) {
    const char = task[at]!;
    if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (depth > 0 || '*_~`"“”[]'.includes(char)) continue;
    else if (',;:!?'.includes(char)) break;
    else if (char === '.' && !isWord(task.charCodeAt(at + 1))) break;
    else if ('-–—'.includes(char) && task[at - 1] === ' ') break;
    else clause += char === '\n' || char === '\t' || char === '\u00a0' ? ' ' : char === '’' ? "'" : char;
  }
  return clause.toLowerCase();
}

function opening(task: string): string {
  const from = contentStart(task);
  return plain(task.slice(from, from + longestNothing));
}

function contentStart(task: string): number {
  let from = 0;
  while (from < task.length && !isContent(task, from)) from++;
  return from;
}

function startsWithOne(text: string, starts: readonly string[]): boolean {
  return starts.some((start) => text.startsWith(start) && !isWord(text.charCodeAt(start.length)));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[*_~\s]+/g, ' ')
    .trim();
}

/** A letter, a digit, or what stands for code or a link. */
function isContent(text: string, at: number): boolean {
  return text[at] === masked || isWord(text.charCodeAt(at));
}
