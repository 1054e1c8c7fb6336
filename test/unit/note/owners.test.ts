import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseNote } from '../../../server/core/note/parse.ts';
import { markRanges, parseMarked } from '../../helpers/markedText.ts';

/** Items of an action section, their owners' exact names marked. */
const owned: readonly string[] = [
  // In code marks
  '`‹@tove›` to write docs',
  '`‹@tove›` will write docs',
  '(`‹@tove›`) to write docs',
  '**`‹@tove›`** to write docs',
  '[ ] `‹@tove›` to write docs',
  'write docs (`‹@tove›`)',
  'write docs - `‹@tove›`',
  'write docs -> `‹@tove›`.',
  // At the end
  '[ ] write docs ‹@tove›',
  'write docs ‹@tove›.',
  'write docs ‹@tove› ‹@okan›',
  'write docs ‹@tove›, ‹@okan› and ‹@zed›',
  'write docs ‹@tove›/‹@okan›',
  'write docs **‹@tove›**',
  'write docs [‹@tove›](https://github.com/tove)',
  'write docs [‹@tove›](https://github.com/tove) [‹@okan›](https://github.com/okan)',
  'write docs [‹@tove›][]',
  'write docs ‹@octo/docs›',
  'write docs (‹@octo/docs›)',
  'write docs, by ‹@tove›',
  'write docs, assigned to ‹@tove›',
  'write docs: ‹@tove›',
  'write docs; ‹@tove›',
  'write docs (‹Tove›)',
  'write docs (‹Tove›).',
  'write docs (‹Tove›, ‹Okan›)',
  'write docs (‹@tove› and ‹Okan›)',
  'write docs *(‹Tove›)*',
  'write docs (*‹Tove›*)',
  'write docs (**‹@tove›**)',
  'write docs ([‹Tove›](https://github.com/tove))',
  'write docs ([‹Tove›][])',
  'write docs ([‹Tove›][tove])',
  'write docs ([[‹Tove›]])',
  'write docs ([**‹Tove›**](https://github.com/tove))',
  'write docs [‹Tove›](https://github.com/tove)',
  'write docs [‹Tove›](mailto:tove@example.org)',
  'write docs **[‹Tove›](https://github.com/tove)**',
  'write docs [‹Tove›][]',
  'write docs - ‹Tove›',
  'write docs – ‹Tove›',
  'write docs — ‹Tove›',
  'write docs -- ‹tove›',
  'write docs -- ‹tove›, ‹okan›',
  'write docs - **‹Tove›**',
  'write docs — [‹Tove›](https://example.org/tove)',
  'write docs -> ‹Tove›',
  'write docs → ‹tove›',
  'write docs => ‹Tove›',
  'write docs | ‹Tove›',
  'write docs (‹Tove› to confirm)',
  'write docs (‹@tove› will ask)',
  'write docs (‹Guido van Rossum›)',
  'write docs (by ‹Tove›)',
  'write docs (owner: ‹Tove›)',
  'write docs (assigned to ‹@tove›)',
  'write docs. Owner: ‹Tove›',
  'write docs. **Owner:** ‹Tove›',
  'write docs; assignee: ‹@tove›',
  'write docs. Lead: ‹Tove Lind›',
  // And then a due date, a link, a number
  'write docs ‹@tove› by Friday',
  'write docs ‹@tove› by 2026-03-03',
  'write docs ‹@tove›, due 2026-03-03',
  'write docs ‹@tove› (due: next meeting)',
  'write docs ‹@tove› before the next release',
  'write docs ‹@tove› 📅 2026-03-03',
  'write docs ‹@tove› [due:: 2026-03-03]',
  'write docs ‹@tove› #12',
  'write docs ‹@tove› o/r#12',
  'write docs ‹@tove› PR #12, issue 13',
  'write docs ‹@tove› https://github.com/o/r/pull/12/files?w=1#diff-0',
  'write docs ‹@tove› <https://example.org/a>',
  'write docs ‹@tove› [notes](https://example.org/a)',
  'write docs ‹@tove› ([#12](https://github.com/o/r/pull/12))',
  'write docs ‹@tove› (see the thread of last week)',
  'write docs ‹@tove› cc @okan',
  'write docs ‹@tove›, /cc @okan @zed',
  'write docs ‹@tove› (cc @okan)',
  'write docs ‹@tove› 3d',
  'write docs ‹@tove› #docs p1',
  'write docs ‹@tove› <!-- asked twice -->',
  'write docs ‹@octo/docs› by Friday #12',
  'write docs (‹Tove›) #12',
  'write docs (‹Tove›) by Friday',
  'write docs (‹Tove›, by Friday)',
  'write docs (‹Tove›, next week)',
  'write docs (‹Tove› by Friday)',
  'write docs (‹Tove›; due 2026-03-03)',
  'write docs (‹Tove›, #12)',
  'write docs (‹Tove› - #12)',
  'write docs (‹Tove›/‹Okan›, by Friday)',
  'write docs (‹Tove›) [notes](https://example.org/a) (high priority)',
  'write docs - ‹Tove›, by Friday',
  'write docs — ‹Tove› (by Friday)',
  'write docs — ‹Tove› #12',
  'write docs [‹Tove›](https://github.com/tove), by Friday #12',
  'write docs. Owner: ‹Tove›, due: Friday',
  'write docs. Owner: ‹Tove›. Due: 2026-03-03.',
  // At the beginning
  '‹@tove› write docs',
  '‹@tove›: write docs',
  '‹@tove› - write docs',
  '‹@octo/docs› write docs',
  '(‹@tove›) write docs',
  '(‹Tove›) write docs',
  '(‹Tove›): write docs',
  '(‹Tove›, ‹@okan›) write docs',
  '(‹Tove›, by Friday) write docs',
  '[‹@tove›] write docs',
  '**‹@tove›** write docs',
  '_‹@tove›_ write docs',
  '[‹Tove›](https://github.com/tove) write docs',
  '[‹Tove›](https://example.org): write docs',
  '[‹Tove›][] to write docs',
  '**‹Tove›**: write docs',
  '**‹Tove›:** write docs',
  '**[‹Tove›](https://example.org)**: write docs',
  '[**‹Tove›**](https://example.org): write docs',
  '***‹Tove›***: write docs',
  '[[‹Tove›]]: write docs',
  '**‹Tove›** and **‹Okan›**: write docs',
  '‹Tove› (Acme): write docs',
  '‹Tove› (by Friday): write docs',
  'for ‹Tove›: write docs',
  'For ‹@tove›: write docs',
  '‹Tove›, please write docs',
  '‹Tove›’ll write docs'.replace('’', "'"),
  '‹Tove› volunteered to write docs',
  '‹Tove› has volunteered to write docs',
  '‹Tove› is going to write docs',
  '‹Tove› und ‹Okan›: Doku schreiben',
  'Owner: ‹@tove› write docs',
  'Assignee: ‹Tove› - write docs',
  'Slides: ‹Karen›',
  'Host: ‹Karen›, 2026-03-03',
  'Note-taker: ‹Guido van Rossum›',
  // Names
  '‹Guido van Rossum›: write docs',
  '‹Ada van der Berg› to write docs',
  '‹Leonardo da Vinci›: draw it',
  '‹Juan de la Cruz›: write docs',
  '‹Jean d’Alembert›: write docs',
  '‹J. Doe›: write docs',
  '‹J. R. Doe› to write docs',
  '‹Ada B. King›: write docs',
  '‹Ada B King› will write docs',
  '‹Dr. King›: write docs',
  '‹José›: write docs',
  '‹Łukasz Żółć›: write docs',
  '‹Élise O’Neill-Smith› to write docs',
  '‹Zoe\u0308 Kim›: write docs',
  '‹Ødegård›: write docs',
  '‹Ada Augusta King›: write docs',
  '‹mary-ann›: write docs',
  '‹山田›：書く',
  '‹山田›: 書く',
  '‹J.R.R. Tolkien›: write docs',
  '‹de la Cruz›: write docs',
  '‹van Rossum› to write docs',
  // Behind what is no part of the task
  '🔥 ‹@tove›: write docs',
  '👉 ‹Tove› to write docs',
  ':point_right: ‹Tove›: write docs',
  '[P1] ‹Tove›: write docs',
  'P1: ‹Tove› to write docs',
  '(high) ‹Tove› to write docs',
  // Other signs and words
  '‹Tove› -> write docs',
  '‹Tove› → write docs',
  '‹Tove› & ‹Okan› - write docs',
  '[‹@tove›, ‹@okan›] write docs',
  '[‹Tove› and ‹Okan›] write docs',
  "‹Tove›'s going to write docs",
  '‹Tove› (Acme) to write docs',
  '‹Tove› (Acme, Inc.) will write docs',
  'for ‹@tove› to write docs',
  'write docs, owner = ‹Tove›',
  'write docs (by Friday, ‹Tove›)',
  'write docs (ETA next week, ‹@tove›)',
  'write docs — by ‹Tove›, before the 3rd',
  'write docs - by ‹Tove›',
  // Groups
  '‹TSC› to vote on it',
  '‹Maintainers› to review it',
  'The ‹docs team› will write docs',
  '‹Release WG›: write docs',
  '‹SIG›: write docs',
  // Everybody
  '‹Everyone›: read the draft',
  '**‹Everybody›:** read the draft',
  '‹All›: read the draft',
  '‹everyone› to read the draft',
  '‹Everyone› to comment',
  '‹all› will read the draft',
  'read the draft (‹everyone›)',
  'read the draft (‹all›, by Friday)',
  'read the draft - ‹all›',
  'read the draft (‹@everyone›)',
  // Who works with somebody, or for somebody
  "write docs (‹@tove›'s team)",
  'write docs (‹Tove›’s team, by Friday)',
  "write docs - ‹Tove›'s group",
  "‹Tove›'s team to write docs",
  "‹@tove›'s team: write docs",
  'write docs (‹Tove› et al.)',
  'write docs (‹@tove› & co, by Friday)',
  'write docs (‹Tove› and others)',
  'TODO (‹Tove›) write docs',
  '‹Tove› [Acme] to write docs',
  '‹Tove› [Acme]: write docs',
  // One of several
  '‹Tove› or ‹Okan›: write docs',
  '‹@tove› or ‹@okan› to write docs',
  'write docs (‹Tove› or ‹Okan›)',
  '‹Tove› oder ‹Okan›: Doku schreiben',
  '‹Anne› ou ‹Luc›: écrire',
  // Behind what says where it comes from
  'Carried over: ‹Tove›: write docs',
  'Carry-over – ‹Tove› to write docs',
  '(carried over) ‹Tove›: write docs',
  '[recurring] ‹@tove› write docs',
  'Reminder: ‹Tove› to write docs',
  // A label in parentheses
  'write docs (owner ‹Tove›)',
  'write docs (lead ‹@tove›, by Friday)',
  'write docs (DRI ‹Tove Lind›)',
  // Shared pads
  '[ ] [name=‹Tove›] write docs',
  '[ ] write docs [name=‹Tove›]',
  'write docs [name=‹Tove Lind›] [time=Tue, Mar 3, 2026 5:00 PM] [color=#907bf7]',
  'write docs [name=‹tove›][color=#907bf7]',
  '[name=‹@tove›] write docs',
  '[name=‹王 小明›] 書く',
  '[name=‹tove_l 2›] write docs',
  '[owner: ‹Tove›] write docs',
  'write docs [assignee:: [[‹Tove›]]]',
  'write docs [assignee:: ‹@tove›] [due:: 2026-03-03]',
  'write docs {due: Friday} (‹Tove›)',
  // Behind what has become of it
  'DONE ‹Tove›: write docs',
  'DONE: ‹Tove›: write docs',
  'DONE - ‹@tove›: write docs',
  'done ‹Tove›: write docs',
  'DONE ‹@tove› write docs',
  'WIP ‹Tove› to write docs',
];

