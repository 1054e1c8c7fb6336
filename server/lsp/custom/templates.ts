/** Notifications and answers about template files: the series they describe, and which of them are broken. */

import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type ListMeetingsParams,
  type ListMeetingsResult,
  listMeetings,
  type TemplatesParams,
  templatesChanged,
} from '../../../shared/protocol.ts';
import { canonicalUri, componentsBelow, fileNameOf, isBelow } from '../../core/uri.ts';
import type { PlacedTemplate, Templates } from '../../core/workspace/templates.ts';
import { handler } from '../handler.ts';
import type { Session } from '../session.ts';

export function serveTemplates(connection: Connection, session: Session): void {
  const { archive, documents, files, log, notify, workspace } = session;
  const { templates } = archive;
  connection.onRequest<ListMeetingsResult, never>(
    listMeetings,
    handler<ListMeetingsParams, ListMeetingsResult>(
      session,
      listMeetings,
      { meetings: [] },
      async (params) => {
        await session.archiveRead();
        return meetingsOf(params, templates);
      },
    ),
  );
  const textOf = async (uri: string): Promise<string> => {
    const open = documents.all().find((document) => document.canonicalUri === uri);
    if (open !== undefined) return open.document.getText();
    const [result] = await files.read([uri]);
    return result?.kind === 'text' ? result.text : '';
  };
  let last = '[]';
  const report = async () => {
    const broken = await Promise.all(
      templates
        .all()
        .filter(({ latest }) => latest.broken)
        .map(async (template) => describeBroken(template, await textOf(template.uri))),
    );
    const now = JSON.stringify(broken);
    if (now === last) return;
    last = now;
    for (const { name, message } of broken)
      log.info(`${JSON.stringify(name)}: ${message} Using the last valid template.`);
    const params: TemplatesParams = { broken };
    notify(templatesChanged, params);
  };
  workspace.templatesChanged.on(() => void report().catch(() => {}));
}

/** The series with a template for a workspace folder, that of the open document first. */
function meetingsOf({ folder, document }: ListMeetingsParams, templates: Templates): ListMeetingsResult {
  const root = folder === null ? undefined : canonicalUri(folder);
  const here = [...(root === undefined ? templates.all() : templates.goingFor(root))];
  const own = document === null ? undefined : templates.of(document);
  here.sort((a, b) => Number(b === own) - Number(a === own));
  return {
    meetings: here.map((each) => {
      const notes = templates.folderOf(each) ?? each.root;
      const from = root ?? each.root;
      const place = isBelow(notes, from) ? componentsBelow(notes, from).join('/') : '';
      const words = [each.definition.project ?? '', each.definition.rhythm?.words ?? '', place];
      return {
        template: each.uri,
        name: each.name,
        description: words.filter((word) => word !== '').join(' · '),
      };
    }),
  };
}

function describeBroken(
  { uri, root, latest }: PlacedTemplate,
  text: string,
): TemplatesParams['broken'][number] {
  const first = latest.problems.find(({ severity }) => severity === 'error');
  const at = first?.range.from ?? 0;
  return {
    uri,
    name: `.office-hours/${fileNameOf(uri)}`,
    root,
    message: first?.message ?? 'The file could not be read.',
    position: TextDocument.create(uri, 'markdown', 0, text).positionAt(at),
  };
}
