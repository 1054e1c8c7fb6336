/** What came of several stages, as data and as the end of the output. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../cache.mjs';

import { sumAcceptance, sumMeasures } from './scoreboard.mjs';

/** @typedef {import('./run.mjs').Report} Report */

/** So many of the longest tests are printed. */
const longest = 10;

/**
 * @param {readonly Report[]} reports
 * @returns {Report}
 */
export function sum(reports) {
  const add = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    reports.reduce((total, report) => total + report[key], 0);
  const editors = reports.flatMap(({ editor }) => editor ?? []);
  return {
    passed: add('passed'),
    failed: add('failed'),
    skipped: add('skipped'),
    failures: reports.flatMap(({ failures }) => failures),
    durations: reports.flatMap(({ durations = [] }) => durations),
    acceptance: sumAcceptance(reports),
    measures: sumMeasures(reports),
    stages: reports.flatMap(({ stages }) => stages),
    ...(editors[0] && { editor: editors[0] }),
  };
}

/**
 * Puts the stage's title before every title.
 * @param {import('./run.mjs').Results} results
 * @param {string} stage its title
 * @param {number} ms that it took
 * @returns {Report}
 */
export function reportOf(results, stage, ms) {
  const named = (/** @type {string} */ title) => `${stage}: ${title}`;
  return {
    ...results,
    failures: results.failures.map(({ title, error }) => ({ title: named(title), error })),
    durations: results.durations?.map((each) => ({ ...each, title: named(each.title) })) ?? [],
    stages: [{ title: stage, ms }],
  };
}

/** @param {Report} report also written to out/logs/durations.json, where every stage and every test that took a while is */
export function printReport({ failures, durations = [], stages, editor }) {
  const byDuration = [...durations].sort((one, other) => other.ms - one.ms);
  const logs = join(root, 'out', 'logs');
  // Of the stages, not each writes a log.
  mkdirSync(logs, { recursive: true });
  writeFileSync(join(logs, 'durations.json'), JSON.stringify({ stages, tests: byDuration }, null, 1));
  if (stages.length > 1) {
    if (byDuration.length > 0) console.log('\nThe longest tests (all: out/logs/durations.json)');
    for (const { title, ms } of byDuration.slice(0, longest)) console.log(`  ${inSeconds(ms)} ${title}`);
    console.log('\nStages');
    for (const { title, ms } of stages) console.log(`  ${inSeconds(ms)} ${title}`);
  }
  failures.forEach(({ title, error }, index) => {
    console.log(`\n${index + 1}) ${title}\n${error.trimEnd().replaceAll(/^/gm, '   ')}`);
  });
  if (editor) console.log(`\nThe editor was ${editor}.`);
}

/**
 * @param {Report} report
 * @returns {string} the last line
 */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @param {number} ms */
function inSeconds(ms) {
  return `${(ms / 1000).toFixed(1).padStart(7)} s`;
}
