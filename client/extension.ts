/** The list of what the extension does, the same in every host. */

import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { registerAssistantTools } from './assistantTools.ts';
import { registerActionItems } from './commands/actionItems.ts';
import { registerAllowApi } from './commands/allowApi.ts';
import { registerChooseNotesFolder } from './commands/chooseNotesFolder.ts';
import { registerCreateTemplate } from './commands/createTemplate.ts';
import { registerDrafts } from './commands/drafts.ts';
import { registerFinishNote } from './commands/finishNote.ts';
import { registerGitHubCache } from './commands/githubCache.ts';
import { registerImportNotes } from './commands/importNotes.ts';
import { registerInsertReference } from './commands/insertReference.ts';
import { registerNeighbours } from './commands/neighbours.ts';
import { registerNewNote } from './commands/newNote.ts';
import { registerReferenceAtCursor } from './commands/referenceAtCursor.ts';
import { registerReportIssue } from './commands/reportIssue.ts';
import { registerSampleNote } from './commands/sampleNote.ts';
import { registerSignIn } from './commands/signIn.ts';
import { completionRefresh } from './completionRefresh.ts';
import type { FileMaker } from './host/createFile.ts';
import { answerFiles } from './host/files.ts';
import { answerRemotes } from './host/git.ts';
import { GitHubAccess } from './host/github.ts';
import { type ClientLike, NotesServer, type Service } from './host/notesServer.ts';
import { recentLog } from './host/recentLog.ts';
import { answerStorage } from './host/storage.ts';
import { registerPaste } from './paste.ts';
import type { MarkdownIt } from './preview/linkReferences.ts';
import { PreviewReferences } from './preview/previewReferences.ts';
import { registerTypedText } from './typedText.ts';
import { ActionItemsView } from './views/actionItems.ts';
import { FirstSteps } from './views/firstSteps.ts';
import { followMarkdownFolders } from './views/markdownFolders.ts';
import { NoteStatusItem } from './views/noteStatus.ts';
import { GitHubStatusItem } from './views/status.ts';
import { TemplateStatusItem } from './views/templateStatus.ts';

/** What the extension exports, for the editor and for its tests. */
export interface Api {
  /** Resolves when the language server answers, also after a restart that is under way; rejects when it cannot start. */
  readonly ready: Promise<void>;
  /** What the language status says; undefined where it is hidden. */
  githubStatus(): GitHubStatusItem['shown'];
  /** The same of what the active note is checked by. */
  noteStatus(): NoteStatusItem['shown'];
  /** The same of the folder of notes. */
  notesFolderStatus(): NoteStatusItem['shownFolder'];
  /** What the view of action items shows, and the number on its icon. */
  actionItems(): Pick<ActionItemsView, 'shown' | 'badge'>;
  /** The same of template files with errors. */
  templateStatus(): TemplateStatusItem['shown'];
  /** Where is kept what is remembered of GitHub; there may be nothing yet. */
  readonly githubStorage: vscode.Uri;
  /** Called by VS Code's Markdown extension (`contributes.markdown.markdownItPlugins`). */
  extendMarkdownIt<T extends MarkdownIt>(markdown: T): T;
}

let running: NotesServer | undefined;

/**
 * Starts the language server and registers every feature. `createClient` makes one not yet started client; `fileMaker`
 * is how new files are made where the host knows better than VS Code.
 */
export function startExtension(
  context: vscode.ExtensionContext,
  createClient: (options: LanguageClientOptions) => ClientLike,
  fileMaker?: FileMaker,
): Api {
  const recent = recentLog(vscode.window.createOutputChannel('Office Hours', { log: true }));
  const log = recent.channel;
  const github = new GitHubAccess(context, log);
  const githubStorage = vscode.Uri.joinPath(context.globalStorageUri, 'github');
  const status = new GitHubStatusItem(context, github);
  const preview = new PreviewReferences(context);
  const templates = new TemplateStatusItem(context);
  const server = new NotesServer(log, createClient, [
    { options: () => ({ filesByClient: true }), answer: answerFiles },
    { options: () => ({ remotesByClient: true }), answer: answerRemotes },
    githubService(github, githubStorage),
    status,
    templates,
    completionRefresh,
  ]);
  running = server;
  context.subscriptions.push(
    log,
    vscode.commands.registerCommand('officeHours.restartServer', () => server.restart()),
  );
  // Whether there is a GitHub at all, and which Enterprise server, a server learns at its start.
  github.onDidSwitch(() => void server.restart().catch(() => {}), undefined, context.subscriptions);
  registerNewNote(context, server, fileMaker);
  registerCreateTemplate(context, server);
  registerChooseNotesFolder(context, server);
  registerSignIn(context, github);
  registerAllowApi(context, github);
  registerGitHubCache(context, server);
  registerReportIssue(context, () => recent.lines);
  registerReferenceAtCursor(context, server);
  registerInsertReference(context, server);
  registerNeighbours(context, server);
  registerPaste(context, server, log);
  registerAssistantTools(context, server);
  const firstSteps = new FirstSteps(context);
  registerTypedText(context, server, (typed) => firstSteps.listShown(typed));
  registerSampleNote(context);
  followMarkdownFolders(context);
  void vscode.commands.executeCommand('setContext', 'officeHours.active', true);
  // Whoever awaits `ready` sees the failure; the extension itself has already told the user.
  server.start().catch(() => {});
  status.follow(server);
  preview.follow(server);
  const note = new NoteStatusItem(context, server);
  const actionItems = new ActionItemsView(context, server, () => github.login());
  registerActionItems(context, server, actionItems);
  registerDrafts(context, server);
  registerFinishNote(context, server);
  registerImportNotes(context, server, fileMaker);
  return {
    get ready() {
      return server.ready;
    },
    githubStatus: () => status.shown,
    githubStorage,
    noteStatus: () => note.shown,
    notesFolderStatus: () => note.shownFolder,
    actionItems: () => actionItems,
    templateStatus: () => templates.shown,
    extendMarkdownIt: preview.extendMarkdownIt,
  };
}

/** GitHub as the editor reaches it, and a place for what is remembered of it. */
function githubService(github: GitHubAccess, folder: vscode.Uri): Service {
  return {
    options: () => ({
      githubByClient: github.off === undefined,
      storageByClient: true,
      ...(github.enterpriseHost !== undefined && { enterpriseHost: github.enterpriseHost }),
    }),
    answer(client) {
      github.answer(client);
      answerStorage(client, folder);
    },
  };
}

/** Ends the server; waits until it is gone. */
export async function stopExtension(): Promise<void> {
  await running?.stop();
  running = undefined;
}
