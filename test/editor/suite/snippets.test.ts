import * as vscode from 'vscode';
import snippets from '../../../snippets/office-hours.json';
import { becomes, eventually, ok, same } from './support/expect.ts';
import { codeOf, id, labelOf, settled, startedWithoutGitHub } from './support/note.ts';
import { notes, open, openUntitled, read, tidyUp, write } from './support/workspace.ts';

const insertSnippet = (name: string) =>
  vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name });
const nextStop = () => vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
const type = (text: string) => vscode.commands.executeCommand('type', { text });

/** Of the editor's machine; the snippet's variables take it, too. */
const now = new Date();
const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) =>
  String(part).padStart(2, '0'),
);
const today = `${year}-${month}-${day}`;

interface Walk {
  /** The text as it is inserted; `<|>` where the last stop is. */
  readonly text: string;
  /** What is selected at each stop, one after the other, the last left out. */
  readonly stops: readonly string[];
}

const walks: Record<keyof typeof snippets, Walk> = {
  'Office hours note': {
    text: `# project office hours ${today}

YouTube Link: 

## Highlights since the last meeting

* what changed (PR #number)

## Topic

### Sub-topic

what was said

## Action items

* TODO(owner): what is to be done

## Misc

<|>`,
    stops: [
      'project',
      today,
      '',
      'what changed',
      'number',
      'Topic',
      'Sub-topic',
      'what was said',
      'owner',
      'what is to be done',
    ],
  },
  Topic: { text: '## Topic\n\n### Sub-topic\n\n<|>', stops: ['Topic', 'Sub-topic'] },
  Highlight: { text: '* what changed (PR #number)<|>', stops: ['what changed', 'number'] },
  'Update from a person': { text: '* name: <|>', stops: ['name'] },
  'TODO with owner': {
    text: '* TODO(owner): what is to be done<|>',
    stops: ['owner', 'what is to be done'],
  },
  'Recording line': { text: 'YouTube Link: <|>', stops: ['YouTube Link'] },
  'Recording link': { text: '[YouTube Recording]()<|>', stops: [''] },
  Question: { text: '* name asks: question\n  * <|>', stops: ['name', 'question'] },
  Decision: {
    text: '* **Decision:** what was decided, because why<|>',
    stops: ['what was decided', 'why'],
  },
};

/** The text with the cursor in it, or what is selected. */
function atCursor({ document, selection }: vscode.TextEditor): { text: string; selected: string } {
  const text = document.getText();
  const at = document.offsetAt(selection.active);
  return {
    text: `${text.slice(0, at)}<|>${text.slice(at)}`,
    selected: document.getText(selection),
  };
}

describe('snippets', () => {
  startedWithoutGitHub();
  afterEach(tidyUp);

  it('are those of the extension under test', async () => {
    const extension = vscode.extensions.getExtension(id);
    ok(extension, `${id} is not there`);
    const [contributed] = extension.packageJSON.contributes.snippets;
    const file = vscode.Uri.joinPath(extension.extensionUri, contributed.path);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    same(JSON.parse(text), snippets);
  });

  for (const [name, { text, stops }] of Object.entries(walks)) {
    it(`${name} is inserted, with its stops in order`, async () => {
      const editor = await openUntitled('');
      await insertSnippet(name);
      await becomes('The text', () => editor.document.getText(), text.replace('<|>', ''));
      for (const [index, stop] of stops.entries()) {
        await becomes(`Stop ${index + 1}`, () => atCursor(editor).selected, stop);
        await nextStop();
      }
      await becomes('The last stop', () => atCursor(editor), { text, selected: '' });
      // Another Tab is a Tab again.
      await vscode.commands.executeCommand('tab');
      await eventually(
        'a longer text',
        () => editor.document.getText(),
        ({ length }) => length > text.length - '<|>'.length,
      );
    });
  }

  for (const [name, prefixes] of Object.entries(snippets).map(([key, { prefix }]) => [
    key,
    [prefix].flat(),
  ])) {
    it(`${name} is offered by the editor for each of its prefixes`, async () => {
      for (const prefix of prefixes as string[]) {
        const { document } = await openUntitled(prefix);
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          new vscode.Position(0, prefix.length),
        );
        const offered = items.filter(
          (item) => item.kind === vscode.CompletionItemKind.Snippet && labelOf(item) === prefix,
        );
        same(offered.length, 1, `How often ${prefix} is offered`);
      }
    });
  }

  it('has a choice of labels for the recording line', async () => {
    const editor = await openUntitled('');
    for (const [index, label] of ['YouTube Link', 'YouTube', 'Link to YouTube recording'].entries()) {
      await insertSnippet('Recording line');
      const line = editor.document.lineCount - 1;
      const text = () => editor.document.lineAt(line).text;
      await becomes('The line', text, 'YouTube Link: ');
      // The list is open as soon as the editor has drawn it, and says nothing of that here.
      for (let step = 0; step < index; step++) await vscode.commands.executeCommand('selectNextSuggestion');
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      await becomes('The label', text, `${label}: `);
      await nextStop();
      await type('https://youtu.be/x\n');
      await becomes('The line', text, `${label}: https://youtu.be/x`);
    }
  });

  it('the template filled in and saved as a note has no problems', async () => {
    const path = `${notes}/${today.replaceAll('-', '')}_meeting_notes.md`;
    await write(path, '');
    const editor = await open(path);
    const filled = [
      'lantern',
      today,
      'https://youtu.be/filled',
      'Retries of a job are configurable',
      '281',
      'Retries',
      'How often',
      'Three times was enough for everybody.',
      'okan',
      'document the default',
    ];
    await insertSnippet('Office hours note');
    for (const [index, text] of filled.entries()) {
      const stop = walks['Office hours note'].stops[index] ?? '';
      await becomes(`Stop ${index + 1}`, () => atCursor(editor).selected, stop);
      await type(text);
      await nextStop();
    }
    await type('Nothing else.\n');
    same(
      editor.document.getText(),
      `# lantern office hours ${today}

YouTube Link: https://youtu.be/filled

## Highlights since the last meeting

* Retries of a job are configurable (PR #281)

## Retries

### How often

Three times was enough for everybody.

## Action items

* TODO(okan): document the default

## Misc

Nothing else.
`,
    );
    ok(await editor.document.save(), 'it was not saved');
    same(await read(path), editor.document.getText());
    same((await settled(editor.document)).map(codeOf), []);
  });

  it('the template as it is inserted is reported for what is left to fill in', async () => {
    await write(`${notes}/20010102_meeting_notes.md`, '');
    const editor = await open(`${notes}/20010102_meeting_notes.md`);
    await insertSnippet('Office hours note');
    const told = (await settled(editor.document)).map(
      (each) => `${codeOf(each)}: ${editor.document.getText(each.range)}`,
    );
    same(told, [
      'placeholder-left: project',
      `title-date-mismatch: ${today}`,
      'recording-missing: YouTube Link:',
      'placeholder-left: what changed',
      'placeholder-left: number',
      'placeholder-left: Topic',
      'placeholder-left: Sub-topic',
      'placeholder-left: what was said',
      'placeholder-left: owner',
      'placeholder-left: what is to be done',
    ]);
  });
});
