/** What came of the bad inputs and faults that titles of tests name, "… (acceptance 13)", and of what the tests count. */

import { worse } from '../mochaReport.mjs';

/** @typedef {import('../mochaReport.mjs').Results} Results */

/** So many inputs and faults are listed in test/unit/acceptance.test.ts. */
export const inputs = 50;

/** No turn of the server's event loop should take longer. */
const longestStallMs = 50;

/**
 * @param {readonly Results[]} reports
 * @returns {import('../mochaReport.mjs').Acceptance}
 */
export function sumAcceptance(reports) {
  /** @type {import('../mochaReport.mjs').Acceptance} */
  const all = {};
  for (const { acceptance = {} } of reports) {
    for (const [number, outcome] of Object.entries(acceptance))
      all[Number(number)] = worse(all[Number(number)], outcome);
  }
  return all;
}

/**
 * @param {readonly Results[]} reports
 * @returns {import('../mochaReport.mjs').Measures}
 */
export function sumMeasures(reports) {
  const measures = reports.flatMap(({ measures }) => measures ?? []);
  const total = (/** @type {'inputs' | 'bytes' | 'lost' | 'sightings'} */ key) =>
    measures.reduce((sum, each) => sum + each[key], 0);
  return {
    inputs: total('inputs'),
    bytes: total('bytes'),
    lost: total('lost'),
    sightings: total('sightings'),
    stallMs: Math.max(0, ...measures.map(({ stallMs }) => stallMs)),
  };
}

/**
 * @param {Results} report of all stages
 * @returns {string[]} lines
 */
export function scoreboard({ acceptance = {}, measures }) {
  const numbers = Array.from({ length: inputs }, (_, index) => index + 1);
  const survived = numbers.filter((number) => acceptance[number] === 'passed');
  const failed = numbers.filter((number) => acceptance[number] === 'failed');
  const untested = numbers.filter((number) => (acceptance[number] ?? 'skipped') === 'skipped');
  const list = (/** @type {string} */ what, /** @type {number[]} */ of) =>
    of.length > 0 ? `; ${what}: ${of.join(', ')}` : '';
  const seed = process.env.OFFICE_HOURS_SEED ?? '20260101';
  const { inputs: generated = 0, bytes = 0, lost = 0, sightings = 0, stallMs = 0 } = measures ?? {};
  const said = (/** @type {number} */ number) => number.toLocaleString('en-US');
  return [
    'Acceptance',
    `  inputs and faults survived   ${survived.length} of ${inputs}${list('failed', failed)}${list('not run', untested)}`,
    `  generated inputs             ${said(generated)}, seed ${seed}`,
    `  note bytes lost              ${said(lost)} of ${said(bytes)}`,
    `  sightings of a token         ${said(sightings)}`,
    `  worst stall of the server    ${stallMs.toFixed(0)} ms${stallMs > longestStallMs ? ` (more than ${longestStallMs})` : ''}`,
  ];
}
