/**
 * What the grammar makes of every sample, kept in `samples.snap`, and whether it says the same as the note model.
 */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { colour, markdown, root } from './registry.mjs';

const folder = join(root, 'samples', 'docs', 'office-hours');
const snapshot = join(root, 'test', 'grammar', 'samples.snap');

/**
 * @param {import('vscode-textmate').Registry} registry
 * @param {boolean} update writes the snapshot anew
 * @returns {Promise<import('./run.mjs').Outcome[]>}
 */
export async function checkSamples(registry, update) {
  const grammar = await registry.loadGrammar(markdown);
  const parseNote = await loadParser();
  const outcomes = [];
  const rendered = [];
  for (const name of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, name), 'utf8');
    const found = colour(grammar, text.split('\n'));
    rendered.push(name, ...found.map(({ line, text: part, scope }) => `${line + 1}\t${part}\t${scope}`), '');
    outcomes.push({
      title: `the note model agrees on ${name}`,
      error: disagreements(parseNote(text), found),
    });
  }
  const now = rendered.join('\n');
  if (update) writeFileSync(snapshot, now);
  const before = existsSync(snapshot) ? readFileSync(snapshot, 'utf8') : '';
  outcomes.push({ title: 'snapshot of the samples', error: difference(before, now) });
  return outcomes;
}

/**
 * @param {string} before
 * @param {string} now
 */
function difference(before, now) {
  if (before === now) return '';
  const old = before.split('\n');
  const at = now.split('\n').findIndex((line, index) => line !== old[index]);
  return `samples.snap differs from line ${at + 1} on: it has "${old[at] ?? ''}", the grammar gives "${now.split('\n')[at]}". If that is meant, run test/grammar/run.mjs with --update.`;
}

/**
 * @typedef {import('../../server/core/note/note.ts').Note} Note
 * @returns {Promise<(text: string) => Note>} `parseNote` of the note model
 */
async function loadParser() {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'server', 'core', 'note', 'parse.ts')],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)).parseNote;
}

/**
 * Everything coloured is in the note, and of what is in the note everything a line by itself can tell is coloured.
 * @param {Note} note
 * @param {readonly import('./registry.mjs').Coloured[]} found
 * @returns {string} nothing where they agree
 */
function disagreements(note, found) {
  const lineStarts = [0];
  for (let at = note.text.indexOf('\n'); at >= 0; at = note.text.indexOf('\n', at + 1))
    lineStarts.push(at + 1);
  const places = new Map();
  for (const { line, from, to, scope } of found) {
    const start = lineStarts[line] ?? 0;
    places.set(`${start + from}-${start + to}`, scope);
  }
  /** @type {string[]} */
  const wrong = [];
  /** @type {(kind: string, ranges: { readonly from: number, readonly to: number }[]) => void} */
  const compare = (kind, ranges) => {
    const model = new Set(ranges.map(({ from, to }) => `${from}-${to}`));
    for (const [place, scope] of places) {
      if (scope.startsWith(kind) && !model.has(place)) wrong.push(`${kind} at ${place} is not in the note`);
    }
    for (const { from, to } of ranges) {
      if (!places.get(`${from}-${to}`)?.startsWith(kind))
        wrong.push(`"${note.text.slice(from, to)}" at ${from} is no ${kind}`);
    }
  };
  /** @type {(reference: Note['references'][number]) => boolean} */
  const lineAlone = ({ range, form }) =>
    form !== 'link-target' && !note.text.slice(range.from, range.to).includes('\n');
  compare(
    'constant.numeric.reference',
    note.references.filter(lineAlone).map((each) => each.numberRange),
  );
  compare(
    'keyword.control.todo',
    note.actionItems.flatMap((item) => (item.marker ? [item.marker] : [])),
  );
  return wrong.join('\n');
}
