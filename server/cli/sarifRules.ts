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
  'template-syntax': 'The front matter of a template file is no YAML, or not what a template file has there.',
  'template-key': 'A template file has a key that means nothing.',
  'template-value': 'A value in a template file is not one of those that mean something there.',
  'template-pattern': 'A pattern for names or titles in a template file cannot be read.',
  'template-glob': "The globs of a template file's notes cannot be read, or name no file.",
  'template-person': 'A template file names somebody who is not among its people, or somebody twice.',
  'template-heading': 'Two headings of a template file ask for the same section.',
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
  const more = 'What is looked at, how it is mended and how to silence it';
  return {
    id,
    shortDescription: { text },
    fullDescription: { text },
    help: { text: `${text} ${more}: ${helpUri}`, markdown: `${text}\n\n[${more}](${helpUri})` },
    helpUri,
    defaultConfiguration,
  };
}
