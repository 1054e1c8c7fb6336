/** What `--help` prints. */

export const usage = `Checks and creates notes of a recurring meeting.

  office-hours check [--format text|json|github|sarif] [--offline] [--fix] [--since REV] [--notes-only] PATH...
      Checks notes, and the template files in .office-hours. Folders are searched for both. A file that is specified
      by its path is always checked.
      --format      text (default), json, github (annotations in the log of a workflow), or sarif (SARIF 2.1.0)
      --offline     send no requests
      --fix         apply the safe fixes and report the remaining problems; a safe fix loses no text and leaves no choice
      --since REV   check only what has changed since the Git revision, including uncommitted changes and new files
      --notes-only  skip files that are not notes, also those that are specified by their path

  office-hours new [--date YYYY-MM-DD] [--series NAME] [--stdout]
      Creates the next note in the repository of the current folder and prints its path.
      --date     the date of the meeting (default: the next one by the schedule of the earlier notes)
      --series   the name of a template file in .office-hours, without .md, if there are several
      --stdout   print the note instead of creating a file

  office-hours lsp --stdio
      Runs the language server for any editor.

  office-hours --help
  office-hours --version

Exit codes: 0 no problems, 1 problems found (with --fix: problems remain), 2 the command could not run.
`;
