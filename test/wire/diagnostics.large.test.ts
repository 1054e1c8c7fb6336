import { deepEqual } from 'node:assert/strict';
import type { Diagnostic, DocumentDiagnosticReport, ProtocolConnection } from 'vscode-languageserver/node';
import { EditedText, randomChange, startText } from '../helpers/edits.ts';
import { countInputs } from '../helpers/measures.ts';
import { Random } from '../helpers/random.ts';
import { pullClient, startSession } from '../helpers/session.ts';

const uri = 'file:///w/20260106_meeting_notes.md';
const clock = { now: () => 1, today: () => '2026-02-01' };

async function items(client: ProtocolConnection, of = uri): Promise<Diagnostic[]> {
  const params = { textDocument: { uri: of } };
  const report = await client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', params);
  return report.kind === 'full' ? report.items : [];
}

function withoutUris(diagnostics: readonly Diagnostic[]): unknown {
  return JSON.parse(JSON.stringify(diagnostics).replaceAll('file:///fresh/', 'file:///w/'));
}

describe('diagnostics', () => {
  it('equal those of a fresh open after 10,000 random edits (acceptance 24)', async () => {
    const seed = Number(process.env.SEED ?? 20260120);
    const random = new Random(seed);
    countInputs(10_000);
    const session = await startSession(pullClient, { host: { clock } });
    const { client } = session;
    const model = new EditedText(startText);
    await session.open(uri, startText);
    for (let step = 1; step <= 10_000; step++) {
      const changes = Array.from({ length: 1 + random.below(3) }, () => {
        const change = randomChange(random, model);
        model.apply(change);
        return change;
      });
      step += changes.length - 1;
      const textDocument = { uri, version: step };
      await client.sendNotification('textDocument/didChange', { textDocument, contentChanges: changes });
      if (random.below(60) !== 0) continue;
      const fresh = uri.replace('/w/', '/fresh/');
      await session.open(fresh, model.text, step);
      const [edited, opened] = await Promise.all([items(client), items(client, fresh)]);
      deepEqual(withoutUris(edited), withoutUris(opened), `SEED=${seed}, step ${step}`);
      await client.sendNotification('textDocument/didClose', { textDocument: { uri: fresh } });
    }
    await session.close();
  });
});
