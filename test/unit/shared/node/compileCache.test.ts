import { deepEqual } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileCache, removeOtherCaches } from '../../../../shared/node/compileCache.ts';

describe('the compiled code of the server', () => {
  it('has a folder for each version, unless the user has decided', () => {
    const folder = { NODE_COMPILE_CACHE: join('storage', '1.2.3') };
    deepEqual(compileCache('storage', '1.2.3', {}), folder);
    deepEqual(compileCache('storage', '1.2.3', { NODE_COMPILE_CACHE: '' }), folder);
    deepEqual(compileCache('storage', '1.2.3', { NODE_COMPILE_CACHE: '/mine' }), {});
    deepEqual(compileCache('storage', '1.2.3', { NODE_DISABLE_COMPILE_CACHE: '1' }), {});
  });

  it('of other versions is removed', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'compiled-'));
    try {
      for (const version of ['1.2.2', '1.2.3']) {
        mkdirSync(join(parent, version, 'v24'), { recursive: true });
        writeFileSync(join(parent, version, 'v24', 'a'), 'x');
      }
      await removeOtherCaches(parent, '1.2.3');
      deepEqual(readdirSync(parent), ['1.2.3']);
      await removeOtherCaches(join(parent, 'gone'), '1.2.3');
    } finally {
      rmSync(parent, { recursive: true, force: true });
    }
  });
});
