/**
 * Random inputs of every kind that strangers and writers give, many thousands of each in a few minutes. What failed once is a row of the
 * unit tests of its place.
 */

import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { fixText } from '../../server/cli/fixText.ts';
import { findProblems } from '../../server/core/checks/findProblems.ts';
import { effectiveSeverity } from '../../server/core/checks/severity.ts';
import { checksum } from '../../server/core/checksum.ts';
import { readNode, readPeople, readRecent, readSearch } from '../../server/core/github/api/graphqlAnswers.ts';
import { firstPage } from '../../server/core/github/api/queries.ts';
import {
  nextPage,
  readComment,
  readIssue,
  readIssues,
  readTitle,
} from '../../server/core/github/api/restAnswers.ts';
import { readSignal } from '../../server/core/github/api/signals.ts';
import { parseFile, serialize, withoutFuture } from '../../server/core/github/cache/cacheFormat.ts';
import { parseJson } from '../../server/core/github/json.ts';
import { parseNote } from '../../server/core/note/parse.ts';
import { issueUrl, parseIssueKey } from '../../server/core/references/issueKey.ts';
import { parseGitConfig, parseRemoteUrl } from '../../server/core/references/remote.ts';
import { readTemplate } from '../../server/core/template/file/readTemplate.ts';
import { safeFolder, safeName } from '../../server/core/template/fileName.ts';
import { renderSeries } from '../../server/core/template/render/render.ts';
import { parseSnippet } from '../../server/core/template/snippet/parseSnippet.ts';
import { escapeSnippet, printSnippet, snippetText } from '../../server/core/template/snippet/snippet.ts';
import { canonicalUri } from '../../server/core/uri.ts';
import { contextOf } from '../../server/core/workspace/documentContext.ts';
import { isValidDate } from '../../shared/calendar.ts';
import { findDate } from '../../shared/dates/findDate.ts';
import { literalText } from '../../shared/literalText.ts';
import { anyCharacter } from '../helpers/anyCharacter.ts';
import { repository, restIssue } from './github/api/answers.ts';
import { noon } from './github/fakes.ts';

const { OFFICE_HOURS_RUNS, OFFICE_HOURS_SEED = '20260101' } = process.env;
const seed = Number(OFFICE_HOURS_SEED);

/** A number of runs of the environment is for all alike. */
function many(usual: number): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: Number(OFFICE_HOURS_RUNS ?? usual), seed };
}

const joined = (pieces: readonly string[], maxLength: number) =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...pieces) },
        fc.string({ unit: anyCharacter, maxLength: 3 }),
      ),
      { maxLength },
    )
    .map((parts) => parts.join(''));

const markup = [
  '[x](',
  '](command:y)',
  '![',
  '<img src=x>',
  '$(zap)',
  '\\',
  '`',
  '**',
  '|',
  '&#91;',
  '$0',
  '}',
];
const hidden = [
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\n',
  '\r',
  '\u2028',
  '\u001b[31m',
  '\0',
  '\ud83d',
];
const words = ['word', '日本', 'e\u0301', ' ', '#1', 'o/r#2', '@x', 'https://evil.example/x', 'a@b.c'];
const titles = joined([...markup, ...hidden, ...words], 14);

const urlParts = [
  'https://',
  'github.com',
  '/',
  'o',
  'r',
  'pull',
  'issues',
  '1',
  '..',
  '.',
  '%2f',
  ':',
  '@',
  '#',
  '?',
  '\\',
];
const repositoryParts = [
  ...urlParts,
  'git@',
  'ssh://',
  '.git',
  'ghe.example.com',
  '~',
  ' ',
  '\n',
  'user',
  'a'.repeat(40),
];

const noteParts = [
  '# w office hours 2026-01-06\n',
  '# w office hours 2025-01-06\n',
  'YouTube: https://youtu.be/x\n',
  'YouTube: \n',
  '\n\n',
  '## Highlights since the last meeting\n\n',
  '## Action items\n\n',
  '## Topic\n',
  '## Topic \n',
  '### Sub-topic\n',
  '* TODO(seph): write it\n',
  '* TODO: write it\n',
  '- [ ] seph: do it\n',
  'PR #1 ',
  'issue #2 ',
  'o/r#3 ',
  'https://github.com/o/r/pull/4\n',
  'what changed (PR #number)\n',
  'ada: said so.\n',
  '```\n',
  '<!-- ',
  ' -->\n',
  '> ',
  '| a | b |\n|---|---|\n',
  '---\n',
  'text\n',
  '\r\n',
  '\r',
  ' ',
];

const yamlParts = [
  '---\n',
  'notes: ',
  'file: ',
  'title: ',
  'every: ',
  'people:\n',
  '  - name: ',
  'checks: ',
  '{',
  '}',
  '[',
  ']',
  '? ',
  '- ',
  ': ',
  '&a ',
  '*a ',
  '!!binary ',
  '<<: *a\n',
  '|\n',
  '>\n',
  '"',
  "'",
  '#',
  '**',
  '{YYYY-MM-DD}',
  '2 weeks on Tuesday',
  '\n',
  '\t',
  '# T ${1:x}\n',
  '## A\n<!-- optional -->\n',
];

