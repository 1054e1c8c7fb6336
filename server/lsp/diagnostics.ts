/** `textDocument/diagnostic` and `textDocument/publishDiagnostics`: pulled by a client that can (LSP 3.17 and later), else pushed; never both. */

import type {
  Connection,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { atOnce, type Steps } from '../../shared/steps.ts';
import { contain } from '../core/contain.ts';
import { Debounce } from '../core/debounce.ts';
import { type DiagnosticSupport, toDiagnostics } from '../core/features/diagnostics.ts';
import { templateDiagnostics } from '../core/features/template/diagnostics.ts';
import { inSlices } from '../core/slices.ts';
import type { OpenDocument } from '../core/workspace/openDocument.ts';
import { canPull } from './clientCapabilities.ts';
import { documentHandler } from './handler.ts';
import type { Session } from './session.ts';

/** Settings of several folders and a burst of file events make one refresh. */
const refreshDelayMs = 50;

export function serveDiagnostics(connection: Connection, session: Session): void {
  if (canPull(session.capabilities)) pull(connection, session);
  else push(connection, session);
}

function pull(connection: Connection, session: Session): void {
  const { answersChanged, capabilities, clock, ended, log, problems, timers, titlesChanged } = session;
  const given = capabilities.textDocument?.diagnostic;
  const support: DiagnosticSupport = {
    relatedInformation: given?.relatedInformation ?? true,
    codeDescription: given?.codeDescriptionSupport ?? true,
  };
  const nothing: DocumentDiagnosticReport = { kind: 'full', items: [] };
  // A restarted server counts from the beginning.
  const started = clock.now();
  // A document that is opened again may have another text by the same version.
  const openings = new WeakMap<OpenDocument, number>();
  let opened = 0;
  const openingOf = (document: OpenDocument): number => {
    const opening = openings.get(document) ?? ++opened;
    openings.set(document, opening);
    return opening;
  };

  connection.languages.diagnostics.on(
    documentHandler<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      session,
      'textDocument/diagnostic',
      nothing,
      async (document, params, token) => {
        await session.ready;
        const resultId = (generation: string) =>
          `${started}.${openingOf(document)}.${document.version}.${generation}`;
        const known = resultId(problems.generationFor(document.uri));
        if (params.previousResultId === known) return { kind: 'unchanged', resultId: known };
        const isWanted = () => !token.isCancellationRequested && session.document(document.uri) === document;
        const { items, generation } = await findDiagnostics(document, session, support, isWanted);
        return { kind: 'full', resultId: resultId(generation), items };
      },
    ),
  );

  if (capabilities.workspace?.diagnostics?.refreshSupport !== true) return;
  const refresh = new Debounce(timers, () => {
    void contain(log, 'workspace/diagnostic/refresh', async () => {
      await connection.languages.diagnostics.refresh();
    });
  });
  answersChanged.on(() => refresh.schedule(refreshDelayMs));
  titlesChanged.on(() => refresh.schedule(refreshDelayMs));
  ended.on(() => refresh.cancel());
}

function push(connection: Connection, session: Session): void {
  const { answersChanged, capabilities, documents, ended, log, timers, titlesChanged } = session;
  const given = capabilities.textDocument?.publishDiagnostics;
  const support: DiagnosticSupport = {
    relatedInformation: given?.relatedInformation ?? false,
    codeDescription: given?.codeDescriptionSupport ?? false,
  };
  const queue = new Map<string, Debounce>();
  /** Documents whose last published list was not empty. */
  const shown = new Set<string>();

  function publish(uri: string): void {
    void contain(log, 'textDocument/publishDiagnostics', async () => {
      await session.ready;
      const document = documents.get(uri);
      if (document === undefined) return;
      const isWanted = () => documents.get(uri) === document;
      const { items: diagnostics } = await findDiagnostics(document, session, support, isWanted);
      if (!isWanted()) return;
      if (diagnostics.length === 0 && !shown.has(uri)) return;
      if (diagnostics.length > 0) shown.add(uri);
      else shown.delete(uri);
      await connection.sendDiagnostics({ uri, version: document.version, diagnostics });
    });
  }

  function schedule(uri: string): void {
    const debounce = queue.get(uri) ?? new Debounce(timers, () => publish(uri));
    queue.set(uri, debounce);
    debounce.schedule(0);
  }

  const scheduleAll = () => {
    for (const { uri } of documents.all()) schedule(uri);
  };
  documents.onDidChangeContent(({ document }) => schedule(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    queue.get(uri)?.cancel();
    queue.delete(uri);
    if (shown.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => {});
  });
  answersChanged.on(scheduleAll);
  titlesChanged.on(scheduleAll);
  ended.on(() => {
    for (const debounce of queue.values()) debounce.cancel();
  });
}

interface Found {
  readonly items: Diagnostic[];
  readonly generation: string;
}

/**
 * The diagnostics of a document as it is when they are given, found in slices where it is long: what was begun for an older text is
 * left, and begun again. None once they are not wanted.
 */
async function findDiagnostics(
  document: OpenDocument,
  session: Session,
  support: DiagnosticSupport,
  isWanted: () => boolean,
): Promise<Found> {
  const { problems, reader, templateOf } = session;
  const { uri } = document;
  const isNote = templateOf(document) === undefined;
  while (isNote && document.isLong && isWanted()) {
    await reader.read(document);
    const { version } = document;
    const isNewest = () => document.version === version && document.isRead;
    const generation = problems.generationFor(uri);
    const steps = diagnosticSteps(document, session, support);
    const items = await inSlices(steps, session, () => isWanted() && isNewest());
    if (items && isNewest()) return { items, generation };
  }
  const generation = problems.generationFor(uri);
  return { items: isWanted() ? atOnce(diagnosticSteps(document, session, support)) : [], generation };
}

function* diagnosticSteps(
  document: OpenDocument,
  { problems, say, templateOf }: Session,
  support: DiagnosticSupport,
): Steps<Diagnostic[]> {
  const template = templateOf(document);
  if (template !== undefined)
    return templateDiagnostics(document.document, template, support.codeDescription, say);
  const found = yield* problems.problemSteps(document);
  return yield* toDiagnostics(found, document.document, support, say);
}
