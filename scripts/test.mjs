/**
 * Runs every test there is and ends with `N passed, N failed`. `npm test -- unit editor` runs just these stages,
 * `npm test -- editor --grep WORDS` just the mocha tests whose titles have them.
 */

import { writeFileSync } from 'node:fs';
import { seconds } from './cache.mjs';
import { onInterrupt, stopAll } from './processes.mjs';
import { setUp } from './setup.mjs';

/**
 * How long a stage may take, and before it installing an editor and a browser on a slow line, in milliseconds: a safety net
 * that a busy machine does not reach.
 */
const longest = 45 * 60_000;

/** @returns {Promise<import('./stages/run.mjs').Stage[]>} loaded late: the stages need the dependencies */
async function allStages() {
  const { lint } = await import('./stages/lint.mjs');
  const { buildAll } = await import('./stages/build.mjs');
  const { randomInputs, unit } = await import('./stages/unit.mjs');
  const { neovim } = await import('./stages/neovim.mjs');
  const { npmPackage } = await import('./stages/npmPackage.mjs');
  const { grammar } = await import('./stages/grammar.mjs');
  const {
    developmentFolder,
    editorOfThisRun: prepare,
    inOldest,
    installedPackage,
    noFolder,
    prepareOldest,
    severalFolders,
  } = await import('./stages/editor.mjs');
  const { newestWeb, oldestWeb, prepareWeb } = await import('./stages/web.mjs');
  const { prepareWorkbench, workbench } = await import('./stages/workbench.mjs');
  const [part, parts = 1] = (process.env.OFFICE_HOURS_PART ?? '').split('/').map(Number);
  const [inFolder, asPackage] = [
    'In the editor, from the development folder',
    'In the editor, as the installed package',
  ];
  return [
    { name: 'lint', title: 'Linter and types', run: lint },
    { name: 'build', title: 'Build', run: buildAll },
    { name: 'unit', title: 'Unit and wire tests', run: unit },
    { name: 'npm', title: 'The npm package', run: npmPackage },
    { name: 'random', title: 'Random and large inputs', run: randomInputs, usualSeconds: 240 },
    { name: 'neovim', title: 'In Neovim', run: neovim, usualSeconds: 10 },
    { name: 'grammar', title: 'Grammar', prepare, run: grammar, usualSeconds: 30 },
    { name: 'editor', title: inFolder, prepare, run: developmentFolder, usualSeconds: 110 },
    { name: 'installed', title: asPackage, prepare, run: installedPackage, usualSeconds: 115 },
    { name: 'workspaces', title: 'Several folders', prepare, run: severalFolders, usualSeconds: 25 },
    { name: 'no-folder', title: 'No folder', prepare, run: noFolder, usualSeconds: 10 },
    {
      name: 'oldest',
      title: 'In an old editor',
      prepare: prepareOldest,
      run: inOldest,
      usualSeconds: 75,
    },
    { name: 'web', title: 'In a browser', prepare: prepareWeb, run: newestWeb, usualSeconds: 60 },
    {
      name: 'web-oldest',
      title: 'In a browser, the oldest editor',
      prepare: prepareWeb,
      run: oldestWeb,
      usualSeconds: 50,
    },
    {
      name: 'workbench',
      title: `In the workbench, as a writer${parts > 1 ? ` (part ${part})` : ''}`,
      prepare: prepareWorkbench,
      run: workbench,
      usualSeconds: 600,
      // A search may find nothing in one of them.
      parts: process.env.GREP ? 1 : 2,
    },
  ];
}

/**
 * Runs a stage, and makes a failure of whatever keeps it from giving its results.
 * @param {import('./stages/run.mjs').Stage} stage
 * @returns {Promise<import('./stages/run.mjs').Results>}
 */
async function runStage(stage) {
  try {
    if (stage.prepare) await inTime(stage.prepare());
    return await inTime(stage.run());
  } catch (error) {
    await stopAll();
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { passed: 0, failed: 1, skipped: 0, failures: [{ title: stage.name, error: words }] };
  }
}

/**
 * @template T
 * @param {Promise<T>} work
 * @returns {Promise<T>} rejects when it takes too long; the work itself goes on
 */
async function inTime(work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`stopped after ${longest / 60_000} minutes without an end`)),
      longest,
    );
  });
  try {
    return await Promise.race([work, /** @type {Promise<never>} */ (tooLong)]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {string[]} args
 * @returns {string[]} the stages asked for; none means all
 */
function readArguments(args) {
  const names = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '--grep') process.env.GREP = args[++index] ?? '';
    else names.push(arg);
  }
  return names;
}

/** @returns {Promise<number>} the exit code */
async function main() {
  const wanted = readArguments(process.argv.slice(2));
  await setUp();
  const stages = await allStages();
  const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no stage ${unknown.join(', ')}. Stages: ${stages.map((each) => each.name).join(', ')}.`,
    );
  }
  const chosen = stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  // Installing takes a while, and what comes first needs none of it. Where it fails, its stage says why.
  const apart = chosen.filter(({ usualSeconds }) => usualSeconds !== undefined);
  const installed = prepareAll(apart);
  /** @type {import('./stages/run.mjs').Report[]} */
  const reports = [];
  for (const stage of chosen) if (!apart.includes(stage)) reports.push(await reportStage(stage));
  await installed;
  const { howManyAtOnce, runSideBySide } = await import('./stages/sideBySide.mjs');
  const { buildExtension } = await import('./stages/build.mjs');
  const atOnce = Math.min(howManyAtOnce(), apart.length);
  // What does not build is told by each stage.
  const isBuilt = atOnce > 1 && (await buildExtension()) === '';
  if (isBuilt) reports.push(...(await runSideBySide(apart, atOnce)));
  else for (const stage of apart) reports.push(await reportStage(stage));

  const { printReport, sum, summary } = await import('./stages/report.mjs');
  const { scoreboard } = await import('./stages/scoreboard.mjs');
  const { usedEditor } = await import('./stages/editor.mjs');
  const editor = await usedEditor();
  const report = { ...sum(reports), ...(editor && { editor }) };
  const { OFFICE_HOURS_RESULTS: resultsFile } = process.env;
  if (resultsFile) writeFileSync(resultsFile, JSON.stringify(report));
  else {
    printReport(report);
    const isAll = wanted.length === 0 && !process.env.GREP;
    if (isAll || process.env.GREP?.includes('acceptance')) {
      console.log(`\n${scoreboard(report).join('\n')}`);
    }
    console.log(`\n${summary(report)}`);
  }
  return report.failed > 0 || report.passed === 0 ? 1 : 0;
}

/**
 * Runs a stage in this process.
 * @param {import('./stages/run.mjs').Stage} stage
 * @returns {Promise<import('./stages/run.mjs').Report>}
 */
async function reportStage(stage) {
  const { reportOf } = await import('./stages/report.mjs');
  console.log(`\n${stage.title}`);
  const started = Date.now();
  const results = await runStage(stage);
  console.log(`  ${results.passed} passed, ${results.failed} failed in ${seconds(started)}`);
  return reportOf(results, stage.title, Date.now() - started);
}

/**
 * Installs what stages need, one after another, as some need the same.
 * @param {readonly import('./stages/run.mjs').Stage[]} stages
 */
async function prepareAll(stages) {
  for (const { prepare } of stages) await prepare?.().catch(() => {});
}

onInterrupt(() => 130);
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
}
// A stage cut short may have left something open.
process.exit();
