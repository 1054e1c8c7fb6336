/**
 * Runs every test there is and ends with `N passed, N failed`. `npm test -- unit editor` runs just these stages,
 * `npm test -- editor --grep WORDS` just the mocha tests whose titles have them.
 */

import { seconds } from './cache.mjs';
import { onInterrupt, stopAll } from './processes.mjs';
import { setUp } from './setup.mjs';

const minute = 60_000;

/** How long installing an editor and a browser may take on a slow line, in milliseconds. */
const installing = 15 * minute;

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
    { name: 'lint', title: 'Linter and types', limit: 3 * minute, run: lint },
    { name: 'build', title: 'Build', limit: minute, run: buildAll },
    { name: 'unit', title: 'Unit and wire tests', limit: 3 * minute, run: unit },
    { name: 'neovim', title: 'In Neovim', limit: 2 * minute, run: neovim },
    { name: 'npm', title: 'The npm package', limit: 2 * minute, run: npmPackage },
    { name: 'grammar', title: 'Grammar', prepare, limit: 3 * minute, run: grammar },
    { name: 'editor', title: inFolder, prepare, limit: 5 * minute, run: developmentFolder },
    { name: 'installed', title: asPackage, prepare, limit: 5 * minute, run: installedPackage },
    { name: 'workspaces', title: 'Several folders', prepare, limit: 3 * minute, run: severalFolders },
    { name: 'no-folder', title: 'No folder', prepare, limit: 3 * minute, run: noFolder },
    {
      name: 'oldest',
      title: 'In an old editor',
      prepare: prepareOldest,
      limit: 5 * minute,
      run: inOldest,
    },
    { name: 'web', title: 'In a browser', prepare: prepareWeb, limit: 5 * minute, run: newestWeb },
    {
      name: 'web-oldest',
      title: 'In a browser, the oldest editor',
      prepare: prepareWeb,
      limit: 5 * minute,
      run: oldestWeb,
    },
    {
      name: 'workbench',
      title: 'In the workbench, as a writer',
      prepare: prepareWorkbench,
      limit: 10 * minute,
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
    if (stage.prepare) await within(installing, stage.prepare());
    return await within(stage.limit, stage.run());
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { passed: 0, failed: 1, skipped: 0, failures: [{ title: stage.name, error: words }] };
  } finally {
    await stopAll();
  }
}

/**
 * @template T
 * @param {number} limit milliseconds
 * @param {Promise<T>} work
 * @returns {Promise<T>} rejects when it takes longer; the work itself goes on
 */
async function within(limit, work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`stopped after ${limit / minute} minutes without an end`)),
      limit,
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
  const total = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  for (const stage of stages) {
    if (wanted.length > 0 && !wanted.includes(stage.name)) continue;
    console.log(`\n${stage.title}`);
    const started = Date.now();
    const results = await runStage(stage);
    total.passed += results.passed;
    total.failed += results.failed;
    total.skipped += results.skipped;
    for (const failure of results.failures)
      failures.push({ ...failure, title: `${stage.title}: ${failure.title}` });
    console.log(`  ${results.passed} passed, ${results.failed} failed in ${seconds(started)}`);
  }
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
