/** Which names GitHub gives owners and repositories. Every repository that a request, a link or a file is made of passes here. */

import { isAsciiLetter, isDigit, isRepositoryName } from './characters.ts';

const longestName = 100;

/** A login: letters, digits and hyphens, and for a managed account one underscore. The first is a letter or a digit. */
export function isOwner(text: string): boolean {
  const first = text.charCodeAt(0);
  return isName(text) && (isAsciiLetter(first) || isDigit(first)) && !text.includes('.');
}

/** Letters, digits, `-`, `_` and `.`; `.` and `..` would lead elsewhere in a path. */
export function isName(text: string): boolean {
  if (text.length === 0 || text.length > longestName || text === '.' || text === '..') return false;
  for (let at = 0; at < text.length; at++) if (!isRepositoryName(text.charCodeAt(at))) return false;
  return true;
}

/** `owner/repo` that ends at `to`, and no longer path or word. */
export function ownerAndNameBefore(
  text: string,
  to: number,
): { readonly from: number; readonly owner: string; readonly name: string } | undefined {
  let nameFrom = to;
  while (nameFrom > 0 && to - nameFrom <= longestName && isRepositoryName(text.charCodeAt(nameFrom - 1)))
    nameFrom--;
  if (nameFrom === to || text[nameFrom - 1] !== '/') return undefined;
  let from = nameFrom - 1;
  while (from > 0 && nameFrom - from <= 40 && isOwnerName(text.charCodeAt(from - 1))) from--;
  const isLonger = from > 0 && (isRepositoryName(text.charCodeAt(from - 1)) || text[from - 1] === '/');
  if (from === nameFrom - 1 || isLonger) return undefined;
  const owner = text.slice(from, nameFrom - 1);
  const name = text.slice(nameFrom, to);
  return isOwner(owner) && isName(name) ? { from, owner, name } : undefined;
}

function isOwnerName(code: number): boolean {
  return isDigit(code) || isAsciiLetter(code) || code === 45;
}
