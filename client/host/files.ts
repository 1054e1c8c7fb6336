/** What the server may read through VS Code: the file systems that only the editor knows. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isPassedOver } from '../../shared/folders.ts';
import {
  type ListMarkdownParams,
  listMarkdown,
  type ReadFilesParams,
  readFiles,
} from '../../shared/protocol.ts';
import { maxFileBytes, readTextFile, type TextFile } from '../../shared/textFile.ts';

type ReadAnswer =
  | TextFile
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly reason: string };

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const readAtOnce = 16;
const maxFolders = 2_000;
/** How long a search may take before the folders are read one by one. */
const searchMs = 1_500;

/** Answers the server's `officeHours/files/*` requests, for as long as the client lives. */
export function answerFiles(client: Pick<BaseLanguageClient, 'onRequest'>): void {
  client.onRequest(listMarkdown, (params: ListMarkdownParams) => list(params));
  client.onRequest(readFiles, (params: ReadFilesParams) => read(params.uris));
}

async function list({ folder, limit }: ListMarkdownParams): Promise<string[]> {
  return (await listMarkdownFiles(vscode.Uri.parse(folder, true), limit)).map(String);
}

/** At most `limit` of the Markdown files below a folder, hidden folders left out. */
export async function listMarkdownFiles(parsed: vscode.Uri, limit: number): Promise<vscode.Uri[]> {
  // A file system's root folder comes without its slash, and is no folder to VS Code then.
  const root = parsed.path === '' ? parsed.with({ path: '/' }) : parsed;
  const files = root.scheme === 'file' ? await search(root, limit) : await searchOrWalk(root, limit);
  return files.filter((uri) => !isHidden(uri, root));
}

async function search(root: vscode.Uri, limit: number): Promise<readonly vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(root, '**/*.{md,markdown}');
  return vscode.workspace.findFiles(pattern, '**/node_modules/**', limit);
}

/**
 * Few virtual file systems can search; for the others VS Code answers with nothing, or waits for a search that never
 * comes. Where there is one it is a request, and a walk is one for each folder.
 */
async function searchOrWalk(root: vscode.Uri, limit: number): Promise<readonly vscode.Uri[]> {
  const searched = search(root, limit).catch(() => []);
  const late = new Promise<readonly vscode.Uri[]>((resolve) => setTimeout(() => resolve([]), searchMs));
  const found = await Promise.race([searched, late]);
  return found.length > 0 ? found : walk(root, limit);
}

function isHidden(uri: vscode.Uri, root: vscode.Uri): boolean {
  return uri.path.slice(root.path.length).split('/').some(isPassedOver);
}

async function walk(root: vscode.Uri, limit: number): Promise<vscode.Uri[]> {
  const files: vscode.Uri[] = [];
  const folders = [root];
  for (let visited = 0; visited < maxFolders && files.length < limit; visited++) {
    const folder = folders.shift();
    if (folder === undefined) break;
    for (const [name, type] of await entries(folder)) {
      if (isPassedOver(name)) continue;
      const uri = vscode.Uri.joinPath(folder, name);
      // A symbolic link may lead round in a circle.
      if (type === vscode.FileType.Directory) folders.push(uri);
      else if (type === vscode.FileType.File && isMarkdown(name) && files.length < limit) files.push(uri);
    }
  }
  return files;
}

async function entries(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

function isMarkdown(name: string): boolean {
  const lower = name.toLowerCase();
  return lower.endsWith('.md') || lower.endsWith('.markdown');
}

async function read(uris: readonly string[]): Promise<ReadAnswer[]> {
  const answers: ReadAnswer[] = [];
  for (let from = 0; from < uris.length; from += readAtOnce) {
    answers.push(...(await Promise.all(uris.slice(from, from + readAtOnce).map(readOne))));
  }
  return answers;
}

async function readOne(text: string): Promise<ReadAnswer> {
  try {
    const uri = vscode.Uri.parse(text, true);
    const { size, type } = await vscode.workspace.fs.stat(uri);
    // A named pipe would be waited on for ever.
    if ((type & vscode.FileType.File) === 0) return { kind: 'failed', reason: 'not a regular file' };
    if (size > maxFileBytes) return { kind: 'too-large', bytes: size };
    return readTextFile(await vscode.workspace.fs.readFile(uri), (bytes) => decoder.decode(bytes));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return { kind: 'missing' };
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
