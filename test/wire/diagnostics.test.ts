import { deepEqual, equal, match, ok } from 'node:assert/strict';
import {
  type CancellationToken,
  CancellationTokenSource,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  type ProtocolConnection,
  type ResponseError,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startText } from '../helpers/edits.ts';
import { plainClient, pullClient, type Session, startSession, until } from '../helpers/session.ts';
import { eventually } from '../helpers/until.ts';

const uri = 'file:///w/20260106_meeting_notes.md';
const clock = { now: () => 1, today: () => '2026-02-01' };
const bad = '# widget office hours 2026-01-06\n\nYouTube: https://youtu.be/x\n\n* TODO: write\n';

async function pull(client: ProtocolConnection, of = uri, previousResultId?: string) {
  const params = {
    textDocument: { uri: of },
    ...(previousResultId === undefined ? {} : { previousResultId }),
  };
  return client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', params);
}

async function items(client: ProtocolConnection, of = uri): Promise<Diagnostic[]> {
  const report = await pull(client, of);
  return report.kind === 'full' ? report.items : [];
}

function codes(diagnostics: readonly Diagnostic[]): unknown[] {
  return diagnostics.map(({ code }) => code).sort();
}

describe('diagnostics', () => {
  let session: Session;
  /** Waits for its settings, while the other tests run. */
  let silent: Promise<Session>;
  before(() => {
    silent = startSession(pullClient, { host: { clock }, settings: 'never' }).then(async (started) => {
      await started.open(uri, bad);
      return started;
    });
  });
  afterEach(() => session.close());

  const start = async (capabilities = pullClient, options: Parameters<typeof startSession>[1] = {}) => {
    session = await startSession(capabilities, { ...options, host: { clock, ...options.host } });
    return session;
  };

  it('are pulled by a client that can, and then never pushed', async () => {
    const { client, initialized, published } = await start();
    deepEqual(initialized.capabilities.diagnosticProvider, {
      identifier: 'office-hours',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
    await session.open(uri, bad);
    const found = await items(client);
    deepEqual(codes(found), ['section-missing', 'todo-owner-missing']);
    for (const { source, codeDescription, code } of found) {
      equal(source, 'office-hours');
      ok(codeDescription?.href.endsWith(`docs/rules/${code}.md`));
    }
    const report = await pull(client);
    equal(report.kind, 'full');
    deepEqual(await pull(client, uri, report.resultId), { kind: 'unchanged', resultId: report.resultId });
    equal(published.length, 0);
  });

  it('are pushed to a client that cannot pull, and cleared when it closes', async () => {
    const { client, initialized, published } = await start(plainClient);
    equal(initialized.capabilities.diagnosticProvider, undefined);
    await session.open(uri, bad, 3);
    await until('the first list', () => published.length === 1);
    deepEqual(codes(published[0]!.diagnostics), ['section-missing', 'todo-owner-missing']);
    equal(published[0]!.version, 3);
    equal(published[0]!.diagnostics[0]!.codeDescription, undefined);
    const change = {
      range: { start: { line: 4, character: 6 }, end: { line: 4, character: 6 } },
      text: '(ada)',
    };
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 4 },
      contentChanges: [change],
    });
    await until('the second list', () => published.length === 2);
    deepEqual(codes(published[1]!.diagnostics), ['section-missing']);
    await client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await until('the empty list', () => published.length === 3);
    deepEqual(published[2], { uri, diagnostics: [] });
  });

  it('are none for what is no note, and a plain client hears nothing of it', async () => {
    const readme = 'file:///w/README.md';
    const { published } = await start(plainClient);
    await session.open(readme, '# Widget\n\nTODO: write this\n');
    await session.open(uri, bad);
    await until('the list of the note', () => published.length > 0);
    deepEqual(
      published.map((each) => each.uri),
      [uri],
    );
  });

  it('are those of each meeting of a file with several, and follow what is typed in one', async () => {
    const of = 'file:///w/meetings.md';
    const days = ['2026-01-29', '2026-01-22', '2026-01-15', '2026-01-08'];
    const meeting = (day: string) => `## ${day}\n\n### Present\n\nAda\n\n### Topics\n\nNone\n\n`;
    const text = `# Meetings\n\n${days.map(meeting).join('')}`;
    const { client } = await start();
    await session.open(of, text);
    deepEqual(await items(client, of), []);
    const line = text.split('\n').indexOf('### Present');
    const range = { start: { line, character: 0 }, end: { line: line + 4, character: 0 } };
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri: of, version: 2 },
      contentChanges: [{ range, text: '' }],
    });
    const [missing, ...others] = await items(client, of);
    deepEqual(others, []);
    match(String(missing?.message), /^Section "Present" is missing; the 3 notes before this one have it/);
    deepEqual(missing?.range.start, { line, character: 0 });
  });

  it('follow the settings at once', async () => {
    const { client, settings } = await start();
    await session.open(uri, bad);
    equal((await items(client)).length, 2);
    settings.set('', {
      checks: { severity: { 'section-missing': 'off', 'todo-owner-missing': 'hint', bogus: 'off' } },
    });
    const before = session.refreshes;
    await client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    // An earlier refresh, for the notes that were read, may still be on its way.
    await eventually(
      'the new severities',
      async () => (await items(client)).map(({ code, severity }) => `${code} ${severity}`).join(),
      (found) => found === 'todo-owner-missing 4',
    );
    await until('a refresh', () => session.refreshes > before);
    const complaints = session.log.filter((line) => line.includes('"bogus"'));
    equal(complaints.length, 1, session.log.join('\n'));
  });

  it('take the settings of a client without workspace/configuration', async () => {
    const settings = { checks: { severity: { 'section-missing': 'off' } } };
    const { client, published } = await start(plainClient, {
      params: { initializationOptions: { settings } },
    });
    await session.open(uri, bad);
    await until('the list', () => published.length === 1);
    deepEqual(codes(published[0]!.diagnostics), ['todo-owner-missing']);
    await client.sendNotification('workspace/didChangeConfiguration', { settings: { officeHours: {} } });
    await until('the next list', () => published.length === 2);
    equal(published[1]!.diagnostics.length, 2);
  });

  it('follow the settings of the folder a note is in', async () => {
    const folders = ['file:///w', 'file:///w/inner'].map((folder) => ({ uri: folder, name: folder }));
    const { client } = await start(pullClient, {
      params: { workspaceFolders: folders },
      settings: new Map([['file:///w/inner', { checks: { severity: { 'section-missing': 'error' } } }]]),
    });
    const inner = 'file:///w/inner/20260106_meeting_notes.md';
    await session.open(uri, bad);
    await session.open(inner, bad);
    const severity = async (of: string) =>
      (await items(client, of)).find(({ code }) => code === 'section-missing')?.severity;
    equal(await severity(uri), 2);
    equal(await severity(inner), 1);
  });

  it('say once that a note is too large or a line too long to be read in full', async () => {
    const { client, log } = await start();
    await session.open(uri, `${bad}\n${'x'.repeat(1_000_000)}\n\n${`${'y'.repeat(199)}\n`.repeat(5_500)}`);
    deepEqual(codes(await items(client)), ['todo-owner-missing']);
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' },
      ],
    });
    deepEqual(codes(await items(client)), ['todo-owner-missing']);
    equal(log.filter((line) => line.includes('too large')).length, 1, log.join('\n'));
    equal(log.filter((line) => line.includes('too long')).length, 1, log.join('\n'));
  });

  it('wait for settings, but not for ever', async () => {
    session = await silent;
    equal((await items(session.client)).length, 2);
  });

  it('of 1,000 cancelled requests: 1,000 answers (acceptance 23)', async () => {
    const { client } = await start();
    await session.open(uri, startText);
    const answers: Promise<unknown>[] = [];
    for (let number = 0; number < 1_000; number++) {
      const source = new CancellationTokenSource();
      answers.push(sendCancellable(client, number, source.token));
      // Some while they wait, some at once, some after the event loop has turned.
      if (number % 3 === 0) source.cancel();
      else if (number % 3 === 1) setImmediate(() => source.cancel());
      else queueMicrotask(() => source.cancel());
    }
    const settled = await Promise.allSettled(answers);
    equal(settled.length, 1_000);
    const refused = settled.filter((result) => result.status === 'rejected');
    ok(refused.length > 0);
    for (const { reason } of refused) equal((reason as ResponseError).code, LSPErrorCodes.RequestCancelled);
    ok((await items(client)).length > 0);
  });
});

