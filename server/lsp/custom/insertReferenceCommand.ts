/** `officeHours.insertReference`, for clients other than VS Code: finds an issue or a pull request and writes it into a note. */

import type { Connection } from 'vscode-languageserver';
import { type Say, t } from '../../../shared/l10n.ts';
import { isPosition, isRecord, optionalText } from '../commandArguments.ts';
import { type CommandRun, showWarning } from '../executeCommand.ts';
import type { Session } from '../session.ts';
import { findReferences } from './searchReferences.ts';

/** A client shows these as buttons, or as the lines of a menu. */
const mostChoices = 9;

/**
 * One argument, an object: `uri` of a note that is open, `position` as in the protocol, and `query`: a number or words of
 * a title, with `owner/name#` in front for another repository. Where several match, the user is asked which. Gives what
 * was inserted, or null.
 */
export function insertReferenceRun(connection: Connection, session: Session): CommandRun {
  return async ([given], cancellation) => {
    await session.ready;
    const options = isRecord(given) ? given : {};
    const { position } = options;
    const uri = optionalText(options.uri);
    const query = optionalText(options.query) ?? '';
    const document = uri === undefined ? undefined : await session.documentRead(uri);
    if (document === undefined || !session.isNote(document) || !isPosition(position)) {
      showWarning(connection, session.say(t('open the note to insert a reference.')));
      return null;
    }
    const { version } = document;
    const { items, hint } = await findReferences(
      session,
      { uri: document.uri, query, live: true },
      cancellation,
    );
    const number = /#?([0-9]{1,9})$/.exec(query)?.[1];
    const exact = items.find((item) => String(item.number) === number);
    const only = exact ?? (items.length === 1 ? items[0] : undefined);
    const chosen = only ?? (await choose(connection, items.slice(0, mostChoices), hint, session.say));
    if (chosen === undefined) return null;
    if (document.version !== version) {
      connection.window.showWarningMessage(
        `Office Hours: ${session.say(t('the note changed in the meantime. No reference was inserted.'))}`,
      );
      return null;
    }
    const edits = [{ range: { start: position, end: position }, newText: chosen.text }];
    const label = session.say(t('Insert {0}', chosen.text));
    const edit = session.capabilities.workspace?.workspaceEdit?.documentChanges
      ? { documentChanges: [{ textDocument: { uri: document.uri, version }, edits }] }
      : { changes: { [document.uri]: edits } };
    const { applied } = await connection.workspace.applyEdit({ label, edit });
    return applied ? chosen.text : null;
  };
}

async function choose<T extends { readonly number: number; readonly title: string }>(
  connection: Connection,
  items: readonly T[],
  hint: string | undefined,
  say: Say,
): Promise<T | undefined> {
  if (items.length === 0) {
    showWarning(connection, `${say(t('no results found.'))} ${hint ?? ''}`.trimEnd());
    return undefined;
  }
  const titles = items.map((item) => ({ title: `#${item.number} ${item.title}`, item }));
  const answer = await connection.window.showInformationMessage(
    `Office Hours: ${say(t('Choose a reference'))}`,
    ...titles.map(({ title }) => ({ title })),
  );
  return titles.find(({ title }) => title === answer?.title)?.item;
}
