/**
 * GitHub for the editor suite, in a process of its own: a browser's extension host can't play it. Prints the stand-in's
 * address, then that of a page where tests learn what it was asked. Ends with its standard input.
 */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGitHub } from '../helpers/github/github.ts';
import { lanternRepositories } from '../helpers/github/lantern.ts';

async function serve(): Promise<void> {
  const github = await createGitHub({
    repositories: lanternRepositories,
    accounts: [{ token: 'canary-3e', login: 'one' }],
  });
  const answers: Record<string, () => unknown> = {
    // What a browser asks beforehand is no request of ours.
    requests: () => github.requests.filter(({ method }) => method !== 'OPTIONS').map(({ path }) => path),
    forget: () => github.requests.splice(0).length,
    violations: () => github.violations,
    titles: () =>
      Object.fromEntries(
        Array.from({ length: 300 }, (_, number) => [
          number,
          github.item('lantern-project/lantern', number)?.title,
        ]),
      ),
  };
  const server = createServer((request, response) => {
    const answer = answers[request.url?.slice(1) ?? '']?.();
    response.writeHead(answer === undefined ? 404 : 200, {
      'access-control-allow-origin': '*',
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(answer ?? null));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  console.log(github.url);
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  process.stdin.on('end', () => process.exit()).resume();
}

serve().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