/** Nobody owns these, whoever is spoken of. */
const unowned: readonly string[] = [
  'talk to @tove',
  'ask @tove',
  'ping @tove by Friday',
  'wait for a review from @tove',
  'write docs with @tove',
  'write docs, thanks to @tove',
  'write docs, cc @tove',
  'merge the PRs of @tove',
  'mail tove@example.org',
  'upgrade @types/node',
  'write to [Tove](https://github.com/tove)',
  'write docs (see #12)',
  'write docs (by Friday)',
  'write docs (Friday)',
  'write docs (May 3rd)',
  'write docs (next week)',
  'write docs (TBD)',
  'write docs (???)',
  'write docs @tbd',
  'write docs (Windows)',
  'write docs (Docker, CentOS)',
  'write docs (optional)',
  'write docs (PR)',
  'write docs - Windows',
  'write docs -- by Friday',
  'write docs -- blocked',
  'write docs -- high priority',
  'write docs → later',
  'write docs | optional',
  'write docs about **Tove**',
  'update [Notes](https://example.org)',
  'Slides: https://example.org and more',
  'Link: see the notes',
  'Note: write docs',
  'util: write docs',
  'sqlite: fix the leak',
  'doc: say more',
  'setup.py: fix the path',
  'README.md: say more',
  'Docker: write docs',
  'name: write docs',
  'Owner: write docs',
  'Owner: TBD',
  'Host: TBD',
  '[name=] write docs',
  '[name=TBD] write docs',
  '(Windows) write docs',
  '(Friday) write docs',
  '[docs] write more',
  'http: write docs',
  'Let’s write docs @ the office',
  'write docs (by Friday, Windows)',
  'write docs — by Friday',
  'write docs with a = b',
  'ask the TSC to vote on it',
  'talk to the docs team: write docs',
  'team members are to be listed',
  '🔥 write docs',
  '[P1] write docs',
  'P1 to be written',
  'de facto standard: write docs',
  "I'll write docs",
  'I’ll write docs',
  "We'll write docs",
  "we'll write docs",
  "They'll write docs",
  "Someone'll write docs",
  "It'll be written by Friday, docs",
  'I will write docs',
  'we will write docs',
  'me: write docs',
  'write docs (me)',
  'write docs - me',
  'write docs (TBA)',
  'write docs [TBD]',
  'write docs — TBD',
  'write docs (owner: TBD)',
  '@someone write docs',
  'run all tests',
  'all tests to be run',
  'update the docs for all',
  'new: write docs',
  'Carried over: write docs',
  'write docs (owner unknown)',
  'write docs (lead time)',
  'write docs (name it)',
  "write docs (Friday's team)",
  "meet Tove's team",
  'write docs (Windows or Linux)',
];

