/** The colour of a word in the open document. */

/**
 * @param {import('./workbench.mjs').Workbench} workbench
 * @param {string} context enough of a line to know it by
 * @param {string} word in it
 * @returns {Promise<string>} its colour as CSS writes it; nothing when it is not in view
 */
export function colourOnScreen({ page }, context, word) {
  const lines = page.locator('.editor-group-container.active .monaco-editor .view-line');
  return lines.evaluateAll(
    (found, [wanted, part]) => {
      for (const line of found) {
        const at = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
        if (at < 0) continue;
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let left = at + wanted.indexOf(part);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0;
          if (left < length && node.parentElement) return getComputedStyle(node.parentElement).color;
          left -= length;
        }
      }
      return '';
    },
    /** @type {const} */ ([context, word]),
  );
}
