import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ownRepository } from '../../../../server/core/archive/ownRepository.ts';
import { contextAt } from '../../../../server/core/features/completion/contextAt.ts';
import { usualConventions } from '../../../../server/core/note/conventions.ts';
import type { Repository } from '../../../../server/core/note/note.ts';
import { parseNote } from '../../../../server/core/note/parse.ts';
import { isValidRepository, parseIssueKey } from '../../../../server/core/references/issueKey.ts';
import { parseRemoteUrl, repositoryOfVirtualUri } from '../../../../server/core/references/remote.ts';
import type { TemplateDefinition } from '../../../../server/core/template/definition.ts';
import { readTemplate } from '../../../../server/core/template/file/readTemplate.ts';
import { parseSettings } from '../../../../shared/settings.ts';
import { hover, storeWorld } from '../storeWorld.ts';

const host = 'github.com';

/** Names that lead elsewhere in a path, begin a query, or are nobody's. */
const badNames: readonly [owner: string, name: string][] = [
  ['..', 'user'],
  ['.', 'user'],
  ['harbor', '..'],
  ['harbor', '.'],
  ['%2e%2e', 'user'],
  ['harbor', '%2E%2E'],
  ['harbor', 'tide?'],
  ['harbor', 'tide#'],
  ['harbor', 'a/b'],
  ['harbor', 'a\\b'],
  ['..\\..', 'user'],
  ['', 'user'],
  ['harbor', ''],
  ['.github', 'user'],
  ['-harbor', 'tide'],
  ['_', 'tide'],
  ['a.b', 'tide'],
  ['hárbor', 'tide'],
  ['harbor', 'ti de'],
  ['harbor', 'tide\n'],
  ['x'.repeat(101), 'tide'],
  ['harbor', 'x'.repeat(101)],
  ['。。', 'user'],
  ['．．', 'user'],
];

describe('the gate of requests (acceptance 41)', () => {
  for (const [owner, name] of badNames) {
    it(`sends nothing about ${JSON.stringify(`${owner}/${name}`).slice(0, 40)}`, async () => {
      const repository = { host, owner, name };
      const { store, transport, time, notices } = storeWorld();
      await store.open(repository);
      await store.open(repository, 'refresh');
      store.want([{ repository, number: 1 }]);
      store.people(repository);
      await Promise.all([
        store.get({ repository, number: 1 }, hover),
        store.comment({ repository, number: 1 }, { kind: 'comment', id: 1 }, hover),
        store.fetchAll([{ repository, number: 2 }], hover),
        time.advance(2_000),
      ]);
      const searched = store.searchGitHub(repository, { text: 'lost words' }, hover);
      await time.advance(60_000);
      await searched;
      assert.deepEqual(transport.lines, []);
      assert.deepEqual(notices, []);
      assert.equal(
        store.status().every(({ kind, signedIn }) => kind === 'up-to-date' && signedIn),
        true,
      );
    });
  }

  it('sends the others of a batch, and those of its own host alone', async () => {
    const { store, transport, time } = storeWorld();
    const tide = { host, owner: 'harbor', name: 'tide' };
    store.want([
      { repository: { ...tide, owner: '..' }, number: 1 },
      { repository: tide, number: 1 },
      { repository: { ...tide, name: '.' }, number: 1 },
    ]);
    await time.advance(1_000);
    assert.deepEqual(transport.lines, ['POST /graphql']);
    assert.equal(store.peek({ repository: tide, number: 1 })?.kind, 'found');
  });
});

/** What each way into the extension makes of an owner and a name; none: it is no repository there. */
const entrances: Readonly<
  Record<string, (owner: string, name: string) => readonly (Repository | undefined)[]>
> = {
  'a remote over https': (owner, name) => [parseRemoteUrl(`https://${host}/${owner}/${name}`)],
  'a remote with .git': (owner, name) => [parseRemoteUrl(`https://${host}/${owner}/${name}.git`)],
  'a remote over ssh': (owner, name) => [parseRemoteUrl(`git@${host}:${owner}/${name}.git`)],
  'a virtual workspace': (owner, name) => [repositoryOfVirtualUri(`vscode-vfs://github/${owner}/${name}/x`)],
  'the setting': (owner, name) => {
    const { repository } = parseSettings({ repository: `${owner}/${name}` }).settings;
    return [ownRepository(repository, undefined, parseNote(''))];
  },
  "a template's repository": (owner, name) => [
    definitionOf(`repository: ${JSON.stringify(`${owner}/${name}`)}`).repository,
  ],
  "a template's page of a repository": (owner, name) => [
    definitionOf(`repository: ${JSON.stringify(`https://${host}/${owner}/${name}`)}`).repository,
  ],
  "a template's short names": (owner, name) => [
    ...definitionOf(
      `repositories:\n  TSC: ${JSON.stringify(`${owner}/${name}`)}`,
    ).conventions.repositories.values(),
  ],
  'a URL': (owner, name) => inNote(`https://${host}/${owner}/${name}/issues/1`),
  'a URL without a scheme': (owner, name) => inNote(`see ${host}/${owner}/${name}/pull/1`),
  'a URL by way of Renovate': (owner, name) => inNote(`https://redirect.${host}/${owner}/${name}/pull/1`),
  'a link': (owner, name) => inNote(`[x](<https://${host}/${owner}/${name}/pull/1>)`),
  'a link definition': (owner, name) => inNote(`[x]: <https://${host}/${owner}/${name}/pull/1>`),
  'a full reference': (owner, name) => inNote(`${owner}/${name}#1`),
  'a list of full references': (owner, name) => inNote(`PRs ${owner}/${name}#1, #2`),
  'a heading': (owner, name) => inNote(`## ${owner}/${name}\n\n#1`),
  "a heading's link": (owner, name) => inNote(`## [x](<https://${host}/${owner}/${name}>)\n\n#1`),
  'a pasted URL': (owner, name) => [parseIssueKey(`https://${host}/${owner}/${name}/issues/1`)?.repository],
  'a completion': (owner, name) => {
    const text = `see ${owner}/${name}#`;
    const context = contextAt(parseNote(text), text.length);
    return [context?.kind === 'reference' ? context.repository : undefined];
  },
};

function definitionOf(frontMatter: string): TemplateDefinition {
  return readTemplate(`---\n${frontMatter}\n---\n# Notes\n`).definition;
}

function inNote(text: string): readonly (Repository | undefined)[] {
  const conventions = { ...usualConventions, repositoryFromHeading: true };
  return parseNote(`# Notes\n\n${text}\n`, undefined, conventions).references.map(
    ({ repository }) => repository,
  );
}

describe('a repository from outside (acceptance 41)', () => {
  for (const [entrance, repositoriesOf] of Object.entries(entrances)) {
    it(`is read from ${entrance}`, () => {
      const read = repositoriesOf('Harbor-1', '.tide_2').filter((each) => each !== undefined);
      assert.deepEqual(read.at(-1), { host, owner: 'Harbor-1', name: '.tide_2' });
    });

    it(`is none with a bad name from ${entrance}`, () => {
      for (const [owner, name] of badNames)
        for (const repository of repositoriesOf(owner, name))
          if (repository)
            assert.ok(isValidRepository(repository), `${owner}/${name}: ${JSON.stringify(repository)}`);
    });
  }
});
