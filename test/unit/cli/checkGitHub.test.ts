import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { readArguments } from '../../../server/cli/arguments.ts';
import { run } from '../../../server/cli/run.ts';
import { systemClock } from '../../../server/host/clock.ts';
import { faults } from '../../helpers/github/faults.ts';
import { createGitHub, type GitHub } from '../../helpers/github/github.ts';
import { isFreeOfTokens } from '../../helpers/measures.ts';

const token = 'canary-77b0';

describe('command line: GitHub', () => {
  let github: GitHub;
  let root: string;
  before(async () => {
    github = await createGitHub({
      repositories: [
        { owner: 'octo', name: 'small', size: 20 },
        { owner: 'octo', name: 'large', size: 400 },
      ],
      accounts: [{ token, login: 'one' }],
    });
  });
  after(() => github.stop());
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-check-')));
    mkdirSync(join(root, '.git'));
    writeFileSync(join(root, '.git/config'), '[remote "origin"]\nurl = git@github.com:octo/small.git\n');
    github.requests.splice(0);
  });
  afterEach(async () => {
    rmSync(root, { recursive: true });
    await github.setFault(undefined);
  });

  async function check(body: string, env: Record<string, string> = { GH_TOKEN: token }, more = '') {
    const highlights = '## Highlights since the last meeting\n';
    const text = `# w office hours 2026-01-06\n\nYouTube: https://youtu.be/x\n\n${highlights}\n${body}\n`;
    writeFileSync(join(root, '20260106_meeting_notes.md'), text);
    let stdout = '';
    let stderr = '';
    const request = readArguments(`check --format json ${more}.`.split(' '));
    if (request.kind === 'lsp' || request.kind === 'mcp') throw new Error('not here');
    const code = await run(
      request,
      {
        cwd: () => root,
        env: { GITHUB_API_URL: github.url, XDG_CACHE_HOME: join(root, '.cache'), ...env },
        stdout: { write: (written) => (stdout += written) },
        stderr: { write: (written) => (stderr += written) },
      },
      systemClock,
    );
    ok(isFreeOfTokens(`${stdout}${stderr}`));
    const codes = JSON.parse(stdout).map((finding: { code: string }) => finding.code);
    return { code, codes, stderr };
  }

  for (const [who, env] of [
    ['with a token', { GH_TOKEN: token }],
    ['without one', {}],
  ] as const) {
    it(`tells of what GitHub does not know, ${who}`, async () => {
      const { code, codes, stderr } = await check('* PR #999 and #1, #2', env);
      deepEqual([code, codes, stderr], [1, ['reference-missing'], '']);
      ok(github.requests.length > 0 && github.requests.length <= 8, String(github.requests.length));
    });
  }

  it('looks the references of many notes up in batches', async () => {
    const body = (from: number) =>
      Array.from({ length: 37 }, (_, index) => `* octo/large#${from + index}`).join('\n');
    for (let week = 1; week < 8; week++) {
      const text = `# w office hours 2025-01-0${week}\n\nYouTube: https://youtu.be/x\n\n${body(week * 37 + 1)}\n`;
      writeFileSync(join(root, `2025010${week}_meeting_notes.md`), text);
    }
    // On a busy machine the time for all of them may be over before the last batch.
    await check(body(1));
    const paths = github.requests.map(({ path }) => path);
    ok(paths.length > 0 && paths.length <= 6, String(paths.length));
    deepEqual(new Set(paths), new Set(['/graphql']));
  });

  it('asks nothing offline, nor for notes without references', async () => {
    deepEqual(await check('* PR #999', undefined, '--offline '), { code: 0, codes: [], stderr: '' });
    deepEqual(await check('* nothing'), { code: 0, codes: [], stderr: '' });
    equal(github.requests.length, 0);
  });

  it('says so when GitHub cannot be reached, and means the notes all the same', async () => {
    await github.setFault(faults.offline);
    const { code, codes, stderr } = await check('* PR #999 and #1');
    deepEqual([code, codes], [0, []]);
    match(
      stderr,
      /^office-hours: check: 2 references were not looked up\. GitHub: offline since \d\d:\d\d\.\n$/,
    );
  });

  it('says so when the address is wrong', async () => {
    const { code, stderr } = await check('* PR #999', { GITHUB_API_URL: 'http://github.example' });
    equal(code, 0);
    match(stderr, /GITHUB_API_URL: .*does not use https.*No reference was looked up/);
  });

  it('spends little without a token', async () => {
    const { stderr } = await check(Array.from({ length: 40 }, (_, at) => `* a/b${at}#1`).join('\n'), {});
    match(stderr, /references were not looked up\. Set GH_TOKEN to look up more\./);
    ok(github.requests.length <= 45, String(github.requests.length));
  });
});
