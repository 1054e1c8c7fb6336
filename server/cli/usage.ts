/** What `--help` prints. */

export const usage = `Notes of a recurring meeting: checked, and begun, without an editor.

  office-hours check [--format text|json|github|sarif] [--offline] [--fix] [--since REV] [--notes-only] PATH...
      Checks notes, and the template files in .office-hours. A folder is searched for both; a file that is named is
      always checked.
      --format      text (the default), json, github (annotations in a workflow's log), or sarif (SARIF 2.1.0)
      --offline     ask nothing of the network
      --fix         apply the safe fixes, those that lose nothing and leave no choice, and report what is left
      --since REV   only what has changed since the Git revision, uncommitted and new files included
      --notes-only  of the files that are named, too, leave out what is no note

  office-hours new [--date YYYY-MM-DD] [--series NAME] [--stdout]
      Creates the next note of the repository in the current folder and prints its path.
      --date     the day of the meeting (default: the next one, as the earlier notes suggest)
      --series   whose note: the name of a template file in .office-hours, without its .md
      --stdout   print the note instead

  office-hours lsp --stdio
      Runs the language server for any editor.

  office-hours --help
  office-hours --version

Exit code: 0 no problems, 1 problems found, 2 could not run. With --fix what is left counts.
`;
