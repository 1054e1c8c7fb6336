/** Strangers' text in every place that shows it: what the place would make of it is looked for in what it is given. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { linkReferences, type MarkdownIt, type Token } from '../../../client/preview/linkReferences.ts';
import { excerpt, withoutCommands } from '../../../server/cli/terminal.ts';
import { quote } from '../../../server/core/checks/quote.ts';
import { describeIssue } from '../../../server/core/features/completion/documentation.ts';
import { withLiteralLabel } from '../../../server/core/features/completion/literalLabel.ts';
import { documentLinks } from '../../../server/core/features/documentLinks.ts';
import { inlayHints } from '../../../server/core/features/inlayHints.ts';
import { readTitle } from '../../../server/core/github/api/restAnswers.ts';
import { linkedReferences } from '../../../server/core/note/linkedReferences.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { referenceText } from '../../../server/core/references/referenceText.ts';
import { parseSnippet } from '../../../server/core/template/snippet/parseSnippet.ts';
import { escapeSnippet } from '../../../server/core/template/snippet/snippet.ts';
import { literalText } from '../../../shared/literalText.ts';
import { makeVisible } from '../../../shared/visibleText.ts';
import { anyCharacter } from '../../helpers/anyCharacter.ts';
import { hostileTitles, longTitles } from '../../helpers/github/hostileTitles.ts';
import { found, lantern, memoryOf } from '../../helpers/issueMemory.ts';

const key = { repository: lantern, number: 51 };
const document = TextDocument.create('file:///n.md', 'markdown', 1, 'PR #51');
const whole = { from: 0, to: 6 };

/** As it is kept: nothing else ever gets out of GitHub's answers. */
const kept = (raw: string) => readTitle(raw) ?? '';

/** Throws where the place would make something of the text. */
type Oracle = (shown: string) => void;

