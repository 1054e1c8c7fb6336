/** What the extension says of an open document, as plain data. */

import * as vscode from 'vscode';
import { eventually, ok } from './expect.ts';

export const id = 'office-hours-notes.office-hours-notes';

/** The extension, active, with its server answering. */
export async function started(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension<{ readonly ready: Promise<void> }>(id);
  ok(extension, `${id} is not there`);
  const exported = await extension.activate();
  // A setting that was changed a moment ago may have begun a restart.
  await exported.ready;
  return extension;
}

/** For a `describe`: its tests find the extension started, and nobody asks GitHub. */
export function startedWithoutGitHub(): void {
  before(() => startedAsking(false));
}

/** For a `describe`: its tests find the extension started, and GitHub is asked as it is by default. */
export function startedAsByDefault(): void {
  before(() => startedAsking(undefined));
}

/** Each change of the setting starts another server, so it stays until the next `describe` wants it otherwise. */
async function startedAsking(enabled: false | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('officeHours');
  if (settings.inspect('github.enabled')?.globalValue !== enabled)
    await settings.update('github.enabled', enabled, vscode.ConfigurationTarget.Global);
  await started();
}

export function diagnosticsOf({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'office-hours')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function codesOf(document: vscode.TextDocument): string[] {
  return diagnosticsOf(document).map(codeOf);
}

/**
 * The diagnostics of the text as it is, also when there are none: a mistake is made at its end, and taken back once it
 * has been found. Only for notes; the document must be in the active editor.
 */
export async function settled(document: vscode.TextDocument): Promise<vscode.Diagnostic[]> {
  const probes = () => diagnosticsOf(document).filter(({ message }) => message.includes('"Probe"')).length;
  const text = document.getText();
  await insert(document, document.positionAt(text.length), '\n\n## Probe\n\n## Probe\n');
  await eventually('a mistake to be found', probes, (count) => count === 1);
  await vscode.commands.executeCommand('undo');
  await eventually(
    'the text as it was',
    () => document.getText(),
    (now) => now === text,
  );
  await eventually('the mistake to be gone', probes, (count) => count === 0);
  return diagnosticsOf(document);
}

export async function insert(
  document: vscode.TextDocument,
  at: vscode.Position,
  text: string,
): Promise<void> {
  await change((edit) => edit.insert(document.uri, at, text));
}

/** Applies an edit of texts; again, where the editor refuses it as the text has just changed. */
export async function change(make: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const apply = () => {
    const edit = new vscode.WorkspaceEdit();
    make(edit);
    return vscode.workspace.applyEdit(edit);
  };
  await eventually('the edit to be applied', apply, (applied) => applied);
}

/** Replaces the first place of some text, which must be there. */
export async function replace(document: vscode.TextDocument, was: string, becomes: string): Promise<void> {
  await change((edit) => edit.replace(document.uri, rangeOf(document, was), becomes));
}

/** Where some text first stands. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const from = document.getText().indexOf(text);
  ok(from >= 0, `${JSON.stringify(text)} is not there`);
  return new vscode.Range(document.positionAt(from), document.positionAt(from + text.length));
}

/**
 * What the light bulb offers at a place; of one kind, and the kinds below it, if one is named. The editor's own actions
 * start a chat and change nothing by themselves: those are left out. Where one extension that is still starting has its
 * part cancelled, the editor cancels the whole, and is asked again, as its own light bulb would.
 */
export async function actionsAt(
  { uri }: vscode.TextDocument,
  range: vscode.Range,
  kind: string = vscode.CodeActionKind.QuickFix.value,
): Promise<vscode.CodeAction[]> {
  const ask = () =>
    vscode.commands
      .executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind)
      .then(undefined, (error: unknown) => {
        if (error instanceof Error && error.message === 'Canceled') return undefined;
        throw error;
      });
  const actions = await eventually('code actions', ask, (given) => given !== undefined);
  // The editor's own Markdown actions are commands without edits.
  return (actions ?? []).filter(
    ({ edit, command }) => edit !== undefined || command?.command.startsWith('officeHours.') === true,
  );
}

export async function apply(action: vscode.CodeAction | undefined): Promise<boolean> {
  ok(action?.edit, 'there is no such action');
  return vscode.workspace.applyEdit(action.edit);
}

/** What our server offers at a place, without the snippets and without what other extensions and the editor add. */
export async function completionsAt(
  { uri }: vscode.TextDocument,
  at: vscode.Position,
  trigger?: string,
): Promise<vscode.CompletionItem[]> {
  const { Reference, Value, EnumMember, Property } = vscode.CompletionItemKind;
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    at,
    trigger,
  );
  const ours = [Reference, Value, EnumMember, Property];
  return items.filter(({ kind }) => kind !== undefined && ours.includes(kind));
}

export function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** The text of all hovers at a place, as their Markdown is written. */
export async function hoverAt({ uri }: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}
