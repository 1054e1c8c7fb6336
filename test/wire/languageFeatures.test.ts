import { deepEqual, equal, ok } from 'node:assert/strict';
import type { CompletionList, Hover } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseMarked } from '../helpers/markedText.ts';
import { plainClient, pullClient, type Session, startSession } from '../helpers/session.ts';

const uri = 'file:///w/20260106_meeting_notes.md';
const clock = { now: () => 1, today: () => '2026-02-01' };
const head = '# widget office hours 2026-01-06\n\nada: see PR #12\n\n';

describe('language features over the wire', () => {
  let session: Session;
  afterEach(() => session.close());

  /** Opens a marked text and gives its cursor as a request's place. */
  async function at(marked: string, capabilities = pullClient, where = uri) {
    session = await startSession(capabilities, { host: { clock } });
    const { text, cursor } = parseMarked(marked);
    await session.open(where, text);
    const position = TextDocument.create(where, 'markdown', 1, text).positionAt(cursor!);
    return { textDocument: { uri: where }, position };
  }

  const complete = (params: object) =>
    session.client.sendRequest<CompletionList | null>('textDocument/completion', params);

  it('complete on the characters they are announced for', async () => {
    const place = await at(`${head}* PR #<|>\n`);
    const { completionProvider, hoverProvider } = session.initialized.capabilities;
    ok(completionProvider?.triggerCharacters?.includes('#'));
    equal(hoverProvider, true);
    const list = await complete({ ...place, context: { triggerKind: 2, triggerCharacter: '#' } });
    deepEqual(
      list?.items.map(({ label }) => label),
      ['#12'],
    );
  });

  it('complete when the writer asks', async () => {
    const list = await complete({ ...(await at(`${head}## <|>\n`)), context: { triggerKind: 1 } });
    ok(list?.items.some(({ label }) => label === 'Highlights since the last meeting'));
  });

  it('offer nothing in what is no note', async () => {
    const place = await at('# Widget\n\nPR #12 and PR #<|>\n', pullClient, 'file:///w/README.md');
    equal(await complete({ ...place, context: { triggerKind: 1 } }), null);
    equal(await session.client.sendRequest('textDocument/hover', place), null);
  });

  it('take a place beyond the text for its end', async () => {
    const place = await at(`${head}PR #<|>`);
    const beyond = { ...place, position: { line: 999, character: 999 } };
    ok((await complete({ ...beyond, context: { triggerKind: 1 } }))?.items.length);
  });

  it('hover in the form the client can show', async () => {
    const marked = `${head}https://github.com/acme/widget/pull/<|>7\n`;
    const markdown = { ...pullClient, textDocument: { hover: { contentFormat: ['markdown' as const] } } };
    for (const [capabilities, kind] of [
      [markdown, 'markdown'],
      [plainClient, 'plaintext'],
    ] as const) {
      const hover = await hoverAt(await at(marked, capabilities));
      const contents = hover?.contents as { kind: string; value: string };
      equal(contents.kind, kind);
      ok(contents.value.includes('widget'), contents.value);
      if (capabilities !== plainClient) await session.close();
    }
  });

  const hoverAt = (place: object) => session.client.sendRequest<Hover | null>('textDocument/hover', place);
});
