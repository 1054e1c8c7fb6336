/** What a language model gave as the arguments of a question. */

import {
  type AssistantTool,
  type AssistantToolName,
  assistantTools,
} from '../../../shared/assistantTools.ts';

export type AskedFor =
  | {
      readonly kind: 'read';
      readonly tool: AssistantToolName;
      readonly input: Readonly<Record<string, string>>;
    }
  /** What is wrong, and the remedy. */
  | { readonly kind: 'wrong'; readonly message: string };

/** In UTF-16 code units: a URL, a name, some words. */
const longest = 500;

/** Never throws. An argument that is empty, or null, is absent; a number counts as text. */
export function readAsked(name: unknown, input: unknown): AskedFor {
  const tool = assistantTools.find((each) => each.name === name);
  if (tool === undefined) return wrong(`There is no such tool. Use one of ${namesOf(assistantTools)}.`);
  const { properties, required }: AssistantTool = tool;
  if (input !== undefined && (typeof input !== 'object' || input === null || Array.isArray(input)))
    return wrong('The arguments are not an object.');
  const found: Record<string, string> = {};
  for (const [key, value] of Object.entries(input ?? {})) {
    if (!Object.hasOwn(properties, key))
      return wrong(`There is no such argument. ${tool.name} takes ${Object.keys(properties).join(', ')}.`);
    if (value === null || value === undefined) continue;
    if (typeof value !== 'string' && typeof value !== 'number') return wrong(`"${key}" is not a text.`);
    const text = String(value).trim();
    if (text.length > longest) return wrong(`"${key}" has more than ${longest} characters.`);
    if (text !== '') found[key] = text;
  }
  const missing = required.find((key) => found[key] === undefined);
  if (missing !== undefined) return wrong(`"${missing}" is missing: ${properties[missing]!.description}`);
  return { kind: 'read', tool: tool.name, input: found };
}

function namesOf(tools: readonly AssistantTool[]): string {
  return tools.map(({ name }) => name).join(', ');
}

function wrong(message: string): AskedFor {
  return { kind: 'wrong', message };
}
