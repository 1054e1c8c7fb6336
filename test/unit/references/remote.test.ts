import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Repository } from '../../../server/core/note/note.ts';
import {
  parseGitConfig,
  parseRemoteUrl,
  repositoryOfRemotes,
  repositoryOfVirtualUri,
} from '../../../server/core/references/remote.ts';
import { growsLinearlyIn } from '../../helpers/growth.ts';

const text = (repository: Repository | undefined) =>
  repository && `${repository.host}/${repository.owner}/${repository.name}`;

describe('parseRemoteUrl', () => {
  for (const [url, expected] of [
    ['https://github.com/octo/lantern', 'github.com/octo/lantern'],
    ['https://github.com/octo/lantern.git', 'github.com/octo/lantern'],
    ['https://github.com/octo/lantern.js/', 'github.com/octo/lantern.js'],
    ['https://user:secret@github.com/octo/lantern.git', 'github.com/octo/lantern'],
    ['git@github.com:octo/lantern.git', 'github.com/octo/lantern'],
    ['github.com:octo/lantern', 'github.com/octo/lantern'],
    ['ssh://git@github.com/octo/lantern.git', 'github.com/octo/lantern'],
    ['ssh://git@ssh.github.com:443/octo/lantern.git', 'github.com/octo/lantern'],
    ['git://GitHub.com/Octo/Lantern.git', 'github.com/Octo/Lantern'],
    ['https://octo.ghe.com/octo/lantern.git', 'octo.ghe.com/octo/lantern'],
    // Hosts of the user's SSH configuration.
    ['git@github-personal:octo/lantern.git', 'github.com/octo/lantern'],
    ['git@github.com-work:octo/lantern.git', 'github.com/octo/lantern'],
    ['github_work:octo/lantern', 'github.com/octo/lantern'],
    ['work-github:octo/lantern', 'github.com/octo/lantern'],
    ['ssh://git@github-work/octo/lantern.git', 'github.com/octo/lantern'],
    ['https://github-work/octo/lantern.git', undefined],
    ['git@github.com-work.example:octo/lantern.git', 'github.com-work.example/octo/lantern'],
    ['git@github.com.evil.example:octo/lantern.git', 'github.com.evil.example/octo/lantern'],
    ['git@github-evil.example:octo/lantern.git', undefined],
    ['git@mygithub:octo/lantern.git', undefined],
    ['git@gitlab-work:octo/lantern.git', undefined],
    ['https://gitlab.com/octo/lantern.git', undefined],
    ['git@example.org:octo/lantern.git', undefined],
    ['/srv/git/octo/lantern.git', undefined],
    ['../lantern', undefined],
    ['C:\\lantern', undefined],
    ['https://github.com/octo', undefined],
    ['https://github.com/octo/lantern/more', undefined],
    ['https://github.com@evil.example/octo/lantern', undefined],
    ['https://github.com/octo/lan tern', undefined],
    ['', undefined],
    [`https://github.com/octo/${'x'.repeat(5_000)}`, undefined],
  ] as const) {
    it(url.slice(0, 60) || 'nothing', () => assert.equal(text(parseRemoteUrl(url)), expected));
  }
});

describe('parseRemoteUrl, with the user’s Enterprise server', () => {
  for (const [host, url, expected] of [
    ['ghe.example.com', 'https://ghe.example.com/octo/lantern.git', 'ghe.example.com/octo/lantern'],
    ['ghe.example.com', 'git@ghe.example.com:octo/lantern.git', 'ghe.example.com/octo/lantern'],
    ['ghe.example.com', 'ssh://git@GHE.example.com:7999/octo/lantern', 'ghe.example.com/octo/lantern'],
    [
      'ghe.example.com:8443',
      'https://ghe.example.com:8443/octo/lantern',
      'ghe.example.com:8443/octo/lantern',
    ],
    ['ghe.example.com:8443', 'git@ghe.example.com:octo/lantern', 'ghe.example.com:8443/octo/lantern'],
    ['ghe.example.com', 'https://github.com/octo/lantern', 'github.com/octo/lantern'],
    ['ghe.example.com', 'git@ghe.example.com-work:octo/lantern', 'ghe.example.com/octo/lantern'],
    ['ghe.example.com', 'git@github-work:octo/lantern', 'github.com/octo/lantern'],
    ['ghe.example.com', 'https://ghe.example.com.evil.example/octo/lantern', undefined],
    ['ghe.example.com', 'https://ghe.example.com@evil.example/octo/lantern', undefined],
    ['ghe.example.com', 'git@other.example.com:octo/lantern', undefined],
  ] as const) {
    it(`${host}: ${url}`, () => assert.equal(text(parseRemoteUrl(url, host)), expected));
  }

  it('reads the remotes of a clone', () => {
    const remotes = [{ name: 'origin', url: 'git@ghe.example.com:octo/lantern.git' }];
    assert.equal(repositoryOfRemotes(remotes), undefined);
    assert.equal(text(repositoryOfRemotes(remotes, 'ghe.example.com')), 'ghe.example.com/octo/lantern');
  });
});

