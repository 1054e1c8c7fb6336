/** A test run inside a workbench in the browser: its console becomes ours, and how it ended is what we give. */

import { findChromium, launchChromium } from './chromium.mjs';

/** What is given when the suite never said how it went: the server or the page went away. */
const ended = 70;

/**
 * Opens a workbench that was told to run tests, and waits for their end.
 * @param {string} address
 * @param {Promise<unknown>} gone settled when the server behind the address ends
 * @returns {Promise<number>} the exit code
 */
export async function runInPage(address, gone) {
  const browser = await launchChromium(await findChromium());
  try {
    // The clipboard is asked for by a test, and nobody is there to allow it.
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    /** @type {(code: number) => void} */
    let finish = () => {};
    /** @type {Promise<number>} */
    const finished = new Promise((done) => {
      finish = done;
    });
    await page.exposeFunction('codeAutomationLog', printConsole);
    await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => finish(code));
    /** @type {Promise<typeof ended>} */
    const crashed = new Promise((done) => page.on('crash', () => done(ended)));
    if (process.env.OFFICE_HOURS_SERVER_LOG) page.on('console', (message) => console.error(message.text()));
    await page.goto(address);
    return await Promise.race([finished, gone.then(() => ended), crashed]);
  } finally {
    await browser.close();
  }
}

/**
 * The console of the page carries that of the extension host.
 * @param {string} type a console method's name
 * @param {unknown[]} values
 */
function printConsole(type, values) {
  const text = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
  if (type === 'error' || type === 'warn') console.error(text);
  else console.log(text);
}
