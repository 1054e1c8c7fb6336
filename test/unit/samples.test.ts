import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { findProblems } from '../../server/core/checks/findProblems.ts';
import { defaultSeverities } from '../../server/core/checks/rules.ts';
import { parseNote } from '../../server/core/note/parse.ts';
import { builtinTemplate } from '../../server/core/template/file/builtin.ts';
import { ruleCodes } from '../../shared/settings.ts';

/** The test runner starts in the repository's root. */
const folder = join(process.cwd(), 'samples', 'docs', 'office-hours');
const names = readdirSync(folder).filter((name) => /^\d{8}_/.test(name));

/** `… (title-missing). -->` as the last line says it. */
const confession = /<!-- Wrong on purpose: [^\n]{1,200} \(([a-z-]{1,40})\)\. -->\n$/;

const admitted = (text: string): string | undefined => confession.exec(text)?.[1];

describe('samples', () => {
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    const text = bytes.toString('utf8');
    const wrong = admitted(text);

    it(`${name} has ${wrong ?? 'nothing wrong'}`, () => {
      const [year, month, day] = [name.slice(0, 4), name.slice(4, 6), name.slice(6, 8)];
      const problems = findProblems(
        {
          note: parseNote(text),
          template: builtinTemplate,
          fileName: name,
          fileDate: `${year}-${month}-${day}`,
          today: '2026-11-21',
        },
        defaultSeverities,
      );
      assert.deepEqual([...new Set(problems.map(({ code }) => code))], wrong ? [wrong] : []);
    });

    it(`${name} has plain line ends, the last line too`, () => {
      assert.ok(!text.includes('\r') && text.endsWith('\n'));
      assert.ok(bytes.equals(Buffer.from(text)), 'not UTF-8');
    });
  }

  it('show each mistake that is a warning by default, once', () => {
    // What only GitHub knows is not wrong with the text, and the last two are asked for by a template file: see examples.
    const elsewhere = ['reference-missing', 'reference-kind', 'section-order', 'title-format'];
    const expected = ruleCodes.filter(
      (code) => defaultSeverities[code] !== 'off' && !elsewhere.includes(code),
    );
    const found = names.flatMap((name) => admitted(readFileSync(join(folder, name), 'utf8')) ?? []);
    assert.deepEqual(found.sort(), [...expected].sort());
  });

  it('lie a fortnight apart, on Tuesdays', () => {
    const days = names.map((name) => Date.UTC(+name.slice(0, 4), +name.slice(4, 6) - 1, +name.slice(6, 8)));
    for (const [index, day] of days.entries()) {
      assert.equal(new Date(day).getUTCDay(), 2);
      if (index > 0) assert.equal(day - (days[index - 1] as number), 14 * 24 * 60 * 60 * 1000);
    }
  });
});
