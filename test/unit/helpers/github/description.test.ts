import { deepEqual, equal, ok } from 'node:assert/strict';
import Ajv from 'ajv';
import { after, before, describe, it } from 'mocha';
import { apiVersions } from '../../../helpers/github/answer.ts';
import { answerSchema, describedRoutes, statusesOf } from '../../../helpers/github/description.ts';
import { createGitHub, type GitHub } from '../../../helpers/github/github.ts';
import { rest } from './ask.ts';

const list = '/repos/octo/big/issues?state=all&sort=updated&direction=desc&per_page=100';
const token = 't-reader';

describe('stand-in: answers as GitHub describes them', () => {
  let github: GitHub;

  before(async () => {
    github = await createGitHub({
      repositories: [
        { owner: 'octo', name: 'big', size: 30_000, description: 'Large' },
        {
          owner: 'octo',
          name: 'small',
          size: 250,
          hostile: false,
          formerly: 'octo/old',
          commits: [
            { sha: 'ab12'.repeat(10), message: 'One\n\nMore', author: 'wren', at: '2026-01-06T10:00:00Z' },
          ],
          releases: [
            { tag: 'v1.2', name: 'The second', author: 'wren', at: '2026-01-06T10:00:00Z' },
            { tag: 'pkg/v1', author: 'wren', at: '2026-01-06T10:00:00Z', prerelease: true },
          ],
        },
        { owner: 'corp', name: 'open', size: 10, saml: true },
      ],
      accounts: [{ token, login: 'reader' }],
    });
  });
  after(() => github.stop());

  // Compiled once and used a few times: what makes the code faster costs more than it gives.
  const ajv = new Ajv({
    strict: false,
    validateFormats: false,
    inlineRefs: false,
    code: { optimize: false },
  });
  const pulls = () => numbers('octo/big', 'pull');
  const numbers = (repository: string, kind: string): number[] =>
    Array.from({ length: 250 }, (_, index) => index + 1).filter(
      (number) => github.item(repository, number)?.kind === kind,
    );
  const paths = (): readonly [template: string, paths: readonly string[]][] => [
    ['/rate_limit', ['/rate_limit']],
    ['/repos/{owner}/{repo}', ['/repos/octo/big', '/repos/octo/none', '/repos/corp/open', '/repos/octo/old']],
    ['/repos/{owner}/{repo}/assignees', ['/repos/octo/big/assignees?per_page=50']],
    [
      '/repos/{owner}/{repo}/commits/{ref}',
      ['ab12ab1', 'ab12'.repeat(10), 'fffffff'].map((sha) => `/repos/octo/small/commits/${sha}?per_page=1`),
    ],
    ['/repos/{owner}/{repo}/contributors', ['/repos/octo/big/contributors?per_page=50']],
    [
      '/repos/{owner}/{repo}/issues',
      [
        list,
        '/repos/octo/small/issues',
        '/repos/octo/old/issues',
        '/repos/octo/no/issues',
        `${list}&page=100`,
      ],
    ],
    [
      '/repos/{owner}/{repo}/issues/{issue_number}',
      [
        ...Array.from({ length: 60 }, (_, index) => `/repos/octo/big/issues/${index + 1}`),
        '/repos/octo/big/issues/999999',
      ],
    ],
    [
      '/repos/{owner}/{repo}/pulls/{pull_number}',
      [
        ...pulls()
          .slice(0, 20)
          .map((number) => `/repos/octo/big/pulls/${number}`),
        '/repos/octo/big/pulls/999999',
      ],
    ],
    [
      '/repos/{owner}/{repo}/issues/comments/{comment_id}',
      [`/repos/octo/big/issues/comments/${commented(github)}001`, '/repos/octo/big/issues/comments/1'],
    ],
    [
      '/repos/{owner}/{repo}/releases',
      [
        '/repos/octo/small/releases?per_page=1',
        '/repos/octo/small/releases?per_page=1&page=2',
        '/repos/octo/big/releases',
        '/repos/no/no/releases',
      ],
    ],
    [
      '/repos/{owner}/{repo}/releases/tags/{tag}',
      ['v1.2', 'pkg%2Fv1', 'v9'].map((tag) => `/repos/octo/small/releases/tags/${tag}`),
    ],
    [
      '/search/issues',
      [
        '/search/issues?q=repo:octo/big+is:pr+parser',
        '/search/issues?q=parser',
        '/search/issues?q=repo:no/no+is:pr+x',
        '/search/issues?q=repo:octo/big+is:pr+is:merged+merged:2026-01-01..2026-03-01',
        '/search/issues?q=repo:octo/big+is:pr+is:open&sort=created&order=asc&per_page=5',
      ],
    ],
    ['/user', ['/user']],
  ];

  it('on every route described', () => {
    deepEqual(
      paths()
        .map(([template]) => template)
        .sort(),
      [...describedRoutes].sort(),
    );
  });

  for (const version of apiVersions) {
    it(`in version ${version}`, async () => {
      let told = 0;
      for (const [template, each] of paths()) {
        const validators = new Map<number, ReturnType<typeof ajv.compile>>();
        for (const path of each) {
          const headers = { 'x-github-api-version': version };
          const answer = await rest(github, path, { token: 't-reader', headers });
          ok(
            statusesOf(template).includes(answer.status) || answer.status === 403,
            `${path}: ${answer.status}`,
          );
          const schema = answerSchema(template, answer.status, version);
          if (schema === undefined) continue;
          const validate = validators.get(answer.status) ?? ajv.compile(schema);
          validators.set(answer.status, validate);
          ok(validate(answer.body), `${path}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
          told++;
        }
      }
      ok(told > 90, `only ${told}`);
    });
  }

  it('and nothing less: what is not as described is found', async () => {
    const { body } = await rest(github, '/repos/octo/big/issues/1', { token });
    const schema = answerSchema('/repos/{owner}/{repo}/issues/{issue_number}', 200, '2022-11-28')!;
    const validate = ajv.compile(schema);
    equal(validate(body), true);
    equal(validate({ ...body, title: null }), false);
    equal(validate({ ...body, user: { login: 'x' } }), false);
    const { assignee: _, ...without } = body;
    equal(validate(without), false);
    const newer = ajv.compile(
      answerSchema('/repos/{owner}/{repo}/issues/{issue_number}', 200, '2026-03-10')!,
    );
    equal(newer(without), true);
  });
});

function commented(github: GitHub): number {
  for (let number = 1; ; number++) if (github.item('octo/big', number)!.comments > 0) return number;
}
