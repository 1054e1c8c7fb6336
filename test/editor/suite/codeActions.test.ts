import * as vscode from 'vscode';
import { becomes, eventually, ok, oneTry, same } from './support/expect.ts';
import {
  actionsAt,
  apply,
  codeOf,
  codesOf,
  diagnosticsOf,
  rangeOf,
  settled,
  startedWithoutGitHub,
} from './support/note.ts';
import { activeEditor, list, notes, open, read, tidyUp, willCreate, write } from './support/workspace.ts';

interface Fixed {
  /** What the fix replaces, once each, and by what. */
  readonly edits: readonly (readonly [was: string, becomes: string])[];
  /** The codes that are left; none when not said. */
  readonly left?: readonly string[];
}

const heading = '## Highlights since the last meeting';

/** Every fix of every bad sample, the likeliest first. */
const fixes: Record<string, Record<string, Fixed | 'rename' | 'command'>> = {
  '20260203_meeting_notes.md': {
    'Change Title Date to 2026-02-03': { edits: [['hours 2025-02-03', 'hours 2026-02-03']] },
    'Rename File to 20250203_meeting_notes.md': 'rename',
    'Ignore title-date-mismatch in This Note': {
      edits: [['2025-02-03\n', '2025-02-03\n<!-- office-hours-disable title-date-mismatch -->\n']],
    },
  },
  '20260303_meeting_notes.md': {
    'Insert Line "YouTube Link:"': {
      edits: [['2026-03-03\n', '2026-03-03\n\nYouTube Link: \n']],
      // The link itself nobody else can know.
      left: ['recording-missing'],
    },
    'Ignore recording-missing in This Note': {
      edits: [['2026-03-03\n', '2026-03-03\n<!-- office-hours-disable recording-missing -->\n']],
    },
  },
  '20260331_meeting_notes.md': {
    'Insert Section "Highlights since the last meeting"': {
      edits: [['## Parser\n', `${heading}\n\n## Parser\n`]],
    },
    'Ignore section-missing in This Note': {
      edits: [['2026-03-31\n', '2026-03-31\n<!-- office-hours-disable section-missing -->\n']],
    },
  },
  '20260428_meeting_notes.md': {
    'Merge into First Section': {
      edits: [
        ['native now\n', 'native now\n\n* Renewal of certificates is documented (PR #245)\n'],
        [`${heading}\n\n* Renewal of certificates is documented (PR #245)\n\n`, ''],
      ],
    },
    'Ignore section-duplicate for This Line': {
      edits: [
        [
          `builds\n\n${heading}`,
          `builds\n\n<!-- office-hours-disable-next-line section-duplicate -->\n${heading}`,
        ],
      ],
    },
  },
  '20260512_meeting_notes.md': {
    ...Object.fromEntries(
      ['okan', 'Tove', 'wren', 'Mirela', 'Bastien', 'Jun'].map((name) => [
        `Assign to ${name}`,
        { edits: [['TODO: find', `TODO(${name}): find`]] as const },
      ]),
    ),
    'Ignore todo-owner-missing for This Line': {
      edits: [['* TODO: find', '  <!-- office-hours-disable-next-line todo-owner-missing -->\n* TODO: find']],
    },
  },
  '20260609_meeting_notes.md': {
    'Change Link Text to #260': { edits: [['PR #259]', 'PR #260]']] },
    'Change Link Target to #259': { edits: [['pull/260', 'pull/259']] },
    'Ignore reference-label for This Line': {
      edits: [
        ['* The limit per', '  <!-- office-hours-disable-next-line reference-label -->\n* The limit per'],
      ],
    },
  },
  '20260707_meeting_notes.md': {
    'Remove the Line': { edits: [['* what changed (PR #number)\n', '']] },
    'Go to the Next Placeholder': 'command',
    'Ignore placeholder-left for This Line': {
      edits: [
        ['* what changed', '  <!-- office-hours-disable-next-line placeholder-left -->\n* what changed'],
      ],
    },
  },
  '20260721_meeting_notes.md': {
    'Insert Title "lantern office hours 2026-07-21"': {
      edits: [['YouTube', '# lantern office hours 2026-07-21\n\nYouTube']],
    },
    'Ignore title-missing in This Note': {
      edits: [['YouTube', '<!-- office-hours-disable title-missing -->\nYouTube']],
    },
  },
};

