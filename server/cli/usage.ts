/** What `--help` prints. */

export const usage = `Checks and creates notes of a recurring meeting, and answers questions across them.

  office-hours check [--format text|json|github|sarif] [--offline] [--fix] [--since REV] [--notes-only] PATH...
      Checks notes, and the template files in .office-hours. Folders are searched for both. A file that is specified
      by its path is always checked.
      --format      text (default), json, github (annotations in the log of a workflow), or sarif (SARIF 2.1.0)
      --offline     send no requests
      --fix         apply the safe fixes and report the remaining problems; a safe fix loses no text and leaves no choice
      --since REV   check only what has changed since the Git revision, including uncommitted changes and new files
      --notes-only  skip files that are not notes, also those that are specified by their path

  office-hours new [--date YYYY-MM-DD] [--series NAME] [--with LIST] [--stdout]
      Creates the next note in the repository of the current folder and prints its path.
      --date     the date of the meeting (default: the next one by the schedule of the earlier notes)
      --series   the name of a template file in .office-hours, without .md, if there are several
      --with     what it begins with, of highlights, todos and agenda: see the commands of these names; the open action
                 items of earlier notes go into the section for them, each with its first day
      --stdout   print the note instead of creating a file
      Example: office-hours new --with highlights,todos,agenda

  office-hours import [FILE] [--date YYYY-MM-DD] [--series NAME] [--stdout]
      Makes notes of text from a shared pad, each with the title and the file name that the series gives a note of its day,
      and prints their paths. Several meetings, below headings that are days, become several notes. A note that exists is
      skipped and never overwritten. If one of the files cannot be written, none is.
      FILE       the text (default: standard input)
      --date     the date of the meeting, if the text does not say it
      --series   the name of a template file in .office-hours, without .md, if there are several
      --stdout   print the notes instead of creating files; several notes are printed below "==> PATH <=="
      Example: office-hours import pad.md --stdout

  office-hours todos [--owner NAME] [--mine] [--meetings N] [--format text|json|markdown]
      Prints the open action items of the notes in the repository of the current folder, by owner. An item that a later
      note has again is listed once, and not at all where the later note says it is done.
      --owner     only those of this person, by name or login
      --mine      only yours, by GITHUB_ACTOR or Git's user.name
      --meetings  how many of the latest meetings count (default: 12); what was promised before is listed as older
      --format    text (default), json or markdown
      Example: office-hours todos --owner ada --format markdown

  office-hours references NUMBER|OWNER/NAME#NUMBER|URL [--format text|json|markdown]
      Prints every line of the notes that mentions an issue or a pull request, in any spelling, the newest note first.
      --format    text (default), json or markdown
      Example: office-hours references 5851

  office-hours highlights [--since YYYY-MM-DD]
      Prints the releases, and the pull requests merged since the note before that no note mentions, in the form of the
      earlier notes, from GitHub. Where it does not answer, nothing is printed.
      --since     the first day (default: that of the note before)
      Example: office-hours highlights --since 2026-03-10

  office-hours agenda
      Prints the open issues and pull requests with the labels in "agenda" of the template file, and as many of the oldest
      open pull requests as its "oldestPulls" says, from GitHub.
      Example: office-hours agenda

  office-hours mcp [FOLDER]
      Answers the questions of assistants over the Model Context Protocol, on standard input and output: open action items,
      what was said about an issue or a pull request, the note of a date, who promised what. It only reads.
      FOLDER   whose repository has the notes (default: the current folder)
      Example: claude mcp add office-hours -- office-hours mcp

  office-hours lsp --stdio
      Runs the language server for any editor.

  office-hours --help
  office-hours --version

Exit codes: 0 no problems, 1 problems found (with --fix: problems remain), 2 the command could not run; of references: 0 found,
1 not found; of todos, highlights and agenda: 0, whether there are any or not; of import: 2 also if all of the notes exist.
`;
