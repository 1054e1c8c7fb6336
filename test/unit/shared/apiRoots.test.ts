import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { customRoots, enterpriseHostOfApi, originOf, rootsOf } from '../../../shared/apiRoots.ts';
import { inEnglish } from '../../../shared/l10n.ts';

describe('rootsOf', () => {
  for (const [host, rest, graphql] of [
    ['github.com', 'https://api.github.com', 'https://api.github.com/graphql'],
    ['acme.ghe.com', 'https://api.acme.ghe.com', 'https://api.acme.ghe.com/graphql'],
    ['github.acme.example', 'https://github.acme.example/api/v3', 'https://github.acme.example/api/graphql'],
  ] as const) {
    it(host, () => assert.deepEqual(rootsOf(host), { rest, graphql }));
  }
});

describe('customRoots', () => {
  const read = (rest: string, graphql?: string) => {
    const result = customRoots(rest, graphql, 'NAME');
    return result.kind === 'roots' ? [result.roots.rest, result.roots.graphql] : inEnglish(result.message);
  };

  for (const [rest, expected] of [
    ['https://ghe.example/api/v3', ['https://ghe.example/api/v3', 'https://ghe.example/api/graphql']],
    ['https://ghe.example/api/v3/', ['https://ghe.example/api/v3', 'https://ghe.example/api/graphql']],
    ['http://127.0.0.1:81', ['http://127.0.0.1:81', 'http://127.0.0.1:81/graphql']],
    ['http://localhost:81/', ['http://localhost:81', 'http://localhost:81/graphql']],
    ['http://[::1]:81', ['http://[::1]:81', 'http://[::1]:81/graphql']],
  ] as const) {
    it(`takes ${rest}`, () => assert.deepEqual(read(rest), expected));
  }

  for (const rest of [
    'http://github.example',
    'http://127.0.0.1.example.org',
    'http://localhost.example.org',
    'http://10.0.0.1',
    'http://0.0.0.0',
  ]) {
    it(`refuses to send in the clear: ${rest} (acceptance 20)`, () => {
      assert.equal(read(rest), `NAME: "${rest}" does not use https. http is allowed only for localhost.`);
    });
  }

  for (const rest of [
    '',
    'ghe.example',
    'ftp://ghe.example',
    'file:///etc',
    'https://',
    'https://a b',
    'https://u:p@h',
  ]) {
    it(`takes for no URL: "${rest}"`, () => {
      assert.equal(read(rest), `NAME: "${rest}" is not a URL. Write it as https://HOST/PATH.`);
    });
  }

  it('takes GraphQL from beside REST only: one token, one origin', () => {
    assert.deepEqual(read('https://a.example/x', 'https://A.example:443/y'), [
      'https://a.example/x',
      'https://A.example:443/y',
    ]);
    assert.match(String(read('https://a.example', 'https://b.example')), /are on different servers/);
  });
});

describe('enterpriseHostOfApi', () => {
  for (const [url, expected] of [
    ['https://ghe.example.com/api/v3', 'ghe.example.com'],
    ['https://GHE.example.com:8443/api/v3/', 'ghe.example.com:8443'],
    ['https://api.octo.ghe.com', 'octo.ghe.com'],
    ['https://api.github.com', undefined],
    ['https://proxy.example.com/github', undefined],
    ['http://127.0.0.1:4000/api/v3', undefined],
    ['nonsense', undefined],
  ] as const) {
    it(url, () => assert.equal(enterpriseHostOfApi(url), expected));
  }
});

describe('originOf', () => {
  for (const [url, text] of [
    ['https://API.GitHub.com/x', 'https://api.github.com'],
    ['https://a.example:443', 'https://a.example'],
    ['https://a.example:444?x', 'https://a.example:444'],
    ['http://a.example:80#x', 'http://a.example'],
    ['https://api.github.com@evil.example/', undefined],
    ['https://api.github.com:443@evil.example/', undefined],
    ['https://api.github.com\\@evil.example/', undefined],
    ['https://api.github.com\t.evil.example/', undefined],
    ['//api.github.com/', undefined],
    ['javascript:alert(1)', undefined],
  ] as const) {
    it(JSON.stringify(url), () => assert.equal(originOf(url)?.text, text));
  }
});