/** A word that is an owner only if somebody is called so. */
const possible: readonly string[] = [
  '‹Tove› - write docs',
  '‹Tove› — write docs',
  '‹Ada King› - write docs',
  '[‹Tove›] write docs',
  '(‹tove›) write docs',
  'write docs [‹Tove›]',
  'write docs [‹Tove›](https://example.org)',
  'write docs (‹tove›)',
  'write docs (‹tove›, by Friday)',
  'write docs - ‹tove›',
  '‹Tove› should write docs',
];

/** Words that are owners only if somebody is called so, behind another such word. */
const possibleAtEdges: readonly string[] = [
  'write docs, ‹Tove›',
  'write docs. ‹Tove›.',
  'write docs; ‹Tove›',
  'write docs: ‹Tove›',
  'write docs … ‹Tove›',
  'write docs /‹Tove›',
  'write docs = ‹Tove›',
  'write docs • ‹Tove›',
  'write docs {‹Tove›}',
  'write docs (with Okan), ‹Tove›',
  'write docs, ‹Tove›, by Friday',
  'write docs. ‹Tove› #12',
  'write docs, **‹Tove›**',
  'Write docs. Action: ‹Tove›',
  'Next: ‹Tove› will write docs',
  '(1) ‹Tove›: write docs',
  'a) ‹Tove›: write docs',
  '#12 ‹Tove›: write docs',
  'PR #12: ‹Tove› to review it',
  'o/r#12: ‹Tove› to review it',
  '[docs] ‹Tove›: write more',
  'Docs: ‹Tove› to write more',
  '**Docs**: ‹Tove› will write more',
];

