/** What the marketplaces show of the extension, and the editor of its settings and commands. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { englishManifest } from '../helpers/manifest.ts';

interface Setting {
  readonly order?: number;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
}

const manifest = englishManifest;
const settings = Object.entries<Setting>(manifest.contributes.configuration.properties);
const commands: readonly { command: string; title: string; category: string; icon?: string }[] =
  manifest.contributes.commands;

/** Of a PNG, in pixels (W3C, PNG, "IHDR"). */
function sizeOf(file: string): [width: number, height: number] {
  const bytes = readFileSync(file);
  assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('the extension in the marketplaces', () => {
  it('has an icon of 256 pixels, and one of 128', () => {
    assert.equal(manifest.icon, 'media/icon.png');
    assert.deepEqual(
      [sizeOf(manifest.icon), sizeOf('media/icon-128.png')],
      [
        [256, 256],
        [128, 128],
      ],
    );
  });

  it('is free and no preview, and runs where the notes are', () => {
    const { pricing, preview, extensionKind } = manifest;
    assert.deepEqual([pricing, preview, extensionKind], ['Free', false, ['workspace']]);
  });

  it('has a banner on which its theme is readable', () => {
    const { color, theme } = manifest.galleryBanner;
    const [red = 0, green = 0, blue = 0] =
      (color as string).match(/[0-9a-f]{2}/g)?.map((part) => Number.parseInt(part, 16)) ?? [];
    assert.equal(theme, 'dark');
    assert.ok(0.299 * red + 0.587 * green + 0.114 * blue < 110, color);
  });

  it('is found by at most thirty words, each once', () => {
    const { keywords } = manifest;
    assert.ok(keywords.length <= 30 && new Set(keywords).size === keywords.length);
    assert.ok(manifest.description.length <= 145, 'npm and the marketplaces cut a longer description');
  });
});

describe('the settings in the settings editor', () => {
  it('have an order, each its own', () => {
    const orders = settings.map(([, { order }]) => order);
    assert.ok(
      orders.every((order) => order !== undefined),
      settings.filter(([, { order }]) => order === undefined).join(),
    );
    assert.equal(new Set(orders).size, orders.length);
    assert.deepEqual(
      orders,
      [...orders].sort((a = 0, b = 0) => a - b),
      'package.json has them in that order',
    );
  });

  for (const [name, setting] of settings) {
    it(`say what ${name} is`, () => {
      const said = setting.markdownDescription ?? setting.description ?? '';
      assert.match(said, /^[A-Z][^!]*\.$/);
      assert.equal(setting.enumDescriptions?.length, setting.enum?.length, 'a description of each value');
    });
  }
});

describe('the commands in the palette', () => {
  for (const { command, title, category, icon = '$(x)' } of commands) {
    it(`have a title and a category: ${title}`, () => {
      assert.equal(category, 'Office Hours');
      assert.match(command, /^officeHours\.[a-zA-Z.]+$/);
      assert.ok(!/[.!:]$|\.\.\./.test(title), 'an ellipsis is one character, and there is no period');
      assert.match(icon, /^\$\([a-z-]+\)$/, 'an icon of the editor, which follows the theme');
    });
  }
});
