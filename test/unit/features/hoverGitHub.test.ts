import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MarkupContent } from 'vscode-languageserver-types';
import { type HoverGitHub, hover } from '../../../server/core/features/hover.ts';
import type { IssueResult } from '../../../server/core/github/answer.ts';
import type { CommentAnswer } from '../../../server/core/github/api/fetchIssues.ts';
import type { PageAnswer } from '../../../server/core/github/api/fetchPage.ts';
import { timeOfDay, unavailable } from '../../../server/core/github/api/status.ts';
import { oneLine } from '../../../server/core/github/text.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import type { Issue } from '../../../server/core/references/issue.ts';
import { t } from '../../../shared/l10n.ts';
import { hostileTitles, longTitles } from '../../helpers/github/hostileTitles.ts';
import { found, lantern } from '../../helpers/issueMemory.ts';
import { parseMarked } from '../../helpers/markedText.ts';
import { FakeCancellation, FakeTime, silence } from '../github/fakes.ts';
import { storeWorld } from '../github/storeWorld.ts';

const now = Date.UTC(2026, 5, 1, 12);
const day = 86_400_000;
const key = { repository: lantern, number: 51 };
const web = 'https://github.com/octo/lantern';

function told(change: Partial<Issue>, fetchedAt = now): Extract<IssueResult, { kind: 'found' }> {
  return found(key, change, fetchedAt);
}

interface World {
  readonly answer: IssueResult;
  readonly comment?: CommentAnswer;
  readonly page?: PageAnswer;
  readonly markdown?: boolean;
  readonly icons?: boolean;
  readonly asked?: string[];
  readonly cancellation?: FakeCancellation;
}

async function hoverIn(marked: string, world: World): Promise<string> {
  const { text, cursor } = parseMarked(marked);
  const document = TextDocument.create('file:///n.md', 'markdown', 1, text);
  const store: HoverGitHub['store'] = {
    get(asked, patience) {
      world.asked?.push(`get ${asked.repository.name}#${asked.number} ${JSON.stringify(patience)}`);
      return Promise.resolve(world.answer);
    },
    comment(asked, place) {
      world.asked?.push(`comment ${asked.number} ${place.kind} ${place.id}`);
      return Promise.resolve(world.comment ?? unavailable('offline', t('GitHub cannot be reached.')));
    },
    page(asked) {
      world.asked?.push(`page ${asked.kind} ${asked.repository.name}`);
      return Promise.resolve(world.page ?? unavailable('offline', t('GitHub cannot be reached.')));
    },
  };
  const { cancellation } = world;
  const inputs = {
    note: parseNote(text),
    uri: document.uri,
    own: lantern,
    github: { store, now, cancellation },
    icons: world.icons,
  };
  const answer = await hover(document, inputs, cursor!, world.markdown ?? false);
  assert.ok(answer && MarkupContent.is(answer.contents));
  return answer.contents.value;
}

const merged: Partial<Issue> = {
  title: 'Keep the sockets',
  state: 'merged',
  closedAt: Date.UTC(2026, 4, 30),
  mergedAt: Date.UTC(2026, 4, 30),
  details: {
    asOf: Date.UTC(2026, 0, 5, 12),
    labels: ['bug', 'help wanted'],
    milestone: '0.10',
    excerpt: ['A restart drops what is connected.', 'Two designs.'],
  },
};

