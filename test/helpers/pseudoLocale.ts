/** A language in which every text of ours stands between ⟦ and ⟧, so that a text that is left out shows. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textsIn } from '../../scripts/l10n/texts.mjs';
import type { Bundle } from '../../shared/l10n.ts';

let bundle: Bundle | undefined;

export function pseudoBundle(): Bundle {
  bundle ??= marked();
  return bundle;
}

function marked(): Bundle {
  const files = ['shared', 'server', 'client'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );
  const texts = files.flatMap((file) => textsIn(file, readFileSync(file, 'utf8')).texts);
  return Object.fromEntries(texts.map(({ text }) => [text, `⟦${text}⟧`]));
}

/** What is not between the signs; arguments, which stand inside, are not part of it. */
export function outside(text: string): string {
  let depth = 0;
  let rest = '';
  for (const char of text) {
    if (char === '⟦') depth++;
    else if (char === '⟧') depth--;
    else if (depth === 0) rest += char;
  }
  return rest;
}
