/** Strings as YAML has them, so that what a note says is never read as anything but a string (yaml.org/spec/1.2.2). */

const reserved = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n', 'nan', 'inf']);
const longestComment = 300;

/** A string as a value or a key, in a line or between braces; quoted wherever it might be read as something else. */
export function yamlString(text: string): string {
  const value = oneLine(text);
  const plain = /^(?:\d{1,2} )?\p{L}[\p{L}\p{N}_./*-]*(?: [\p{L}\p{N}_./-]+)*$/u.test(value);
  if (plain && !reserved.has(value.toLowerCase()) && !value.startsWith('---')) return value;
  return `'${value.replaceAll("'", "''")}'`;
}

/** `KEY: VALUE  # COMMENT` */
export function yamlLine(key: string, value: string, comment: string): string {
  return `${key}: ${value}  ${yamlComment(comment)}`;
}

/** A comment, whatever is in it. */
export function yamlComment(text: string): string {
  const line = withoutLineEnds(text).trimEnd();
  return `# ${line.length > longestComment ? `${line.slice(0, longestComment)}…` : line}`;
}

function oneLine(text: string): string {
  return withoutLineEnds(text).trim();
}

/** What YAML would take for a line's end, or not take at all, is a blank. */
function withoutLineEnds(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/gu, ' ');
}
