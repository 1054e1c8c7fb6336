import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { createExclusively } from '../../../client/host/createExclusively.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('createExclusively', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'office-hours-create-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('writes a new file and the folders around it', async () => {
    const path = join(folder, 'docs', 'office-hours', 'a.md');
    assert.deepEqual(await createExclusively(path, bytes('# note\n')), { kind: 'created' });
    assert.equal(readFileSync(path, 'utf8'), '# note\n');
  });

  it('leaves a file that is there', async () => {
    const path = join(folder, 'a.md');
    writeFileSync(path, 'precious');
    assert.deepEqual(await createExclusively(path, bytes('x')), { kind: 'exists' });
    assert.equal(readFileSync(path, 'utf8'), 'precious');
  });

  it('leaves a folder that is there', async () => {
    mkdirSync(join(folder, 'a.md'));
    assert.deepEqual(await createExclusively(join(folder, 'a.md'), bytes('x')), { kind: 'exists' });
  });

  it('writes through no link, not even one that leads nowhere', async () => {
    const outside = join(folder, 'outside.md');
    symlinkSync(outside, join(folder, 'a.md'));
    assert.deepEqual(await createExclusively(join(folder, 'a.md'), bytes('x')), { kind: 'exists' });
    assert.ok(!existsSync(outside));
  });

  it('lets one of many at once win, whole', async () => {
    const path = join(folder, 'docs', 'a.md');
    const texts = Array.from({ length: 40 }, (_, index) => `${index}\n`.repeat(2000));
    const results = await Promise.all(texts.map((text) => createExclusively(path, bytes(text))));
    const winners = results.flatMap(({ kind }, index) => (kind === 'created' ? [index] : []));
    assert.equal(winners.length, 1);
    assert.ok(results.every(({ kind }) => kind === 'created' || kind === 'exists'));
    assert.equal(readFileSync(path, 'utf8'), texts[winners[0]!]);
  });

  it('leaves nothing half-written', async () => {
    const path = join(folder, 'docs', 'deep', 'a.md');
    const result = await createExclusively(path, bytes('# note\n'), async (file) => {
      await file.writeFile('# n');
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    });
    assert.deepEqual(result, { kind: 'failed', reason: 'no space left on the device' });
    assert.deepEqual(readdirSync(folder), []);
  });

  it('takes away nothing that has become somebody else’s', async () => {
    const path = join(folder, 'a.md');
    const result = await createExclusively(path, bytes('# note\n'), async () => {
      rmSync(path);
      writeFileSync(path, 'precious');
      throw new Error('broken');
    });
    assert.deepEqual(result, { kind: 'failed', reason: 'broken' });
    assert.equal(readFileSync(path, 'utf8'), 'precious');
  });

  it('keeps a new folder that somebody else uses by now', async () => {
    const path = join(folder, 'docs', 'deep', 'a.md');
    await createExclusively(path, bytes('x'), async () => {
      writeFileSync(join(folder, 'docs', 'b.md'), 'precious');
      throw new Error('broken');
    });
    assert.deepEqual(readdirSync(join(folder, 'docs')), ['b.md']);
  });

  for (const [name, path, reason] of [
    ['a file where a folder should be', ['file', 'a.md'], 'part of its path is a file'],
    ['a file further up', ['file', 'docs', 'a.md'], 'part of its path is a file'],
    ['a name beyond reason', ['x'.repeat(300)], 'its path is too long'],
  ] as const) {
    it(`says what is wrong: ${name}`, async () => {
      writeFileSync(join(folder, 'file'), 'precious');
      assert.deepEqual(await createExclusively(join(folder, ...path), bytes('x')), {
        kind: 'failed',
        reason,
      });
      assert.equal(readFileSync(join(folder, 'file'), 'utf8'), 'precious');
      assert.deepEqual(readdirSync(folder), ['file']);
    });
  }
});
