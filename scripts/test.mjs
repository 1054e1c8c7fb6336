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
  const { unit } = await import('./stages/unit.mjs');
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
  const [inFolder, asPackage] = [
    'In the editor, from the development folder',
    'In the editor, as the installed package',
  ];
  return [
    { name: 'lint', title: 'Linter and types', run: lint },
    { name: 'build', title: 'Build', run: buildAll },
    { name: 'unit', title: 'Unit and wire tests', run: unit },
    { name: 'neovim', title: 'In Neovim', run: neovim },
    { name: 'npm', title: 'The npm package', run: npmPackage },
    { name: 'grammar', title: 'Grammar', prepare, run: grammar },
    { name: 'editor', title: inFolder, prepare, run: developmentFolder },
    { name: 'installed', title: asPackage, prepare, run: installedPackage },
    { name: 'workspaces', title: 'Several folders', prepare, run: severalFolders },
    { name: 'no-folder', title: 'No folder', prepare, run: noFolder },
    { name: 'oldest', title: 'In an old editor', prepare: prepareOldest, run: inOldest },
    { name: 'web', title: 'In a browser', prepare: prepareWeb, run: newestWeb },
    {
      name: 'web-oldest',
      title: 'In a browser, the oldest editor',
      prepare: prepareWeb,
      run: oldestWeb,
    },
    {
      name: 'workbench',
      title: 'In the workbench, as a writer',
      prepare: prepareWorkbench,
      run: workbench,
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
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { passed: 0, failed: 1, skipped: 0, failures: [{ title: stage.name, error: words }] };
  } finally {
    await stopAll();
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
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @type {import('./stages/run.mjs').Results['failures']} */
  const failures = [];
  const add = (/** @type {import('./stages/run.mjs').Results} */ results) => {
    total.passed += results.passed;
    total.failed += results.failed;
    total.skipped += results.skipped;
    failures.push(...results.failures);
  };
  const { startAside } = await import('./stages/aside.mjs');
  /** @type {Awaited<ReturnType<typeof startAside>>} */
  let aside;
  for (const stage of chosen) {
    aside ??= await startAside(stage.name, chosen);
    if (stage.name === aside?.name) continue;
    console.log(`\n${stage.title}`);
    const started = Date.now();
    const results = await runStage(stage);
    add({
      ...results,
      failures: results.failures.map(({ title, error }) => ({ title: `${stage.title}: ${title}`, error })),
    });
    console.log(`  ${results.passed} passed, ${results.failed} failed in ${seconds(started)}`);
  }
  if (aside) add(await aside.results());
  const { OFFICE_HOURS_RESULTS: resultsFile } = process.env;
  if (resultsFile) writeFileSync(resultsFile, JSON.stringify({ ...total, failures }));
  failures.forEach(({ title, error }, index) => {
    console.log(`\n${index + 1}) ${title}\n${error.trimEnd().replaceAll(/^/gm, '   ')}`);
  });
  await printEditor();
  console.log(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
  );
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

async function printEditor() {
  const { usedEditor } = await import('./stages/editor.mjs');
  const used = await usedEditor();
  if (used) console.log(`\nThe editor was ${used}.`);
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
