/** Texts for people as data: English with places for what is inserted. The edges say them in the user's language. */

/** What is to be said, in no language yet. */
export interface Message {
  /** English, and the key of the translations; `{0}` is the place of the first argument. */
  readonly text: string;
  readonly args: readonly Argument[];
}

/** Words of the note, of GitHub or of a setting stay as they are; a message is said in the same language. */
export type Argument = string | number | Message;

/** English text to its translation, with the same places: `l10n/bundle.l10n.de.json`. */
export type Bundle = Readonly<Record<string, string>>;

/** Gives the text of a message in one language. */
export type Say = (message: Message) => string;

/** `text` is a literal, so that `scripts/l10n/check.mjs` finds it. */
export function t(text: string, ...args: readonly Argument[]): Message {
  return { text, args };
}

/** Text that is the same in all languages, such as an error of the system. */
export function verbatim(text: string): Message {
  return { text: '{0}', args: [text] };
}

/** One message behind the other. */
export function beside(first: Message, second: Message): Message {
  return { text: '{0} {1}', args: [first, second] };
}

/** What the bundle lacks is said in English. */
export function sayIn(bundle: Bundle | undefined): Say {
  const say: Say = ({ text, args }) => {
    const own = bundle !== undefined && Object.hasOwn(bundle, text) ? bundle[text]! : text;
    if (args.length === 0) return own;
    return own.replace(/\{(\d+)\}/g, (place, index: string) => {
      const arg = args[Number(index)];
      if (arg === undefined) return place;
      return typeof arg === 'object' ? say(arg) : String(arg);
    });
  };
  return say;
}

/** `T` with messages in place of its texts that are called `K`, at any depth. */
export type Unsaid<T, K extends string> = T extends readonly (infer E)[]
  ? readonly Unsaid<E, K>[]
  : T extends object
    ? { readonly [P in keyof T]: P extends K ? Message | Exclude<T[P], string> : Unsaid<T[P], K> }
    : T;

/** The value, which is JSON, with the texts of its messages. */
export function sayAll<T, K extends string>(value: Unsaid<T, K>, say: Say): T {
  const said = (each: unknown): unknown => {
    if (typeof each !== 'object' || each === null) return each;
    if (Array.isArray(each)) return each.map(said);
    if ('args' in each) return say(each as Message);
    return Object.fromEntries(Object.entries(each).map(([key, part]) => [key, said(part)]));
  };
  return said(value) as T;
}

/** For the command line, logs and files: they are the same for everybody. */
export const inEnglish: Say = sayIn(undefined);
