/** What the server says in the client's language, and what is the same in all. */

import { deepEqual, equal, match } from 'node:assert/strict';
import { join } from 'node:path';
import type { CodeAction, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { translationsIn } from '../../server/host/translations.ts';
import { pullClient, type Session, startSession } from '../helpers/session.ts';

const uri = 'file:///w/20260106_meeting_notes.md';
const clock = { now: () => 1, today: () => '2026-02-01' };
const note =
  '# widget office hours 2026-01-06\n\nYouTube: https://youtu.be/x\n\n## News\n\n* TODO: write\n\n## News\n';
const folder = join(process.cwd(), 'l10n');
const host = { clock, translations: (locale: string) => translationsIn(folder, locale) };

describe('the language of the server', () => {
  let session: Session;
  afterEach(() => session.close());

  async function diagnosticsIn(params: object): Promise<Diagnostic[]> {
    session = await startSession(pullClient, { host, params });
    await session.open(uri, note);
    const asked = { textDocument: { uri } };
    const report = await session.client.sendRequest<DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      asked,
    );
    return report.kind === 'full' ? report.items : [];
  }

  const messageOf = (all: readonly Diagnostic[], code: string) =>
    all.find((each) => each.code === code)?.message;

  for (const [locale, message] of [
    ['de', 'Doppelter Abschnitt "News"'],
    ['de-AT', 'Doppelter Abschnitt "News"'],
    ['es-419', 'Sección duplicada "News"'],
    ['ja', 'セクション "News" が重複しています'],
    ['en', 'Duplicate section "News"'],
    ['fr', 'Duplicate section "News"'],
    ['../de', 'Duplicate section "News"'],
  ]) {
    it(`is that of the locale ${locale}`, async () => {
      equal(messageOf(await diagnosticsIn({ locale }), 'section-duplicate'), message);
    });
  }

  it('is what the client brings, before the locale', async () => {
    const translations = { 'Duplicate section {0}': '{0}!', 'Action item has no owner: {0}': 7 };
    const all = await diagnosticsIn({ locale: 'de', initializationOptions: { translations } });
    equal(messageOf(all, 'section-duplicate'), '"News"!');
    equal(messageOf(all, 'todo-owner-missing'), 'Action item has no owner: "write"');
  });

  it('is that of the fixes, which know the problems by their text, and not of what they write', async () => {
    const diagnostics = await diagnosticsIn({ locale: 'de' });
    const duplicate = diagnostics.find(({ code }) => code === 'section-duplicate')!;
    const actions = await session.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: duplicate.range,
      context: { diagnostics },
    });
    deepEqual(
      actions.map(({ title, diagnostics: shown }) => [title, shown?.length]),
      [
        ['Leeren doppelten Abschnitt entfernen', 1],
        ['section-duplicate für diese Zeile ignorieren', 1],
      ],
    );
    match(JSON.stringify(actions[1]?.edit), /<!-- office-hours-disable-next-line section-duplicate -->/);
  });
});
