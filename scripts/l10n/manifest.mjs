/** The texts of package.json that the editor shows: which they are, and package.json with those of one language. */

/** Names are the same in all languages. */
export const names = ['Office Hours', 'Office Hours Notes'];

/** By the last key of its path, with which the editor shows it. */
const shown =
  /^(?:displayName|description|markdownDescription|title|category|contents|userDescription|altText|patternErrorMessage|enumDescriptions|markdownEnumDescriptions|deprecationMessage|markdownDeprecationMessage|errorMessage)$/;

/** What of package.json is read by the editor, beside `contributes`. */
const parts = ['displayName', 'description', 'capabilities', 'contributes'];

/**
 * @param {Record<string, unknown>} manifest
 * @returns {{ path: string, text: string }[]} each text that the editor shows, as it is written there
 */
export function shownTexts(manifest) {
  return parts.flatMap((part) => textsOf(manifest[part], part));
}

/**
 * @param {unknown} value
 * @param {string} path
 * @returns {{ path: string, text: string }[]}
 */
function textsOf(value, path) {
  if (typeof value === 'string') {
    const keys = path.split('.').filter((each) => !/^\d+$/.test(each));
    const key = keys.at(-1) ?? '';
    // The name of a view is shown, that of anything else is an identifier. A schema is read by models.
    const isShown = key === 'name' ? path.startsWith('contributes.views.') : shown.test(key);
    return isShown && !path.includes('.inputSchema.') ? [{ path, text: value }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, `${path}.${key.replaceAll('.', '/')}`));
}

/** @param {string} text @returns {string | undefined} the key of `%key%` */
export function keyOf(text) {
  return /^%([^%\s]+)%$/.exec(text)?.[1];
}

/**
 * @template T
 * @param {T} value of package.json
 * @param {Readonly<Record<string, string>>} texts of `package.nls.json` or a translation, by key
 * @returns {T} the same with these texts, as the editor reads it
 */
export function withTexts(value, texts) {
  /** @type {(each: unknown) => any} */
  const inserted = (each) => {
    if (typeof each === 'string') return texts[keyOf(each) ?? ''] ?? each;
    if (typeof each !== 'object' || each === null) return each;
    if (Array.isArray(each)) return each.map(inserted);
    return Object.fromEntries(Object.entries(each).map(([key, part]) => [key, inserted(part)]));
  };
  return inserted(value);
}
