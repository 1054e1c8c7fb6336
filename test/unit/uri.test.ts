import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  canonicalUri,
  componentsBelow,
  fileNameOf,
  fileUri,
  isBelow,
  joinUri,
  parentUri,
  resolveUri,
} from '../../server/core/uri.ts';

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
    ['file://SERVER/Share/a.md', 'file://server/Share/a.md'],
    ['file://wsl%24/Debian/a.md', 'file://wsl%24/Debian/a.md'],
    ['file:///D%3A/a b/', 'file:///d%3A/a%20b'],
    ['file:///d:', 'file:///d%3A'],
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

describe('fileUri', () => {
  for (const [path, expected] of [
    ['/a b/c.md', 'file:///a%20b/c.md'],
    ['/a/b/', 'file:///a/b'],
    ['/100%/#1', 'file:///100%25/%231'],
    ['/a\\b', 'file:///a%5Cb'],
    ['C:\\notes\\a b', 'file:///c%3A/notes/a%20b'],
    ['c:/notes', 'file:///c%3A/notes'],
    ['C:\\', 'file:///c%3A'],
    ['\\\\Server\\Share\\notes', 'file://server/Share/notes'],
    ['notes', undefined],
    ['C:notes', undefined],
    ['', undefined],
  ] as const) {
    it(`${path} → ${expected ?? 'none'}`, () => {
      assert.equal(fileUri(path), expected);
    });
  }

  it('is what Node prints for the same path', () => {
    for (const path of ['/a b/ü.md', '/a%20b/(c)', '/x/y#z?'])
      assert.equal(fileUri(path), canonicalUri(pathToFileURL(path).href));
  });
});

describe('resolveUri', () => {
  for (const [uri, path, expected] of [
    ['file:///a/b.md', 'c.md', 'file:///a/c.md'],
    ['file:///a/b.md', './c d.md', 'file:///a/c%20d.md'],
    ['file:///a/b.md', '../c.md', 'file:///c.md'],
    ['file:///a/b.md', '../../../c.md', 'file:///c.md'],
    ['file:///a/b.md', '', 'file:///a/b.md'],
    ['file:///C:/a/b.md', '..\\c.md', 'file:///c%3A/c.md'],
    ['file://server/share/b.md', '../../../c.md', 'file://server/c.md'],
    ['vscode-vfs://github/o/r/a.md', 'docs/b.md', 'vscode-vfs://github/o/r/docs/b.md'],
  ] as const) {
    it(`${path} from ${uri} → ${expected}`, () => {
      assert.equal(resolveUri(uri, path), expected);
    });
  }
});

describe('the same folder under Windows’ spellings', () => {
  for (const uri of [
    'file:///c:/Notes/a.md',
    'file:///C:/Notes/a.md',
    'file:///C%3A/Notes/a.md',
    'FILE:///c%3a/Notes/a.md',
  ])
    it(`${uri} is below C:\\Notes`, () => {
      assert.ok(isBelow(canonicalUri(uri), fileUri('C:\\Notes')!));
      assert.equal(parentUri(canonicalUri(uri)), 'file:///c%3A/Notes');
    });
  it('a share is below its server’s name in any case', () => {
    assert.ok(isBelow(canonicalUri('file://FILES/team/notes/a.md'), fileUri('\\\\files\\team')!));
  });
});