describe('hover with GitHub', () => {
  it('tells all that is known', async () => {
    assert.equal(
      await hoverIn('see #51<|>', { answer: told(merged) }),
      `Keep the sockets\n\nocto/lantern#51 (${web}/pull/51) ✓ Merged pull request, 2026-05-30, by wren.\n\n` +
        'Labels: bug, help wanted. Milestone: 0.10.\n\n' +
        '> A restart drops what is connected.\n> Two designs.',
    );
  });

  it('is Markdown for a client that shows it', async () => {
    const shown = await hoverIn('see #51<|>', { answer: told(merged), markdown: true });
    assert.ok(shown.startsWith('**Keep the sockets**\n\n[octo&#47;lantern&#35;51](<https://'), shown);
    assert.ok(shown.includes('> A restart drops what is connected&#46;\\\n> Two designs&#46;'), shown);
  });

  it('keeps the blanks before and after markup', async () => {
    const shown = await hoverIn(`${web}/pull/51#issuecomment-8<|>`, {
      answer: { ...told(merged), movedFrom: { ...key, number: 7 } },
      comment,
      markdown: true,
    });
    const read = shown
      .replace(/\[([^\]]*)\]\(<[^>]*>\)/g, '$1')
      .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    assert.match(read, /^octo\/lantern#51 ✓ Merged pull request, 2026-05-30, by wren\. Moved here from /m);
    assert.match(read, /^Comment by tove, 2026-02-03:$/m);
  });

  const closedAt = Date.UTC(2026, 3, 2);
  for (const [change, icon, color] of [
    [{ kind: 'pull', state: 'open' }, 'git-pull-request', 'charts-green'],
    [{ kind: 'pull', state: 'draft' }, 'git-pull-request-draft', 'descriptionForeground'],
    [{ kind: 'pull', state: 'merged' }, 'git-merge', 'charts-purple'],
    [{ kind: 'pull', state: 'closed', closedAt }, 'git-pull-request-closed', 'charts-red'],
    [{ kind: 'issue', state: 'open' }, 'issue-opened', 'charts-green'],
    [{ kind: 'issue', state: 'completed', closedAt }, 'issue-closed', 'charts-purple'],
    [{ kind: 'issue', state: 'not-planned', closedAt }, 'circle-slash', 'descriptionForeground'],
    [{ kind: 'issue', state: 'duplicate', closedAt }, 'circle-slash', 'descriptionForeground'],
  ] as const) {
    it(`draws ${change.state} ${change.kind} for a client with icons, and says it in words`, async () => {
      const shown = await hoverIn('#51<|>', { answer: told(change), markdown: true, icons: true });
      const drawn = `>) <span style="color:var(--vscode-${color});">$(${icon})</span> `;
      assert.ok(shown.includes(drawn), shown);
      assert.match(shown, / (?:Open|Draft|Merged|Closed) (?:issue|pull request)/);
      assert.doesNotMatch(shown, /[○◌✓✕⊘]/);
      const plain = await hoverIn('#51<|>', { answer: told(change), icons: true });
      assert.doesNotMatch(plain, /span|\$\(/);
    });
  }

  for (const [change, words] of [
    [{ kind: 'pull', state: 'open' }, '○ Open pull request, since 2026-01-05, by wren.'],
    [{ kind: 'pull', state: 'draft' }, '◌ Draft pull request, since 2026-01-05, by wren.'],
    [{ kind: 'pull', state: 'closed', closedAt }, '✕ Closed pull request, 2026-04-02, by wren.'],
    [{ kind: 'issue', state: 'open' }, '○ Open issue, since 2026-01-05, by wren.'],
    [{ kind: 'issue', state: 'completed', closedAt }, '✓ Closed issue (completed), 2026-04-02, by wren.'],
    [{ kind: 'issue', state: 'not-planned', closedAt }, '⊘ Closed issue (not planned), 2026-04-02, by wren.'],
    [{ kind: 'issue', state: 'duplicate', closedAt }, '⊘ Closed issue (duplicate), 2026-04-02, by wren.'],
    [{ kind: 'issue', state: 'closed' }, '✕ Closed issue, by wren.'],
  ] as const) {
    it(words, async () => {
      const page = change.kind === 'pull' ? 'pull' : 'issues';
      const shown = await hoverIn('PR #51<|>', { answer: told(change) });
      assert.ok(shown.includes(`octo/lantern#51 (${web}/${page}/51) ${words}`), shown);
    });
  }

  it('says where something has moved', async () => {
    const answer = { ...told({ number: 7, kind: 'issue' }), movedFrom: key };
    assert.match(
      await hoverIn('#51<|>', { answer }),
      /octo\/lantern#7 \(.*\/issues\/7\).* Moved here from octo\/lantern#51\./,
    );
  });

  const offline = unavailable('offline', t('GitHub cannot be reached.'));
  for (const [what, answer, age] of [
    ['fresh', told({}), ''],
    ['hours old', told({}, now - 3_600_000), `As of ${timeOfDay(now - 3_600_000)}.`],
    ['a day old', told({}, now - day), 'As of a day ago.'],
    [
      'offline',
      { ...told({}, now - 3 * day), outdated: offline },
      'As of 3 days ago. GitHub cannot be reached.',
    ],
  ] as const) {
    it(`tells the age of what is ${what}`, async () => {
      const shown = await hoverIn('#51<|>', { answer });
      assert.ok(age === '' ? !shown.includes('As of') : shown.endsWith(age), shown);
    });
  }

  for (const [reason, words] of [
    ['not-found', '#51 not found in octo/lantern; the repository may be private.'],
    ['unconfirmed', '#51 not found in octo/lantern; the repository may be private.'],
    ['hidden', 'Repository octo/lantern not found on GitHub; it may be private.'],
    ['gone', '#51 of octo/lantern was deleted on GitHub.'],
  ] as const) {
    it(`is neutral: ${reason} (acceptance 17)`, async () => {
      const answer: IssueResult = { kind: 'missing', reason, fetchedAt: now, since: now };
      const name = `octo/lantern#51 (${web}/issues/51)`;
      assert.equal(await hoverIn('#51<|>', { answer }), `${name}\n\n${words}`);
    });
  }

  it('says why nothing is known, and what the note says itself', async () => {
    const name = `octo/lantern#51 (${web}/pull/51), a pull request`;
    const words = 'The title is not available. GitHub cannot be reached.';
    assert.equal(await hoverIn('PR #51<|>', { answer: offline }), `${name}\n\n${words}`);
  });

  it('asks once, with a timeout and for as long as somebody waits', async () => {
    const asked: string[] = [];
    await hoverIn('#51<|>', { answer: told({}), asked });
    assert.deepEqual(asked, ['get lantern#51 {"timeout":1500,"details":true}']);
    asked.length = 0;
    await hoverIn('#51<|>', { answer: told({}), asked, cancellation: new FakeCancellation() });
    assert.match(asked[0]!, /"cancellation"/);
  });

  it('does not ask about discussions', async () => {
    const asked: string[] = [];
    const shown = await hoverIn(`${web}/discussions/51<|>`, { answer: told({}), asked });
    assert.match(shown, /a discussion/);
    assert.deepEqual(asked, []);
  });

  const comment: CommentAnswer = {
    kind: 'found',
    fetchedAt: now,
    comment: { author: 'tove', createdAt: Date.UTC(2026, 1, 3), excerpt: ['I can reproduce it.'] },
  };
  for (const marked of [
    `${web}/pull/51#issuecomment-8<|>`,
    `[PR #5<|>1](${web}/pull/51#issuecomment-8)`,
    `[the <|>talk](${web}/pull/51#issuecomment-8)`,
  ]) {
    it(`shows the comment: ${marked}`, async () => {
      const asked: string[] = [];
      const shown = await hoverIn(marked, { answer: told({}), comment, asked });
      assert.equal(asked[1], 'comment 51 comment 8');
      assert.match(
        shown,
        /Title of 51\n[\s\S]*Comment( \(https:.*-8\))? by tove, 2026-02-03:\n\n> I can reproduce it\./,
      );
    });
  }

  it('says in neutral words that there is no such comment', async () => {
    const missing: CommentAnswer = { kind: 'missing', reason: 'not-found', fetchedAt: now, since: now };
    const shown = await hoverIn(`${web}/pull/51#issuecomment-8<|>`, { answer: told({}), comment: missing });
    assert.match(shown, /Comment not found; the repository may be private/);
  });

  it('finds its place in headings, tables, quotes and lists', async () => {
    for (const marked of [
      '## About #51<|>',
      '| a | b |\n|---|---|\n| x | see PR #51<|> |',
      '> #51<|>',
      '- [ ] *#5<|>1*',
      '<https://github.com/octo/lantern/pull/51<|>>',
      'GH-51<|>',
      'octo/lantern#51<|>',
    ]) {
      assert.match(await hoverIn(marked, { answer: told({}) }), /^Title of 51\n/, marked);
    }
  });
});

describe("strangers' text in a hover", () => {
  const hostile = { ...hostileTitles, ...longTitles };
  for (const [name, written] of Object.entries(hostile)) {
    it(`${name} is words and nothing else`, async () => {
      const title = oneLine(written.replaceAll('{origin}', 'http://127.0.0.1:9'), 300);
      const change = {
        title,
        author: title,
        details: { asOf: 0, labels: [title], milestone: title, excerpt: [title] },
      };
      const comment: CommentAnswer = {
        kind: 'found',
        fetchedAt: now,
        comment: { author: title, createdAt: 0, excerpt: [title] },
      };
      const marked = `${web}/pull/51#issuecomment-8<|>`;
      const shown = await hoverIn(marked, { answer: told(change), comment, markdown: true, icons: true });
      const ours = shown
        .replace('[octo&#47;lantern&#35;51](<https://github.com/octo/lantern/pull/51>)', '')
        .replace('[Comment](<https://github.com/octo/lantern/pull/51#issuecomment-8>)', '')
        .replace(/^\*\*(.*)\*\*$/m, '$1')
        .replace('<span style="color:var(--vscode-charts-green);">$(git-pull-request)</span>', '')
        .replace(/\\$/gm, '')
        .replace(/^> /gm, '');
      // Only entities, letters, digits, blanks, our line ends and what is beyond ASCII.
      assert.doesNotMatch(ours.replace(/&#\d+;/g, ''), /[!-/:-@[-`{-~]/);
      assert.doesNotMatch(ours, /[\r\t\u2028\u202e\u200b]/);
      // As it was written, as far as it is one visible line.
      const decoded = ours.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
      assert.ok(
        decoded.split('\n')[0] === (title === '' ? 'No title' : title.trim()) || hidden.test(title),
        decoded,
      );
      assert.ok(shown.length < 40_000, `${shown.length}`);
    });
  }
});

/** What joins emoji is kept in memory and left out of Markdown. */
const hidden = /[\u200d\ufe0f\u{e0020}-\u{e007f}]/u;

describe('hover and the store', () => {
  const text = 'PR #51';
  const document = TextDocument.create('file:///n.md', 'markdown', 1, text);
  const base = {
    note: parseNote(text),
    uri: document.uri,
    own: { ...lantern, owner: 'harbor', name: 'tide' },
  };

  it('answers within two seconds when GitHub does not (acceptance 8)', async () => {
    const time = new FakeTime();
    const { store } = storeWorld({ respond: silence(time), time });
    const github = { store, now: time.now() };
    let shown = '';
    void hover(document, { ...base, github }, 1, false).then((answer) => {
      shown = (answer!.contents as MarkupContent).value;
    });
    await time.advance(1_400);
    assert.equal(shown, '');
    await time.advance(200);
    assert.match(shown, /The title is not available\. GitHub does not respond\.$/);
  });

  it('asks GitHub once for a thousand hovers, and not at all for what is in memory (acceptance 18)', async () => {
    const { store, transport, time } = storeWorld();
    const github = { store, now: time.now() };
    await Promise.all(Array.from({ length: 1_000 }, () => hover(document, { ...base, github }, 1, true)));
    assert.equal(transport.requests.length, 1);
    for (let times = 0; times < 100; times++) await hover(document, { ...base, github }, 1, true);
    assert.equal(transport.requests.length, 1);
  });
});

describe('hovers of commits, releases, comparisons and files', () => {
  const offline: IssueResult = unavailable('offline', t('GitHub cannot be reached.'));
  const at = Date.UTC(2026, 0, 6, 10);
  const page = (title: string, more = {}): PageAnswer => ({
    kind: 'found',
    page: { title, author: 'wren', at, ...more },
  });
  for (const [marked, answer, expected, asked] of [
    [
      'octo/lantern@a5c3785<|>d12',
      page('Keep the sockets'),
      `Keep the sockets\n\nocto/lantern@a5c3785 (${web}/commit/a5c3785d12), a commit, 2026-01-06, by wren.`,
      1,
    ],
    [
      `[the fix<|>](${web}/commit/a5c3785)`,
      page('Keep the sockets'),
      `Keep the sockets\n\nocto/lantern@a5c3785 (${web}/commit/a5c3785), a commit, 2026-01-06, by wren.`,
      1,
    ],
    [
      `${web}/releases/tag/v1.2<|> and ${web}/releases/tag/v1.2`,
      page('The second', { isPrerelease: true }),
      `The second\n\nocto/lantern v1.2 (${web}/releases/tag/v1.2), a release, a pre-release, 2026-01-06, by wren.\n\n2 times in this note.`,
      1,
    ],
    [
      `${web}/releases/tag/v9<|>`,
      { kind: 'missing' },
      `octo/lantern v9 (${web}/releases/tag/v9), a release\n\nRelease v9 not found in octo/lantern; the repository may be private.`,
      1,
    ],
    [
      'octo/lantern@a5c3785<|>',
      undefined,
      `octo/lantern@a5c3785 (${web}/commit/a5c3785), a commit\n\nThe title is not available. GitHub cannot be reached.`,
      1,
    ],
    [
      `${web}/compare/v1...v2<|>`,
      undefined,
      `octo/lantern: v1...v2 (${web}/compare/v1...v2), a comparison`,
      0,
    ],
    [
      `${web}/blob/main/docs/a.md#L3-L9<|>`,
      undefined,
      `docs/a.md (${web}/blob/main/docs/a.md#L3-L9), lines 3 to 9 of octo/lantern at main`,
      0,
    ],
    [`${web}/tree/v1.2/docs<|>`, undefined, `docs/ (${web}/tree/v1.2/docs) of octo/lantern at v1.2`, 0],
    [`${web}/tree/v1.2<|>`, undefined, `octo/lantern (${web}/tree/v1.2) at v1.2`, 0],
  ] as const) {
    it(marked.slice(0, 80), async () => {
      const calls: string[] = [];
      const world = { answer: offline, asked: calls, ...(answer && { page: answer }) };
      assert.equal(await hoverIn(marked, world), expected);
      assert.equal(calls.length, asked);
    });
  }
  for (const [name, title] of Object.entries(hostileTitles))
    it(`shows a title literally: ${name}`, async () => {
      const text = await hoverIn('octo/lantern@a5c3785<|>', {
        answer: offline,
        page: page(oneLine(title, 300)),
        markdown: true,
      });
      assert.equal(text.match(/\]\(/g)?.length, 1);
      assert.doesNotMatch(text, /<(?!https:)/);
    });
});
