/** A server that is killed while a note is written: the next one says of the text what one says that was never killed. */

import { deepEqual, equal } from 'node:assert/strict';
import type { DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { EditedText, randomChange } from '../helpers/edits.ts';
import { countInputs } from '../helpers/measures.ts';
import { spawnServer } from '../helpers/process.ts';
import { Random } from '../helpers/random.ts';
import { initialize, pullClient } from '../helpers/session.ts';

const uri = 'file:///w/20260106_meeting_notes.md';
const text =
  '# w office hours 2025-01-06\n\nYouTube: \n\n## Highlights since the last meeting\n\nada: PR #1\n\n## Action items\n\n* TODO: write\n';

describe('a server that is killed between 200 edits (acceptance 26)', () => {
  it('leaves text and problems right', async () => {
    const seed = Number(process.env.OFFICE_HOURS_SEED ?? 20260101);
    const random = new Random(seed);
    const model = new EditedText(text);
    const start = async () => {
      const server = spawnServer();
      const session = await initialize(server.client, pullClient);
      // As the client does after a restart.
      await session.open(uri, model.text);
      return { server, session };
    };
    const problems = async (client: Awaited<ReturnType<typeof start>>['session']['client']) => {
      const report = await client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return report.kind === 'full' ? report.items : [];
    };
    let { server, session } = await start();
    let killed = 0;
    for (let step = 2; step < 202; step++) {
      const change = randomChange(random, model);
      countInputs(1);
      model.apply(change);
      const edit = { textDocument: { uri, version: step }, contentChanges: [change] };
      await session.client.sendNotification('textDocument/didChange', edit).catch(() => {});
      if (random.below(40) !== 0) continue;
      killed++;
      // Some while it answers.
      if (random.below(2) === 0) void problems(session.client).catch(() => {});
      server.process.kill('SIGKILL');
      equal(await server.ended, 'SIGKILL');
      session.client.dispose();
      ({ server, session } = await start());
    }
    const kept = await problems(session.client);
    server.process.kill();
    const fresh = await start();
    deepEqual(await problems(fresh.session.client), kept, `seed ${seed}`);
    fresh.server.process.kill();
    equal(killed > 0, true);
  });
});
