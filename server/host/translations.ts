/** Translations from the files in `l10n/`, for a client that brings none. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from '../../shared/l10n.ts';

/**
 * Those for a language tag (`de`, `de-AT`, or as the environment has it, `de_AT.UTF-8`); undefined for English and for languages without
 * a file. `folder` is that of the files.
 */
export function translationsIn(folder: string, locale: string): Bundle | undefined {
  const [, language] = /^([a-z]{2,3})(?:[-_.@]|$)/i.exec(locale) ?? [];
  if (language === undefined || language.toLowerCase() === 'en') return undefined;
  try {
    return JSON.parse(readFileSync(join(folder, `bundle.l10n.${language.toLowerCase()}.json`), 'utf8'));
  } catch {
    return undefined;
  }
}
