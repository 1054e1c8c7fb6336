/** "New office hours note" with the keyboard alone: from the palette, the Explorer and New File…, and what it never does. */

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../scripts/temporary.mjs';
import { colourOnScreen } from './colourOnScreen.mjs';
import { comes, oneTry } from './eventually.mjs';
import { isKnown } from './isKnown.mjs';
import { expectStatus } from './languageStatus.mjs';
import { openWorkbench } from './session.mjs';
import { eventually } from './workbench.mjs';

const command = 'Office Hours: New office hours note';
const folder = 'docs/office-hours';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

/** @param {Workbench} workbench @returns {string[]} every file below the open folder */
function files(workbench) {
  return readdirSync(workbench.folder, { recursive: true, encoding: 'utf8' }).sort();
}

/** Chooses "Another date…". @param {Workbench} workbench @param {string} [date] */
async function typeDate(workbench, date) {
  await workbench.pick('Another date…');
  await eventually(
    'the box for a date',
    () => workbench.quickInput(),
    ({ rows, message }) => rows.length === 0 && message !== '',
  );
  if (date === undefined) return;
  await workbench.typeInBox(date);
}

/** Begins the note with its template alone, as the list offers it. @param {Workbench} workbench */
async function withoutParts(workbench) {
  await eventually(
    'what the note can begin with',
    () => workbench.quickInput(),
    ({ rows }) => rows.includes('Open Action Items'),
  );
  await eventually(
    'nothing chosen',
    () => workbench.page.locator('.quick-input-count').innerText(),
    (text) => text.startsWith('0 '),
  );
  await workbench.screenshot('new-note-parts-offline');
  await workbench.press('Enter');
}

/** @param {Workbench} workbench */
function shown(workbench) {
  return eventually(
    'the list of dates',
    () => workbench.quickInput(),
    ({ rows }) => rows.at(-1) === 'Another date…',
  );
}

/** @param {Workbench} workbench @param {string} name of the file */
async function isOpen(workbench, name) {
  await workbench.page.waitForSelector(`.tab.active[aria-label^="${name}"]`);
}

/** @param {Workbench} workbench @param {string} place as the status bar says it */
async function cursorIsAt(workbench, place) {
  await eventually(
    'the cursor',
    () => workbench.statusBar(),
    (texts) => texts.some((text) => text.startsWith(place)),
  );
}

