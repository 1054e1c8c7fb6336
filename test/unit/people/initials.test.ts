import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { check } from '../../helpers/check.ts';
import { seriesFrom } from '../../helpers/series.ts';

const attendance = '## Attendees\n\n* Tove Bo Dahl\n* Wim Eden\n* Nell Ashworth\n* Bea Tan (BT)\n\n';
const speaker = '## Topic\n\n* NA: three requests so far.\n\n';

/** With `NA` where initials stand; owned where somebody has these. */
const owned: readonly string[] = [
  '* AI: NA to open the form',
  '* TODO: NA to open the form',
  '* TODO: NA open the form',
  '* TODO: NA: open the form',
  '* TODO: NA will open the form',
  '* TODO: NA - open the form',
  '* TODO: **NA** to open the form',
  '* TODO: [NA] open the form',
  '* TODO: (NA) open the form',
  '* TODO: open the form (NA)',
  '* TODO: open the form (NA, by Friday)',
  '* TODO: open the form [NA]',
  '* TODO: open the form - NA',
  '* TODO: open the form -- NA',
  '* TODO: open the form — NA',
  '* TODO: open the form | NA',
  '* TODO(NA): open the form',
  '* TODO (NA): open the form',
  '* TODO [NA]: open the form',
  '* TODO NA: open the form',
  '* TODO for NA: open the form',
  '* NA: TODO: open the form',
  '* [NA] TODO: open the form',
  '* ACTION (NA): open the form',
  '* ACTION NA: open the form',
  '* ACTION - NA to open the form',
  '* **ACTION:** NA to open the form',
  '## Action items\n\n* NA to open the form',
  '## Action items\n\n* NA: open the form',
  '## Action items\n\n* [NA] open the form',
  '## Action items\n\n* (NA) open the form',
  '## Action items\n\n* open the form (NA)',
  '## Action items\n\n- [ ] open the form - NA',
  '## Action items\n\n* NA and BT to open the form',
  '## Action items\n\n* NA/BT: open the form',
];

/** Nobody owns these, whoever was there. */
const unowned: readonly string[] = [
  '* TODO: na to open the form',
  '* TODO: open the form for NA',
  '* TODO: open the NA form',
  '* TODO: AN to open the form',
  '* TODO: open the form (TBD)',
  '* TODO: WE to open the form',
];

/** Says that there is nothing to do. */
const nothing: readonly string[] = [
  '* TODO: NA',
  '* TODO: N/A',
  '* AI: N/A',
  '## Action items\n\nNA',
  '## Action items\n\n* NA',
  '## Action items\n\n* N/A',
  '## Action items\n\n* (N/A)',
];

/** `AI:` is a task where a series has it with an owner. */
const series = seriesFrom({ '2026-08-04': 'AI: Bo to ask', '2026-08-18': '* AI: @cy to write it' });

function findings(text: string, options = { series }): number {
  return check('todo-owner-missing', text, options).length;
}

describe('initials that are also a word for nobody', () => {
  for (const line of owned) {
    const shown = line.replaceAll('\n', '⏎');
    it(`own ${shown} where they are those of somebody who was there`, () => {
      assert.equal(findings(`# T\n\n${attendance}${line}\n`), 0);
    });
    it(`own ${shown} where they speak`, () => {
      assert.equal(findings(`# T\n\n${speaker}${line}\n`), 0);
    });
    it(`do not own ${shown} where nobody has them`, () => {
      assert.equal(findings(`# T\n\n${line}\n`), 1);
    });
  }
  for (const line of unowned) {
    it(`do not own ${line}`, () => assert.equal(findings(`# T\n\n${attendance}${speaker}${line}\n`), 1));
  }
  for (const line of nothing) {
    it(`leave ${line.replaceAll('\n', '⏎')} what it is`, () => {
      assert.equal(findings(`# T\n\n${attendance}${line}\n`), 0);
      assert.equal(findings(`# T\n\n${line}\n`), 0);
    });
  }
  it('stand beside others', () => {
    for (const line of [
      '* TODO: BT/NA: open the form',
      '* TODO: open the form (BT/NA)',
      '* TODO: mend it (BT, CD)',
    ])
      assert.equal(findings(`# T\n\n${attendance}${line}\n`), 0, line);
    assert.equal(findings('# T\n\n* TODO: open the form (BT/NA)\n'), 1);
  });
  it('are known from the attendance of other notes', () => {
    const others = seriesFrom({ '2026-08-04': '## Present\n\n* Nell Ashworth\n* Bo' });
    assert.equal(findings('# T\n\nTODO: NA to open the form\n', { series: others }), 0);
  });
  it('are not known by a task of their own', () => {
    assert.equal(findings('# T\n\n## Action items\n\n* NA: open the form\n', { series: seriesFrom({}) }), 1);
  });
  it('are of a name of several words', () => {
    const text = (name: string) => `# T\n\n## Present\n\n* ${name}\n\nTODO: NA to open it\n`;
    for (const name of ['Nell Ashworth (@nell)', 'Nell Ashworth', '**Nell Ashworth** (Acme)', 'Ñ Ashworth'])
      assert.equal(findings(text(name)), name.startsWith('Ñ') ? 1 : 0, name);
    assert.equal(findings(text('Nataša')), 1);
  });
});
