import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { inEnglish, t, verbatim } from '../../../../shared/l10n.ts';
import { createExclusively } from '../../../../shared/node/createExclusively.ts';
import { hasDescriptors } from '../../../../shared/node/heldFolder.ts';
import { isKept } from '../../../helpers/measures.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

type Steps = NonNullable<Parameters<typeof createExclusively>[3]>;

/** Both ways, where this system has both. */
for (const byDescriptor of hasDescriptors ? [true, false] : [false]) {
  describe(`createExclusively${byDescriptor ? ', by descriptors' : ''}`, () => {
    let folder = '';
    const create = (path: string, text: Uint8Array, steps: Steps = {}, within = {}) =>
      createExclusively(path, text, { root: folder, ...within }, { ...steps, byDescriptor });
    beforeEach(() => {
      folder = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-create-')));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('writes a new file and the folders around it', async () => {
      const path = join(folder, 'docs', 'office-hours', 'a.md');
      assert.deepEqual(await create(path, bytes('# note\n')), { kind: 'created' });
      assert.equal(readFileSync(path, 'utf8'), '# note\n');
    });

    it('leaves a file that is there (acceptance 37)', async () => {
      const path = join(folder, 'a.md');
      writeFileSync(path, 'precious');
      assert.deepEqual(await create(path, bytes('x')), { kind: 'exists' });
      assert.ok(isKept(readFileSync(path, 'utf8'), 'precious'));
    });

    it('leaves a folder that is there', async () => {
      mkdirSync(join(folder, 'a.md'));
      assert.deepEqual(await create(join(folder, 'a.md'), bytes('x')), { kind: 'exists' });
    });

    it('writes through no link, not even one that leads nowhere', async () => {
      const outside = join(folder, 'outside.md');
      symlinkSync(outside, join(folder, 'a.md'));
      assert.deepEqual(await create(join(folder, 'a.md'), bytes('x')), { kind: 'exists' });
      assert.ok(!existsSync(outside));
    });

    it('lets one of many at once win, whole (acceptance 37)', async () => {
      const path = join(folder, 'docs', 'a.md');
      const texts = Array.from({ length: 40 }, (_, index) => `${index}\n`.repeat(2000));
      const results = await Promise.all(texts.map((text) => create(path, bytes(text))));
      const winners = results.flatMap(({ kind }, index) => (kind === 'created' ? [index] : []));
      assert.equal(winners.length, 1);
      assert.ok(results.every(({ kind }) => kind === 'created' || kind === 'exists'));
      assert.equal(readFileSync(path, 'utf8'), texts[winners[0]!]);
    });

    it('leaves nothing half-written (acceptance 35)', async () => {
      const path = join(folder, 'docs', 'deep', 'a.md');
      const result = await create(path, bytes('# note\n'), {
        write: async (file) => {
          await file.writeFile('# n');
          throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
        },
      });
      assert.deepEqual(result, { kind: 'failed', reason: t('no space left on the device') });
      assert.deepEqual(readdirSync(folder), []);
    });

    it('takes away nothing that has become somebody else’s', async () => {
      const path = join(folder, 'a.md');
      const result = await create(path, bytes('# note\n'), {
        write: async () => {
          rmSync(path);
          writeFileSync(path, 'precious');
          throw new Error('broken');
        },
      });
      assert.deepEqual(result, { kind: 'failed', reason: verbatim('broken') });
      assert.ok(isKept(readFileSync(path, 'utf8'), 'precious'));
    });

    it('keeps a new folder that somebody else uses by now', async () => {
      const path = join(folder, 'docs', 'deep', 'a.md');
      await create(path, bytes('x'), {
        write: async () => {
          writeFileSync(join(folder, 'docs', 'b.md'), 'precious');
          throw new Error('broken');
        },
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
        assert.deepEqual(await create(join(folder, ...path), bytes('x')), {
          kind: 'failed',
          reason: t(reason),
        });
        assert.equal(readFileSync(join(folder, 'file'), 'utf8'), 'precious');
        assert.deepEqual(readdirSync(folder), ['file']);
      });
    }

    const swapFor = (target: string) => () => {
      renameSync(join(folder, 'root', 'docs'), join(folder, 'away'));
      symlinkSync(target, join(folder, 'root', 'docs'));
    };

    describe('with folders that change (acceptance 46)', () => {
      const inRoot = (path: string, steps: Steps = {}, within = {}) =>
        create(join(folder, 'root', path), bytes('# note\n'), steps, {
          root: join(folder, 'root'),
          ...within,
        });
      beforeEach(() => {
        mkdirSync(join(folder, 'root', 'docs'), { recursive: true });
        mkdirSync(join(folder, 'outside'));
      });

      for (const step of ['resolved', 'held'] as const) {
        it(`writes nothing elsewhere when a folder becomes a link once it is ${step}`, async () => {
          const swap = swapFor(join(folder, 'outside'));
          assert.equal((await inRoot('docs/calls/a.md', { [step]: swap })).kind, 'failed');
          assert.deepEqual(readdirSync(join(folder, 'outside')), []);
          // Without descriptors an empty folder stays that was made and moved away.
          const left = !byDescriptor && step === 'held' ? ['calls'] : [];
          assert.deepEqual(readdirSync(join(folder, 'away'), { recursive: true }), left);
        });
      }

      it('writes nothing elsewhere when a folder becomes a link while it is written', async () => {
        const swap = swapFor(join(folder, 'outside'));
        const write: Steps['write'] = async (file) => {
          await file.writeFile('# note\n');
          swap();
        };
        const created = await inRoot('docs/a.md', { write });
        assert.ok(
          created.kind === 'failed' && /moved or replaced/.test(inEnglish(created.reason)),
          JSON.stringify(created),
        );
        assert.deepEqual(readdirSync(join(folder, 'outside')), []);
      });

      it('holds against somebody who swaps all the time', async () => {
        const swapper = new Worker(swapping, { eval: true, workerData: folder });
        await once(swapper, 'message');
        const kinds = new Set<string>();
        try {
          for (let at = 0; at < 300; at++) kinds.add((await inRoot(`docs/calls/${at}.md`)).kind);
        } finally {
          await swapper.terminate();
        }
        assert.ok(!kinds.has('exists') && kinds.size > 0);
        assert.deepEqual(
          readdirSync(join(folder, 'outside'), { recursive: true, encoding: 'utf8' }).filter((name) =>
            readFile(join(folder, 'outside', name)),
          ),
          [],
        );
      });
    });

    describe('with links on the way', () => {
      beforeEach(() => {
        mkdirSync(join(folder, 'root', 'real'), { recursive: true });
        mkdirSync(join(folder, 'root', '.git'));
        mkdirSync(join(folder, 'outside'));
        symlinkSync(join(folder, 'outside'), join(folder, 'root', 'out'));
        symlinkSync('real', join(folder, 'root', 'in'));
        symlinkSync('.git', join(folder, 'root', 'hooks'));
        symlinkSync('nowhere', join(folder, 'root', 'dangling'));
      });
      const refusedLink = /symbolic link/;
      for (const [path, linksInto, expected] of [
        ['real/a.md', undefined, 'created'],
        ['in/a.md', undefined, refusedLink],
        ['out/a.md', undefined, refusedLink],
        ['out/deep/a.md', undefined, refusedLink],
        ['dangling/a.md', undefined, refusedLink],
        ['in/a.md', 'root', 'created'],
        ['in/deep/a.md', 'root', 'created'],
        ['out/a.md', 'root', refusedLink],
        ['out/a.md', 'outside', 'created'],
        ['in/a.md', 'outside', refusedLink],
        ['hooks/a.md', 'root', /"\.git" is hidden/],
        ['dangling/a.md', 'root', /./],
      ] as const) {
        it(`${path} with links into ${linksInto ?? 'nothing'}`, async () => {
          const within = {
            root: join(folder, 'root'),
            ...(linksInto !== undefined && { linksInto: join(folder, linksInto) }),
          };
          const result = await create(join(folder, 'root', path), bytes('x'), {}, within);
          if (typeof expected === 'string') assert.deepEqual(result, { kind: expected });
          else assert.match(result.kind === 'failed' ? inEnglish(result.reason) : result.kind, expected);
          assert.deepEqual(readdirSync(join(folder, 'root', '.git')), []);
        });
      }

      it('takes a root that is reached by a link', async () => {
        symlinkSync(join(folder, 'root'), join(folder, 'link'));
        const within = { root: join(folder, 'link') };
        assert.deepEqual(await create(join(folder, 'link', 'real', 'a.md'), bytes('x'), {}, within), {
          kind: 'created',
        });
      });
    });

    for (const path of [
      '.git/a.md',
      '.GIT/hooks/a.md',
      'docs/.hidden/a.md',
      '.office-hours/a.md',
      'git~1/a.md',
      '../a.md',
    ]) {
      it(`never writes to ${path}`, async () => {
        mkdirSync(join(folder, 'root'));
        const result = await create(
          join(folder, 'root', path),
          bytes('x'),
          {},
          { root: join(folder, 'root') },
        );
        assert.match(
          result.kind === 'failed' ? inEnglish(result.reason) : result.kind,
          /is hidden\. Choose|outside/,
        );
        assert.deepEqual(readdirSync(folder, { recursive: true }), ['root']);
      });
    }
  });
}

/** What is there, if it is a file. */
function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** In a thread of its own: a folder that is now itself and now a link to a folder outside. */
const swapping = `
const { renameSync, symlinkSync, unlinkSync } = require('node:fs');
const { workerData: folder, parentPort } = require('node:worker_threads');
const docs = folder + '/root/docs';
parentPort.postMessage('ready');
const attempt = (run) => {
  try {
    run();
  } catch {
    // The other thread made or removed something in between.
  }
};
for (let at = 0; ; at++) {
  const away = folder + '/away' + at;
  attempt(() => renameSync(docs, away));
  attempt(() => symlinkSync(folder + '/outside', docs));
  attempt(() => unlinkSync(docs));
  attempt(() => renameSync(away, docs));
}
`;
