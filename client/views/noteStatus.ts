/**
 * Entries of the language status: what the active note is checked by, with a link to its template file or to a new one, and
 * which folder of notes was found, with a link to choose another.
 */

import * as vscode from 'vscode';
import { literalText, longestDetail } from '../../shared/literalText.ts';
import { describeNote, type NoteDescription } from '../../shared/protocol.ts';
import type { NotesServer } from '../host/notesServer.ts';
import { say } from '../host/say.ts';
import { speakStatus } from './spokenStatus.ts';

const nowhere: vscode.DocumentSelector = { scheme: 'office-hours-nowhere' };

export class NoteStatusItem {
  readonly #item = vscode.languages.createLanguageStatusItem('officeHours.note', nowhere);
  readonly #folder = vscode.languages.createLanguageStatusItem('officeHours.notesFolder', nowhere);
  readonly #server: NotesServer;
  #round = 0;

  constructor(context: Pick<vscode.ExtensionContext, 'subscriptions'>, server: NotesServer) {
    this.#server = server;
    this.#item.name = vscode.l10n.t('Office Hours note');
    this.#folder.name = vscode.l10n.t('Office Hours notes folder');
    this.#folder.command = { command: 'officeHours.chooseNotesFolder', title: vscode.l10n.t('Change…') };
    const look = () => void this.#look();
    context.subscriptions.push(
      this.#item,
      this.#folder,
      vscode.window.onDidChangeActiveTextEditor(look),
      vscode.workspace.onDidSaveTextDocument(look),
      server.onDidChangeReferences(look),
    );
    look();
  }

  /** Which folder is shown now; undefined where it is hidden. */
  get shownFolder(): Pick<vscode.LanguageStatusItem, 'text' | 'detail' | 'command'> | undefined {
    const { selector, text, detail = '', command } = this.#folder;
    return selector === nowhere ? undefined : { text, detail, command };
  }

  /** What is shown now; undefined where it is hidden. */
  get shown(): Pick<vscode.LanguageStatusItem, 'text' | 'command'> | undefined {
    const { selector, text, command } = this.#item;
    return selector === nowhere ? undefined : { text, command };
  }

  async #look(): Promise<void> {
    const round = ++this.#round;
    const document = vscode.window.activeTextEditor?.document;
    const description =
      document?.languageId === 'markdown'
        ? await this.#server
            .sendRequest<NoteDescription | null>(describeNote, { uri: document.uri.toString() })
            .catch(() => null)
        : null;
    // Another look has begun meanwhile.
    if (round !== this.#round) return;
    this.#showFolder(description);
    if (description) this.#show(description);
    else this.#item.selector = nowhere;
  }

  /** A template file that names its notes says itself where they are. */
  #showFolder(description: NoteDescription | null): void {
    const item = this.#folder;
    const found = description?.template === null ? description.notesFolder : undefined;
    item.selector = found === undefined ? nowhere : { language: 'markdown' };
    if (found === undefined) return;
    const text =
      found.path === ''
        ? vscode.l10n.t('Notes in the workspace folder')
        : vscode.l10n.t('Notes in {0}', found.path);
    item.text = literalText(text, 'status', longestDetail);
    item.detail = literalText(found.description, 'status');
    speakStatus(item, false, say);
  }

  #show({ checkedBy, folder, template }: NoteDescription): void {
    const item = this.#item;
    item.text = literalText(checkedBy, 'status', longestDetail);
    speakStatus(item, false, say);
    item.command =
      template === null
        ? {
            command: 'officeHours.createTemplate',
            title: vscode.l10n.t('Create Template'),
            tooltip: vscode.l10n.t('Create a template file from these notes'),
            arguments: folder === null ? [] : [vscode.Uri.parse(folder, true)],
          }
        : {
            command: 'vscode.open',
            title: vscode.l10n.t('Open Template'),
            arguments: [vscode.Uri.parse(template, true)],
          };
    item.selector = { language: 'markdown' };
  }
}
