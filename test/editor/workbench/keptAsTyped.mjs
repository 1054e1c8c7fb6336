/** What is typed stays as it is typed, whatever the list beside it offers. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { WrittenOn } from './writtenOn.mjs';

const note = '20260804_meeting_notes.md';
const folder = join('docs', 'office-hours');

/** The editor's own brackets and indentation would be in the way of comparing. */
const settings = { 'editor.autoClosingBrackets': 'never', 'editor.autoIndent': 'none' };

/** What is asked or drawn anew after each key, and has no part in what a key does. With GitHub all of it is there. */
const lessDrawn = {
  'breadcrumbs.enabled': false,
  'editor.codeLens': false,
  'editor.folding': false,
  'editor.guides.indentation': false,
  'editor.inlayHints.enabled': 'off',
  'editor.lightbulb.enabled': 'off',
  'editor.links': false,
  'editor.matchBrackets': 'never',
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.selectionHighlight': false,
  'scm.diffDecorations': 'none',
};

/** Less to draw for each of some thousand keys, and room for a whole list above and below the cursor. */
const size = { width: 900, height: 640 };

/** Beside those of the samples. */
const more = [2, 12, 26, 27, 99, 120, 127, 192, 261, 999, 1207, 2721, 30, 31, 33, 44, 301, 314, 440, 441];

