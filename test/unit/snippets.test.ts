import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import manifest from '../../package.json';
import file from '../../snippets/office-hours.json';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const snippets: ReadonlyMap<string, Snippet> = new Map(Object.entries(file));

const prefixesOf = (snippet: Snippet): readonly string[] =>
  typeof snippet.prefix === 'string' ? [snippet.prefix] : snippet.prefix;

/** What is to be known of a body: which stops it has and which variables it names. */
interface Scanned {
  readonly stops: readonly number[];
  readonly choices: readonly (readonly string[])[];
  readonly variables: readonly string[];
}

/**
 * Reads a body as VS Code's snippet grammar defines it (code.visualstudio.com/docs/editing/userdefinedsnippets,
 * "Snippet syntax"), transforms left out. Throws at the first thing that is not a stop, a choice or a variable.
 */
function scan(body: string): Scanned {
  const stops: number[] = [];
  const choices: string[][] = [];
  const variables: string[] = [];
  let at = 0;
  const failure = (why: string): Error => new Error(`${why} at ${at}: ${JSON.stringify(body.slice(at))}`);
  const text = (untilBrace: boolean): void => {
    while (at < body.length) {
      const char = body[at];
      if (char === '}' && untilBrace) return;
      if (char === '}') throw failure('an unescaped brace');
      if (char === '\\') at += 2;
      else if (char === '$') marker();
      else at += 1;
    }
    if (untilBrace) throw failure('a brace that is never closed');
  };
  const marker = (): void => {
    const open = /^\$(\{?)(?:([0-9]{1,3})|([A-Z_]{1,40}))/.exec(body.slice(at, at + 50));
    if (open === null) throw failure('a dollar sign that starts nothing');
    at += open[0].length;
    if (open[2] !== undefined) stops.push(Number(open[2]));
    else if (open[3] !== undefined) variables.push(open[3]);
    if (open[1] === '') return;
    if (body[at] === '|') {
      const end = body.indexOf('|}', at + 1);
      if (end < 0) throw failure('a choice that is never closed');
      choices.push(body.slice(at + 1, end).split(','));
      at = end + 2;
      return;
    }
    if (body[at] === ':') {
      at += 1;
      text(true);
    }
    if (body[at] !== '}') throw failure('a stop that is never closed');
    at += 1;
  };
  text(false);
  return { stops, choices, variables };
}

describe('snippets', () => {
  it('are contributed for Markdown', () => {
    assert.deepEqual(manifest.contributes.snippets, [
      { language: 'markdown', path: './snippets/office-hours.json' },
    ]);
  });

  it('hold the template and the seven small ones', () => {
    for (const prefix of [
      'office-hours',
      'ohtopic',
      'ohhighlight',
      'ohupdate',
      'ohtodo',
      'ohrecording',
      'ohquestion',
      'ohdecision',
    ]) {
      assert.ok(
        [...snippets.values()].some((snippet) => prefixesOf(snippet).includes(prefix)),
        prefix,
      );
    }
  });

  it('share no prefix', () => {
    const all = [...snippets.values()].flatMap(prefixesOf);
    assert.deepEqual(all, [...new Set(all)]);
  });

  for (const [name, snippet] of snippets) {
    describe(name, () => {
      const body = snippet.body.join('\n');

      it('has prefixes without blanks, named in its description', () => {
        assert.ok(prefixesOf(snippet).length > 0);
        for (const prefix of prefixesOf(snippet)) {
          assert.match(prefix, /^(?:oh[a-z]+|office-hours)$/);
          assert.ok(snippet.description.includes(prefix), prefix);
        }
        assert.match(snippet.description, /^Office hours: /);
      });

      it('has stops from 1 without a gap, each once, and ends in $0', () => {
        const { stops } = scan(body);
        const filled = stops.filter((stop) => stop !== 0);
        assert.deepEqual(
          filled,
          filled.map((_, index) => index + 1),
        );
        assert.equal(stops.filter((stop) => stop === 0).length, 1);
        assert.ok(body.endsWith('$0'));
      });

      it('offers only choices worth choosing from', () => {
        for (const choice of scan(body).choices) {
          assert.ok(choice.length > 1);
          assert.deepEqual(choice, [...new Set(choice)]);
          assert.ok(choice.every((each) => each !== '' && each === each.trim()));
        }
      });

      it('is plain lines', () => {
        for (const line of snippet.body) assert.doesNotMatch(line, /[\t\r\n]/);
      });
    });
  }

  it('name the date by the editor’s variables and nothing else', () => {
    const variables = [...snippets.values()].flatMap((snippet) => scan(snippet.body.join('\n')).variables);
    assert.deepEqual(variables, ['CURRENT_YEAR', 'CURRENT_MONTH', 'CURRENT_DATE']);
  });

  it('are read strictly by this very test', () => {
    const dollar = (text: string): string => text.replaceAll('§', '$');
    for (const bad of ['§{1:a', '§{1', '§{1|a,b', 'a } b', '§ 1', '§{1:§{2:x}'].map(dollar)) {
      assert.throws(() => scan(bad), bad);
    }
    assert.deepEqual(scan(dollar('§{1:a §{CURRENT_YEAR} §2} \\} §0')).stops, [1, 2, 0]);
  });
});
