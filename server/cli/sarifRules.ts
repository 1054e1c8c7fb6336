/** The rules as SARIF lists them. */

import { rules } from '../core/checks/rules.ts';
import { rulePage } from '../core/features/diagnostics.ts';
import { templatePage } from '../core/features/template/diagnostics.ts';
import type { TemplateProblemCode } from '../core/template/definition.ts';

export interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  /** This and `help` GitHub requires ("SARIF support for code scanning", `reportingDescriptor`). */
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly helpUri: string;
  readonly defaultConfiguration: {
    readonly enabled: boolean;
    readonly level: 'error' | 'warning' | 'note';
  };
}

const aboutTemplates: Readonly<Record<TemplateProblemCode, string>> = {
  'template-syntax': 'The front matter of a template file is invalid.',
  'template-key': 'A key in a template file is unknown.',
  'template-value': 'A value in a template file is invalid.',
  'template-pattern': 'A pattern for file names or titles in a template file is invalid.',
  'template-glob': 'A glob in a template file is invalid or matches no file.',
  'template-person': 'A person in a template file is unknown or listed twice.',
  'template-heading': 'A heading, a comment or a tab stop in the body of a template file is invalid.',
};

export const sarifRules: readonly SarifRule[] = [
  ...rules.map(({ code, summary, severity }): SarifRule => {
    const level = severity === 'error' || severity === 'warning' ? severity : 'note';
    return ruleOf(code, summary, rulePage(code), { enabled: severity !== 'off', level });
  }),
  ...Object.entries(aboutTemplates).map(([code, summary]) =>
    ruleOf(code, summary, templatePage(code), { enabled: true, level: 'error' }),
  ),
];

function ruleOf(
  id: string,
  text: string,
  helpUri: string,
  defaultConfiguration: SarifRule['defaultConfiguration'],
): SarifRule {
  const more = 'Details, fixes and how to ignore it';
  return {
    id,
    shortDescription: { text },
    fullDescription: { text },
    help: { text: `${text} ${more}: ${helpUri}`, markdown: `${text}\n\n[${more}](${helpUri})` },
    helpUri,
    defaultConfiguration,
  };
}
