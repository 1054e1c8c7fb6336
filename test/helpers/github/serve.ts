/**
 * The stand-in by itself, for a demo without a network:
 *
 * ```sh
 * npx esbuild test/helpers/github/serve.ts --bundle --platform=node --format=cjs --outfile=out/github.cjs
 * PORT=8080 node out/github.cjs
 * ```
 *
 * The first line it prints is its address, for `GITHUB_API_URL`; violations follow as they come. It serves the
 * repositories of the sample notes and a large one, and knows one account, whose token `sample` is no secret. A line
 * `OWNER/NAME TITLE` of its input is an issue that somebody opens now. Ctrl+C ends it.
 */

import { createInterface } from 'node:readline';

import { createGitHub } from './github.ts';
import { lanternRepositories } from './lantern.ts';
import { strangeRepository } from './strange.ts';

async function serve(): Promise<void> {
  const github = await createGitHub({
    repositories: [
      ...lanternRepositories,
      strangeRepository,
      { owner: 'example-org', name: 'large', size: 200_000 },
    ],
    accounts: [{ token: 'sample', login: 'sample-reader', name: 'Sample Reader' }],
    port: Number(process.env.PORT ?? 0),
  });
  console.log(github.url);
  console.log('Sample data: lantern-project/lantern, lantern-project/website, lantern-project/demo, …');
  const lines = createInterface({ input: process.stdin }).on('line', (line) => {
    const [repository = '', ...title] = line.split(' ');
    github.add(repository, { title: title.join(' ') });
  });
  let told = 0;
  const timer = setInterval(() => {
    for (const violation of github.violations.slice(told))
      console.error(`GitHub would not understand: ${violation}`);
    told = github.violations.length;
  }, 200);
  const end = (): void => {
    clearInterval(timer);
    lines.close();
    github.stop().catch(() => undefined);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

serve().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
