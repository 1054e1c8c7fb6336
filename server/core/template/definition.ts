/** What a template file defines, read and checked. */

import type { Message } from '../../../shared/l10n.ts';
import type { RuleCode, Severity } from '../../../shared/settings.ts';
import type { Conventions } from '../note/conventions.ts';
import type { IsoDate, Repository, Span } from '../note/note.ts';
import type { Glob } from './patterns/glob.ts';
import type { Pattern } from './patterns/pattern.ts';
import type { Rhythm } from './rhythm/rhythm.ts';
import type { Template } from './template.ts';

export interface TemplateDefinition {
  readonly template: Template;
  /** The project's name, for the title and for `project` in the body. */
  readonly project?: string;
  /** Relative to the folder that holds `.office-hours`; empty: notes are found as without a template. */
  readonly notes: readonly Glob[];
  /** A file's name, or its path below the notes' folder. */
  readonly file?: Pattern;
  /** The first day that the template applies to; notes before it are checked by the notes of their time. */
  readonly since?: IsoDate;
  readonly title?: Pattern;
  readonly rhythm?: Rhythm;
  /** What `#1` means. */
  readonly repository?: Repository;
  /** Labels of issues and pull requests that are on the agenda. */
  readonly agenda?: readonly string[];
  /** How many of the pull requests that have been open for longest a note lists. */
  readonly oldestPulls?: number;
  readonly severity: Partial<Readonly<Record<RuleCode, Severity>>>;
  readonly conventions: Conventions;
}

/** Something wrong in a template file; offsets into the file's text. */
export interface TemplateProblem {
  readonly code: TemplateProblemCode;
  readonly range: Span;
  /** What is wrong and what to write instead. */
  readonly message: Message;
  /** An error keeps the last good template in use. */
  readonly severity: 'error' | 'warning' | 'information';
  /** The fix for it, which changes nothing else. */
  readonly fix?: TemplateFix;
  /** What the writer may have meant instead. */
  readonly otherFix?: TemplateFix;
}

/** One replacement in the template file. */
export interface TemplateFix {
  readonly title: Message;
  readonly range: Span;
  readonly text: string;
}

export type TemplateProblemCode =
  | 'template-syntax'
  | 'template-key'
  | 'template-value'
  | 'template-pattern'
  | 'template-glob'
  | 'template-person'
  | 'template-heading';

export interface ReadTemplate {
  /** What could be understood; what could not be is as if it were not there. */
  readonly definition: TemplateDefinition;
  /** In document order. */
  readonly problems: readonly TemplateProblem[];
  /** True when one of them is an error: the last definition without errors stays in use then. */
  readonly broken: boolean;
}
