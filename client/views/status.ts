/** What is going on between the notes and GitHub: one entry of the language status, shown for notes alone. */

import * as vscode from 'vscode';
import { literalText, longestDetail } from '../../shared/literalText.ts';
import { isNoteDocument, type StatusParams, statusChanged } from '../../shared/protocol.ts';
import type { ClosedWay, GitHubAccess } from '../host/github.ts';
import type { NotesServer, Service } from '../host/notesServer.ts';
import { say } from '../host/say.ts';
import { speakStatus } from './spokenStatus.ts';

const nowhere: vscode.DocumentSelector = { scheme: 'office-hours-nowhere' };

const severities: Readonly<Record<StatusParams['severity'], vscode.LanguageStatusSeverity>> = {
  information: vscode.LanguageStatusSeverity.Information,
  warning: vscode.LanguageStatusSeverity.Warning,
  error: vscode.LanguageStatusSeverity.Error,
};

function starting(): StatusParams {
  return { text: vscode.l10n.t('GitHub: starting…'), detail: '', severity: 'information', busy: true };
}

export class GitHubStatusItem implements Service {
  readonly #item = vscode.languages.createLanguageStatusItem('officeHours.github', nowhere);
  readonly #github: GitHubAccess;
  #server: NotesServer | undefined;
  #last = starting();
  #round = 0;

  constructor(context: Pick<vscode.ExtensionContext, 'subscriptions'>, github: GitHubAccess) {
    this.#github = github;
    this.#item.name = 'Office Hours';
    context.subscriptions.push(
      this.#item,
      github.onDidSwitch(() => this.#show()),
      github.onDidChangeOrigins(() => this.#show()),
      vscode.window.onDidChangeActiveTextEditor(() => void this.#look()),
      vscode.workspace.onDidSaveTextDocument(() => void this.#look()),
    );
    this.#show();
  }

  answer(client: Parameters<Service['answer']>[0]): void {
    this.#last = starting();
    client.onNotification(statusChanged, (params: StatusParams) => {
      this.#last = params;
      this.#show();
      void this.#look();
    });
    this.#show();
    void this.#look();
  }

  /** From now on the server says which documents are notes. */
  follow(server: NotesServer): void {
    this.#server = server;
    server.onDidChangeReferences(() => void this.#look());
    void this.#look();
  }

  /** What is shown now; undefined where it is hidden. */
  get shown(): { readonly text: string; readonly detail: string; readonly command?: string } | undefined {
    if (this.#item.selector === nowhere) return undefined;
    const { text, detail = '', command } = this.#item;
    return { text, detail, ...(command && { command: command.command }) };
  }

  #show(): void {
    const { off, closed } = this.#github;
    const isAsked = off === undefined && closed === undefined;
    const { text, detail, severity, busy, action } = isAsked ? this.#last : notAsked(off, closed);
    const item = this.#item;
    item.text = literalText(text, 'status');
    item.detail = literalText(detail, 'status', longestDetail);
    item.severity = severities[severity];
    item.busy = busy;
    speakStatus(item, severity !== 'information', say);
    if (off !== undefined || action === 'openSettings') item.command = { ...remedy(), tooltip: detail };
    else if (closed !== undefined)
      item.command = { command: 'officeHours.allowApi', title: vscode.l10n.t('Allow…') };
    else if (action === 'signIn')
      item.command = { command: 'officeHours.signIn', title: vscode.l10n.t('Sign In') };
    else item.command = { command: 'officeHours.refreshTitles', title: vscode.l10n.t('Refresh') };
  }

  /** The selector cannot say "is a note"; the server can, of the one document that is looked at. */
  async #look(): Promise<void> {
    const round = ++this.#round;
    const document = vscode.window.activeTextEditor?.document;
    const isNote =
      document?.languageId === 'markdown' &&
      (await this.#server
        ?.sendRequest<boolean>(isNoteDocument, { uri: document.uri.toString() })
        .catch(() => false));
    if (round === this.#round) this.#item.selector = isNote ? { language: 'markdown' } : nowhere;
  }
}

/** What lets GitHub be asked. */
function remedy(): vscode.Command {
  return vscode.workspace.isTrusted
    ? {
        command: 'workbench.action.openSettings',
        title: vscode.l10n.t('Open Settings'),
        arguments: ['officeHours.github'],
      }
    : { command: 'workbench.trust.manage', title: vscode.l10n.t('Manage Trust') };
}

function notAsked(off: string | undefined, closed: ClosedWay | undefined): StatusParams {
  const base = {
    text: vscode.l10n.t('GitHub lookups are off'),
    severity: 'information',
    busy: false,
  } as const;
  if (off !== undefined) return { ...base, detail: off };
  const host = closed?.origin.replace(/^https?:\/\//, '') ?? '';
  return closed?.denied
    ? { ...base, detail: vscode.l10n.t('{0} is not allowed', host) }
    : { ...base, detail: vscode.l10n.t('{0} is not allowed yet', host), severity: 'warning' };
}
