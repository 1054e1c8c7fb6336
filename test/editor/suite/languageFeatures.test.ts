import type * as vscode from 'vscode';
import { parseMarked } from '../../helpers/markedText.ts';
import { becomes, eventually, matches, ok, same } from './support/expect.ts';
import { completionsAt, hoverAt, labelOf, rangeOf, startedWithoutGitHub } from './support/note.ts';
import { notes, open, tidyUp, write } from './support/workspace.ts';

/** A note of the samples' series, after all others. */
const path = `${notes}/20260818_meeting_notes.md`;
const top = '# lantern office hours 2026-08-18\n\nYouTube Link: https://youtu.be/x\n\n';

interface Place {
  readonly document: vscode.TextDocument;
  readonly at: vscode.Position;
}

/** Opens a note with this text; `<|>` is the place asked about. */
async function openMarked(marked: string): Promise<Place> {
  const { text, cursor } = parseMarked(marked);
  ok(cursor !== undefined, 'no cursor in the text');
  await write(path, text);
  const { document } = await open(path);
  await becomes('the text', () => document.getText(), text);
  return { document, at: document.positionAt(cursor) };
}

const labelsAt = async ({ document, at }: Place, trigger?: string) =>
  (await completionsAt(document, at, trigger)).map(labelOf);

describe('completion', () => {
  startedWithoutGitHub();
  afterEach(tidyUp);

  /** What comes first, after which character, and what is inserted in place of what. */
  const offered: Record<string, { text: string; trigger?: string; first: readonly string[] }> = {
    'pull requests after "PR #"': {
      text: `${top}## Highlights since the last meeting\n\n* done (PR #<|>`,
      trigger: '#',
      first: ['#272', '#270', '#271'],
    },
    'issues after "issue #"': {
      text: `${top}## Topic\n\nsee issue #<|>`,
      trigger: '#',
      first: ['#273', '#249'],
    },
    'numbers of another repository': {
      text: `${top}## Topic\n\nsee lantern-project/demo#<|>`,
      trigger: '#',
      first: ['#6', '#4'],
    },
    'owners after "TODO("': {
      text: `${top}## Talk\n\n* Jun: I do it.\n* TODO(<|>`,
      trigger: '(',
      first: ['Jun'],
    },
    'owners after "TODO:"': {
      text: `${top}## Talk\n\n* Jun: I do it.\n* TODO: <|>`,
      first: ['Jun'],
    },
    'logins after "@"': {
      text: `${top}## Talk\n\n* Thanks to @jun-lantern.\n* TODO: @<|>`,
      trigger: '@',
      first: ['@jun-lantern'],
    },
    'the missing section after "## "': {
      text: `${top}## <|>\n\n* something\n`,
      trigger: ' ',
      first: ['Highlights since the last meeting'],
    },
  };

  for (const [what, { text, trigger, first }] of Object.entries(offered)) {
    it(`offers ${what}`, async () => {
      const place = await openMarked(text);
      // The other notes are read in the background.
      await eventually(
        first.join(', '),
        () => labelsAt(place, trigger),
        (labels) => first.every((label, index) => labels[index] === label),
      );
    });
  }

  const nothing: Record<string, string> = {
    'a code block': '```sh\n# PR #<|>\n```\n',
    'indented code': 'text\n\n    see PR #<|>\n',
    'a code span': 'type `PR #<|>` here\n',
    'a URL': 'see https://example.com/page#<|>\n',
    'a link’s target': '[text](https://example.com/#<|>)\n',
    'a comment': '<!-- PR #<|> -->\n',
    'a heading’s own mark': '#<|>\n',
    'an address': 'mail to someone@<|>example.com\n',
  };

  for (const [where, text] of Object.entries(nothing)) {
    it(`offers nothing in ${where}`, async () => {
      // The place behind the text shows that the server answers.
      const place = await openMarked(`${top}## Talk\n\n${text}\nPR #`);
      const end = place.document.positionAt(place.document.getText().length);
      await eventually(
        'the numbers',
        () => labelsAt({ ...place, at: end }, '#'),
        ({ length }) => length > 0,
      );
      same(await labelsAt(place, '#'), []);
      same(await labelsAt(place, '@'), []);
      same(await labelsAt(place), []);
    });
  }

  it('offers nothing in front matter', async () => {
    const place = await openMarked(`---\ntags: PR #<|>\n---\n\n${top}PR #`);
    const end = place.document.positionAt(place.document.getText().length);
    await eventually(
      'the numbers',
      () => labelsAt({ ...place, at: end }, '#'),
      ({ length }) => length > 0,
    );
    same(await labelsAt(place, '#'), []);
    same(await labelsAt(place), []);
  });
});

describe('hover', () => {
  startedWithoutGitHub();
  afterEach(tidyUp);

  const known: Record<string, { text: string; says: RegExp }> = {
    'a pull request by its number': {
      text: 'merged PR #2<|>70 today',
      says: /\[lantern&#45;project&#47;lantern&#35;270\]\(<https:\/\/github\.com\/lantern-project\/lantern\/pull\/270>\)&#44; a pull request\s[\s\S]*Also in the note \[2026&#45;08&#45;04\]\(<[a-z-]+:\/\/.*\/20260804_meeting_notes\.md#L\d+>\)/,
    },
    'an issue in several notes': {
      text: 'see issue #24<|>9',
      says: /issues\/249>\)&#44; an issue\s[\s\S]*Also in /,
    },
    'a whole URL': {
      text: 'see https://github.com/lantern-project/lantern/<|>pull/264/files',
      says: /lantern&#35;264/,
    },
    'a number no other note names': {
      text: 'see PR #99<|>99',
      says: /lantern&#35;9999\]\(<[^>]*>\)&#44; a pull request\s*$/,
    },
    'a reference in a table': {
      text: '| a | b |\n| --- | --- |\n| PR #2<|>72 | x |',
      says: /lantern&#35;272/,
    },
  };

  for (const [what, { text, says }] of Object.entries(known)) {
    it(`tells of ${what}`, async () => {
      const { document, at } = await openMarked(`${top}## Talk\n\n${text}\n`);
      const said = await eventually(
        `a hover that says ${says}`,
        () => hoverAt(document, at),
        (words) => says.test(words),
      );
      matches(said, says);
    });
  }

  it('says nothing where no reference is', async () => {
    const { document } = await openMarked(
      `${top}## Talk\n\nplain words and \`PR #270\` in code, then PR #270<|>\n\n\`\`\`\nPR #271\n\`\`\`\n`,
    );
    await eventually('the hover', () => hoverAt(document, rangeOf(document, 'then PR #270').end), Boolean);
    for (const text of ['plain words', '`PR #270`', 'PR #271', 'lantern office hours']) {
      const { start } = rangeOf(document, text);
      same(await hoverAt(document, start.translate(0, 5)), '', text);
    }
  });
});
