import { eventually } from './eventually.mjs';

/**
 * Where some text of the open document stands in the window.
 * @param {import('playwright-core').Page} page
 * @param {string} text as it stands in one line in view
 * @returns {Promise<{ x: number, y: number }>} its middle, in CSS pixels; waits until it is in view: what was just typed may not be drawn yet
 */
export async function placeOf(page, text) {
  const place = await eventually(
    `${text} in view`,
    () => lookFor(page, text),
    (found) => found !== undefined,
  );
  return /** @type {{ x: number, y: number }} */ (place);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} text
 * @returns {Promise<{ x: number, y: number } | undefined>}
 */
async function lookFor(page, text) {
  return page
    .locator('.editor-group-container.active .monaco-editor .view-line')
    .evaluateAll((lines, wanted) => {
      for (const line of lines) {
        const from = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
        if (from < 0) continue;
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let passed = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0;
          const middle = from + Math.floor(wanted.length / 2) - passed;
          if (middle < length) {
            const range = document.createRange();
            range.setStart(node, middle);
            range.setEnd(node, middle + 1);
            const box = range.getBoundingClientRect();
            return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
          }
          passed += length;
        }
      }
      return undefined;
    }, text);
}