const straight = (text: string) => text.replaceAll('’', "'");

function edited(text: string, { edits }: Fixed): string {
  return edits.reduce((now, [was, next]) => {
    const at = now.lastIndexOf(was);
    ok(at >= 0, `${was} is not there`);
    return now.slice(0, at) + next + now.slice(at + was.length);
  }, text);
}

/** The quick fixes of the first diagnostic, once they are those (other notes are read in the background). */
async function fixesOf(
  document: vscode.TextDocument,
  titles: readonly string[],
): Promise<readonly vscode.CodeAction[]> {
  let actions: readonly vscode.CodeAction[] = [];
  const look = async () => {
    const [first] = diagnosticsOf(document);
    actions = first ? await actionsAt(document, first.range) : [];
    return actions.map(({ title }) => title).sort();
  };
  await becomes('The list of fixes', look, [...titles].sort());
  return actions;
}

describe('quick fixes', () => {
  startedWithoutGitHub();
  afterEach(tidyUp);

  for (const [name, expected] of Object.entries(fixes)) {
    const titles = Object.keys(expected).map(straight);
    it(`mend ${name}, and undo takes them back`, async () => {
      const { document } = await open(`${notes}/${name}`);
      const before = document.getText();
      for (const [index, fixed] of Object.values(expected).entries()) {
        if (fixed === 'rename' || fixed === 'command') continue;
        const actions = await fixesOf(document, titles);
        // Of people that other notes know equally well, none is the first.
        same(
          [actions[0]?.title, actions.at(-1)?.title],
          [titles[0], titles.at(-1)],
          'The first and the last fix',
        );
        const action = actions.find(({ title }) => title === titles[index]);
        ok(action, `${titles[index]} is not there`);
        ok(await apply(action), `${action.title} was not applied`);
        same(document.getText(), edited(before, fixed), action.title);
        same((await settled(document)).map(codeOf), fixed.left ?? [], `What ${action.title} leaves`);
        await vscode.commands.executeCommand('undo');
        await becomes('the text after undo', () => document.getText(), before);
      }
    });
  }

  it('are taken at once by the editor’s command when one is preferred', async () => {
    const editor = await open(`${notes}/20260203_meeting_notes.md`);
    const [wrong] = await eventually(
      'a mistake',
      () => diagnosticsOf(editor.document),
      ({ length }) => length,
    );
    ok(wrong, 'there is none');
    editor.selection = new vscode.Selection(wrong.range.start, wrong.range.start);
    const mended = async () => {
      // The selection takes a moment to reach the window.
      await vscode.commands.executeCommand('editor.action.autoFix');
      return editor.document.lineAt(0).text;
    };
    await becomes('The title', mended, '# lantern office hours 2026-02-03');
  });

  it('rename a file', async () => {
    const text = await read(`${notes}/20260203_meeting_notes.md`);
    await write('renamed/20260203_meeting_notes.md', text);
    willCreate('renamed');
    const { document } = await open('renamed/20260203_meeting_notes.md');
    const title = 'Rename File to 20250203_meeting_notes.md';
    ok(await apply(await fixCalled(document, title)), 'the file was not renamed');
    same(await list('renamed'), ['20250203_meeting_notes.md']);
    same(await read('renamed/20250203_meeting_notes.md'), text);
    const renamed = (await activeEditor('renamed/20250203_meeting_notes.md')).document;
    same((await settled(renamed)).map(codeOf), []);
  });

  it('rename no file to one that is there', async () => {
    const text = await read(`${notes}/20260203_meeting_notes.md`);
    await write('taken/20260203_meeting_notes.md', text);
    await write('taken/20250203_meeting_notes.md', 'precious\n');
    willCreate('taken');
    const { document } = await open('taken/20260203_meeting_notes.md');
    const action = await fixCalled(document, 'Rename File to 20250203_meeting_notes.md');
    await apply(action).catch(() => false);
    same(await list('taken'), ['20250203_meeting_notes.md', '20260203_meeting_notes.md']);
    same(await read('taken/20250203_meeting_notes.md'), 'precious\n');
    same(await read('taken/20260203_meeting_notes.md'), text);
  });

  it('go from one placeholder to the next', async () => {
    const editor = await open(`${notes}/20260707_meeting_notes.md`);
    const { document } = editor;
    const title = 'Go to the Next Placeholder';
    const { command } = await eventually(
      title,
      async () =>
        (await actionsAt(document, rangeOf(document, 'what changed'))).find(
          (action) => action.title === title,
        ),
      (action) => action !== undefined,
    ).then((action) => action ?? { command: undefined });
    ok(command, 'it has no command');
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    await becomes('what is selected', () => document.getText(editor.selection), 'number');
  });

  it('keep the line ends of the note', async () => {
    const name = '20260804_meeting_notes.md';
    const { document } = await open(`${notes}/20260331_meeting_notes.md`);
    const crlf = document.getText().replaceAll('\n', '\r\n').replaceAll('2026-03-31', '2026-08-04');
    await write(`crlf/${name}`, crlf);
    willCreate('crlf');
    const copy = (await open(`crlf/${name}`)).document;
    await apply(await fixCalled(copy, `Insert Section "${heading.slice(3)}"`));
    same(copy.getText().replaceAll('\r\n', '').includes('\n'), false, 'A bare line feed in the text');
    ok(copy.getText().includes(`\r\n${heading}\r\n\r\n## Parser\r\n`), copy.getText());
  });
});

