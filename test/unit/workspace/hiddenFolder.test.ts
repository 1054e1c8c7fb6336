import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summarize } from '../../../server/core/archive/summary.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { type NewNoteState, type NoteWanted, preparedNote } from '../../../server/core/workspace/newNote.ts';
import { Archive } from '../../../server/core/workspace/noteIndex.ts';
import { inEnglish } from '../../../shared/l10n.ts';
import { defaultSettings } from '../../../shared/settings.ts';

const root = 'file:///w/lantern';
const body = '\n# Call {date}\n\n## Notes\n';

interface World {
  readonly template?: string;
  readonly notesFolder?: string;
  readonly target?: string;
  readonly uri?: string;
  readonly notes?: Readonly<Record<string, string>>;
}

function prepared({ template, notesFolder = '', target, uri, notes = {} }: World) {
  const archive = new Archive();
  archive.setFolders([{ uri: root }]);
  if (template !== undefined) archive.templates.update(`${root}/.office-hours/call.md`, template + body);
  for (const [path, text] of Object.entries(notes)) {
    archive.update(summarize(`${root}/${path}`, parseNote(text)));
  }
  const state: NewNoteState = {
    archive,
    clock: { today: () => '2026-03-04' },
    files: {
      read: async (uris) =>
        uris.map((each) => {
          const text = notes[each.slice(root.length + 1)];
          return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
        }),
    },
    openNote: () => undefined,
    settingsFor: () => ({ ...defaultSettings, notesFolder }),
  };
  const wanted: NoteWanted = {
    folder: root,
    date: '2026-03-04',
    ...(target !== undefined && { target: `${root}/${target}` }),
    ...(uri !== undefined && { uri }),
  };
  return preparedNote(wanted, state);
}

const meetings = ['2026-01-06', '2026-01-20', '2026-02-03']
  .map((day) => `## ${day}\n\n### Attendees\n\n* Ada\n\n### Topics\n\n* a\n`)
  .join('\n');

describe('a new note and hidden folders (acceptance 46)', () => {
  for (const [name, world, remedy] of [
    ['the glob of a template', { template: '---\nnotes: .git/**\n---' }, /"\.git" is hidden.*Change "notes"/],
    ['its folder further down', { template: '---\nnotes: a/.b/*.md\n---' }, /"\.b" is hidden.*call\.md/],
    [
      'its pattern of names',
      { template: '---\nnotes: docs/**\nfile: .git/hooks/{YYYY-MM-DD}.md\n---' },
      /"\.git" is hidden.*"file"/,
    ],
    [
      'another of its own folders',
      { template: '---\nnotes: .office-hours/x/**\n---' },
      /"\.office-hours" is hidden/,
    ],
    ['the setting', { notesFolder: '.git/notes' }, /"\.git" is hidden.*Set officeHours\.notes\.folder/],
    ['the setting, as Windows spells it', { notesFolder: 'GIT~1' }, /"GIT~1" is hidden/],
    ['the folder clicked', { target: '.git/hooks' }, /"\.git" is hidden.*Choose another folder/],
    [
      'the next file of several meetings',
      {
        template: '---\nnotes: docs/*.md\ndate: heading\nfile: .git/{YYYY}.md\n---',
        notes: { 'docs/2025.md': `# Meetings\n\n${meetings}` },
      },
      /"\.git" is hidden.*Change "notes" or "file"/,
    ],
  ] as readonly [string, World, RegExp][]) {
    it(`is refused, with the place and the remedy: ${name}`, async () => {
      const result = await prepared(world);
      assert.equal(result.kind, 'refused', JSON.stringify(result));
      assert.match(result.kind === 'refused' ? inEnglish(result.message) : '', remedy);
    });
  }

  it('is refused in a workspace folder that is inside of one', async () => {
    const state = { settingsFor: () => defaultSettings };
    const { inHiddenFolder } = await import('../../../server/core/workspace/hiddenFolder.ts');
    const destination = { kind: 'destination', folder: null, pointedAt: false, isDefault: true } as const;
    const told = (folder: string) => {
      const refused = inHiddenFolder(`${folder}/docs`, destination, { folder }, state);
      return refused && inEnglish(refused.message);
    };
    assert.match(told('file:///w/.git') ?? '', /"\.git" is hidden/);
    assert.equal(told('file:///home/ada/.notes'), undefined);
  });

  it('is made elsewhere', async () => {
    const result = await prepared({ template: '---\nnotes: docs/**\n---' });
    assert.equal(result.kind, 'ready');
  });
});
