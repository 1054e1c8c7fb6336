import { deepEqual, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';

import { parseNote } from '../../server/core/note/parse.ts';
import { parseSettings } from '../../shared/settings.ts';

/** The fenced blocks under a heading, as `LANGUAGE` and text. */
function blocksIn(section: string): { language: string; code: string }[] {
  return [...section.matchAll(/^```(\w+)[^\n]*\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({
    language,
    code,
  }));
}

const text = readFileSync('docs/editors.md', 'utf8');

describe('docs/editors.md', () => {
  const sections = new Map(
    parseNote(text).sections.map(({ heading, range }) => [heading, text.slice(range.from, range.to)]),
  );
  const rows = [...text.matchAll(/^\| \[([^\]]+)\]\(#[a-z-]+\)[^|]*\| ([^|]+) \|$/gm)];
  const editors = [...new Set(rows.map(([, name = '']) => name))];

  it('has a section for each editor of its table, and says of each whether it was tried', () => {
    deepEqual(editors, ['Neovim', 'Emacs', 'Kate', 'Helix', 'Sublime Text', 'Zed']);
    for (const [, name = '', tried = ''] of rows) {
      ok(sections.has(name), name);
      match(tried, /^(?:not tested|with .*\d)/);
    }
  });

  for (const name of editors) {
    it(`has a configuration for ${name} that starts the server for Markdown`, () => {
      const blocks = blocksIn(sections.get(name) ?? '');
      ok(blocks.length > 0);
      const all = blocks.map(({ code }) => code).join('\n');
      match(all, /office-hours["']/);
      match(all, /["']lsp["'].{1,20}["']--stdio["']/);
      match(all, /markdown/i);
      for (const { language, code } of blocks) if (language === 'json') JSON.parse(code);
    });
  }

  it('names settings that there are', () => {
    const { settings, problems } = parseSettings({ notes: { folder: 'docs/office-hours' } });
    deepEqual([settings.notesFolder, problems], ['docs/office-hours', []]);
    ok(sections.get('Settings')?.includes('officeHours'));
  });
});