describe('fixing all', () => {
  const wrong = `# lantern office hours 2024-10-06

YouTube Link: https://youtu.be/x

## Parser

## Action items

* TODO: nobody will do it

## Misc

## Misc
`;
  const right = wrong
    .replace('2024', '2026')
    .replace('## Parser', `${heading}\n\n## Parser`)
    .replace('\n\n## Misc\n\n## Misc\n', '\n\n## Misc\n');
  const left = ['todo-owner-missing'];
  const path = 'fixed/20261006_meeting_notes.md';

  startedWithoutGitHub();
  afterEach(tidyUp);

  async function opened(): Promise<vscode.TextDocument> {
    await write(path, wrong);
    willCreate('fixed');
    const { document } = await open(path);
    await eventually(
      'its mistakes',
      () => codesOf(document),
      ({ length }) => length === 4,
    );
    return document;
  }

  it('is offered as source.fixAll.officeHours, and does what loses nothing', async () => {
    const document = await opened();
    const whole = document.validateRange(new vscode.Range(0, 0, 1_000, 0));
    const [action, ...others] = await actionsAt(document, whole, 'source.fixAll');
    same(others, []);
    same(action?.kind?.value, 'source.fixAll.officeHours');
    ok(await apply(action), 'it was not applied');
    same(document.getText(), right);
    same((await settled(document)).map(codeOf), left);
    same(await actionsAt(document, whole, 'source.fixAll'), [], 'What is left to fix');
    await vscode.commands.executeCommand('undo');
    await becomes('the text after undo', () => document.getText(), wrong);
  });

  it('is done by the editor’s own command, and taken back by one undo', async () => {
    const document = await opened();
    await eventually(
      'the text with its fixes',
      async () => {
        // The editor drops the command for a look of its own at the fixes where new diagnostics come meanwhile.
        await vscode.commands.executeCommand('editor.action.fixAll');
        await becomes('the text', () => document.getText(), right, oneTry).catch(() => {});
        return document.getText();
      },
      (text) => text !== wrong,
    );
    same(document.getText(), right);
    await vscode.commands.executeCommand('undo');
    await becomes('the text after undo', () => document.getText(), wrong);
  });

  it('is done on saving where the settings say so', async () => {
    const settings = () => vscode.workspace.getConfiguration('editor', { languageId: 'markdown' });
    const set = (value: unknown) =>
      settings().update('codeActionsOnSave', value, vscode.ConfigurationTarget.Global, true);
    await set({ 'source.fixAll.officeHours': 'explicit' });
    try {
      const document = await opened();
      await apply(await fixCalled(document, 'Assign to okan'));
      const save = async () => {
        await vscode.commands.executeCommand('workbench.action.files.save');
        return read(path);
      };
      await becomes('what is saved', save, right.replace('TODO:', 'TODO(okan):'));
    } finally {
      await set(undefined);
    }
  });
});

/** Waits for a fix anywhere in the document. */
async function fixCalled(document: vscode.TextDocument, title: string): Promise<vscode.CodeAction> {
  const whole = rangeOf(document, document.getText());
  const found = await eventually(
    title,
    () => actionsAt(document, whole),
    (actions) => actions.some((action) => action.title === title),
  );
  return found.find((action) => action.title === title) as vscode.CodeAction;
}
