/** Notes to measure on, made from a seed: the same on every machine. */

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Mulberry32: small, and good enough to choose words. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const words =
  'the release parser table build queue of a config signing on macos needs review before we merge and tests that still fail in ci because cache'.split(
    ' ',
  );
const people = ['okan', 'Tove', 'wren', 'Priya', 'jun', 'Bastien'];

/** A note of about `lines` lines with the mix real notes have: prose, lists, links, bare numbers, tasks. */
export function makeNote(lines: number, seed: number, date = '2026-01-06'): string {
  const next = random(seed);
  const pick = <Item>(from: readonly Item[]): Item => from[Math.floor(next() * from.length)] as Item;
  const number = () => 1 + Math.floor(next() * 7000);
  const sentence = (length: number) => {
    const text = Array.from({ length }, () => pick(words)).join(' ');
    return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
  };
  const line = (): string => {
    const kind = next();
    if (kind < 0.12) return `* ${sentence(9)} (PR #${number()})`;
    if (kind < 0.2) return `https://github.com/lantern-project/lantern/issues/${number()}`;
    if (kind < 0.25) {
      const linked = number();
      return `See [PR${linked}](https://github.com/lantern-project/lantern/pull/${linked}).`;
    }
    if (kind < 0.32) return `* ${pick(people)}: ${sentence(12)}`;
    if (kind < 0.35) return `TODO(${pick(people)}): ${sentence(6)}`;
    if (kind < 0.6) return '';
    return sentence(14);
  };
  const out = [
    `# lantern office hours ${date}`,
    '',
    'YouTube Link: https://youtu.be/EXAMPLE',
    '',
    '## Highlights since the last meeting',
    '',
  ];
  while (out.length < lines) {
    if (next() < 0.04) out.push('', `## ${sentence(4).slice(0, -1)}`, '');
    out.push(line());
  }
  return `${out.join('\n')}\n`;
}

/** `count` notes of 80 lines, two weeks apart, or days where there are more than a thousand: a year before 1900 is no day. Newest last. */
export function makeArchive(count: number): { name: string; text: string }[] {
  const step = (count > 1_000 ? 1 : 14) * 86_400_000;
  const first = Date.UTC(2026, 0, 6) - (count - 1) * step;
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(first + index * step).toISOString().slice(0, 10);
    return { name: `${date.replaceAll('-', '')}_meeting_notes.md`, text: makeNote(80, index, date) };
  });
}

/** The same in `docs/office-hours` of a new folder, to be removed by the caller. */
export function writeArchive(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'office-hours-bench-'));
  const notes = join(folder, 'docs', 'office-hours');
  mkdirSync(notes, { recursive: true });
  for (const { name, text } of makeArchive(count)) writeFileSync(join(notes, name), text);
  return folder;
}
