/** What a line of the log may show to the public: no name, no place and no secret of the user's. */

const secrets: readonly RegExp[] = [
  // GitHub's tokens (docs.github.com, "About authentication to GitHub"), and what else looks like a key.
  /\b(?:gh[a-z]_|github_pat_)\w+/g,
  /\b(?:bearer|token|basic|authorization)\b[ :="']{1,9}[\w.~+/=-]{6,}/gi,
  /[0-9a-f]{32}[0-9a-f]*/gi,
];

/** Stands for the path of a workspace folder until the line is taken apart. */
const folderMark = '\ue000';
/** A server's answer may be in a line. */
const longestLine = 2_000;

/**
 * `folders`: the paths of workspace folders, as they may be written in the log; what is in quotes may be a name of the user's. The
 * result is one line.
 */
export function redact(line: string, folders: readonly string[] = []): string {
  let text = line.slice(0, longestLine).replace(/[\r\n\ue000]/g, ' ');
  for (const secret of secrets) text = text.replace(secret, '(secret)');
  // The longest first: one may be in another, and a path may have blanks.
  for (const folder of [...folders].sort((one, other) => other.length - one.length)) {
    if (folder.length > 1) text = text.replaceAll(folder, folderMark);
  }
  return text
    .replace(/"[^"]*"/g, '"…"')
    .replace(/[^\s"'()<>]+/g, (word, at: number) =>
      text.startsWith('(secret)', at - 1) ? word : redactWord(word),
    )
    .replace(/\b(GET|POST|GitHub) (\(?)([a-z0-9.-]{1,253}(?::\d{1,5})?)/gi, hostHidden);
}

function redactWord(word: string): string {
  const end = /[:,;.]$/.exec(word)?.[0] ?? '';
  if (word.includes(folderMark)) return `(path)${end}`;
  if (word.includes('://')) return `${/^https?:/i.test(word) ? '(url)' : '(path)'}${end}`;
  if (/^[a-z][a-z0-9+.-]*:\//i.test(word) || /^(?:[~./\\]|[a-z]:[\\/])/i.test(word))
    return /^[.…]*$/.test(word) ? word : `(path)${end}`;
  if (word.includes('@')) return `(address)${end}`;
  return word.replace(/\/repos\/[^/]+\/[^/:?]+/, '/repos/(repository)');
}

/** The hosts of other servers may be nobody else's business. */
function hostHidden(whole: string, before: string, bracket: string, host: string): string {
  return host.toLowerCase() === 'github.com' || !host.includes('.') ? whole : `${before} ${bracket}(host)`;
}
