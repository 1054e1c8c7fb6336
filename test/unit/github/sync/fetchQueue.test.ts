import { ok } from 'node:assert/strict';
import { storeWorld } from '../storeWorld.ts';

describe('the queue of references', () => {
  it('looks for the files of very many repositories in several turns', async () => {
    const { store, storage, time } = storeWorld();
    let inTurn = 0;
    let most = 0;
    let all = 0;
    const read = storage.read.bind(storage);
    storage.read = (name) => {
      most = Math.max(most, ++inTurn);
      all++;
      return read(name);
    };
    const after = time.after.bind(time);
    time.after = (milliseconds, run) =>
      after(milliseconds, () => {
        inTurn = 0;
        run();
      });
    store.want(
      Array.from({ length: 1_000 }, (_, at) => ({
        repository: { host: 'github.com', owner: `o${at}`, name: 'r' },
        number: 1,
      })),
    );
    await time.advance(5_000);
    ok(all >= 1_000);
    ok(most <= 110, `${most} in a turn`);
  });
});