/** Nobody at the edges is even possible. */
const spokenOf: readonly string[] = [
  'talk to Okan, Tove',
  'write docs with Okan, Mirela, Tove',
  'ask Tove: is it done',
  'fix the bug reported by Tove',
  'review the PR by Tove',
  'move the page to docs/Tove',
  'rename example.Tove',
  'set owner=Tove in the file',
  'docs: talk to Tove',
];

function itemOf(text: string) {
  const [item, ...others] = parseNote(text).actionItems;
  assert.ok(item && others.length === 0, text);
  return item;
}

describe('the owner of a task', () => {
  for (const marked of owned) {
    it(`is marked in ${marked}`, () => {
      const { text } = parseMarked(`## Action items\n\n- ${marked}`);
      const { owners } = itemOf(text);
      const found = markRanges(
        text,
        owners.map(({ range }) => range),
      );
      assert.equal(found, `## Action items\n\n- ${marked}`);
      for (const { name, range } of owners) assert.equal(name, text.slice(range.from, range.to));
    });
  }
  for (const text of unowned) {
    it(`is nobody in ${text}`, () => {
      const { owners } = itemOf(`## Action items\n\n- ${text}`);
      assert.deepEqual(owners, []);
    });
  }
  for (const marked of possible) {
    it(`may be the word in ${marked}`, () => {
      const { text } = parseMarked(`## Action items\n\n- ${marked}`);
      const { owners, possibleOwners = [] } = itemOf(text);
      assert.deepEqual(owners, []);
      const [possibleOwner] = possibleOwners;
      assert.ok(possibleOwner);
      assert.equal(markRanges(text, [possibleOwner.range]), `## Action items\n\n- ${marked}`);
    });
  }
  for (const marked of possibleAtEdges) {
    it(`may be a name at the edge of ${marked}`, () => {
      const { text } = parseMarked(`## Action items\n\n- ${marked}`);
      const { owners, possibleOwners = [] } = itemOf(text);
      assert.deepEqual(owners, []);
      const found = possibleOwners.map(({ range }) => markRanges(text, [range]));
      assert.ok(found.includes(`## Action items\n\n- ${marked}`), found.join('\n'));
    });
  }
  for (const text of spokenOf) {
    it(`is not who is spoken of in ${text}`, () => {
      const { owners, possibleOwners = [] } = itemOf(`## Action items\n\n- ${text}`);
      assert.deepEqual(owners, []);
      const names = possibleOwners.map(({ name }) => name);
      assert.ok(!names.includes('Tove') && !names.includes('Okan'), names.join());
    });
  }
});
