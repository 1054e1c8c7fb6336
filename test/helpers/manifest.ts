/** package.json as the editor reads it in English. */

import { readFileSync } from 'node:fs';
import { withTexts } from '../../scripts/l10n/manifest.mjs';

// biome-ignore lint/suspicious/noExplicitAny: each test knows the part that it looks at.
export const englishManifest: any = withTexts(
  JSON.parse(readFileSync('package.json', 'utf8')),
  JSON.parse(readFileSync('package.nls.json', 'utf8')),
);