/** Outside of entities there are letters, digits, spaces, what is not ASCII and our own markup, so there is no syntax left. */
const markdown: Oracle = (shown) => {
  assert.doesNotMatch(shown.replace(/&#[0-9]{2,3};/g, ''), /[^A-Za-z0-9 \u0080-\u{10ffff}]/u);
  // marked's bare links (GFM, "Autolinks (extension)").
  assert.doesNotMatch(shown, /(?:https?|ftp|mailto|command|file):|www\.|[\w.]+@[\w.]+/i);
  visible(shown);
};
/** VS Code's iconLabels.ts and linkedText.ts, 1.91 to 1.139. */
const icons: Oracle = (shown) => {
  const found = shown.matchAll(/(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g);
  for (const [, escaped] of found) assert.equal(escaped, '\\', shown);
};
const links: Oracle = (shown) =>
  assert.doesNotMatch(shown, /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+(?: (["']).+?\1)?\)/i);
/** On one line, with nothing that hides, reorders or commands. */
const visible: Oracle = (shown) => {
  const joined = /\u200d(?=\p{Extended_Pictographic})/gu;
  assert.doesNotMatch(
    shown.replace(joined, ''),
    /[\p{Cc}\p{Cs}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u,
  );
};
const terminal: Oracle = (shown) => {
  assert.doesNotMatch(shown, /[^\P{Cc}\t]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
  assert.doesNotMatch(shown, /^\s*::|##\[/);
};
const snippet: Oracle = (shown) => assert.ok(parseSnippet(shown).every(({ kind }) => kind === 'text'));
/** One link of the note, with no other link, image, code or markup in its text. */
const noteLink: Oracle = (shown) => {
  const note = parseNote(shown);
  const linked = linkedReferences(note);
  assert.ok(note.references.every((each) => each.form === 'link-target' || linked.has(each)));
  assert.doesNotMatch(shown.slice(1, shown.lastIndexOf(' (#51)](')).replace(/\\./gu, ''), /[[\]<>`*_|&$#!]/);
  visible(shown);
};
const attribute: Oracle = (shown) => {
  assert.match(shown, /^<a href="[^"<>]*" data-href="[^"<>]*" title="[^"<>]*">[^"<>]*<\/a>$/u);
  visible(shown);
};

const inlay = (title: string) =>
  inlayHints(
    document,
    { note: parseNote('PR #51'), own: lantern, issues: memoryOf({ 51: { title } }), markdown: true },
    whole,
  )[0]!;
/** A plain label's tooltip is there when the label is cut. */
const long = (title: string) => `${title} ${'and so on '.repeat(5)}`;
const all =
  (...oracles: Oracle[]): Oracle =>
  (shown) => {
    for (const oracle of oracles) oracle(shown);
  };

/** What each place is given for a title or a name, and what must not be in it. */
const places: Readonly<Record<string, readonly [(raw: string) => string, Oracle]>> = {
  'hover and documentation': [
    (raw) =>
      describeIssue(found(key, { title: kept(raw) }), key, 0, { markdown: true, icons: false })
        .value.split('\n')[0]!
        .slice(2, -2),
    markdown,
  ],
  'tooltip of a link': [
    (raw) => {
      const issues = memoryOf({ 51: { title: kept(raw) } });
      return documentLinks(document, { note: parseNote('PR #51'), own: lantern, issues, markdown: true })[0]!
        .tooltip!;
    },
    markdown,
  ],
  'tooltip of an inlay hint': [
    (raw) => {
      const { tooltip } = inlay(kept(long(raw)));
      assert.ok(tooltip === undefined || typeof tooltip === 'object', 'a plain tooltip becomes Markdown');
      return tooltip?.value ?? '';
    },
    markdown,
  ],
  'label of an inlay hint': [(raw) => String(inlay(kept(raw)).label), visible],
  'label of a completion item': [(raw) => withLiteralLabel({ label: raw }).label, all(icons, visible)],
  'quick pick': [(raw) => literalText(raw, 'label'), all(icons, visible)],
  notification: [(raw) => literalText(`Office Hours: ${raw}`, 'message'), all(links, visible)],
  'language status': [(raw) => literalText(raw, 'status'), all(icons, links, visible)],
  'plain text': [(raw) => literalText(raw, 'plain'), visible],
  'message of a diagnostic': [quote, visible],
  'title of a link in the preview': [inPreview, attribute],
  'terminal, a message': [(raw) => withoutCommands(makeVisible(raw)), terminal],
  'terminal, a line of a note': [
    (raw) => {
      const [line = ''] = raw.split(/[\r\n]/);
      return withoutCommands(excerpt(line, 0, line.length).source);
    },
    terminal,
  ],
  snippet: [escapeSnippet, snippet],
  'titled link in a note': [
    (raw) => referenceText({ key, kind: 'pull', title: kept(raw) }, 'titled-link', lantern),
    noteLink,
  ],
};

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The parts of markdown-it that the preview's plugin uses, on one text token. */
function inPreview(raw: string): string {
  const rules: MarkdownIt['renderer']['rules'] = {};
  const steps: ((state: { tokens: Token[] }) => void)[] = [];
  const parser: MarkdownIt = {
    core: { ruler: { push: (_, step) => void steps.push(step) } },
    renderer: { rules },
    utils: { escapeHtml },
  };
  const url = 'https://github.com/octo/lantern/pull/51';
  linkReferences(parser, () => [{ line: 0, text: 'PR #51', url, title: kept(raw) }]);
  const base = { map: null, meta: null, attrGet: () => null, attrSet: () => {} };
  const text: Token = { ...base, type: 'text', content: 'PR #51', children: null };
  const inline: Token = { ...base, type: 'inline', content: 'PR #51', map: [0, 1], children: [text] };
  for (const step of steps) step({ tokens: [inline] });
  return rules.text!([text], 0, {}, {}, { renderToken: () => '' });
}

const parts = [
  'https://evil.example/x',
  'www.evil.example',
  'mailto:a@evil.example',
  'a@evil.example',
  'command:workbench.action.quit',
  '[x](',
  '](command:y)',
  '![',
  '<',
  '>',
  '<img src=x>',
  '$(zap)',
  '$(sync~spin)',
  '\\',
  '`',
  '```',
  '**',
  '_',
  '~~',
  '|',
  '&#91;',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u00ad',
  '\u061c',
  '\n',
  '\r',
  '\u2028',
  '\u0085',
  '\u001b[31m',
  '\u001b]8;;x\u0007',
  '\u009b2J',
  '\b',
  '\0',
  '\ud83d',
  '👨\u200d👩',
  '$' + '{1:x}',
  '$0',
  '$TM_FILENAME',
  '}',
  '::error::',
  '##[command]',
  '#1',
  'octo/x#2',
  'GH-3',
  '@x',
  '"',
  "'",
  ' ',
  '\t',
  'word',
  '日本',
  'e\u0301',
  '%',
  '{origin}',
];
const generated = fc.sample(
  fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...parts) },
      fc.string({ unit: anyCharacter, maxLength: 4 }),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  ),
  { numRuns: 300, seed: 15 },
);
const titles = [
  ...Object.values(hostileTitles),
  ...Object.values(longTitles),
  ...generated.map((each) => each.join('')),
];

describe('a stranger’s text (acceptance 1 to 5, 7, 44)', () => {
  for (const [name, [show, oracle]] of Object.entries(places)) {
    it(`is inert: ${name}`, () => {
      for (const title of titles) {
        const shown = show(title);
        try {
          oracle(shown);
        } catch (error) {
          throw new Error(
            `${JSON.stringify(title.slice(0, 200))} is shown as ${JSON.stringify(shown.slice(0, 400))}`,
            { cause: error },
          );
        }
      }
    });
  }
});
