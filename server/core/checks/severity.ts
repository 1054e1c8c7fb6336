/** The severity of each rule for one note. */

import type { RuleCode, Settings, Severity } from '../../../shared/settings.ts';
import type { TemplateDefinition } from '../template/definition.ts';
import { defaultSeverities } from './rules.ts';

/** The rules' defaults, then the template's `checks`, then what the user has set. */
export function effectiveSeverity(
  chosen: Settings['severity'],
  definition?: Pick<TemplateDefinition, 'severity'>,
): Readonly<Record<RuleCode, Severity>> {
  return { ...defaultSeverities, ...definition?.severity, ...chosen };
}
