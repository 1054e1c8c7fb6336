/** A stranger's snippet without what it should not be given, or might keep the editor busy with. */

import type { SnippetNode } from './snippet.ts';

/** What the writer has copied or marked, and where on their machine they work: a note is published. */
const privateVariables = new Set([
  'CLIPBOARD',
  'SELECTION',
  'TM_CURRENT_LINE',
  'TM_CURRENT_WORD',
  'TM_DIRECTORY',
  'TM_FILEPATH',
  'TM_SELECTED_TEXT',
  'WORKSPACE_FOLDER',
]);

/** Private variables become their defaults; a transform whose regular expression may take for ever is left out. */
export function harmless(nodes: readonly SnippetNode[]): SnippetNode[] {
  return nodes.flatMap((node): SnippetNode[] => {
    if (node.kind === 'text' || node.kind === 'choice') return [node];
    const children = harmless(node.children);
    if (node.kind === 'variable' && privateVariables.has(node.name)) return children;
    if (node.transform === undefined || isQuick(node.transform)) return [{ ...node, children }];
    const { transform: _, ...plain } = node;
    return [{ ...plain, children }];
  });
}

const mostRepetitions = 3;

/** Nothing but single characters and sets is repeated, and few of them: then trying all ways is bearable. */
function isQuick(transform: string): boolean {
  let repetitions = 0;
  for (let at = 1; at < transform.length; at++) {
    if (!'*+{'.includes(transform[at]!)) continue;
    if (transform[at - 1] === ')') return false;
    // `${1:/upcase}` of the format counts as well, which is no matter.
    repetitions++;
  }
  return repetitions <= mostRepetitions;
}
