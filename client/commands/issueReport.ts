/** The text that "Report an Issue" begins. */

import { redact } from '../host/redact.ts';

export interface IssueFacts {
  /** `name version`, one each. */
  readonly versions: readonly string[];
  /** As they were logged. */
  readonly log: readonly string[];
  /** The paths of workspace folders. */
  readonly folders: readonly string[];
}

/** Where it is to be reported. */
export const issuesPage =
  'https://github.com/office-hours-notes/office-hours-notes/issues/new?template=bug.yml';

const mostLines = 50;
const longestLine = 300;

/** Nothing of a note and of a title is in it, and names, paths and secrets are left out of the log. */
export function issueReport({ versions, log, folders }: IssueFacts): string {
  const lines = log.slice(-mostLines).map((line) => {
    const shown = redact(line, folders).replaceAll('`', "'");
    return shown.length > longestLine ? `${shown.slice(0, longestLine)}…` : shown;
  });
  return [
    `<!-- Nothing has been sent. Complete this, read it, and copy it to ${issuesPage} -->`,
    '',
    '## What happens, and what do you expect instead?',
    '',
    '',
    '',
    '## The part of the note that shows it',
    '',
    '',
    '',
    '## Versions',
    '',
    ...versions.map((each) => `- ${each}`),
    '',
    '## The latest lines of the log',
    '',
    '```text',
    ...lines,
    '```',
    '',
  ].join('\n');
}
