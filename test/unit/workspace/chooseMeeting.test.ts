import { deepEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summarize } from '../../../server/core/archive/summary.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { chooseMeeting } from '../../../server/core/workspace/chooseMeeting.ts';
import { Archive } from '../../../server/core/workspace/noteIndex.ts';
import { spokenDay } from '../../../shared/dates/spokenNames.ts';
import { t } from '../../../shared/l10n.ts';
import type { NewNoteParams } from '../../../shared/protocol.ts';

const root = 'file:///w/lantern';
const days = ['2026-01-06', '2026-01-13', '2026-01-20'];

/** `folders`: of a series each; `templates`: their globs, by name. */
function archiveOf(folders: readonly string[], templates: Readonly<Record<string, string>> = {}): Archive {
  const archive = new Archive();
  archive.setFolders([{ uri: root }]);
  for (const [name, glob] of Object.entries(templates)) {
    archive.templates.update(`${root}/.office-hours/${name}.md`, `---\nnotes: ${glob}\n---\n# Call $1\n`);
  }
  for (const folder of folders) {
    for (const day of days) {
      const uri = `${root}/${folder === '' ? '' : `${folder}/`}${day}.md`;
      archive.update(summarize(uri, parseNote(`# ${folder.split('/').at(-1)} meeting ${day}\n`)));
    }
  }
  return archive;
}

type Asked = Partial<Pick<NewNoteParams, 'target' | 'document' | 'meeting' | 'chooseMeeting'>>;

/** Paths below the root; `?` and the names where it is to be chosen. */
function chosen(archive: Archive, { target, document, meeting, chooseMeeting: choose }: Asked): string {
  const at = (path: string | null | undefined): string | null =>
    path === null || path === undefined ? null : `${root}/${path}`;
  const step = chooseMeeting(
    {
      folder: root,
      target: at(target),
      document: at(document),
      meeting: at(meeting),
      ...(choose !== undefined && { chooseMeeting: choose }),
    },
    archive,
  );
  if (step.kind === 'meeting') return `? ${step.meetings.map(({ name }) => name).join(', ')}`;
  const { where, name } = step;
  const uri = where.series ?? where.template ?? where.target;
  const path = uri ? uri.slice(root.length + 1) : 'as before';
  return name === undefined ? path : `${path} (${name})`;
}

const two = ['meetings/council', 'meetings/release'];

describe('chooseMeeting', () => {
  const rows: readonly (readonly [what: string, Archive, Asked, string])[] = [
    ['no notes', archiveOf([]), {}, 'as before'],
    ['one series', archiveOf(['meetings']), {}, 'as before'],
    ['several', archiveOf(two), {}, '? meetings/council, meetings/release'],
    [
      'a note of one is open',
      archiveOf(two),
      { document: 'meetings/release/2026-01-06.md' },
      'meetings/release (meetings/release)',
    ],
    [
      'another file of its folder is open',
      archiveOf(two),
      { document: 'meetings/release/README.md' },
      'meetings/release (meetings/release)',
    ],
    [
      'a file elsewhere is open',
      archiveOf(two),
      { document: 'README.md' },
      '? meetings/council, meetings/release',
    ],
    [
      'another is wanted',
      archiveOf(two),
      { document: 'meetings/release/2026-01-06.md', chooseMeeting: true },
      '? meetings/release, meetings/council',
    ],
    [
      'one was chosen',
      archiveOf(two),
      { meeting: 'meetings/release' },
      'meetings/release (meetings/release)',
    ],
    ['a folder of notes is pointed at', archiveOf(two), { target: 'meetings/council' }, 'meetings/council'],
    ['another folder is', archiveOf(two), { target: 'elsewhere' }, 'elsewhere'],
    [
      'a folder around both is',
      archiveOf(two),
      { target: 'meetings' },
      '? meetings/council, meetings/release',
    ],
    [
      'a folder around one is',
      archiveOf([...two, 'docs/calls']),
      { target: 'docs' },
      'docs/calls (docs/calls)',
    ],
    [
      'the workspace folder is pointed at',
      archiveOf(two),
      { target: '' },
      '? meetings/council, meetings/release',
    ],
    [
      'one of two lies in the workspace folder',
      archiveOf(['', 'meetings/release']),
      { document: '2026-01-06.md' },
      ' (lantern)',
    ],
    [
      'templates',
      archiveOf(two, { council: 'meetings/council/**', release: 'meetings/release/**' }),
      {},
      '? council, release',
    ],
    [
      'a note of a template is open',
      archiveOf(two, { council: 'meetings/council/**', release: 'meetings/release/**' }),
      { document: 'meetings/release/2026-01-06.md' },
      '.office-hours/release.md (release)',
    ],
    [
      'one has a template',
      archiveOf(two, { council: 'meetings/council/**' }),
      {},
      '? council, meetings/release',
    ],
    ['a template for all', archiveOf(two, { all: 'meetings/**' }), {}, 'as before'],
  ];
  for (const [what, archive, asked, expected] of rows) {
    it(`${what}: ${expected}`, () => deepEqual(chosen(archive, asked), expected));
  }

  it('says of each series how many notes it has, and what its latest is called', () => {
    const step = chooseMeeting({ folder: root, target: null }, archiveOf(two));
    deepEqual(step.kind === 'meeting' && step.meetings[0], {
      id: `${root}/meetings/council`,
      name: 'meetings/council',
      description: t('{0} notes, the latest of {1}', 3, spokenDay('2026-01-20')),
      latest: 'council meeting 2026-01-20',
    });
  });
});
