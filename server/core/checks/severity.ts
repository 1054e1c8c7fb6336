/** How loudly each rule speaks for one note. */

import { defaultSettings, type RuleCode, type Severity } from '../../../shared/settings.ts';
import type { TemplateDefinition } from '../template/definition.ts';

/**
 * The usual severities, then the template's `checks`, then the user's own: how loud a rule is to them is a matter of
 * taste. `own` holds only what the user has set.
 */
export function effectiveSeverity(
  own: Partial<Readonly<Record<RuleCode, Severity>>>,
  definition?: Pick<TemplateDefinition, 'severity'>,
): Readonly<Record<RuleCode, Severity>> {
  return { ...defaultSettings.severity, ...definition?.severity, ...own };
}
