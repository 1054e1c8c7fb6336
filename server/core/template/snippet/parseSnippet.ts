/**
 * Reads VS Code's snippet syntax the way VS Code does (its snippetParser.ts): whatever is malformed is literal text.
 * Never throws. Linear: what may have to be read twice is bounded in length.
 */

import { isAsciiLetter, isDigit, skipDigits } from '../../note/characters.ts';
import type { Span } from '../../note/note.ts';
import type { SnippetNode } from './snippet.ts';

const deepest = 50;
const longestTransform = 1000;

export function parseSnippet(text: string): SnippetNode[] {
  return new Parser(text).parse();
}

/** A snippet and where its outermost parts stand; offsets into its text. */
export interface PlacedSnippet {
  readonly nodes: readonly SnippetNode[];
  /** Of each `\n` in the outermost text nodes, in order. */
  readonly lineEnds: readonly number[];
  /** Of each outermost node that is no text, in order. */
  readonly stops: readonly Span[];
}

export function parsePlacedSnippet(text: string): PlacedSnippet {
  const parser = new Parser(text);
  return { nodes: parser.parse(), lineEnds: parser.lineEnds, stops: parser.stops };
}

class Parser {
  readonly lineEnds: number[] = [];
  readonly stops: Span[] = [];
  readonly #text: string;
  readonly #lastBrace: number;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lastBrace = text.lastIndexOf('}');
  }

  parse(): SnippetNode[] {
    const nodes: SnippetNode[] = [];
    while (this.#at < this.#text.length) this.#parseNext(nodes, 0);
    return nodes;
  }

  /** Adds what stands at the position, at least one character of it. */
  #parseNext(into: SnippetNode[], depth: number): void {
    const char = this.#text[this.#at]!;
    if (char === '\\') {
      const next = this.#text[this.#at + 1] ?? '';
      const escaped = next !== '' && '$}\\'.includes(next);
      addText(into, escaped ? next : char);
      this.#at += escaped ? 2 : 1;
    } else if (char !== '$' || !(this.#parseShort(into) || this.#parseBraced(into, depth))) {
      let end = this.#at + 1;
      while (end < this.#text.length && !'\\$}'.includes(this.#text[end]!)) end++;
      addText(into, this.#text.slice(this.#at, end));
      for (let at = this.#at; at < end; at++) if (this.#text[at] === '\n') this.lineEnds.push(at);
      this.#at = end;
    }
  }

  #add(into: SnippetNode[], node: SnippetNode, from: number, to: number): void {
    into.push(node);
    this.stops.push({ from, to });
    this.#at = to;
  }

  /** `$1`, `$NAME` */
  #parseShort(into: SnippetNode[]): boolean {
    const from = this.#at + 1;
    const end = this.#skipName(from);
    if (end === from) return false;
    this.#add(into, named(this.#text.slice(from, end), []), this.#at, end);
    return true;
  }

  /** `${1…}`, `${NAME…}`; false, and nothing moved, when it is none. */
  #parseBraced(into: SnippetNode[], depth: number): boolean {
    const from = this.#at + 2;
    if (this.#text[this.#at + 1] !== '{') return false;
    const end = this.#skipName(from);
    if (end === from) return false;
    const name = this.#text.slice(from, end);
    switch (this.#text[end]) {
      case '}':
        this.#add(into, named(name, []), this.#at, end + 1);
        return true;
      case ':':
        return this.#parseDefault(into, name, end + 1, depth);
      case '|':
        return this.#parseChoice(into, name, end + 1);
      case '/':
        return this.#parseTransform(into, name, end);
      default:
        return false;
    }
  }

  #parseDefault(into: SnippetNode[], name: string, from: number, depth: number): boolean {
    // What is never closed need not be read as a default first, and again as what it is.
    if (depth >= deepest || from > this.#lastBrace) return false;
    const start = this.#at;
    const [lineEnds, stops] = [this.lineEnds.length, this.stops.length];
    this.#at = from;
    const children: SnippetNode[] = [];
    while (this.#at < this.#text.length && this.#text[this.#at] !== '}') this.#parseNext(children, depth + 1);
    if (this.#at < this.#text.length) {
      this.lineEnds.length = lineEnds;
      this.stops.length = stops;
      this.#add(into, named(name, children), start, this.#at + 1);
      return true;
    }
    // Never closed: the opening is text, what came after it stays what it is.
    addText(into, `\${${name}:`);
    for (const child of children) {
      if (child.kind === 'text') addText(into, child.text);
      else into.push(child);
    }
    return true;
  }

  #parseChoice(into: SnippetNode[], name: string, from: number): boolean {
    const index = Number(name);
    if (!isDigit(name.charCodeAt(0)) || index === 0) return false;
    const options: string[] = [];
    let option = '';
    for (let at = from; at < this.#text.length; at++) {
      const char = this.#text[at]!;
      const next = this.#text[at + 1] ?? '';
      if (char === '\\' && next !== '' && ',|\\'.includes(next)) {
        option += next;
        at++;
      } else if (char === ',' || char === '|') {
        if (option === '') return false;
        options.push(option);
        option = '';
        if (char === ',') continue;
        if (next !== '}') return false;
        this.#add(into, { kind: 'choice', index, options }, this.#at, at + 2);
        return true;
      } else {
        option += char;
      }
    }
    return false;
  }

  #parseTransform(into: SnippetNode[], name: string, from: number): boolean {
    const text = this.#text.slice(from, from + longestTransform);
    const format = skipToSlash(text, 1, false);
    const options = format < 0 ? -1 : skipToSlash(text, format + 1, true);
    const end = options < 0 ? -1 : text.indexOf('}', options);
    if (end < 0 || !isRegExp(text.slice(1, format), text.slice(options + 1, end))) return false;
    this.#add(into, { ...named(name, []), transform: text.slice(0, end) }, this.#at, from + end + 1);
    return true;
  }

  /** The end of a stop's number or a variable's name at `from`; `from` when there is neither. */
  #skipName(from: number): number {
    if (isDigit(this.#text.charCodeAt(from))) return skipDigits(this.#text, from);
    let end = from;
    while (isNamePart(this.#text.charCodeAt(end))) end++;
    return end;
  }
}

function named(name: string, children: readonly SnippetNode[]) {
  return isDigit(name.charCodeAt(0))
    ? ({ kind: 'stop', index: Number(name), children } as const)
    : ({ kind: 'variable', name, children } as const);
}

function addText(into: SnippetNode[], text: string): void {
  const last = into.at(-1);
  if (last?.kind === 'text') into[into.length - 1] = { kind: 'text', text: last.text + text };
  else into.push({ kind: 'text', text });
}

function isNamePart(code: number): boolean {
  return isAsciiLetter(code) || code === 95 || isDigit(code);
}

/** The next `/` from `at` on that is neither escaped nor, in a format, inside `${1:/upcase}`; -1 when there is none. */
function skipToSlash(text: string, at: number, format: boolean): number {
  while (at < text.length && text[at] !== '/') {
    if (text[at] === '\\' && (text[at + 1] === '/' || (format && text[at + 1] === '\\'))) {
      at += 2;
    } else if (format && text.startsWith('${', at) && isDigit(text.charCodeAt(at + 2))) {
      const end = text.indexOf('}', at);
      at = end < 0 ? at + 1 : end + 1;
    } else {
      at++;
    }
  }
  return at < text.length ? at : -1;
}

function isRegExp(source: string, options: string): boolean {
  try {
    return new RegExp(source, options) instanceof RegExp;
  } catch {
    return false;
  }
}
