import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import schema from '../../../../schemas/office-hours-template.schema.json';
import { markerWords } from '../../../../server/core/template/file/bodyMarkers.ts';
import { keyInfos, templateKeys } from '../../../../server/core/template/file/frontMatterKeys.ts';
import { dateKeys } from '../../../../server/core/template/file/frontMatterNames.ts';
import { personKeys } from '../../../../server/core/template/file/frontMatterPeople.ts';
import { todoKeys } from '../../../../server/core/template/file/frontMatterTodo.ts';
import { readTemplate } from '../../../../server/core/template/file/readTemplate.ts';
import { dateVariableNames } from '../../../../server/core/template/snippet/dateVariables.ts';
import { dateTokens } from '../../../../shared/dates/format.ts';
import { inEnglish } from '../../../../shared/l10n.ts';
import { ruleCodes, severities } from '../../../../shared/settings.ts';

const documentation = readFileSync('docs/templates.md', 'utf8');
const validate = new Ajv({
  strict: true,
  allowUnionTypes: true,
  strictTypes: false,
  strictRequired: false,
}).compile(schema);

function problemsOf(frontMatter: string): string[] {
  const { problems } = readTemplate(`---\n${frontMatter}\n---\n# T\n`);
  return problems.map(({ message }) => inEnglish(message));
}

/** The fenced blocks of that language. */
function blocks(text: string, language: string): string[] {
  return text
    .split(`\n\`\`\`${language}\n`)
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf('\n```')));
}

describe('the schema of the front matter', () => {
  const { properties } = schema;

  it('has exactly the keys that are read', () => {
    assert.deepEqual(Object.keys(properties), [...templateKeys]);
    assert.deepEqual(Object.keys(properties.date.oneOf[1]!.properties!), [...dateKeys]);
    assert.deepEqual(Object.keys(properties.people.items.oneOf[1]!.properties!), [...personKeys]);
    assert.deepEqual(Object.keys(properties.todo.properties), [...todoKeys]);
    assert.deepEqual(Object.keys(properties.checks.properties), [...ruleCodes]);
    assert.deepEqual(schema.definitions.severity.enum, [...severities]);
  });

  it('describes every key', () => {
    for (const [name, { description }] of Object.entries(properties))
      assert.ok(description.length > 20, name);
  });

  for (const frontMatter of [
    ...Object.values(keyInfos).map(({ example }) => example),
    ...Object.entries(keyInfos).flatMap(([name, { keys }]) => {
      const indented = (text: string): string => text.replaceAll('\n', '\n  ');
      const lead = name === 'people' ? '- ' : '';
      return (keys ?? []).map(
        (key) =>
          `${name}:\n  ${lead}${key.name === 'name' || lead === '' ? '' : 'name: A\n    '}${indented(key.example)}`,
      );
    }),
    ...blocks(documentation, 'yaml'),
    'project: 2026',
    'notes: ["{a,b}/**", x.md]',
    'repository: https://git.example.org/a/b',
    'date: line',
    'people: ["@ada"]',
  ]) {
    it(`takes ${JSON.stringify(frontMatter)}, and so does the reader`, () => {
      assert.ok(validate(parse(frontMatter)), JSON.stringify(validate.errors));
      assert.deepEqual(problemsOf(frontMatter), []);
    });
  }

  for (const frontMatter of [
    'colour: red',
    'notes: ../a/**',
    'notes: a/../b',
    'notes: /a',
    "notes: 'a\\b'",
    'notes: a/',
    "notes: '!a'",
    'notes: {a: b}',
    'file: notes-{YYYY}',
    'title: [a]',
    'date: folder',
    'date: {place: line}',
    'every: [a]',
    'repository: lantern',
    'repositories: {a b: c/d}',
    'repositories: {a: c}',
    "references: {EIP-: 'http://example.org/{id}'}",
    "references: {EIP-: 'https://example.org/'}",
    "references: {EIP-1: 'https://example.org/{id}'}",
    'repositoryFromHeading: sometimes',
    'people: {name: Ada}',
    'people: [{initials: AL}]',
    'people: [{name: Ada, login: -a}]',
    'todo: [AP]',
    'todo: {marker: AP}',
    'checks: {section-empty: loud}',
    'checks: {section: off}',
    'recording: [true]',
    'recording: no',
  ]) {
    it(`refuses ${JSON.stringify(frontMatter)}, and so does the reader`, () => {
      assert.ok(!validate(parse(frontMatter)));
      assert.notDeepEqual(problemsOf(frontMatter), []);
    });
  }
});

describe('the documentation of templates', () => {
  const templates = blocks(documentation, 'markdown');

  it('shows templates without a problem', () => {
    assert.ok(templates.length >= 2);
    for (const text of templates) assert.deepEqual(readTemplate(`${text}\n`).problems, [], text);
  });

  it('begins with the shortest one', () => {
    const lengths = templates.map(({ length }) => length);
    assert.deepEqual(
      lengths,
      [...lengths].sort((a, b) => a - b),
    );
  });

  it('has a section with an example for every key', () => {
    for (const key of templateKeys) {
      const section = documentation.split(`\n### ${key}\n`)[1]?.split('\n##')[0] ?? '';
      assert.ok(
        blocks(section, 'yaml').some((example) => example.startsWith(`${key}:`)),
        key,
      );
    }
  });

  it('names every key below a key, marker, token, variable and code', () => {
    const codes = ['syntax', 'key', 'value', 'pattern', 'glob', 'person', 'heading'];
    const variables = dateVariableNames.map((name) => `\`${name}\``);
    const markers = markerWords.map((word) => `\`<!-- ${word}`);
    const tokens = dateTokens.map((token) => `| \`${token}\``);
    const below = [...dateKeys, ...personKeys, ...todoKeys].map((key) => `${key}:`);
    const messages = codes.map((code) => `\n### template-${code}\n`);
    for (const words of [...variables, ...markers, ...tokens, ...below, ...messages]) {
      assert.ok(documentation.includes(words), words);
    }
  });
});

describe('the templates of the examples', () => {
  const files = readdirSync('examples', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /(?:^|\/)\.office-hours\/[^/]+\.md$/.test(path));

  for (const path of files) {
    it(`${path} has no problem, and its front matter is of the schema`, () => {
      const text = readFileSync(`examples/${path}`, 'utf8');
      assert.deepEqual(readTemplate(text).problems, []);
      const frontMatter = text.split(/^---$/m)[1] ?? '';
      assert.ok(validate(parse(frontMatter)), JSON.stringify(validate.errors));
    });
  }

  it('are several', () => assert.ok(files.length >= 5));
});
