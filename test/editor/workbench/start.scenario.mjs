/** `npm start`: the samples' README in an editor, on a copy that is gone afterwards. */

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/cache.mjs';
import { findChromium, launchChromium } from '../../../scripts/editor/chromium.mjs';
import { start, stop } from '../../../scripts/processes.mjs';
import { removeTemporary, temporaryFolder } from '../../../scripts/temporary.mjs';
import { eventually, longest } from './eventually.mjs';

describe('npm start', () => {
  it('opens a copy of the samples at their README', async () => {
    const profile = temporaryFolder('start-profile');
    const env = { ...process.env, OFFICE_HOURS_PROFILE: profile, OFFICE_HOURS_EDITOR: 'server', PORT: '0' };
    const child = start(process.execPath, [join(root, 'scripts', 'start.mjs')], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    const browser = await launchChromium(await findChromium());
    try {
      const [address] = await eventually(
        'the address',
        async () => /http:\/\/\S+\/\?\S+/.exec(output) ?? [''],
        ([found]) => found !== '',
      );
      const folder = new URL(address).searchParams.get('folder') ?? '';
      assert.ok(existsSync(join(folder, 'README.md')));
      assert.ok(!folder.startsWith(root), folder);
      const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
      page.setDefaultTimeout(longest);
      await page.goto(address);
      await page.waitForSelector('.tab.active[aria-label^="README.md"]');
      await page.waitForSelector('.monaco-editor .view-line');
      await stop(child, 20_000);
      await ended;
      assert.ok(!existsSync(folder), 'the copy is still there');
    } finally {
      await browser.close();
      await stop(child);
      removeTemporary(profile);
    }
  });
});
