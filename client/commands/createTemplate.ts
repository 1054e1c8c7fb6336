/**
 * The command "Create Template from Notes". Nothing is written: the proposal is shown as a document that was never
 * saved, and Save proposes its place among the templates.
 */

import * as vscode from 'vscode';
import { templatesFolder } from '../../shared/folders.ts';
import { literalText } from '../../shared/literalText.ts';
import { type LearnTemplateParams, type LearnTemplateResult, learnTemplate } from '../../shared/protocol.ts';
import { chooseWhere } from './chooseWhere.ts';
import { inform, refuse } from './message.ts';
import type { NotesClient } from './newNote.ts';
import { showNote } from './openNote.ts';
import { registerRestartable } from './restartable.ts';

type Learned = Extract<LearnTemplateResult, { kind: 'learned' }>;
type Choice = Extract<LearnTemplateResult, { kind: 'choose' }>;

export function registerCreateTemplate(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  client: NotesClient,
): void {
  registerRestartable(
    context,
    'officeHours.createTemplate',
    (clicked, token) => createTemplate(clicked, client, token),
    (reason) => refuse(vscode.l10n.t('the template was not created: {0}', reason)),
  );
}

async function createTemplate(
  clicked: unknown,
  client: NotesClient,
  token: vscode.CancellationToken,
): Promise<void> {
  const document = vscode.window.activeTextEditor?.document.uri;
  const place = vscode.l10n.t('Choose the workspace folder of the notes to learn from');
  const where = await chooseWhere(clicked, place, document);
  if (where === undefined || token.isCancellationRequested) return;
  const params: LearnTemplateParams = {
    folder: where.folder?.toString() ?? null,
    target: where.target?.toString() ?? null,
    document: document?.toString() ?? null,
    series: null,
    taken: takenNames(),
  };
  let result = await ask(client, params, token);
  if (result.kind === 'choose' && !token.isCancellationRequested) {
    const series = await chooseSeries(result, token);
    if (series === undefined || token.isCancellationRequested) return;
    result = await ask(client, { ...params, series }, token);
  }
  if (token.isCancellationRequested || result.kind === 'choose') return;
  if (result.kind === 'refused') refuse(result.message);
  else await show(result);
}

function ask(
  client: NotesClient,
  params: LearnTemplateParams,
  token: vscode.CancellationToken,
): Thenable<LearnTemplateResult> {
  const options = {
    location: vscode.ProgressLocation.Window,
    title: `Office Hours: ${vscode.l10n.t('Learning from notes…')}`,
  };
  return vscode.window.withProgress(options, () =>
    client.sendRequest<LearnTemplateResult>(learnTemplate, params, token),
  );
}

/** The names of documents that are to be saved among the templates one day. */
function takenNames(): string[] {
  return vscode.workspace.textDocuments
    .filter(
      ({ isUntitled, isClosed, uri }) => isUntitled && !isClosed && uri.path.includes(`/${templatesFolder}/`),
    )
    .map(({ uri }) => uri.path.slice(uri.path.lastIndexOf('/') + 1));
}

interface SeriesItem extends vscode.QuickPickItem {
  readonly folder: string;
}

/** The folder of the series that the writer picks; undefined when they left. */
async function chooseSeries(
  { series }: Choice,
  token: vscode.CancellationToken,
): Promise<string | undefined> {
  const items = series.map(
    ({ folder, name, description }): SeriesItem => ({
      label: literalText(name, 'label'),
      description: literalText(description, 'label'),
      folder,
    }),
  );
  const options = {
    title: vscode.l10n.t('Create Template from Notes'),
    placeHolder: vscode.l10n.t('Choose the notes to learn from'),
    matchOnDescription: true,
  };
  const picked = await vscode.window.showQuickPick(items, options, token);
  return picked?.folder;
}

async function show({ uri, text, remark }: Learned): Promise<void> {
  const again = vscode.workspace.textDocuments.find(
    (document) => document.isUntitled && !document.isClosed && hasText(document, text),
  );
  if (again !== undefined) {
    await showNote(again);
    return;
  }
  const document = await untitledAt(uri, text);
  const start = new vscode.Position(0, 0);
  if (document.getText() === '') {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, start, text);
    await vscode.workspace.applyEdit(edit);
  }
  await showNote(document, start);
  if (remark !== undefined) inform(remark);
}

function hasText(document: vscode.TextDocument, text: string): boolean {
  return document.getText().replaceAll('\r\n', '\n') === text;
}

/** A new Markdown document that Save proposes that place for; without a place where the editor cannot promise it. */
async function untitledAt(target: string | null, text: string): Promise<vscode.TextDocument> {
  if (target !== null) {
    const place = vscode.Uri.parse(target, true);
    // VS Code knows the place of such a document by its path alone, on the file system of the window.
    const untitled = place.with({ scheme: 'untitled' });
    const document = await vscode.workspace.openTextDocument(untitled).then(undefined, () => undefined);
    // VS Code keeps a document for a moment after its editor is closed, and then gives it with its former text.
    if (document !== undefined && (document.getText() === '' || hasText(document, text))) return document;
  }
  return vscode.workspace.openTextDocument({ language: 'markdown' });
}
