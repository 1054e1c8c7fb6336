/** Where in front matter an offset is, also while a line is being typed that is no YAML yet. */

import type { Span } from '../../note/note.ts';

export interface YamlPlace {
  readonly role: 'key' | 'value';
  /** The keys around: above the key, or of the value, the outermost first. */
  readonly path: readonly string[];
  /** The key or the value around the offset, its quotes left out; empty where nothing is typed yet. */
  readonly range: Span;
  readonly quote?: string;
  /** The value is an item of a list. */
  readonly item: boolean;
  /** Between braces or brackets. */
  readonly flow: boolean;
}

interface Open {
  readonly indent: number;
  readonly key: string;
}

interface Flow {
  readonly map: boolean;
  /** The key whose value is being read; absent: in a list, or where a key belongs. */
  key?: string;
  /** The value's keys around this bracket. */
  readonly path: readonly string[];
}

/**
 * The place of `offset` in `text`, which is front matter between the offsets of `yaml`. Undefined in a comment, in an
 * indentation, and where brackets end. Linear.
 */
export function yamlPlaceAt(text: string, yaml: Span, offset: number): YamlPlace | undefined {
  const open: Open[] = [];
  const flow: Flow[] = [];
  for (let from = yaml.from; from <= offset; ) {
    let to = from;
    while (to < yaml.to && text[to] !== '\n' && text[to] !== '\r') to++;
    const line = new LineReader(text, from, to, offset);
    const found = flow.length > 0 ? line.readFlow(from, flow) : line.readBlock(open, flow);
    if (offset <= to) return found;
    from = text.startsWith('\r\n', to) ? to + 2 : to + 1;
  }
  return undefined;
}

class LineReader {
  readonly #text: string;
  readonly #from: number;
  readonly #to: number;
  readonly #offset: number;

  constructor(text: string, from: number, to: number, offset: number) {
    this.#text = text;
    this.#from = from;
    this.#to = to;
    this.#offset = offset;
  }

