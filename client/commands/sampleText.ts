/** A note to try the extension with: it lacks a section, and an owner. */

/** The line that the cursor goes to, from 0, at its end. */
export const lineToWriteIn = 8;

/** `date`: of a meeting that is over, `YYYY-MM-DD`. */
export function sampleText(date: string): string {
  return `# Sample office hours ${date}

Not recorded.

## Pull requests

* Windows of their own for editors: microsoft/vscode#10121
* Type \`PR #\` on the next line, then a number or words of a title
* 

## Action items

* TODO(ada): show the windows at the next meeting
* TODO: write the release notes
`;
}