/** Fifty numbers that the notes mention. @param {import('./workbench.mjs').Workbench} workbench */
function numbersOf(workbench) {
  const names = readdirSync(join(workbench.folder, folder)).filter((name) => /^\d+_/.test(name));
  const texts = names.map((name) => workbench.readFile(join(folder, name)));
  const found = texts.flatMap((text) =>
    [...text.matchAll(/(?:PR|issue) #(\d+)/g)].map(([, digits]) => digits),
  );
  const numbers = [...new Set([...more.map(String), ...found])].slice(0, 50);
  assert.equal(numbers.length, 50);
  return /** @type {string[]} */ (numbers);
}

/** All that is typed on the way to them, each once. @param {readonly string[]} numbers */
function prefixes(numbers) {
  return [...new Set(numbers.flatMap((digits) => Array.from(digits, (_, at) => digits.slice(0, at + 1))))];
}

/** Text behind which a list opens, and the beginning of something that it offers. */
const texts = /** @type {const} */ ([
  ['closed PR #', '#272'],
  ['see issue #27', '#273'],
  ['thanks @mi', '@mirela-lantern'],
  ['* TODO(', 'Tove'],
  ['* TODO(mi', 'Mirela'],
  ['* TODO:', 'Tove'],
  ['* TODO: mi', 'Mirela'],
  ['## Hi', 'Highlights'],
]);

/** Text behind which a list opens and a blank may follow, and the beginning of something that it offers. */
const withBlanks = /** @type {const} */ ([
  ['* TODO:', 'Tove'],
  ['* TODO(', 'Tove'],
  ['* TODO: mi', 'Mirela'],
  ['see issue #27', '#273'],
  ['closed PR #', '#272'],
  ['thanks @mi', '@mirela-lantern'],
  ['## ', 'Highlights'],
]);

/** What follows a number at once in a sentence. */
const punctuation = ['.', ',', ')', ':', ';', '!', '?', ']', '/', "'", '-', '*'];

/**
 * A suite of what is written.
 * @param {string} where it is written
 * @param {() => Promise<import('./workbench.mjs').Workbench>} open
 * @param {boolean} [withGitHub]
 */
export function keptAsTyped(where, open, withGitHub = false) {
  describe(`what is written ${where} is kept (acceptance 49)`, () => {
    /** @type {import('./workbench.mjs').Workbench} */
    let workbench;
    /** @type {WrittenOn} */
    let written;

    before(async () => {
      workbench = await open();
      await workbench.page.setViewportSize(size);
      await workbench.useSettings(withGitHub ? settings : { ...settings, ...lessDrawn });
      await workbench.quickOpen(note);
      written = new WrittenOn(workbench, join(folder, note));
      written.start = written.start
        .replace('## Highlights since the last meeting', '## Something new')
        .concat('\n', more.map((number) => `PR #${number}, issue #${number}`).join(', '), '\n');
      await written.type(withGitHub ? '\nsee PR #dry' : '\nsee PR #27');
      await workbench.suggestions(withGitHub ? '#209' : '#272');
    });

    /** Waits for the list to have a row beside what is typed. @param {string} label its beginning */
    async function listHas(label) {
      const escaped = label.replaceAll(/[(]/g, '\\$&');
      const rows = workbench.page.locator(
        '.suggest-widget.visible .monaco-list-row:not([data-index="0"]) .label-name',
      );
      await rows
        .filter({ hasText: new RegExp(`^${escaped}`, 'i') })
        .first()
        .waitFor();
    }

    /** @param {string} line typed, but for its first word where it is plain: no list opens for that */
    async function write(line) {
      const plain = /^(?:see|closed|thanks) /.exec(line)?.[0] ?? '';
      if (plain) await workbench.page.keyboard.insertText(plain);
      await workbench.page.keyboard.type(line.slice(plain.length));
    }

    it('by Enter behind every beginning of fifty numbers', async () => {
      const lines = [];
      const numbers = numbersOf(workbench);
      await written.type('\n');
      for (const prefix of prefixes(numbers)) {
        const line = `see #${prefix}`;
        await write(line);
        // Behind a number that no other begins with, the list may close.
        const longer = numbers.find((number) => number !== prefix && number.startsWith(prefix));
        if (longer) await listHas(`#${prefix}`);
        await workbench.press('Enter');
        lines.push(line);
      }
      await written.expect(`\n${lines.join('\n')}\n`);
    });

    for (const [key, character] of [
      ['Enter', '\n'],
      ['Tab', ''],
      ['Space', ' '],
      ['Escape', ''],
    ]) {
      it(`by ${key} behind words, names, owners and sections`, async () => {
        const lines = [];
        await written.type('\n');
        const words = /** @type {const} */ (['see PR #dry', '#209']);
        for (const [text, offered] of [...texts, ...(withGitHub ? [words] : [])]) {
          await write(text);
          if (text.endsWith(':')) await workbench.press('Space');
          await listHas(offered);
          await workbench.press(key ?? '');
          // An open list takes no text along.
          await workbench.page.keyboard.type('|');
          lines.push(`${text}${text.endsWith(':') ? ' ' : ''}${character}|`);
          await workbench.press('Escape', 'Enter');
        }
        await written.expect(`\n${lines.join('\n')}\n`);
      });
    }

    it('behind the end of a sentence', async () => {
      await written.type('\n');
      for (const mark of punctuation) {
        await workbench.page.keyboard.type('issue #27');
        await listHas('#273');
        await workbench.page.keyboard.type(mark);
        await workbench.press('Enter');
      }
      await written.expect(`\n${punctuation.map((mark) => `issue #27${mark}\n`).join('')}`);
    });

    for (const key of ['Enter', 'Tab']) {
      it(`by ${key} before the answer to a blank is there`, async () => {
        const lines = [];
        await written.type('\n');
        for (const [text, offered] of withBlanks) {
          await write(text);
          await listHas(offered);
          // The list for what stood there is still in view.
          await workbench.press('Space', key);
          await workbench.page.keyboard.type('|');
          lines.push(`${text} ${key === 'Enter' ? '\n' : ''}|`);
          await workbench.press('Escape', 'Enter');
        }
        // Without a list, Tab inserts blanks.
        const withoutTabs = (/** @type {string} */ lined) => lined.replaceAll(/[\t ]+\|/g, ' |');
        assert.equal(withoutTabs(await written.saved()), withoutTabs(`\n${lines.join('\n')}\n`));
      });
    }

    it('at each of several cursors', async () => {
      await written.type('\na\nb');
      await workbench.runCommand('Add Cursor Above');
      await workbench.page.keyboard.type(' PR #27');
      await listHas('#272');
      await workbench.press('Enter');
      await workbench.page.keyboard.type('c');
      await workbench.press('Escape');
      await written.expect('\na PR #27\nc\nb PR #27\nc');
    });

    it('until something else is chosen with the arrows', async () => {
      await written.type('\nPR #27');
      await listHas('#272');
      await workbench.acceptSuggestion('#272');
      await workbench.page.keyboard.type('; issue #27');
      await listHas('#273');
      await workbench.press('ArrowDown', 'ArrowUp', 'Enter');
      await workbench.page.keyboard.type('@mi');
      await listHas('@mirela-lantern');
      await workbench.press('ArrowDown', 'Tab');
      await written.expect('\nPR #272; issue #27\n@mirela-lantern');
    });
  });
}
