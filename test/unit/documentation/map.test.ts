/** ARCHITECTURE.md's map: every path in it exists, and every folder of the sources is in it. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';

const page = readFileSync('ARCHITECTURE.md', 'utf8');
const map = page.slice(page.indexOf('\n## Map\n'), page.indexOf('\n### Imports between folders'));
const rows = [...map.matchAll(/^\| (`[^|]+) \| ([^|]+) \|$/gm)].map(([, paths = '', about = '']) => ({
  paths: [...paths.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
  about,
}));
const named = rows.flatMap(({ paths }) => paths);

const foldersIn = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${path === '.' ? '' : `${path}/`}${name}/`);

/** What is made, fetched or of a tool. */
const notOurs = /^(?:\.|node_modules\/|dist\/|out\/)/;

describe("the architecture's map", () => {
  it('names paths that exist', () => {
    assert.ok(named.length > 20);
    for (const path of named) {
      const [folder = '.', pattern] = path.includes('*')
        ? [path.replace(/\/[^/]*$/, ''), path]
        : [path, undefined];
      assert.ok(existsSync(folder), path);
      if (pattern === undefined) continue;
      const start = pattern.slice(folder.length + 1, pattern.indexOf('*'));
      assert.ok(
        readdirSync(folder).some((name) => name.startsWith(start)),
        path,
      );
    }
  });

  it('names every folder at the top, and every one of the server', () => {
    const folders = [
      ...foldersIn('.').filter((path) => !notOurs.test(path)),
      ...foldersIn('server/core'),
      ...foldersIn('server'),
    ];
    const isNamed = (path: string) => named.some((each) => each === path || each.startsWith(path));
    assert.deepEqual(
      folders.filter((path) => !isNamed(path)),
      [],
    );
  });

  it('says what is below a folder by names that are there', () => {
    for (const { paths, about } of rows) {
      for (const [, below = ''] of about.matchAll(/`([\w-]+)\/`/g))
        assert.ok(
          paths.some((path) => existsSync(join(path, below))),
          `${paths.join()}: ${below}`,
        );
    }
  });

  it('of the text names files that exist', () => {
    const zones = ['', 'server/', 'server/core/'];
    const files = [...page.matchAll(/`((?:\w[\w.-]*\/)+[\w.-]+\.(?:ts|mjs|json|md))`/g)].map(
      ([, path = '']) => path,
    );
    assert.ok(files.length > 20);
    assert.deepEqual(
      files.filter((path) => !zones.some((zone) => existsSync(zone + path))),
      [],
    );
  });
});
