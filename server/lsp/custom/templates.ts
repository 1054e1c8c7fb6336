/** Notifications about template files: which of them have errors. */

import { inEnglish, sayAll, t, type Unsaid } from '../../../shared/l10n.ts';
import { type TemplatesParams, templatesChanged } from '../../../shared/protocol.ts';
import { NoteDocument } from '../../core/note/noteDocument.ts';
import { fileNameOf } from '../../core/uri.ts';
import type { PlacedTemplate } from '../../core/workspace/templates.ts';
import type { Session } from '../session.ts';

export function serveTemplates(session: Session): void {
  const { archive, documents, files, log, notify, say, workspace } = session;
  const { templates } = archive;
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
      log.info(`${JSON.stringify(name)}: ${inEnglish(message)} Using the last valid template.`);
    notify(templatesChanged, sayAll<TemplatesParams, 'message'>({ broken }, say));
  };
  workspace.templatesChanged.on(() => void report().catch(() => {}));
}

function describeBroken(
  { uri, root, latest }: PlacedTemplate,
  text: string,
): Unsaid<TemplatesParams['broken'][number], 'message'> {
  const first = latest.problems.find(({ severity }) => severity === 'error');
  const at = first?.range.from ?? 0;
  return {
    uri,
    name: `.office-hours/${fileNameOf(uri)}`,
    root,
    message: first?.message ?? t('The file could not be read.'),
    position: new NoteDocument(uri, text).positionAt(at),
  };
}