describe('parseGitConfig', () => {
  it('finds the remotes and nothing else', () => {
    const config = [
      '[core]',
      '\turl = https://github.com/not/this',
      '[remote "origin"]',
      '\turl = git@github.com:me/lantern.git',
      '\tfetch = +refs/heads/*:refs/remotes/origin/*',
      '\tpushurl = https://github.com/other/place',
      '; [remote "comment"]',
      '[Remote "upstream"]\r',
      '\tURL="https://github.com/octo/lantern.git"\r',
      '[branch "main"]',
      '\tremote = origin',
    ].join('\n');
    const remotes = parseGitConfig(config);
    assert.deepEqual(remotes, [
      { name: 'origin', url: 'git@github.com:me/lantern.git' },
      { name: 'upstream', url: 'https://github.com/octo/lantern.git' },
    ]);
    assert.equal(text(repositoryOfRemotes(remotes)), 'github.com/octo/lantern');
  });

  it('reads any text in linear time', () => {
    // An eighth of it is past the size from which V8 gives a text pages of its own (some 131,000), as all of it is.
    growsLinearlyIn(['[remote "', ' ', '=', '"'], 2_000_000, (text) => {
      parseGitConfig(text);
      parseGitConfig(`[remote "x"]\n${text}=`);
    });
  });
});

describe('repositoryOfRemotes', () => {
  const at = (name: string, owner: string, host = 'github.com') => ({
    name,
    url: `https://${host}/${owner}/n`,
  });
  for (const [name, remotes, expected] of [
    ['upstream before origin', [at('origin', 'me'), at('upstream', 'octo')], 'github.com/octo/n'],
    ['origin before others', [at('friend', 'f'), at('origin', 'me')], 'github.com/me/n'],
    [
      'past one that is not on GitHub',
      [at('upstream', 'x', 'gitlab.com'), at('origin', 'me')],
      'github.com/me/n',
    ],
    ['the only one, whatever it is called', [at('github', 'me')], 'github.com/me/n'],
    ['none of several others', [at('a', 'a'), at('b', 'b')], undefined],
    ['none', [], undefined],
  ] as const) {
    it(name, () => assert.equal(text(repositoryOfRemotes(remotes)), expected));
  }
});

describe('repositoryOfVirtualUri', () => {
  for (const [uri, expected] of [
    ['vscode-vfs://github/octo/lantern/docs', 'github.com/octo/lantern'],
    ['vscode-vfs://github/octo/lantern', 'github.com/octo/lantern'],
    ['vscode-vfs://github%2B7b2276223a317d/octo/lantern/docs/a.md', 'github.com/octo/lantern'],
    ['vscode-vfs://github+7b22/octo/lantern/docs', 'github.com/octo/lantern'],
    ['vscode-vfs://githubber/octo/lantern/docs', undefined],
    ['vscode-vfs://github@evil.example/octo/lantern', undefined],
    ['vscode-vfs://github.evil.example/octo/lantern', undefined],
    ['vscode-vfs://github/octo%2F..%2Fevil/lantern', undefined],
    ['vscode-vfs://github/octo/lantern%3Fx', undefined],
    ['vscode-vfs://github/octo/lan%0atern', undefined],
    ['vscode-vfs://github//lantern/docs', undefined],
    ['vscode-vfs://azurerepos/octo/lantern/docs', undefined],
    ['file:///github/octo/lantern', undefined],
  ] as const) {
    it(uri, () => assert.equal(text(repositoryOfVirtualUri(uri)), expected));
  }
});

describe('parseGitConfig, with url.<base>.insteadOf', () => {
  for (const [name, own, user, expected] of [
    [
      'in the repository',
      '[url "https://github.com/"]\n\tinsteadOf = gh:\n',
      [],
      'https://github.com/octo/lantern',
    ],
    ['of the user', '', ['[url "git@github.com:"]\ninsteadof = "gh:"\n'], 'git@github.com:octo/lantern'],
    [
      'below the remotes, in another case',
      '',
      ['[URL "git@github.com:"]\nINSTEADOF=gh:\n'],
      'git@github.com:octo/lantern',
    ],
    [
      'by the longest prefix',
      '[url "https://a.example/"]\ninsteadOf = gh:\n[url "https://github.com/octo/"]\ninsteadOf = gh:octo/\n',
      [],
      'https://github.com/octo/lantern',
    ],
    ['for pushing alone', '[url "https://github.com/"]\npushInsteadOf = gh:\n', [], 'gh:octo/lantern'],
    ['of another prefix', '[url "https://github.com/"]\ninsteadOf = g:\n', [], 'gh:octo/lantern'],
    ['that is empty', '[url "https://github.com/"]\ninsteadOf =\n', [], 'gh:octo/lantern'],
  ] as const)
    it(name, () =>
      assert.deepEqual(parseGitConfig(`[remote "origin"]\n\turl = gh:octo/lantern\n${own}`, user), [
        { name: 'origin', url: expected },
      ]),
    );
  it('takes no remotes from the user’s files', () =>
    assert.deepEqual(parseGitConfig('', ['[remote "origin"]\nurl = x\n']), []));
});
