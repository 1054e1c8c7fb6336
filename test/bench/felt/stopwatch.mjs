/** Time as the writer sees it: from a key or a movement of the mouse to the picture that shows what came of it, inside the page. */

/**
 * @typedef {object} Sight
 * @property {'keydown' | 'mousemove'} from the event that the time begins with: the last one before what is waited for comes
 * @property {string} selector of what is waited for
 * @property {string} [text] in one of them
 * @property {number} [others] so many of them were there before
 */

/**
 * Starts to look; what makes it come is to follow.
 * @param {import('playwright-core').Page} page
 * @param {Sight} sight
 * @returns {Promise<() => Promise<number>>} waits until it is painted, and gives the milliseconds
 */
export async function watch(page, sight) {
  await page.evaluate(({ from, selector, text = '', others = 0 }) => {
    const seen = new Promise((resolve) => {
      let start = Number.NaN;
      const begin = (/** @type {Event} */ event) => {
        start = event.timeStamp;
      };
      const isThere = () => {
        const found = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
        return (
          found.length > others && (text === '' || found.some((each) => each.textContent?.includes(text)))
        );
      };
      const observer = new MutationObserver(() => {
        if (Number.isNaN(start) || !isThere()) return;
        observer.disconnect();
        removeEventListener(from, begin, true);
        // The frame with it is painted before the next task of the page.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - start);
          port2.postMessage(null);
        });
      });
      addEventListener(from, begin, true);
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
    Object.assign(globalThis, { officeHoursSeen: seen });
  }, sight);
  return () => page.evaluate(() => Reflect.get(globalThis, 'officeHoursSeen'));
}
