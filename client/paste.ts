/**
 * A pasted or dropped URL of an issue or a pull request, offered as `PR #1` and as a titled link beside the URL as it is.
 * The URL stays the default, as for everything that is pasted, unless the writer chose a style (`officeHours.references.style`).
 *
 * The interface was finished in VS Code 1.97, after the oldest editor that the extension runs in. Before that it is there,
 * too, but refuses whoever calls it; so the version decides, and in an older editor pasting is what it always was.
 */

import * as vscode from 'vscode';
import { type DescribeUrlsParams, type DescribeUrlsResult, describeUrls } from '../shared/protocol.ts';
import type { NotesClient } from './commands/newNote.ts';
import { isAtLeast } from './host/editorVersion.ts';

interface EditKind {
  append(...parts: string[]): EditKind;
}

interface OfferedEdit {
  yieldTo?: readonly EditKind[];
}

type Offer = new (insertText: string, title: string, kind: EditKind) => OfferedEdit;

/** What newer editors have. */
interface NewerApi {
  readonly DocumentDropOrPasteEditKind?: { readonly Empty: EditKind; readonly Text: EditKind };
  readonly DocumentPasteEdit?: Offer;
  readonly DocumentDropEdit: Offer;
}

interface NewerLanguages {
  registerDocumentPasteEditProvider?(
    selector: vscode.DocumentSelector,
    provider: {
      provideDocumentPasteEdits(
        document: vscode.TextDocument,
        ranges: readonly vscode.Range[],
        data: vscode.DataTransfer,
        context: unknown,
        token: vscode.CancellationToken,
      ): Promise<OfferedEdit[] | undefined>;
    },
    metadata: {
      readonly providedPasteEditKinds: readonly EditKind[];
      readonly pasteMimeTypes: readonly string[];
    },
  ): vscode.Disposable;
  registerDocumentDropEditProvider(
    selector: vscode.DocumentSelector,
    provider: {
      provideDocumentDropEdits(
        document: vscode.TextDocument,
        position: vscode.Position,
        data: vscode.DataTransfer,
        token: vscode.CancellationToken,
      ): Promise<OfferedEdit[] | undefined>;
    },
    metadata: {
      readonly providedDropEditKinds: readonly EditKind[];
      readonly dropMimeTypes: readonly string[];
    },
  ): vscode.Disposable;
}

const longestUrl = 2_000;
const finished = [1, 97] as const;

export function registerPaste(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  client: NotesClient,
  log: Pick<vscode.LogOutputChannel, 'info'>,
): void {
  if (!isAtLeast(vscode.version, finished)) {
    log.info(
      `Pasting and dropping URLs as references requires VS Code ${finished.join('.')} or later; this is ${vscode.version}.`,
    );
    return;
  }
  const api: NewerApi = vscode as unknown as NewerApi;
  const languages: NewerLanguages = vscode.languages as unknown as NewerLanguages;
  const {
    DocumentDropOrPasteEditKind: kinds,
    DocumentPasteEdit: PasteEdit,
    DocumentDropEdit: DropEdit,
  } = api;
  if (!kinds || !PasteEdit || !languages.registerDocumentPasteEditProvider) return;
  const base = kinds.Empty.append('officeHours', 'reference');
  // "Paste As…" with one of these finds only who names exactly that.
  const provided = [base.append('short'), base.append('titled')];
  const make = (Edit: Offer) => (offers: readonly Offered[]) =>
    offers.map(({ text, title, name, isDefault }) => {
      const edit = new Edit(text, title, base.append(name));
      if (!isDefault) edit.yieldTo = [kinds.Text, kinds.Empty.append('uri')];
      return edit;
    });
  const selector = { language: 'markdown' };
  context.subscriptions.push(
    languages.registerDocumentPasteEditProvider(
      selector,
      {
        async provideDocumentPasteEdits(document, ranges, data, _context, token) {
          // Over a selection the editor's own "[selection](url)" is what is wanted.
          const [range] = ranges;
          if (ranges.length !== 1 || !range?.isEmpty) return undefined;
          const url = urlIn(await data.get('text/plain')?.asString());
          return url === undefined
            ? undefined
            : make(PasteEdit)(await offersFor(client, document, range.start, url, token));
        },
      },
      { providedPasteEditKinds: provided, pasteMimeTypes: ['text/plain'] },
    ),
    languages.registerDocumentDropEditProvider(
      selector,
      {
        async provideDocumentDropEdits(document, position, data, token) {
          const text =
            (await data.get('text/plain')?.asString()) ?? (await data.get('text/uri-list')?.asString());
          const url = urlIn(text);
          return url === undefined
            ? undefined
            : make(DropEdit)(await offersFor(client, document, position, url, token));
        },
      },
      { providedDropEditKinds: provided, dropMimeTypes: ['text/plain', 'text/uri-list'] },
    ),
  );
}

interface Offered {
  readonly text: string;
  readonly title: string;
  readonly name: string;
  readonly isDefault: boolean;
}

/** The text when it is one URL and nothing else; the server says which URLs it knows. */
function urlIn(text: string | undefined): string | undefined {
  const url = text?.trim() ?? '';
  return url.length <= longestUrl && /^https?:\/\/\S+$/i.test(url) ? url : undefined;
}

async function offersFor(
  client: NotesClient,
  document: vscode.TextDocument,
  position: vscode.Position,
  url: string,
  token: vscode.CancellationToken,
): Promise<Offered[]> {
  const { line, character } = position;
  const params: DescribeUrlsParams = {
    uri: document.uri.toString(),
    position: { line, character },
    urls: [url],
  };
  const answer = client.sendRequest<DescribeUrlsResult>(describeUrls, params, token);
  const [described] = await answer.catch((): DescribeUrlsResult => []);
  if (!described) return [];
  const { short, titled, preferred } = described;
  const offers: Offered[] = [];
  const isDefault = (name: string) => preferred === name;
  if (short !== url) {
    offers.push({
      text: short,
      title: vscode.l10n.t('Insert {0}', short),
      name: 'short',
      isDefault: isDefault('short'),
    });
  }
  if (titled !== undefined) {
    const title = vscode.l10n.t('Insert Markdown Link');
    offers.push({ text: titled, title, name: 'titled', isDefault: isDefault('titled') });
  }
  return offers.sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
}
