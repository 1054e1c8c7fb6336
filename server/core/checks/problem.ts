/** What the rules find and how it can be mended: plain data, in offsets into the note's text. */

import type { RuleCode, Severity } from '../../../shared/settings.ts';
import type { Series } from '../archive/noteSummary.ts';
import type { CachedAnswer } from '../github/answer.ts';
import type { IsoDate, Note, Repository, Span } from '../note/note.ts';
import type { IssueKey } from '../references/issueKey.ts';
import type { TemplateDefinition } from '../template/definition.ts';
import type { Template } from '../template/template.ts';

/** All that a rule may look at. */
export interface CheckContext {
  readonly note: Note;
  readonly template: Template;
  /** From the template file; absent when there is none: then everything is learned from the notes. */
  readonly definition?: TemplateDefinition;
  /** The note's URI, canonical; absent for an untitled note. */
  readonly uri?: string;
  /** The last component of the note's URI, decoded; absent for an untitled note. */
  readonly fileName?: string;
  /** The date in the file name. */
  readonly fileDate?: IsoDate;
  /** The writer's local day. */
  readonly today: IsoDate;
  /** The notes beside this one; absent while the index is not read yet or there are none. */
  readonly series?: Series;
  /** What `#1` means here; absent when nothing says. */
  readonly own?: Repository | undefined;
  /** What is remembered of GitHub; absent: nothing is asked of it here. */
  readonly issues?: IssueMemory;
}

/** Memory alone: asking costs no request. */
export interface IssueMemory {
  peek(key: IssueKey): CachedAnswer | undefined;
}

export interface Problem {
  readonly range: Span;
  /** Plain words: what, why, in one or two sentences. */
  readonly message: string;
  /** Other places of the same note that explain it. */
  readonly related?: readonly { readonly range: Span; readonly message: string }[];
  /** The likeliest first. */
  readonly fixes: readonly Fix[];
}

export interface Edit {
  /** Empty for an insertion. */
  readonly range: Span;
  /** `\n` line ends; whoever applies it uses the note's own. */
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Give the file this name instead (same folder). Then `edits` is empty. */
  readonly renameTo?: string;
  /** Select this span of the note instead. Then `edits` is empty. */
  readonly goTo?: Span;
  /** May be applied without asking: `source.fixAll.officeHours`, `check --fix`. */
  readonly safe: boolean;
}

export interface Rule {
  readonly code: RuleCode;
  /** What it reports, in one sentence, for the rule's page, the README, the settings and SARIF. */
  readonly summary: string;
  /** Where neither the user nor a template file says otherwise. */
  readonly severity: Severity;
  /** The rule that reported this in earlier versions. A comment that suppresses it suppresses this one as well. */
  readonly splitFrom?: RuleCode;
  /** Pure; never throws; linear in the note's length. */
  find(context: CheckContext): readonly Problem[];
}

export interface FoundProblem extends Problem {
  readonly code: RuleCode;
  readonly severity: Exclude<Severity, 'off'>;
}
