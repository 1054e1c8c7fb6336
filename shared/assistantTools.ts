/**
 * The questions that an assistant may ask of the notes: tools of the Model Context Protocol, and of language models in VS Code. Each
 * reads, none writes. What is written here is for models, in English.
 */

export interface AssistantTool {
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** When to use it, and what it answers. */
  readonly description: string;
  /** Its arguments, each a text. */
  readonly properties: Readonly<Record<string, AssistantProperty>>;
  /** Those that must be there. */
  readonly required: readonly string[];
}

export interface AssistantProperty {
  readonly type: 'string';
  readonly description: string;
}

const text = (description: string): AssistantProperty => ({ type: 'string', description });

export const assistantTools = [
  {
    name: 'open_action_items',
    title: 'Open action items',
    description:
      'Lists the action items of the meeting notes that are still open, each once, with its owners, its date, and for how many meetings it has been open. Use it to find out what is left to do, by whom.',
    properties: {
      owner: text('Only those of this person, by name or GitHub login. Without it: those of everybody.'),
    },
    required: [],
  },
  {
    name: 'mentions_of_reference',
    title: 'Mentions of an issue or a pull request',
    description:
      'Finds what was said in the meeting notes about a GitHub issue or pull request, in any spelling, the newest note first.',
    properties: {
      reference: text('5851, #5851, owner/name#5851, or the URL of the issue or pull request.'),
    },
    required: ['reference'],
  },
  {
    name: 'note_of_date',
    title: 'Note of a date',
    description:
      'Gives the text of the note of the meeting on a day, or of the latest meeting. If there was no meeting on that day, it names the nearest ones.',
    properties: { date: text('The day as YYYY-MM-DD, or "latest".') },
    required: ['date'],
  },
  {
    name: 'promises',
    title: 'Promises',
    description:
      'Finds who promised what: action items of all meeting notes, done or not, by person, by words, or both. The newest note is first.',
    properties: {
      person: text('Who promised, by name or GitHub login.'),
      words: text('Words that the action item has, in any order.'),
    },
    required: [],
  },
] as const satisfies readonly AssistantTool[];

export type AssistantToolName = (typeof assistantTools)[number]['name'];

/** As the editor knows a tool, among those of other extensions. */
export function editorToolName(name: AssistantToolName): string {
  return `office_hours_${name}`;
}

/** Request `AskParams` → `AskResult` */
export const askNotes = 'officeHours/ask';

export interface AskParams {
  readonly tool: AssistantToolName;
  /** What the model gave: anything. */
  readonly input: unknown;
}

export type AskResult =
  | { readonly kind: 'answer'; readonly text: string }
  /** What is wrong with the question, and what to do. */
  | { readonly kind: 'refused'; readonly message: string };
