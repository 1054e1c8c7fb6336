/**
 * Draws the pictures of the walkthrough: `node scripts/walkthroughPictures.mjs` writes `media/walkthrough/*.svg`. VS Code
 * puts such a picture into its page, so that its colors are those of the user's theme.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './cache.mjs';

const [width, height, lineHeight] = [480, 300, 22];

/** @param {string} name of a color of VS Code, with its fallback where there is none */
const color = (name, fallback = 'currentColor') => `var(--vscode-${name}, ${fallback})`;

const text = color('editor-foreground');
const dim = color('descriptionForeground');
const link = color('textLink-foreground');
const heading = color('symbolIcon-classForeground', link);
const warning = color('editorWarning-foreground');
const chosen = color('list-activeSelectionBackground');
const onChosen = color('list-activeSelectionForeground', text);

/**
 * @typedef {[text: string, color?: string][]} Line parts with their colors
 */

/**
 * @param {string} title for who does not see it
 * @param {string} content
 */
function picture(title, content) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="var(--vscode-editor-font-family, monospace)" font-size="13">
<title>${escaped(title)}</title>
${box(1, 1, width - 2, height - 2, color('editor-background'), color('panel-border', dim))}
${content}
</svg>
`;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} wide
 * @param {number} high
 * @param {string} fill
 * @param {string} [stroke]
 */
function box(x, y, wide, high, fill, stroke = 'none') {
  return `<rect x="${x}" y="${y}" width="${wide}" height="${high}" rx="4" fill="${fill}" stroke="${stroke}"/>`;
}

/**
 * @param {readonly Line[]} lines
 * @param {number} x
 * @param {number} y of the first baseline
 */
function write(lines, x, y) {
  return lines
    .map((parts, index) => {
      const spans = parts.map(([words, fill = text]) => `<tspan fill="${fill}">${escaped(words)}</tspan>`);
      return `<text x="${x}" y="${y + index * lineHeight}" xml:space="preserve">${spans.join('')}</text>`;
    })
    .join('\n');
}

/**
 * A list over the text; the first row has the focus.
 * @param {readonly Line[]} rows
 * @param {number} x
 * @param {number} y
 * @param {number} wide
 */
function list(rows, x, y, wide) {
  const high = rows.length * lineHeight + 8;
  const frame = box(
    x,
    y,
    wide,
    high,
    color('editorSuggestWidget-background', color('editorWidget-background')),
    color('editorWidget-border', dim),
  );
  const focus = box(x + 1, y + 4, wide - 2, lineHeight, chosen, color('contrastActiveBorder', 'none'));
  const [first = [], ...others] = rows;
  const focused = first.map(
    ([words, fill]) =>
      /** @type {[string, string]} */ ([words, fill === dim ? onChosen : (fill ?? onChosen)]),
  );
  return `${frame}\n${focus}\n${write([focused, ...others], x + 12, y + 20)}`;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} wide
 */
function squiggle(x, y, wide) {
  const waves = 'l3 -3 l3 3 '.repeat(Math.round(wide / 6));
  return `<path d="M${x} ${y} ${waves}" fill="none" stroke="${warning}" stroke-width="1.2"/>`;
}

/** @param {string} words */
function escaped(words) {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** @type {Line} */
const title = [['# lantern office hours 2026-08-18', heading]];

const pictures = {
  sample: picture(
    'A note with a title, a list of pull requests and action items',
    write(
      [
        title,
        [],
        [
          ['YouTube: ', dim],
          ['https://youtu.be/…', link],
        ],
        [],
        [['## Pull requests', heading]],
        [],
        [['* Rules in several files ('], ['PR #273', link], [')']],
        [],
        [['## Action items', heading]],
        [],
        [['* '], ['TODO(tove)', link], [': try it on the old logs']],
      ],
      24,
      40,
    ),
  ),
  reference: picture(
    'Behind PR # a list of pull requests with their titles',
    `${write([title, [], [['## Pull requests', heading]], [], [['* '], ['PR #', link], ['|', dim]]], 24, 40)}
${list(
  [
    [['#273  '], ['Rules in several files', dim]],
    [['#272  '], ['Stop at the end of a file', dim]],
    [['#268  '], ['Name the rule in a warning', dim]],
    [['#261  '], ['Faster start of lanternd', dim]],
  ],
  40,
  142,
  340,
)}`,
  ),
  section: picture(
    'A warning at a heading, and the quick fix that inserts the missing section',
    `${write([title, [], [['## Topics', heading]], [], [['* Rules in several files']]], 24, 40)}
${squiggle(24, 90, 72)}
${list([[['Insert Section "Highlights since the last meeting"']], [['Ignore section-missing in This Note']]], 40, 142, 360)}`,
  ),
  note: picture(
    'The proposed date of the next meeting, and the files of the earlier notes',
    `${list([[['2026-09-01  '], ['every 2 weeks on Tuesday', dim]], [['2026-09-15']], [['Another date…']]], 60, 20, 360)}
${write(
  [
    [['docs/office-hours', dim]],
    [['  20260804_meeting_notes.md']],
    [['  20260818_meeting_notes.md']],
    [['+ 20260901_meeting_notes.md', link]],
  ],
  60,
  140,
)}`,
  ),
  items: picture(
    'Open action items below their owners',
    write(
      [
        [['Without owner', warning]],
        [['  ○ write the release notes  '], ['1 meeting', dim]],
        [],
        [['tove', heading]],
        [['  ○ try it on the old logs  '], ['2 meetings', dim]],
        [['  ○ ask about '], ['#268', link], ['  3 meetings', dim]],
        [],
        [['okan', heading]],
        [['  ○ move the recording  '], ['1 meeting', dim]],
      ],
      40,
      60,
    ),
  ),
  template: picture(
    'A template file: the headings that each note has',
    write(
      [
        [['.office-hours/meetings.md', dim]],
        [],
        [['## Announcements', heading]],
        [],
        [['## Topics', heading]],
        [['<!-- many -->', dim]],
        [],
        [['## Action items', heading]],
        [],
        [['* '], ['TODO(', link], ['${1:owner}', warning], [')', link], [': '], ['${2:task}', warning]],
      ],
      24,
      44,
    ),
  ),
};

const folder = join(root, 'media', 'walkthrough');
mkdirSync(folder, { recursive: true });
for (const [name, svg] of Object.entries(pictures)) writeFileSync(join(folder, `${name}.svg`), svg);
