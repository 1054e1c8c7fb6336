/** The words before a number that make it a reference: `PR`, `issues`. */

export interface ReferenceWord {
  readonly kind: 'pull' | 'issue' | 'discussion';
  /** Lets `and #2` go on in the same kind. */
  readonly plural: boolean;
  /** The fewest digits that a number without `#` needs behind it not to be a count; absent: it needs the `#`. */
  readonly digits?: number;
}

/** In lower case. */
export const referenceWords: ReadonlyMap<string, ReferenceWord> = new Map<string, ReferenceWord>([
  ['pr', { kind: 'pull', plural: false, digits: 1 }],
  ['prs', { kind: 'pull', plural: true, digits: 3 }],
  ['pull', { kind: 'pull', plural: false }],
  ['pulls', { kind: 'pull', plural: true }],
  ['pull request', { kind: 'pull', plural: false, digits: 1 }],
  ['pull requests', { kind: 'pull', plural: true, digits: 3 }],
  ['issue', { kind: 'issue', plural: false, digits: 1 }],
  ['issues', { kind: 'issue', plural: true, digits: 3 }],
  ['discussion', { kind: 'discussion', plural: false }],
  ['discussions', { kind: 'discussion', plural: true }],
  ['bug', { kind: 'issue', plural: false }],
  ['bugs', { kind: 'issue', plural: true }],
]);

const signs = [',', ';', '&', '/', '+', '|', '、', '，', '；', '・', '·'];
const conjunctions = [
  'and',
  'or',
  'und',
  'oder',
  'et',
  'ou',
  'y',
  'e',
  'och',
  'og',
  'en',
  'и',
  '和',
  '与',
  '與',
  '及',
  'と',
];

/** What stands between the ends of a range; in lower case. */
export const rangeSigns: ReadonlySet<string> = new Set([
  '-',
  '–',
  '—',
  '~',
  '～',
  '..',
  '...',
  '…',
  'to',
  'through',
]);

/** What stands between two members of a list; in lower case. */
export const listSeparators: ReadonlySet<string> = new Set([
  ...signs,
  ...conjunctions,
  ...conjunctions.flatMap((word) => [`, ${word}`, `,${word}`]),
]);

export const longestReferenceWord = 'pull requests'.length;

const lastWords = new Set([...referenceWords.keys()].map(lastWord));
const lastWordsWithoutHash = new Set(
  [...referenceWords].flatMap(([word, { digits }]) => (digits === undefined ? [] : [lastWord(word)])),
);

function lastWord(word: string): string {
  return word.slice(word.indexOf(' ') + 1);
}

/** Whether a single word, in lower case, ends one of the reference words: `requests`. */
export function endsReferenceWord(word: string): boolean {
  return lastWords.has(word);
}

/** The same for those that need no `#` behind them. */
export function endsWordWithoutHash(word: string): boolean {
  return lastWordsWithoutHash.has(word);
}
