/** A note that each test writes on at the end of, from the same text. */

import assert from 'node:assert/strict';

export class WrittenOn {
  #workbench;
  #path;
  /** What is there before the test writes; may be set. */
  start;

  /**
   * @param {import('./workbench.mjs').Workbench} workbench with the note in its active editor
   * @param {string} path the note's, below the open folder
   */
  constructor(workbench, path) {
    this.#workbench = workbench;
    this.#path = path;
    this.start = workbench.readFile(path);
  }

  /**
   * Types at the end.
   * @param {string} text
   */
  async type(text) {
    await this.put('');
    await this.#workbench.type(text);
  }

  /**
   * Puts text there without a key of it being typed.
   * @param {string} text
   */
  async put(text) {
    await this.#workbench.focusEditor();
    await this.#workbench.press('Escape', 'Control+A', 'Delete');
    await this.#workbench.page.keyboard.insertText(this.start + text);
    await this.#workbench.press('Control+End');
  }

  /** Saves. @returns {Promise<string>} what follows */
  async saved() {
    await this.#workbench.press('Escape');
    await this.#workbench.save();
    const text = this.#workbench.readFile(this.#path);
    assert.ok(text.startsWith(this.start));
    return text.slice(this.start.length);
  }

  /**
   * Saves, and fails unless this is what follows.
   * @param {string} text
   */
  async expect(text) {
    assert.equal(await this.saved(), text);
  }
}
