/** `office-hours`: the same core without an editor. */

process.exitCode = 2;
