import { match } from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { type AskParams, type AskResult, askNotes } from '../../shared/assistantTools.ts';
import { lanternArchive } from '../helpers/lanternArchive.ts';
import type { Session } from '../helpers/session.ts';
import { sessionWithNotes } from '../helpers/sessionWithNotes.ts';

describe('questions of an assistant over the wire', () => {
  let root: string;
  let session: Session;

  beforeEach(async () => {
    ({ root, session } = await sessionWithNotes(lanternArchive));
  });
  afterEach(async () => {
    await session.close();
    rmSync(root, { recursive: true, force: true });
  });

  const ask = async (tool: AskParams['tool'], input: unknown): Promise<string> => {
    const params: AskParams = { tool, input };
    const result: AskResult = await session.client.sendRequest(askNotes, params);
    return result.kind === 'answer' ? result.text : result.message;
  };

  it('are answered from the notes on disk', async () => {
    match(await ask('open_action_items', {}), /^2 open action items/);
    match(
      await ask('mentions_of_reference', { reference: 'octo/other#12' }),
      /"file":"docs\/20260203_meeting_notes\.md","line":11}/,
    );
    match(await ask('note_of_date', { date: '2026-01-13' }), /^There is no note of 2026-01-13/);
  });

  it('are answered from open documents as they are', async () => {
    const uri = pathToFileURL(join(root, 'docs', '20260203_meeting_notes.md')).href;
    const text = '# lantern office hours 2026-02-03\n\nTODO(Ada): paint octo/other#77\n';
    await session.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    match(await ask('note_of_date', { date: 'latest' }), /paint octo\/other#77/);
    match(await ask('mentions_of_reference', { reference: 'octo/other#77' }), /"text":"TODO\(Ada\): paint/);
    match(await ask('promises', { words: 'paint' }), /^1 action item,/);
  });
});
