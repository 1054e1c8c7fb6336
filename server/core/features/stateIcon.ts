/** An issue's state as an icon in its colour, as VS Code draws both in Markdown (`supportThemeIcons`, `supportHtml`). */

import type { Issue, IssueState } from '../references/issue.ts';

type Look = readonly [icon: string, color: string];

const green = '--vscode-charts-green';
const purple = '--vscode-charts-purple';
const red = '--vscode-charts-red';
const grey = '--vscode-descriptionForeground';

/** GitHub's own icons and colours: code.visualstudio.com, "Product Icon Reference" and "Theme Color". */
const pulls: Readonly<Partial<Record<IssueState, Look>>> = {
  open: ['git-pull-request', green],
  draft: ['git-pull-request-draft', grey],
  merged: ['git-merge', purple],
  closed: ['git-pull-request-closed', red],
};

const issues: Readonly<Partial<Record<IssueState, Look>>> = {
  open: ['issue-opened', green],
  closed: ['issue-closed', purple],
  completed: ['issue-closed', purple],
  'not-planned': ['circle-slash', grey],
  duplicate: ['circle-slash', grey],
};

/** Markup of ours alone. VS Code keeps exactly this form of a style (markdownRenderer.ts, "style"). */
export function stateIcon({ kind, state }: Pick<Issue, 'kind' | 'state'>): string {
  const [icon, color] = (kind === 'pull' ? pulls : issues)[state] ?? ['circle-outline', grey];
  return `<span style="color:var(${color});">$(${icon})</span>`;
}
