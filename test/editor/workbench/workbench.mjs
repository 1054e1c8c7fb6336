/**
 * What a writer does in the workbench, and what they see. Every method waits for what it needs and fails with words
 * when it does not come; none sleeps for a fixed time.
 */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../../scripts/cache.mjs';
import { comes, eventually, oneTry } from './eventually.mjs';
import { idle } from './idle.mjs';
import { placeOf } from './placeOf.mjs';

export { eventually };

/** Where screenshots go; ignored by git, emptied before each run. */
const screenshots = join(root, 'test', 'editor', 'screenshots');

/** The bytes of two messages that only acknowledge others: each has a header of 13 and a content of 5. */
const onlyReceipts = 2 * (13 + 5);

/**
 * The editor's own Markdown extension asks for the problems of each document that is open behind another five times a second, and
 * sends them (vscode-languageclient, `BackgroundScheduler`).
 */
const repeatedForEver = /\$changeMany[^"]*\["markdown",\[\[/;

/** In a list at the top of the window: the labels of its rows, and where the details below them are. */
const labelsOfRows = '.quick-input-list .monaco-list-row .label-name';
const belowLabel = '.quick-input-list-label-meta';

/** How long the extension host says nothing when it is at rest, in milliseconds. */
const atRest = 200;

export class Workbench {
  /**
   * @param {import('playwright-core').Page} page for what has no method here
   * @param {string} folder the copy that is open; empty without one
   * @param {() => Promise<void>} close
   */
  constructor(page, folder, close) {
    this.page = page;
    this.folder = folder;
    this.close = close;
    /** How often the folder's settings were written, and whether there are any. */
    this.written = 0;
    this.hasSettings = false;
    /** When the page last heard from or told the extension host anything, as of `performance.now()`. */
    this.lastMessage = performance.now();
    /** @type {string | Buffer} */
    this.lastPayload = '';
    this.settled = false;
    page.on('websocket', (socket) => {
      const heard = (/** @type {{ payload: string | Buffer }} */ { payload }) => {
        if (payload.length <= onlyReceipts || repeatedForEver.test(String(payload.slice(0, 200)))) return;
        this.lastMessage = performance.now();
        this.lastPayload = payload;
      };
      socket.on('framereceived', heard);
      socket.on('framesent', heard);
    });
  }

  /**
   * Waits until editor, extensions and language servers have nothing more to do. While extensions still start, each that
   * registers something makes the editor ask all of them again, for an open list of suggestions too.
   */
  async settle() {
    this.settled = true;
    await this.rest(atRest);
  }

  /**
   * Waits for a time in which nothing has anything to do.
   * @param {number} silence how long the extension host is to say and hear nothing, in milliseconds
   */
  async rest(silence) {
    if (await idle(() => performance.now() - this.lastMessage < silence)) return;
    const last = String(this.lastPayload)
      .replaceAll(/[^ -~]+/g, ' ')
      .slice(0, 500);
    console.log(`office-hours-test   (the editor did not come to rest; the last message: ${last})`);
  }

  /**
   * Writes settings of the folder, and waits until the editor has read them.
   * @param {Record<string, unknown>} settings `{}` takes those away that were written before
   */
  async useSettings(settings) {
    const hadSettings = this.hasSettings;
    this.hasSettings = Object.keys(settings).length > 0;
    if (!hadSettings && !this.hasSettings) return;
    // All of them are read at once, and the window tells of this one, in a window for development after other words.
    const before = await this.page.title();
    const title = `settings ${++this.written}`;
    const file = join(this.folder, '.vscode', 'settings.json');
    mkdirSync(dirname(file), { recursive: true });
    if (this.hasSettings) writeFileSync(file, JSON.stringify({ ...settings, 'window.title': title }));
    else rmSync(file);
    await eventually(
      'the settings to be read',
      () => this.page.title(),
      (shown) => (this.hasSettings ? shown.includes(title) : shown !== before),
    );
  }

  /**
   * Makes the system's colors others, which the editor follows.
   * @param {'dark' | 'light'} theme
   */
  async useTheme(theme) {
    await this.page.emulateMedia({ colorScheme: theme });
    await this.page.waitForSelector(`.monaco-workbench.${theme === 'dark' ? 'vs-dark' : 'vs'}`);
  }

  /**
   * Opens a file by name as Ctrl+P does.
   * @param {string} name enough of its path to come first in the list
   */
  async quickOpen(name) {
    const file = name.split('/').at(-1) ?? name;
    await this.#ask('Control+P', name, file);
    await this.#take(file, name);
    await this.page.waitForSelector(`.tab.active[aria-label^="${file}"]`);
    await this.page.waitForSelector('.editor-instance .monaco-editor .view-line');
    await this.focusEditor();
    // The first document starts extensions.
    if (!this.settled) await this.settle();
  }

  /**
   * Runs a command from the palette.
   * @param {string} title as the palette shows it, with its category: `Office Hours: New office hours note`
   */
  async runCommand(title) {
    await this.#ask('F1', `>${title}`, title);
    await this.#take(title, `>${title}`);
  }

  /**
   * Runs a command until it has done its work. A view that was opened before takes the keyboard when it is ready, which closes the
   * palette, also after Enter, and may then show again what it showed before.
   * @param {string} title
   * @param {() => Promise<boolean>} isDone
   */
  async #runUntil(title, isDone) {
    const become = (/** @type {boolean} */ isIt) => isIt;
    await eventually(
      `${title} to have done its work`,
      async () => {
        if (await isDone()) return true;
        await this.press('Escape', 'Escape');
        await this.runCommand(title);
        return comes(eventually(title, isDone, become, oneTry));
      },
      become,
    );
  }

  /** Closes every editor without saving. */
  async closeEditors() {
    const tabs = this.page.locator('.tabs-container .tab');
    for (let left = await tabs.count(); left > 0; left = await tabs.count()) {
      const before = left;
      await this.#runUntil('View: Revert and Close Editor', async () => (await tabs.count()) < before);
    }
  }

  /** Shows the Explorer with its folders closed beside the editors, and nothing else: no panel, no messages. */
  async showOnlyExplorer() {
    const { page } = this;
    const isHidden = (/** @type {string} */ selector) => async () =>
      !(await page.locator(selector).first().isVisible());
    await this.#runUntil('View: Hide Panel', isHidden('.part.panel'));
    const rows = page.locator('.explorer-folders-view .monaco-list-row').first();
    await this.#runUntil('View: Show Explorer', () => rows.isVisible());
    await this.closeFolders();
    await this.#runUntil(
      'Notifications: Clear All Notifications',
      isHidden('.statusbar-item .codicon-bell-dot, .notifications-center.visible'),
    );
  }

  /** Closes the folders in the Explorer. */
  async closeFolders() {
    const open = this.page.locator('.explorer-folders-view .monaco-list-row[aria-expanded="true"]').first();
    await this.#runUntil('Collapse Folders in Explorer', async () => !(await open.isVisible()));
  }

  /**
   * @param {string} text in the palette
   * @param {string} title of a command that is there
   * @returns {Promise<string[]>} the titles of the commands in view that have it, with their categories
   */
  async commands(text, title) {
    await this.#ask('F1', `>${text}`, title);
    const found = await this.page.locator('.quick-input-list .monaco-list-row .label-name').allInnerTexts();
    await this.press('Escape');
    await this.page.waitForSelector('.quick-input-widget', { state: 'hidden' });
    return found;
  }

  /** Puts the keyboard focus into the open editor. */
  async focusEditor() {
    const editor = this.page.locator('.editor-group-container.active .monaco-editor').first();
    if (await editor.evaluate((element) => element.classList.contains('focused'))) return;
    await this.press('Control+1');
    await this.page.waitForSelector('.editor-group-container.active .monaco-editor.focused');
  }

  /**
   * Types as a keyboard does, so the editor's own reactions (suggestions, closing brackets, indentation) happen.
   * @param {string} text
   */
  async type(text) {
    await this.page.keyboard.type(text, { delay: 20 });
  }

  /**
   * @param {...string} keys one after another, as Playwright names them: `Control+Space`, `Escape`
   */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /**
   * Moves the cursor.
   * @param {number} line 1-based
   * @param {number} [column] 1-based
   */
  async goTo(line, column = 1) {
    await this.focusEditor();
    await this.#ask('Control+G', `:${line}:${column}`);
    await this.press('Enter');
    await this.page.waitForSelector('.quick-input-widget', { state: 'hidden' });
    // The input takes the keyboard along for a moment, and where the cursor is there already nothing else tells of the end of it.
    await this.page.waitForSelector('.editor-group-container.active .monaco-editor.focused');
    await eventually(
      'the cursor',
      () => this.statusBar(),
      (texts) => texts.some((text) => text.startsWith(`Ln ${line}, Col ${column}`)),
    );
  }

  /** @returns {Promise<string[]>} the status bar's items */
  async statusBar() {
    return this.page.locator('.statusbar-item').allInnerTexts();
  }

  /**
   * Waits for the list of suggestions.
   * @param {string} [label] and for this one to be in it
   * @returns {Promise<{ label: string, detail: string }[]>} the rows in view, in their order
   */
  async suggestions(label) {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    return eventually(
      `suggestions with ${label ?? 'anything'}`,
      () =>
        rows.evaluateAll((elements) =>
          elements
            .sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
            .map((row) => ({
              label: row.querySelector('.label-name')?.textContent ?? '',
              detail: row.querySelector('.details-label')?.textContent ?? '',
            })),
        ),
      (found) => (label === undefined ? found.length > 0 : found.some((each) => each.label === label)),
    );
  }

  /**
   * Takes a suggestion with the keyboard.
   * @param {string} label
   */
  async acceptSuggestion(label) {
    const rows = await this.suggestions(label);
    const focused = '.suggest-widget.visible .monaco-list-row.focused .label-name';
    for (let step = 0; step <= rows.length; step++) {
      // A list that a trigger character opened has no focus until an arrow key is pressed.
      if ((await this.page.locator(focused).allTextContents())[0] === label) {
        await this.press('Enter');
        return;
      }
      await this.press('ArrowDown');
    }
    throw new Error(`The suggestion ${label} cannot be reached`);
  }

  /**
   * Opens the Problems panel.
   * @param {(messages: string[]) => boolean} [accept] waits until it holds
   * @returns {Promise<string[]>} the rows as they read, files included
   */
  async problems(accept = () => true) {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.runCommand('View: Focus Problems (Errors, Warnings, Infos)');
    await panel.waitFor();
    return eventually('problems', () => panel.locator('.monaco-list-row').allInnerTexts(), accept);
  }

  /**
   * Points at some text of the open document with the mouse; again and again, as somebody does who waits for what is still
   * being read.
   * @param {string} text as it stands in one line in view
   * @param {RegExp} [words] that the hover is to say
   * @returns {Promise<string>} what the hover says
   */
  async hover(text, words = /\S/) {
    const hover = this.page.locator('.monaco-resizable-hover .monaco-hover:not(.hidden)').first();
    const isTold = (/** @type {string} */ said) => words.test(said) && !/^Loading\W*$/.test(said.trim());
    return eventually(
      `a hover over ${text}`,
      async () => {
        const { x, y } = await placeOf(this.page, text);
        // A hover answers to movement, so come from beside, and from none.
        await this.page.mouse.move(x, y + 60);
        await hover.waitFor({ state: 'hidden', timeout: oneTry }).catch(() => {});
        await this.page.mouse.move(x, y, { steps: 4 });
        const read = async () => ((await hover.isVisible()) ? hover.innerText({ timeout: oneTry }) : '');
        return eventually(text, read, isTold, oneTry).catch(() => read());
      },
      isTold,
    );
  }

  /**
   * Opens the light bulb's menu at the cursor.
   * @param {string} [title] waits for this action to be in it
   * @returns {Promise<string[]>} the actions' titles
   */
  async quickFixes(title) {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    return eventually(
      `quick fixes with ${title ?? 'anything'}`,
      async () => {
        // The editor forgets the question when an extension that starts late makes it ask everybody again.
        if (!(await rows.first().isVisible())) await this.press('Control+.');
        await comes(rows.first().waitFor({ timeout: oneTry }));
        const titles = await rows.allInnerTexts();
        // A menu does not change; what the server has not found yet is in the next one.
        if (title !== undefined && titles.length > 0 && !titles.includes(title)) await this.press('Escape');
        return titles;
      },
      (titles) => (title === undefined ? titles.length > 0 : titles.includes(title)),
    );
  }

  /**
   * Chooses from the light bulb's menu at the cursor.
   * @param {string} title
   */
  async applyQuickFix(title) {
    await this.quickFixes(title);
    await this.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first().click();
    await this.page.waitForSelector('.action-widget', { state: 'hidden' });
  }

  /**
   * Waits for a list or an input box at the top of the window.
   * @returns {Promise<{ title: string, rows: string[], details: string[], message: string }>} what it shows
   */
  async quickInput() {
    const widget = this.page.locator('.quick-input-widget');
    await widget.locator('input').first().waitFor();
    return {
      title: await widget.locator('.quick-input-title').innerText(),
      rows: await widget.locator(`${labelsOfRows}:not(${belowLabel} *)`).allInnerTexts(),
      // Rows that are used again keep what the list before had below its labels, hidden.
      details: await widget.locator(`${labelsOfRows}:is(${belowLabel} *):visible`).allInnerTexts(),
      message: await widget.locator('.quick-input-message').innerText(),
    };
  }

  /**
   * Takes an entry of the context menu that is open. A menu takes no click in its first tenth of a second, so that the one that
   * opened it is none (vs/base/browser/ui/menu/menu.ts).
   * @param {string} text of the entry
   */
  async takeFromMenu(text) {
    const entry = this.page.locator('.monaco-menu .action-label', { hasText: text });
    await entry.waitFor();
    await eventually(
      `${text} to be taken`,
      async () => {
        await comes(entry.click({ timeout: oneTry }));
        return !(await entry.isVisible());
      },
      (isTaken) => isTaken,
    );
  }

  /** @returns {Promise<string[]>} the messages in the corner */
  async notifications() {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  }

  /** @returns {Promise<string>} the lines of the open editor that are in view */
  async visibleText() {
    const lines = await this.page
      .locator('.editor-group-container.active .monaco-editor .view-line')
      .evaluateAll((elements) =>
        elements
          .map((element) => /** @type {HTMLElement} */ (element))
          .sort((a, b) => Number.parseInt(a.style.top, 10) - Number.parseInt(b.style.top, 10))
          .map((element) => element.textContent ?? ''),
      );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Saves the open document, which must have been changed. */
  async save() {
    await this.page.waitForSelector('.tab.active.dirty');
    const isSaved = () => comes(this.page.waitForSelector('.tab.active:not(.dirty)', { timeout: oneTry }));
    await eventually(
      'the document to be saved',
      async () => {
        await this.focusEditor();
        await this.press('Control+S');
        return isSaved();
      },
      (saved) => saved,
    );
  }

  /**
   * @param {string} path below the open folder
   * @returns {string} what is saved there
   */
  readFile(path) {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** @returns {Promise<string>} where the keyboard is and what is open, for the log of a test that failed */
  async state() {
    return this.page.evaluate(() => {
      const texts = (/** @type {string} */ selector) =>
        [...document.querySelectorAll(selector)]
          .filter((element) => element.checkVisibility())
          .map((element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 200));
      const shown = {
        focus: [
          document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.className ?? '',
        ],
        tabs: texts('.tab'),
        'active tab': texts('.tab.active'),
        input: [...document.querySelectorAll('.quick-input-widget input[type="text"]')]
          .filter((element) => element.checkVisibility())
          .map((element) => /** @type {HTMLInputElement} */ (element).value),
        rows: texts('.quick-input-list .monaco-list-row'),
        suggestions: texts('.suggest-widget.visible .monaco-list-row'),
        panel: texts('.part.panel .composite.title, .part.panel .action-item.checked'),
        messages: texts('.notification-list-item-message'),
        text: texts('.editor-group-container.active .view-line'),
      };
      return Object.entries(shown)
        .filter(([, found]) => found.length > 0)
        .map(([name, found]) => `${name}: ${found.slice(0, 30).join(' | ')}`)
        .join('\n');
    });
  }

  /**
   * Keeps a picture of the window.
   * @param {string} name of the file, without extension
   */
  async screenshot(name) {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`), animations: 'disabled' });
  }

  /**
   * Opens the input at the top and writes into it; again, where one that was just closing takes it along.
   * @param {string} key opens it
   * @param {string} text
   * @param {string} [label] of an entry that is to be in the list then
   */
  async #ask(key, text, label) {
    const input = this.page.locator('.quick-input-widget input[type="text"]').first();
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    const entry = label === undefined ? input : rows.filter({ hasText: label }).first();
    const values = () =>
      input.evaluateAll((found) => found.map((each) => /** @type {HTMLInputElement} */ (each).value));
    await eventually(
      `${text} in the input at the top`,
      async () => {
        await this.press(key);
        // A list that was read before a file came asks anew for another text alone.
        const [value] = await values();
        if (value === text) await comes(input.fill(text.slice(0, -1), { timeout: oneTry }));
        return (
          (await comes(input.fill(text, { timeout: oneTry }))) && comes(entry.waitFor({ timeout: oneTry }))
        );
      },
      (isThere) => isThere,
    );
  }

  /**
   * Takes an entry of a list that is searched by a text. The editor finds more entries while it waits; Enter at the moment when
   * it puts them in takes none and leaves the list open, so it is pressed until the list is gone.
   * @param {string} label
   * @param {string} text in the input at the top
   */
  async #take(label, text) {
    const input = this.page.locator('.quick-input-widget:visible input[type="text"]');
    await eventually(
      `${label} to be taken`,
      async () => {
        await this.pick(label);
        const values = await input.evaluateAll((found) =>
          found.map((element) => /** @type {HTMLInputElement} */ (element).value),
        );
        return values[0] !== text;
      },
      (isTaken) => isTaken,
    );
  }

  /**
   * Types into the box at the top of the window, once it has the keyboard.
   * @param {string} text replaces what is in it
   */
  async typeInBox(text) {
    const input = this.page.locator('.quick-input-widget input[type="text"]').first();
    await eventually(
      'the focus in the box',
      () => input.evaluate((element) => element === document.activeElement),
      (focused) => focused,
    );
    await this.press('Control+A');
    await this.type(text);
    await eventually(
      `${text} in the box`,
      () => input.inputValue(),
      (value) => value === text,
    );
  }

  /**
   * Takes an entry of the list at the top of the window with the keyboard, and only when it really has the focus: keys
   * pressed before the list listens are lost.
   * @param {string} label
   */
  async pick(label) {
    const list = this.page.locator('.quick-input-list');
    const wanted = label.toLowerCase();
    await eventually(
      `an entry ${label}`,
      () => list.locator('.monaco-list-row .label-name').allInnerTexts(),
      (labels) => labels.some((each) => each.toLowerCase() === wanted),
    );
    const hasFocus = (/** @type {string[]} */ focused) => focused[0]?.toLowerCase() === wanted;
    await eventually(
      `the focus on ${label}`,
      async () => {
        const focused = await list.locator('.monaco-list-row.focused .label-name').allInnerTexts();
        if (!hasFocus(focused)) await this.press('ArrowDown');
        return focused;
      },
      hasFocus,
    );
    // A command may open the next list at once, so this one need not disappear.
    await this.press('Enter');
  }
}
