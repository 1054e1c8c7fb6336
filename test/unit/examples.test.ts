import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { CommandLine } from '../helpers/commandLine.ts';

/** The test runner starts in the repository's root. */
const root = join(process.cwd(), 'examples');
const golden = 'expected.json';
/** Set to write the golden files anew; read the difference before it is committed. */
const rewrite = process.env.OFFICE_HOURS_GOLDEN === 'write';

const confession = /<!-- Wrong on purpose: [^\n]{1,200} \(([a-z-]{1,40})\)\. -->/g;

interface Told {
  readonly file: string;
  readonly code: string;
}

/** Relative to the example, with `/`. */
function filesOf(example: string, below = ''): string[] {
  return readdirSync(join(root, example, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesOf(example, path) : path === golden ? [] : [path];
  });
}

const codesOf = (told: readonly Told[], file: string): string[] =>
  [...new Set(told.filter((each) => each.file === file).map(({ code }) => code))].sort();

describe('examples', () => {
  const examples = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  it('are six', () => assert.equal(examples.length, 6));

  for (const example of examples) {
    describe(example, () => {
      const files = filesOf(example);
      const notes = files.filter((file) => !file.startsWith('.office-hours/'));
      const text = (file: string): string => readFileSync(join(root, example, file), 'utf8');
      let line: CommandLine;

      beforeEach(() => {
        line = new CommandLine();
        for (const file of files) line.write(file, text(file));
      });
      afterEach(() => line.remove());

      it('is a template and three notes, or one file with several, of which one is wrong', () => {
        assert.deepEqual([files.length, notes.length], example === 'one-file' ? [2, 1] : [4, 3]);
        assert.equal(notes.filter((file) => text(file).includes('Wrong on purpose')).length, 1);
      });

      it('is checked as written down', async () => {
        const { stdout, stderr, code } = await line.run('check --format json --offline .');
        assert.deepEqual([code, stderr], [1, '']);
        if (rewrite) writeFileSync(join(root, example, golden), stdout);
        assert.equal(stdout, text(golden));
      });

      it('has the mistakes it confesses, and no other', async () => {
        const told: Told[] = JSON.parse((await line.run('check --format json --offline .')).stdout);
        for (const file of files) {
          const admitted = [...text(file).matchAll(confession)].map((match) => match[1]);
          assert.deepEqual(codesOf(told, file), admitted.sort(), file);
        }
      });

      it('has no other mistakes without its template', async () => {
        const bare = new CommandLine();
        for (const file of notes) bare.write(file, text(file));
        const told: Told[] = JSON.parse((await bare.run('check --format json --offline .')).stdout);
        bare.remove();
        const admitted = notes.flatMap((file) =>
          [...text(file).matchAll(confession)].map((match) => `${file} ${match[1]}`),
        );
        const wrong = told.filter(({ file, code }) => !admitted.includes(`${file} ${code}`));
        assert.deepEqual(wrong, []);
      });

      it('begins a note that lacks only what is to be filled in', async () => {
        const { stdout, stderr } = await line.run('new');
        assert.equal(stderr, '');
        const file = stdout.trim();
        const told: Told[] = JSON.parse((await line.run(`check --format json --offline ${file}`)).stdout);
        const blanks = ['placeholder-left', 'recording-missing', 'section-empty', 'todo-owner-missing'];
        assert.deepEqual(
          codesOf(told, file).filter((code) => !blanks.includes(code)),
          [],
        );
      });
    });
  }
});