  /** A line outside brackets; what it opens is added to `open` and `flow`. */
  readBlock(open: Open[], flow: Flow[]): YamlPlace | undefined {
    let at = this.#skipBlanks(this.#from);
    let item = false;
    while (this.#text[at] === '-' && (at + 1 >= this.#to || this.#text[at + 1] === ' ')) {
      closeFrom(open, at - this.#from + 1);
      item = true;
      at = this.#skipBlanks(at + 1);
    }
    if (at >= this.#to) {
      const here = Math.min(this.#offset, this.#to);
      if (!item && this.#offset <= this.#to) closeFrom(open, here - this.#from);
      const range = { from: here, to: here };
      return { role: item ? 'value' : 'key', path: keysOf(open), range, item, flow: false };
    }
    if (this.#offset < at || this.#text[at] === '#') return undefined;
    const colon = this.#colon(at);
    if (colon === undefined) {
      if (item || '{['.includes(this.#text[at]!)) return this.#readValue(at, keysOf(open), item, flow);
      closeFrom(open, at - this.#from);
      return { role: 'key', path: keysOf(open), range: this.#toEnd(at, this.#to), item, flow: false };
    }
    closeFrom(open, at - this.#from);
    const path = keysOf(open);
    const key = unquoted(this.#text.slice(at, colon).trim());
    open.push({ indent: at - this.#from, key });
    if (this.#offset <= colon)
      return { role: 'key', path, range: { from: at, to: colon }, item, flow: false };
    return this.#readValue(this.#skipBlanks(colon + 1), [...path, key], false, flow);
  }

  #readValue(at: number, path: readonly string[], item: boolean, flow: Flow[]): YamlPlace | undefined {
    const char = at < this.#to ? this.#text[at] : undefined;
    if (char === '{' || char === '[') {
      flow.push({ map: char === '{', path });
      return this.#offset <= at ? undefined : this.readFlow(at + 1, flow);
    }
    const end = this.#scalarEnd(at, false);
    if (this.#offset > end && this.#text.slice(end, this.#offset).includes('#')) return undefined;
    return this.#scalar(path, this.#toEnd(at, end), item, false);
  }

  /** Within brackets, from `at` on to the cursor or the line's end; `flow` is left as it is there. */
  readFlow(at: number, flow: Flow[]): YamlPlace | undefined {
    let token = this.#skipBlanks(at);
    for (let top = flow.at(-1); top !== undefined; top = flow.at(-1)) {
      const end = this.#scalarEnd(token, true);
      const path = top.key === undefined ? top.path : [...top.path, top.key];
      const isKey = top.map && top.key === undefined;
      if (this.#offset <= end) {
        const range = this.#toEnd(token, trimmedEnd(this.#text, token, end));
        if (isKey) return { role: 'key', path: top.path, range, item: false, flow: true };
        return this.#scalar(path, range, !top.map, true);
      }
      const char = end < this.#to ? this.#text[end]! : '#';
      if (char === '#') return undefined;
      if (char === ':' && isKey) top.key = unquoted(this.#text.slice(token, end).trim());
      else if (char === ',') delete top.key;
      else if (char === '{' || char === '[') flow.push({ map: char === '{', path });
      else if (char === '}' || char === ']') flow.pop();
      token = this.#skipBlanks(end + 1);
    }
    return undefined;
  }

  /** The end of a scalar: behind its quotes, before ` #`, or, in brackets, before what ends it there. */
  #scalarEnd(at: number, flow: boolean): number {
    const quoted = at < this.#to ? quoteEnd(this.#text, at, this.#to) : undefined;
    if (quoted !== undefined) return flow ? this.#skipBlanks(quoted) : quoted;
    let end = at;
    for (; end < this.#to; end++) {
      const char = this.#text[end]!;
      if (char === '#' && (end === at || this.#text[end - 1] === ' ')) break;
      if (!flow) continue;
      if (',{}[]'.includes(char)) break;
      if (char === ':' && (end + 1 >= this.#to || ' ,}]'.includes(this.#text[end + 1]!))) break;
    }
    return flow ? end : trimmedEnd(this.#text, at, end);
  }

  /** Without its quotes. */
  #scalar(path: readonly string[], range: Span, item: boolean, flow: boolean): YamlPlace {
    const first = this.#text[range.from];
    if (range.to === range.from || (first !== '"' && first !== "'")) {
      return { role: 'value', path, range, item, flow };
    }
    const closed = range.to - range.from > 1 && this.#text[range.to - 1] === first;
    const inner = { from: range.from + 1, to: range.to - (closed ? 1 : 0) };
    return { role: 'value', path, range: inner, item, flow, quote: first };
  }

  /** The colon behind the key that begins at `at`. */
  #colon(at: number): number | undefined {
    const from = quoteEnd(this.#text, at, this.#to) ?? at;
    if ('{['.includes(this.#text[at]!)) return undefined;
    for (let end = from; end < this.#to; end++) {
      if (this.#text[end] === '#' && this.#text[end - 1] === ' ') return undefined;
      if (this.#text[end] === ':' && (end + 1 >= this.#to || ' \t'.includes(this.#text[end + 1]!)))
        return end;
    }
    return undefined;
  }

  /** From what is typed, or the cursor before it, to its end, or the cursor some blanks behind it. */
  #toEnd(at: number, end: number): Span {
    const from = Math.min(at, this.#offset);
    const blank = this.#offset > end && this.#text.slice(end, this.#offset).trim() === '';
    return { from, to: Math.max(from, trimmedEnd(this.#text, at, end), blank ? this.#offset : 0) };
  }

  #skipBlanks(at: number): number {
    let next = at;
    while (next < this.#to && (this.#text[next] === ' ' || this.#text[next] === '\t')) next++;
    return next;
  }
}

/** Behind the closing quote of the quoted text that begins at `at`; `to` when it has none; undefined when it has no quotes. */
function quoteEnd(text: string, at: number, to: number): number | undefined {
  const quote = text[at];
  if (quote !== '"' && quote !== "'") return undefined;
  for (let end = at + 1; end < to; end++) {
    if (text[end] === '\\' && quote === '"') end++;
    else if (text[end] === quote && quote === "'" && text[end + 1] === quote) end++;
    else if (text[end] === quote) return end + 1;
  }
  return to;
}

function closeFrom(open: Open[], indent: number): void {
  while (open.length > 0 && open.at(-1)!.indent >= indent) open.pop();
}

function keysOf(open: readonly Open[]): string[] {
  return open.map(({ key }) => key);
}

function unquoted(text: string): string {
  const first = text[0];
  return (first === '"' || first === "'") && text.length > 1 && text.endsWith(first)
    ? text.slice(1, -1)
    : text;
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return end;
}