describe('a new note', () => {
  /** @type {Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWorkbench();
    await isKnown(workbench, command);
  });

  after(() => workbench.close());

  it('offers the next meeting, today and any other day', async () => {
    await workbench.runCommand(command);
    const { title, rows } = await shown(workbench);
    assert.equal(title, 'New office hours note');
    assert.ok(rows.length === 2 || rows.length === 3, rows.join());
    assert.match(rows[0] ?? '', /^\d{4}-\d{2}-\d{2}$/);
    await workbench.screenshot('new-note-dates');
    await workbench.press('Escape');
  });

  it('leaves nothing behind after Escape', async () => {
    const before = files(workbench);
    await workbench.runCommand(command);
    await typeDate(workbench);
    await workbench.press('Escape');
    await workbench.page.waitForSelector('.quick-input-widget', { state: 'hidden' });
    assert.deepEqual(files(workbench), before);
  });

  it('judges a date while it is typed', async () => {
    await workbench.runCommand(command);
    await typeDate(workbench, '2031-02-29');
    await eventually(
      'what is wrong',
      () => workbench.quickInput(),
      ({ message }) => message.includes('February 2031 has 28 days'),
    );
    await workbench.press('Enter');
    await workbench.typeInBox('2031-03-04');
    await eventually(
      'the day in words',
      () => workbench.quickInput(),
      ({ message }) => message.includes('Tuesday, March 4, 2031'),
    );
    await workbench.press('Escape');
  });

  it('is made where the notes are, with the cursor in the first tab stop', async () => {
    const name = '20310304_meeting_notes.md';
    await workbench.runCommand(command);
    await typeDate(workbench, '2031-03-04');
    await workbench.press('Enter');
    await withoutParts(workbench);
    await isOpen(workbench, name);
    await cursorIsAt(workbench, 'Ln 3, Col 15');
    assert.match(
      workbench.readFile(`${folder}/${name}`),
      /^# lantern office hours 2031-03-04\n\nYouTube Link: \n/,
    );
    await workbench.type('https://youtu.be/typed');
    // The samples' notes have nothing else in common that is filled in: the last tab stop is the end.
    await workbench.press('Tab');
    await workbench.type('Retries');
    await eventually(
      'what was typed',
      () => workbench.visibleText(),
      (text) => text.includes('YouTube Link: https://youtu.be/typed') && text.trimEnd().endsWith('Retries'),
    );
    await workbench.screenshot('new-note');
    await workbench.save();
  });

  it('has no problem before its meeting is over, and its placeholders in a colour of their own', async () => {
    const path = join(workbench.folder, folder, '20310304_meeting_notes.md');
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n\n* what changed (PR #number)\n`);
    await eventually(
      'the placeholders in their colour',
      async () => {
        const text = await colourOnScreen(workbench, 'Retries', 'Retries');
        const placeholder = await colourOnScreen(workbench, 'what changed', 'what changed');
        return text !== '' && placeholder !== '' && text !== placeholder;
      },
      (differs) => differs,
    );
    // What is reported colours the name in the tab and counts in it.
    const tab = workbench.page.locator('.tab.active[aria-label^="20310304_meeting_notes.md"]');
    assert.doesNotMatch((await tab.getAttribute('aria-label')) ?? '', /problem/);
    await workbench.press('Control+Home');
    await workbench.screenshot('new-note-placeholders');
  });

  it('is opened when it is there, and keeps what was written', async () => {
    const name = '20310304_meeting_notes.md';
    const before = workbench.readFile(`${folder}/${name}`);
    await workbench.quickOpen('README.md');
    await workbench.runCommand(command);
    await typeDate(workbench, '2031-03-04');
    await workbench.press('Enter');
    await isOpen(workbench, name);
    assert.equal(workbench.readFile(`${folder}/${name}`), before);
  });

  it('is found as an unsaved document whose file is gone', async () => {
    const name = '20310304_meeting_notes.md';
    await workbench.quickOpen(name);
    await workbench.press('Control+End');
    await workbench.type('\nunsaved');
    await workbench.page.waitForSelector('.tab.active.dirty');
    rmSync(join(workbench.folder, folder, name));
    await workbench.quickOpen('README.md');
    await workbench.runCommand(command);
    await typeDate(workbench, '2031-03-04');
    await workbench.press('Enter');
    await isOpen(workbench, name);
    assert.ok(!existsSync(join(workbench.folder, folder, name)));
    await workbench.press('Control+End');
    await eventually(
      'the unsaved line',
      () => workbench.visibleText(),
      (text) => text.includes('unsaved'),
    );
  });

  it('is found under another case', async () => {
    const name = '20310318_MEETING_NOTES.md';
    writeFileSync(join(workbench.folder, folder, name), 'precious\n');
    await workbench.runCommand(command);
    await typeDate(workbench, '2031-03-18');
    await workbench.press('Enter');
    await isOpen(workbench, name);
    assert.equal(workbench.readFile(`${folder}/${name}`), 'precious\n');
    assert.ok(!existsSync(join(workbench.folder, folder, '20310318_meeting_notes.md')));
  });

  it('is never deleted by undo', async () => {
    const name = '20310401_meeting_notes.md';
    await workbench.runCommand(command);
    await typeDate(workbench, '2031-04-01');
    await workbench.press('Enter');
    await withoutParts(workbench);
    await isOpen(workbench, name);
    await cursorIsAt(workbench, 'Ln 3, Col 15');
    for (let times = 0; times < 5; times++) await workbench.press('Control+Z');
    await workbench.page.waitForSelector('.tab.active:not(.dirty)');
    assert.match(workbench.readFile(`${folder}/${name}`), /^# lantern office hours 2031-04-01\n/);
  });

  it('is reached from a folder in the Explorer, and goes there', async () => {
    // The editor begins to watch the folder a moment after it shows it, and is at rest once a file is open.
    await workbench.quickOpen('README.md');
    mkdirSync(join(workbench.folder, 'elsewhere'));
    const row = workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'elsewhere' });
    // A file that comes together with its folder is reported by its folder alone.
    await row.waitFor();
    // The entry is there only where Markdown is.
    writeFileSync(join(workbench.folder, 'elsewhere', 'README.md'), '# Elsewhere\n');
    const entries = workbench.page.locator('.monaco-menu .action-label');
    const entry = entries.filter({ hasText: 'New office hours note' });
    // A menu that is open does not change any more.
    const opened = async () => {
      await row.click({ button: 'right' });
      await entries.filter({ hasText: 'New File...' }).waitFor();
      const isThere = (await entry.count()) > 0;
      if (!isThere) await workbench.press('Escape');
      return isThere;
    };
    await eventually('the entry of the menu', opened, (isThere) => isThere);
    await workbench.screenshot('new-note-explorer');
    await workbench.takeFromMenu('New office hours note');
    await typeDate(workbench, '2031-03-04');
    await workbench.press('Enter');
    await isOpen(workbench, '20310304_meeting_notes.md');
    await eventually(
      'the file',
      async () => existsSync(join(workbench.folder, 'elsewhere', '20310304_meeting_notes.md')),
      (there) => there,
    );
  });

  it('is in the list of File > New File…', async () => {
    await workbench.runCommand('Create: New File...');
    await eventually(
      'the entry',
      () => workbench.quickInput(),
      ({ rows }) => rows.includes('New office hours note'),
    );
    const focused = workbench.page.locator('.quick-input-list .monaco-list-row.focused .label-name');
    await eventually(
      'the entry under the cursor',
      async () => {
        await workbench.press('ArrowDown');
        return focused.first().innerText();
      },
      (label) => label === 'New office hours note',
    );
    await workbench.press('Enter');
    await shown(workbench);
    await workbench.press('Escape');
  });

  it('says what is wrong and leaves nothing half-made', async () => {
    const place = join(workbench.folder, folder);
    rmSync(place, { recursive: true });
    writeFileSync(place, 'precious\n');
    await workbench.runCommand(command);
    await typeDate(workbench, '2031-05-06');
    await workbench.press('Enter');
    // Under test automation the workbench shows no messages by itself, only that there is one.
    await workbench.page.waitForSelector('.statusbar-item .codicon-bell-dot');
    await workbench.runCommand('Notifications: Show Notifications');
    const messages = workbench.page.locator('.notifications-center .notification-list-item-message');
    await eventually(
      'the message',
      () => messages.allInnerTexts(),
      (texts) =>
        texts.includes(
          'Office Hours: docs/office-hours/20310506_meeting_notes.md was not created: part of its path is a file.',
        ),
    );
    await workbench.screenshot('new-note-refused');
    assert.equal(readFileSync(place, 'utf8'), 'precious\n');
  });
});

describe('a new note without a folder', () => {
  it('is an untitled document', async () => {
    const workbench = await openWorkbench({ folder: '' });
    await isKnown(workbench, command);
    await workbench.runCommand(command);
    const { rows } = await shown(workbench);
    assert.equal(rows.length, 2);
    await workbench.press('Enter');
    await eventually(
      'the note',
      () => workbench.visibleText(),
      (text) =>
        text.includes('# project office hours') && text.includes('## Highlights since the last meeting'),
    );
    await workbench.type('lantern');
    await eventually(
      'the project',
      () => workbench.visibleText(),
      (text) => /^# lantern office hours \d{4}-\d{2}-\d{2}$/m.test(text),
    );
    await workbench.screenshot('new-note-untitled');
    await workbench.close();
  });
});

describe('a new note of one of several series', () => {
  const days = ['2026-01-06', '2026-01-13', '2026-01-20', '2026-01-27'];

  /** Two series, of which one has names of two forms in turn. @returns {string} */
  function repository() {
    const place = join(temporaryFolder('series'), 'lantern');
    for (const [at, day] of days.entries()) {
      const half = at % 2 ? 'east' : 'west';
      for (const [path, title] of [
        [`meetings/council/${day}.md`, `Council meeting ${day}`],
        [`meetings/release/${day}-${half}.md`, `Release meeting ${day}`],
      ]) {
        mkdirSync(join(place, path ?? '', '..'), { recursive: true });
        writeFileSync(join(place, path ?? ''), `# ${title}\n\n## Agenda\n`);
      }
    }
    return place;
  }

  it('is for the series and the file that one chooses, or of the note that is open', async () => {
    const workbench = await openWorkbench({ folder: repository() });
    await isKnown(workbench, command);
    await workbench.runCommand(command);
    const asked = await eventually(
      'the series',
      () => workbench.quickInput(),
      // Until then it is the list of commands.
      ({ title, details }) => title === 'New office hours note' && details.length === 2,
    );
    assert.deepEqual(asked.rows, ['meetings/council', 'meetings/release']);
    assert.deepEqual(asked.details, [
      'Latest note: Council meeting 2026-01-27',
      'Latest note: Release meeting 2026-01-27',
    ]);
    await workbench.screenshot('new-note-series');
    await workbench.press('ArrowDown');
    await workbench.press('Enter');
    await eventually(
      'the dates',
      () => workbench.quickInput(),
      ({ title, rows }) =>
        title === 'New office hours note: meetings/release' && rows.includes('Another meeting…'),
    );
    await workbench.screenshot('new-note-series-dates');
    await workbench.press('Enter');
    const names = await eventually(
      'the names',
      async () => (await workbench.quickInput()).rows.filter((row) => row.endsWith('.md')),
      ({ length }) => length === 2,
    );
    assert.match(names.join(), /^\d{4}-\d\d-\d\d-east\.md,\d{4}-\d\d-\d\d-west\.md$/);
    await workbench.screenshot('new-note-names');
    await workbench.press('ArrowDown');
    await workbench.press('Enter');
    await isOpen(workbench, names[1] ?? '');
    // Its own series from now on. A list closes where the new note takes the focus only now.
    await eventually(
      'the dates of the same series',
      async () => {
        await workbench.runCommand(command);
        const list = workbench.page.locator('.quick-input-title:visible', { hasText: ': meetings/release' });
        const isShown = await comes(list.waitFor({ timeout: oneTry }));
        if (!isShown) await workbench.press('Escape');
        return isShown;
      },
      (isShown) => isShown,
    );
    await workbench.press('Escape');
    await expectStatus(workbench, /Notes in meetings\/release[\s\S]*Change…/);
    await workbench.screenshot('notes-folder-status');
    await workbench.runCommand('Office Hours: Choose Notes Folder…');
    await eventually(
      'the folders',
      () => workbench.quickInput(),
      ({ rows }) => rows.includes('Find Automatically'),
    );
    await workbench.screenshot('notes-folder');
    await workbench.press('Escape');
    await workbench.close();
  });
});
