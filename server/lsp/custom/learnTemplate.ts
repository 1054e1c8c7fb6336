/** `officeHours/template/learn` */

import type { Connection } from 'vscode-languageserver';
import { sayAll, t } from '../../../shared/l10n.ts';
import {
  type LearnTemplateParams,
  type LearnTemplateResult,
  learnTemplate as learnRequest,
} from '../../../shared/protocol.ts';
import { canonicalUri } from '../../core/uri.ts';
import { type LearnState, learnedTemplate } from '../../core/workspace/learnTemplate.ts';
import { handler } from '../handler.ts';
import type { Session } from '../session.ts';

export function serveLearnTemplate(connection: Connection, session: Session): void {
  const { archive, documents, files, remotes, timers } = session;
  const state: LearnState = {
    archive,
    files,
    timers,
    openNote: (uri) => documents.all().find((document) => document.canonicalUri === canonicalUri(uri))?.note,
    repositoryFor: async (uri, note) => {
      await remotes.settled(uri);
      return session.notes.repositoryOf({ uri, note });
    },
  };
  const failed: LearnTemplateResult = {
    kind: 'refused',
    message: session.say(t('The template could not be created. See the Office Hours log.')),
  };
  connection.onRequest<LearnTemplateResult, never>(
    learnRequest,
    handler<LearnTemplateParams, LearnTemplateResult>(
      session,
      learnRequest,
      failed,
      async (params, token) => {
        const cancelled = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
        await Promise.race([session.archiveRead(), cancelled]);
        const learned = await learnedTemplate(params, state, token);
        return sayAll<LearnTemplateResult, 'message' | 'description' | 'remark'>(learned, session.say);
      },
    ),
  );
}
