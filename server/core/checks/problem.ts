/** What the rules find and how it can be mended: plain data, in offsets into the note's text. */

import type { Message } from '../../../shared/l10n.ts';
import type { RuleCode, Severity } from '../../../shared/settings.ts';
import type { Steps } from '../../../shared/steps.ts';
import type { ComparedNotes } from '../archive/comparedNotes.ts';
import type { NoteSummary, Series } from '../archive/noteSummary.ts';
import type { CachedAnswer } from '../github/answer.ts';
import type { IsoDate, Note, Repository, Span } from '../note/note.ts';
import type { IssueKey } from '../references/issueKey.ts';
import type { TemplateDefinition } from '../template/definition.ts';
import type { Template } from '../template/template.ts';

/** All that a rule may look at. */
export interface CheckContext {
  readonly note: Note;
  readonly template: Template;
  /** What the series' template file says, or what its notes teach; absent: the built-in template applies. */
  readonly definition?: TemplateDefinition;
  /** The notes that taught it; absent where a template file says it. */
  readonly learnedFrom?: ComparedNotes;
  /** The first day of the template file, where it does not apply to all notes. */
  readonly since?: IsoDate;
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
  /** The meetings of a file with several, in document order; absent: the note is that of one meeting. */
  readonly meetings?: readonly MeetingContext[];
  /** Of one of several meetings in a file: the notes of all of them by their entries in `series`. */
  readonly siblings?: ReadonlyMap<NoteSummary, Note>;
}

/** One of several meetings in a file, as a note of its own. */
export interface MeetingContext {
  /** Where it begins in the file; offsets in `context` count from here. */
  readonly from: number;
  readonly context: CheckContext;
}

/** Memory alone: asking costs no request. */
export interface IssueMemory {
  peek(key: IssueKey): CachedAnswer | undefined;
  /** Grows whenever an answer may differ; absent: any may differ each time. */
  readonly generation?: number;
}

export interface Problem {
  readonly range: Span;
  /** Plain words: what, why, in one or two sentences. */
  readonly message: Message;
  /** Places that explain it. */
  readonly related?: readonly RelatedPlace[];
  /** The likeliest first. */
  readonly fixes: readonly Fix[];
}

/** In the note itself, or a whole line of another note. */
export type RelatedPlace =
  | {
      readonly range: Span;
      readonly message: Message;
      /** Of a rule's problem in one of several meetings: the note of another of them, whose offsets these are. */
      readonly sibling?: Note;
    }
  /** `line` is 0-based. */
  | { readonly uri: string; readonly line: number; readonly message: Message };

export interface Edit {
  /** Empty for an insertion. */
  readonly range: Span;
  /** `\n` line ends; whoever applies it uses the note's own. */
  readonly text: string;
}

export interface Fix {
  readonly title: Message;
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
  /** It looks at references alone, whatever is around them. */
  readonly isAboutReferences?: true;
  /** Pure; never throws; linear in the note's length. In steps where one of a long note takes a while. */
  find(context: CheckContext): readonly Problem[] | Steps<readonly Problem[]>;
}

export interface FoundProblem extends Problem {
  readonly code: RuleCode;
  readonly severity: Exclude<Severity, 'off'>;
}
