/** Collects what is wrong in a template file. */

import type { Message } from '../../../../shared/l10n.ts';
import { lineAt } from '../../note/lines.ts';
import type { Span } from '../../note/note.ts';
import type { TemplateFix, TemplateProblem, TemplateProblemCode } from '../definition.ts';

/** More than a reader would go through. */
const mostProblems = 200;

export class Report {
  readonly #problems: TemplateProblem[] = [];
  readonly #text: string;
  #broken = false;

  /** `text`: the whole file, which all offsets are of. */
  constructor(text: string) {
    this.#text = text;
  }

  /** True when there was an error, whether or not it is among the problems that are told. */
  get broken(): boolean {
    return this.#broken;
  }

  get text(): string {
    return this.#text;
  }

  /** What keeps the last good template in use. */
  error(code: TemplateProblemCode, range: Span, message: Message, fix?: TemplateFix): void {
    this.#broken = true;
    this.#add({ code, range, message, severity: 'error', ...(fix && { fix }) });
  }

  warning(code: TemplateProblemCode, range: Span, message: Message, fix?: TemplateFix): void {
    this.#add({ code, range, message, severity: 'warning', ...(fix && { fix }) });
  }

  /** What works as it is and may be misread: `fix` says the same clearly, `otherFix` what it could be taken for. */
  hint(
    code: TemplateProblemCode,
    range: Span,
    message: Message,
    fix: TemplateFix,
    otherFix: TemplateFix,
  ): void {
    this.#add({ code, range, message, severity: 'information', fix, otherFix });
  }

  /** In document order; of a line that is no YAML nothing more is said than that. */
  problems(): TemplateProblem[] {
    const sorted = [...this.#problems].sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
    const lines = sorted
      .filter(({ code }) => code === 'template-syntax')
      .map(({ range }) => this.#line(range));
    return sorted.filter(
      ({ code, range }) =>
        code === 'template-syntax' || !lines.some(({ from, to }) => from <= range.from && range.from <= to),
    );
  }

  #add(problem: TemplateProblem): void {
    if (this.#problems.length === mostProblems) return;
    this.#problems.push({ ...problem, message: bearable(problem.message) });
  }

  /** The line that a range begins on, without its line end. */
  #line({ from }: Span): Span {
    return lineAt(this.#text, from);
  }
}

const longestQuoted = 1_000;

/** What a message quotes may be a stranger's: on one line, of a bearable length, and reading as it is. */
function bearable({ text, args }: Message): Message {
  return {
    text,
    args: args.map((arg) => {
      if (typeof arg === 'object') return bearable(arg);
      return typeof arg === 'string' ? bearableText(arg) : arg;
    }),
  };
}

function bearableText(text: string): string {
  const cut = text.length > longestQuoted ? `${text.slice(0, longestQuoted)}…` : text;
  return cut.replace(
    /[^\P{Cc}\t]|[\p{Cs}\p{Bidi_Control}\u2028\u2029]/gu,
    (char) => `<U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}
