import { equal, match, ok } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { githubAt } from '../../../server/host/githubAt.ts';

describe('the API of officeHours.github.apiUrl', () => {
  const token = { GH_TOKEN: 'secret' };
  for (const [name, environment, apiUrl, signedIn] of [
    ['another than the environment’s', token, 'https://proxy.example.com/github', false],
    ['the usual one', token, 'https://api.github.com', true],
    ['the usual one, with a slash', token, 'https://api.github.com/', true],
    [
      'the environment’s',
      { ...token, GITHUB_API_URL: 'http://127.0.0.1:8080' },
      'http://127.0.0.1:8080',
      true,
    ],
    [
      'the environment’s, another port',
      { ...token, GITHUB_API_URL: 'http://127.0.0.1:80' },
      'http://127.0.0.1:81',
      false,
    ],
    [
      'of another server than the token is for',
      { ...token, GITHUB_SERVER_URL: 'https://ghe.example.com' },
      'https://api.github.com',
      false,
    ],
  ] as const) {
    it(`${name}: ${signedIn ? 'with' : 'without'} the token`, async () => {
      const result = githubAt(environment, apiUrl);
      ok(result.kind === 'ready');
      equal((await result.github.transport.account('github.com')).signedIn, signedIn);
    });
  }

  // References to github.com are not answered by an Enterprise server.
  for (const url of [
    'https://ghe.example.com/api/v3',
    'https://api.octo.ghe.com',
    'ghe.example.com',
    'http://ghe.example.com',
    'ftp://api.github.com',
  ]) {
    it(`is not ${url}`, () => {
      const result = githubAt(token, url);
      ok(result.kind === 'refused');
      match(result.message, /^officeHours\.github\.apiUrl: /);
    });
  }
});
