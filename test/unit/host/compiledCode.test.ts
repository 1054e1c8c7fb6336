import { deepEqual, equal, notEqual } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const starter = `
import { keepCompiled } from './server/host/compiledCode.ts';
const [, , file, folder] = process.argv;
keepCompiled(file, folder);
process.stdout.write(require(file).answer() + require(file).answer());
`;

describe('what was compiled of a bundle', () => {
  let folder: string;
  let kept: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'compiled-code-'));
    buildSync({
      stdin: { contents: starter, resolveDir: process.cwd() },
      outfile: join(folder, 'start.js'),
      bundle: true,
      platform: 'node',
      target: 'node20',
    });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    kept = mkdtempSync(join(folder, 'kept-'));
    write('one');
  });

  const bundle = () => join(folder, 'bundle.js');
  const write = (answer: string) =>
    writeFileSync(
      bundle(),
      `"use strict";((module)=>{module.exports={answer:()=>"${answer} "}})(typeof module==="object"?module:{});`,
    );
  const start = (place = kept) =>
    execFileSync(process.execPath, [join(folder, 'start.js'), bundle(), place], { encoding: 'utf8' });
  const files = () => readdirSync(kept).map((name) => join(kept, name));

  it('is kept at the end, and used by the next start', () => {
    equal(start(), 'one one ');
    const [file, ...others] = files();
    deepEqual(others, []);
    const { mtimeMs, size, ino } = statSync(file!);
    equal(start(), 'one one ');
    deepEqual(files(), [file]);
    const now = statSync(file!);
    deepEqual([now.mtimeMs, now.size, now.ino], [mtimeMs, size, ino]);
  });

  it('is not used for other code', () => {
    start();
    write('three');
    equal(start(), 'three three ');
    equal(files().length, 2);
  });

  it('is replaced when V8 cannot use it', () => {
    start();
    const [file] = files();
    const whole = readFileSync(file!);
    for (const broken of [Buffer.alloc(0), Buffer.from('broken'), whole.subarray(0, whole.length / 2)]) {
      writeFileSync(file!, broken);
      equal(start(), 'one one ');
      notEqual(statSync(file!).size, broken.length);
    }
  });

  it('is done without where it cannot be written', () => {
    equal(start(join(bundle(), 'no-folder')), 'one one ');
  });
});