const snippetParts = [
  '$',
  '{',
  '}',
  '1',
  '0',
  ':',
  '|',
  ',',
  '/',
  '\\',
  'a',
  '\n',
  '${1:',
  '${2|',
  '${NAME',
  '${1/',
];
const dateParts = [
  '2026',
  '01',
  '06',
  '-',
  '/',
  '.',
  ' ',
  'January',
  'Jan',
  '6th',
  'März',
  'de',
  '年',
  '月',
  '日',
  'W01',
  ',',
  '–',
];
const nameParts = [
  '..',
  '/',
  '\\',
  'CON',
  'nul',
  '.md',
  ' ',
  '.',
  ':',
  '%2f',
  '\0',
  '\u202e',
  'docs',
  '.git',
  'C:',
  '~',
  'é',
  '*',
];
const headerParts = ['0', '9', '60', '-', '.', 'e', 'Thu, 01 Jan 1970 00:00:00 GMT', 'Infinity', ' ', ':'];

function problemsOf(text: string) {
  const note = parseNote(text);
  const context = contextOf('file:///w/20260106_meeting_notes.md', note, undefined, '2026-12-31');
  return findProblems(context, effectiveSeverity({}, context.definition));
}

describe(`random inputs, with the seed ${seed}`, () => {
  it('titles: on one line, at most as long as they may be, and literal in a snippet', () => {
    fc.assert(
      fc.property(titles, (raw) => {
        const title = readTitle(raw);
        if (title === undefined) return;
        assert.doesNotMatch(title, /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        assert.equal(snippetText(parseSnippet(escapeSnippet(title))), title);
        assert.doesNotMatch(literalText(title, 'label'), /[\n\r]|(?<!\\)\$\(zap/);
        assert.doesNotMatch(literalText(title, 'message'), /[\n\r]/);
      }),
      many(20_000),
    );
  });

  it('snippets: read, printed, read again', () => {
    fc.assert(
      fc.property(joined(snippetParts, 30), (source) => {
        const tree = parseSnippet(source);
        assert.deepEqual(parseSnippet(printSnippet(tree)), tree);
        assert.equal(typeof snippetText(tree), 'string');
      }),
      many(15_000),
    );
  });

  it('URLs of issues: nothing but a repository of its host, and its own URL names it again', () => {
    fc.assert(
      fc.property(joined(urlParts, 12), (tail) => {
        const key = parseIssueKey(`https://github.com/${tail}`);
        if (key === undefined) return;
        const url = issueUrl(key, key.kind);
        assert.equal(new URL(url).origin, 'https://github.com');
        assert.match(new URL(url).pathname, /^\/[\w.-]+\/[\w.-]+\/(?:pull|issues|discussions)\/\d+$/);
        const again = parseIssueKey(url);
        assert.deepEqual([again?.repository, again?.number], [key.repository, key.number]);
      }),
      many(20_000),
    );
  });

  it('remotes: a repository that can be one, or none', () => {
    fc.assert(
      fc.property(joined(repositoryParts, 10), (url) => {
        for (const written of [url, `https://github.com/${url}`, `git@github.com:${url}`]) {
          const found = parseRemoteUrl(written, 'ghe.example.com');
          if (found) assert.match(`${found.owner}/${found.name}`, /^[A-Za-z0-9_-]+\/(?!\.{1,2}$)[\w.-]+$/);
        }
        parseGitConfig(`[remote "origin"]\nurl = ${url}\n`);
      }),
      many(15_000),
    );
  });

  it('dates: a day that there is, where it is written', () => {
    fc.assert(
      fc.property(joined(dateParts, 10), (text) => {
        const found = findDate(text);
        if (found === undefined) return;
        assert.ok(isValidDate(found.value), `${text}: ${found.value}`);
        assert.ok(
          0 <= found.range.from && found.range.from < found.range.to && found.range.to <= text.length,
        );
      }),
      many(10_000),
    );
  });

  it('names of files and folders: below the folder that they are for, on every system', () => {
    fc.assert(
      fc.property(joined(nameParts, 6), (written) => {
        const name = safeName(written);
        if (name.kind === 'name') {
          for (const path of [posix, win32])
            assert.equal(path.basename(path.join('/w', name.name)), name.name);
          const uri = canonicalUri(`file:///w/${encodeURIComponent(name.name)}`);
          assert.equal(uri.split('/').length, 5);
        }
        const folder = safeFolder(written);
        if (folder.kind !== 'folder') return;
        for (const path of [posix, win32]) {
          const below = path.relative(path.resolve('/w'), path.resolve('/w', ...folder.components));
          assert.ok(!/^\.\.(?:[\\/]|$)/.test(below) && !path.isAbsolute(below), below);
        }
      }),
      many(15_000),
    );
  });

  it('template files: read without an error of our own, each problem in its text, each note a text', () => {
    fc.assert(
      fc.property(joined(yamlParts, 20), fc.boolean(), (text, closed) => {
        const source = closed ? `---\n${text}\n---\n# T\n` : text;
        const { definition, problems } = readTemplate(source);
        for (const { range } of problems)
          assert.ok(0 <= range.from && range.from <= range.to && range.to <= source.length);
        const rendered = renderSeries(definition, { date: '2026-01-06', headings: [] });
        assert.equal(typeof rendered.text, 'string');
        parseSnippet(rendered.snippet);
      }),
      many(4_000),
    );
  });

  it('fixes (acceptance 50): twice is once, each in its place, and none brings back what it mended', () => {
    fc.assert(
      fc.property(joined(noteParts, 18), (text) => {
        const problems = problemsOf(text);
        for (const { range, fixes } of problems) {
          assert.ok(0 <= range.from && range.from <= range.to && range.to <= text.length);
          for (const { edits } of fixes) {
            const sorted = [...edits].sort((one, other) => one.range.from - other.range.from);
            let end = 0;
            for (const edit of sorted) {
              assert.ok(edit.range.from >= end && edit.range.to <= text.length);
              end = edit.range.to;
            }
          }
        }
        const once = fixText(text, problemsOf);
        const twice = fixText(once.text, problemsOf);
        assert.equal(twice.text, once.text);
        assert.deepEqual(twice.applied, []);
      }),
      many(3_000),
    );
  });

  it('GitHub’s answers: any JSON, half of it or none', () => {
    const field = fc.oneof(
      fc.constantFrom(null, 0, -1, 1e300, '', 'x', '__proto__', '2026-01-06T00:00:00Z', 'open', [], {}),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const names = [
      ...Object.keys(restIssue(3)),
      'data',
      'errors',
      'nodes',
      'pageInfo',
      'repository',
      'nameWithOwner',
      '__proto__',
    ];
    const answer = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.dictionary(fc.constantFrom(...names), field));
    fc.assert(
      fc.property(
        answer,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(200, 304, 401, 403, 404, 410, 429, 500),
        (said, cut, status) => {
          const text = JSON.stringify(said);
          for (const body of [text, text.slice(0, Math.floor(text.length * cut))]) {
            const value = parseJson(body);
            readIssue(value?.value, repository);
            readIssues(value?.value, repository);
            readComment(value?.value);
            readNode(value?.value, repository);
            readRecent(value?.value, repository, firstPage);
            readSearch(value?.value, repository);
            readPeople(value?.value);
            readSignal({ kind: 'response', status, headers: {}, body }, value, 'core', noon);
          }
          assert.equal(Reflect.get({}, 'title'), undefined);
        },
      ),
      many(10_000),
    );
  });

  it('GitHub’s headers: a path of the same repository, and a time that ends', () => {
    fc.assert(
      fc.property(joined(headerParts, 6), joined(urlParts, 10), (time, link) => {
        const headers = {
          'retry-after': time,
          'x-ratelimit-reset': time,
          'x-ratelimit-remaining': '0',
          date: time,
        };
        const signal = readSignal(
          { kind: 'response', status: 429, headers, body: '' },
          undefined,
          'core',
          noon,
        );
        if (signal.kind === 'limited' && signal.wait !== undefined)
          assert.ok(signal.wait > 0 && signal.wait <= 86_400_000);
        const path = nextPage(`<${link}>; rel="next"`);
        if (path !== undefined) assert.match(path, /^\/(?!\/)/);
      }),
      many(10_000),
    );
  });

  it('files of titles: whole, or rebuilt', () => {
    const of = { accountId: 'maria', repository };
    const issue = readIssue(restIssue(7), repository) ?? assert.fail();
    const file = serialize(
      { repository, savedAt: noon, issues: [{ kind: 'found', issue, fetchedAt: noon }] },
      of,
    );
    const body = file.slice(file.indexOf(' ', 'office-hours-issues 1 '.length) + 1);
    fc.assert(
      fc.property(
        fc.nat(body.length - 1),
        fc.nat(8),
        joined(['[', ']', '{', '"', ',', '0', '-1', '1e99', 'null', ':'], 4),
        fc.boolean(),
        (at, remove, insert, signed) => {
          const changed = body.slice(0, at) + insert + body.slice(at + remove);
          const sum = signed ? checksum(changed) : checksum(body);
          const kept = parseFile(`office-hours-issues 1 ${sum} ${changed}`, of);
          if (kept === undefined) return;
          assert.ok(signed || changed === body);
          for (const each of withoutFuture(kept, noon).issues) {
            assert.equal(typeof each.issue.title, 'string');
            assert.ok(each.fetchedAt <= noon);
          }
        },
      ),
      many(10_000),
    );
  });
});