function sendCancellable(
  client: ProtocolConnection,
  number: number,
  token: CancellationToken,
): Promise<unknown> {
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const about = { textDocument: { uri } };
  return number % 2 === 0
    ? client.sendRequest('textDocument/diagnostic', about, token)
    : client.sendRequest('textDocument/codeAction', { ...about, range, context: { diagnostics: [] } }, token);
}

describe('code actions over the wire', () => {
  let session: Session;
  beforeEach(async () => {
    session = await startSession(pullClient, { host: { clock } });
  });
  afterEach(() => session.close());

  const ask = (range: unknown, context: unknown) =>
    session.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context,
    });

  function apply(text: string, action: CodeAction | undefined): string {
    const change = action?.edit?.documentChanges?.[0];
    if (change === undefined || !('edits' in change)) throw new Error('no edits');
    const document = TextDocument.create(uri, 'markdown', 1, text);
    return TextDocument.applyEdits(document, change.edits as TextEdit[]);
  }

  it('mend what is shown, and what they mend is not shown again', async () => {
    await session.open(uri, bad);
    for (const diagnostic of await items(session.client)) {
      const actions = await ask(diagnostic.range, { diagnostics: [diagnostic] });
      ok(actions.length > 0, String(diagnostic.code));
      for (const action of actions) {
        if (action.diagnostics?.[0]?.code !== diagnostic.code) continue;
        const mended = apply(bad, action);
        const after = uri.replace('.md', '_after.md');
        await session.open(after, mended);
        const left = codes(await items(session.client, after));
        ok(!left.includes(diagnostic.code), `${action.title}: ${left}\n${mended}`);
        await session.client.sendNotification('textDocument/didClose', { textDocument: { uri: after } });
      }
    }
  });

  it('fix all that is safe', async () => {
    await session.open(uri, bad);
    const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const actions = await ask(whole, { diagnostics: [], only: ['source.fixAll'] });
    deepEqual(
      actions.map(({ kind }) => kind),
      ['source.fixAll.officeHours'],
    );
    match(apply(bad, actions[0]), /^## Highlights since the last meeting$/m);
  });
});
