import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesByNode } from '../../server/host/byNode.ts';
import { pullClient, type Session, startSession } from './session.ts';

const clock = { now: () => Date.parse('2026-02-17T12:00:00Z'), today: () => '2026-02-17' };

/** A server over notes on disk, below `docs/` of a folder that the caller removes; without GitHub, on 2026-02-17. */
export async function sessionWithNotes(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly root: string; readonly session: Session }> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-notes-')));
  mkdirSync(join(root, 'docs'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'docs', name), text);
  const uri = pathToFileURL(root).href;
  const session = await startSession(pullClient, {
    host: { clock, files: filesByNode },
    params: {
      workspaceFolders: [{ uri, name: 'w' }],
      rootUri: uri,
      initializationOptions: { githubByClient: false },
    },
  });
  return { root, session };
}
