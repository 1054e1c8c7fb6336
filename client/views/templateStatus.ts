/** Which template has an error, and where: an entry of the language status beside its notes and in the file itself. */

import * as vscode from 'vscode';
import { literalText, longestDetail } from '../../shared/literalText.ts';
import { type TemplatesParams, templatesChanged } from '../../shared/protocol.ts';
import type { Service } from '../host/notesServer.ts';
import { say } from '../host/say.ts';
import { speakStatus } from './spokenStatus.ts';

const nowhere: vscode.DocumentSelector = { scheme: 'office-hours-nowhere' };

export class TemplateStatusItem implements Service {
  readonly #item = vscode.languages.createLanguageStatusItem('officeHours.template', nowhere);

  constructor(context: Pick<vscode.ExtensionContext, 'subscriptions'>) {
    this.#item.name = vscode.l10n.t('Office Hours template');
    this.#item.severity = vscode.LanguageStatusSeverity.Warning;
    context.subscriptions.push(this.#item);
  }

  answer(client: Parameters<Service['answer']>[0]): void {
    this.#show([]);
    client.onNotification(templatesChanged, ({ broken }: TemplatesParams) => this.#show(broken));
  }

  /** What is shown now; undefined where it is hidden. */
  get shown(): { readonly text: string; readonly detail: string } | undefined {
    if (this.#item.selector === nowhere) return undefined;
    return { text: this.#item.text, detail: this.#item.detail ?? '' };
  }

  #show(broken: TemplatesParams['broken']): void {
    const [first] = broken;
    const item = this.#item;
    if (first === undefined) {
      item.selector = nowhere;
      return;
    }
    const { line, character } = first.position;
    const at = new vscode.Position(line, character);
    item.text = vscode.l10n.t('Using the last valid template');
    item.detail = literalText(
      vscode.l10n.t('Line {0} of {1}', line + 1, first.name),
      'status',
      longestDetail,
    );
    speakStatus(item, true, say);
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Show Error'),
      tooltip: literalText(first.message, 'plain'),
      arguments: [vscode.Uri.parse(first.uri, true), { selection: new vscode.Range(at, at) }],
    };
    item.selector = broken.map(({ root }) => ({
      language: 'markdown',
      pattern: new vscode.RelativePattern(vscode.Uri.parse(root, true), '**'),
    }));
  }
}
