/**
 * A template is the schema of a note series: its body is what a new note starts with, its headings are the
 * sections a note must have.
 */

export interface TemplateSection {
  /** The heading's plain text, e.g. `Highlights since the last meeting`. Empty when it holds a tab stop. */
  readonly heading: string;
  readonly level: number;
  /** A heading of another level is this section, too; else only one of `level` is. */
  readonly anyLevel: boolean;
  readonly required: boolean;
  /** Other headings that count as this one: `<!-- also: Other heading -->`. */
  readonly aliases: readonly string[];
  /** May stand in a note more than once. */
  readonly many: boolean;
  /** The sections right below it have to stand in the template's order: `<!-- in order -->`. */
  readonly inOrder: boolean;
  /** Heading line and body in snippet syntax, sub-sections included, `\n` line ends, no blank lines around. */
  readonly snippet: string;
}

export interface Template {
  /** VS Code snippet syntax, `\n` line ends. */
  readonly body: string;
  /** In the body's order, sub-sections after their parent. */
  readonly sections: readonly TemplateSection[];
  readonly recordingRequired: boolean;
  /** The topmost sections have to stand in this order: `<!-- in order -->` below the title. */
  readonly inOrder: boolean;
  /** The lines of the body that hold named tab stops; see checks/placeholderLeft. */
  readonly placeholderLines: readonly PlaceholderLine[];
}

/** One line of the body, cut at its tab stops: `* TODO(` owner `): ` what. */
export interface PlaceholderLine {
  readonly parts: readonly PlaceholderPart[];
}

export type PlaceholderPart =
  | { readonly kind: 'literal'; readonly text: string }
  /** `text` is the stop's default, what stands there when the writer fills in nothing; empty: nothing does. */
  | { readonly kind: 'stop'; readonly text: string };
