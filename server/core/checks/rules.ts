/** All rules. */

import type { RuleCode, Severity } from '../../../shared/settings.ts';
import { ownerUnknown } from './ownerUnknown.ts';
import { placeholderLeft } from './placeholderLeft.ts';
import type { Rule } from './problem.ts';
import { recordingMissing } from './recordingMissing.ts';
import { referenceKind } from './referenceKind.ts';
import { referenceLabel } from './referenceLabel.ts';
import { referenceMissing } from './referenceMissing.ts';
import { sectionDuplicate } from './sectionDuplicate.ts';
import { sectionEmpty } from './sectionEmpty.ts';
import { sectionMissing } from './sectionMissing.ts';
import { sectionOrder } from './sectionOrder.ts';
import { titleDateMismatch } from './titleDateMismatch.ts';
import { titleFormat } from './titleFormat.ts';
import { titleMissing } from './titleMissing.ts';
import { todoOwnerMissing } from './todoOwnerMissing.ts';

/** In the order of the documentation, and in which problems at one offset are listed. */
export const rules: readonly Rule[] = [
  titleMissing,
  titleFormat,
  titleDateMismatch,
  recordingMissing,
  sectionMissing,
  sectionOrder,
  sectionDuplicate,
  sectionEmpty,
  todoOwnerMissing,
  ownerUnknown,
  referenceMissing,
  referenceKind,
  referenceLabel,
  placeholderLeft,
];

/** What holds where neither the user nor a template file names a severity. */
export const defaultSeverities = Object.fromEntries(
  rules.map(({ code, severity }) => [code, severity]),
) as Readonly<Record<RuleCode, Severity>>;
