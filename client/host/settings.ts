/** The settings as the server asks for them. */

import * as vscode from 'vscode';
import type { ConfigurationItem, Middleware } from 'vscode-languageclient';

/**
 * The default of the severities names every rule, so that the settings editor shows them all. The server gets only what
 * the user has set: a template file's `checks` come before the defaults.
 */
export const configuration: NonNullable<NonNullable<Middleware['workspace']>['configuration']> = async (
  params,
  token,
  next,
) => {
  const answers = await next(params, token);
  return Array.isArray(answers)
    ? answers.map((answer, index) => withChosenSeverities(answer, params.items[index]))
    : answers;
};

function withChosenSeverities(answer: unknown, item: ConfigurationItem | undefined): unknown {
  if (item?.section !== 'officeHours' || !isRecord(answer)) return answer;
  const scope = item.scopeUri === undefined ? undefined : vscode.Uri.parse(item.scopeUri);
  const values = vscode.workspace.getConfiguration(item.section, scope).inspect('checks.severity');
  const chosen = [values?.globalValue, values?.workspaceValue, values?.workspaceFolderValue].filter(isRecord);
  const checks = isRecord(answer.checks) ? answer.checks : {};
  return { ...answer, checks: { ...checks, severity: Object.assign({}, ...chosen) } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
