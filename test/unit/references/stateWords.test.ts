import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { printParagraphs } from '../../../server/core/features/hoverText.ts';
import { issueParagraphs } from '../../../server/core/features/issueText.ts';
import type { Issue, IssueKind, IssueState } from '../../../server/core/references/issue.ts';
import {
  briefWords,
  fullWords,
  stateAndKind,
  stateSign,
  stateWords,
} from '../../../server/core/references/stateWords.ts';
import { inEnglish } from '../../../shared/l10n.ts';

const now = Date.UTC(2026, 2, 9);
const at = Date.UTC(2026, 2, 6);
const repository = { host: 'github.com', owner: 'octo', name: 'lantern' };

function issueOf(kind: IssueKind, state: IssueState): Issue {
  const isOpen = state === 'open' || state === 'draft';
  const times = { createdAt: at, updatedAt: at, ...(!isOpen && { closedAt: at }) };
  return { repository, number: 1, kind, title: 'T', state, author: 'ada', ...times };
}

type Row = readonly [IssueKind, IssueState, sign: string, brief: string, phrase: string, words: string];

const rows: readonly Row[] = [
  ['pull', 'open', '○', 'open PR', 'open pull request', 'open, updated'],
  ['pull', 'draft', '◌', 'draft', 'draft pull request', 'draft, updated'],
  ['pull', 'merged', '✓', 'merged', 'merged pull request', 'merged'],
  ['pull', 'closed', '✕', 'closed PR', 'closed pull request', 'closed'],
  ['issue', 'open', '○', 'open', 'open issue', 'open, updated'],
  ['issue', 'closed', '✕', 'closed', 'closed issue', 'closed'],
  ['issue', 'completed', '✓', 'completed', 'closed issue (completed)', 'closed as completed'],
  ['issue', 'not-planned', '⊘', 'not planned', 'closed issue (not planned)', 'closed as not planned'],
  ['issue', 'duplicate', '⊘', 'duplicate', 'closed issue (duplicate)', 'closed as duplicate'],
];

describe('the words of a state', () => {
  for (const [kind, state, sign, brief, phrase, words] of rows) {
    it(`${kind}, ${state}`, () => {
      const issue = issueOf(kind, state);
      assert.equal(stateSign(issue), sign);
      assert.equal(inEnglish(briefWords(issue, now)), `${brief} 3d`);
      assert.equal(inEnglish(stateAndKind(issue)), phrase);
      assert.equal(inEnglish(stateWords(issue)), words);
      const kindName = kind === 'pull' ? 'pull request' : 'issue';
      assert.equal(inEnglish(fullWords(issue, now)), `${kindName} by ada, ${words} 3 days ago`);
    });

    it(`${kind}, ${state}: the same sign and word in a hover`, () => {
      const issue = issueOf(kind, state);
      const found = { kind: 'found', issue, fetchedAt: now } as const;
      const hover = printParagraphs(issueParagraphs(found, issue, now, false), false);
      const capital = `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}`;
      assert.ok(hover.includes(`${sign} ${capital}`), hover);
    });
  }
});
