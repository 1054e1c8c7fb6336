import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  canonicalUri,
  componentsBelow,
  fileNameOf,
  isBelow,
  joinUri,
  parentUri,
} from '../../../server/core/archive/uri.ts';

/** As vscode-uri's `encodeURIComponentFast` does: letters, digits and `-._~` stay. */
const encoded = (component: string): string =>
  encodeURIComponent(component).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );

describe('canonicalUri', () => {
  for (const [uri, expected] of [
    ['file:///a/b.md', 'file:///a/b.md'],
    ['FILE:///a/b.md', 'file:///a/b.md'],
    ['file:///a/b/', 'file:///a/b'],
    ['file:///', 'file://'],
    ["file:///a (b)/c!'d*.md", 'file:///a%20%28b%29/c%21%27d%2A.md'],
    ['file:///a%2fb.md', 'file:///a%2Fb.md'],
    ['file:///C:/a.md', 'file:///c%3A/a.md'],
    ['file:///c%3A/a.md', 'file:///c%3A/a.md'],
    ['file:///100%/a.md', 'file:///100%25/a.md'],
    ['file://server/share/a.md', 'file://server/share/a.md'],
    ['vscode-vfs://github/o/r/a b.md', 'vscode-vfs://github/o/r/a%20b.md'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
    ['untitled:/a/b.md', 'untitled:/a/b.md'],
    ['', ''],
  ] as const) {
    it(`${uri} → ${expected}`, () => {
      assert.equal(canonicalUri(uri), expected);
      assert.equal(canonicalUri(expected), expected);
    });
  }

  it('is what vscode-uri prints, whoever spelled it before', () => {
    const component = fc
      .string({ minLength: 1, unit: 'grapheme' })
      .filter((text) => !/[/\\\0]|^\.+$/.test(text));
    fc.assert(
      fc.property(fc.array(component, { minLength: 1, maxLength: 4 }), (components) => {
        const expected = `file:///x/${components.map(encoded).join('/')}`;
        assert.equal(canonicalUri(pathToFileURL(`/x/${components.join('/')}`).href), expected);
        assert.equal(canonicalUri(expected), expected);
      }),
    );
  });
});

describe('parts of a URI', () => {
  it('finds the folder', () => {
    assert.equal(parentUri('file:///a/b.md'), 'file:///a');
    assert.equal(parentUri('untitled:Untitled-1'), '');
  });

  it('decodes the name', () => {
    assert.equal(fileNameOf('file:///a/b%20%28c%29.md'), 'b (c).md');
    assert.equal(fileNameOf('untitled:Untitled-1'), 'Untitled-1');
    assert.equal(fileNameOf('file:///a/%zz.md'), '%zz.md');
  });

  it('joins encoded', () => {
    assert.equal(joinUri('file:///a', 'b c', '#1?.md'), 'file:///a/b%20c/%231%3F.md');
    assert.equal(joinUri('file:///a', '../x'), 'file:///a/..%2Fx');
  });

  it('knows what lies below', () => {
    assert.ok(isBelow('file:///a/b', 'file:///a'));
    assert.ok(isBelow('file:///a', 'file:///a'));
    assert.ok(!isBelow('file:///ab', 'file:///a'));
    assert.deepEqual(componentsBelow('file:///w/a%20b/c.md', 'file:///w'), ['a b', 'c.md']);
  });
});
