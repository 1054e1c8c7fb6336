/**
 * Starts a server-hosted VS Code whose main module waits to be loaded, as older releases of the package do:
 *
 *   loadServer.cjs MAIN --host HOST --port PORT [SWITCH [VALUE]]...
 *
 * It says the same words as one that starts by itself.
 */

const { createServer } = require('node:http');

const [main, ...rest] = process.argv.slice(2);

/** @returns {Record<string, string | boolean>} a switch without a value is true */
function readSwitches() {
  /** @type {Record<string, string | boolean>} */
  const switches = {};
  rest.forEach((word, index) => {
    if (!word.startsWith('--')) return;
    const next = rest[index + 1];
    switches[word.slice(2)] = next === undefined || next.startsWith('--') ? true : next;
  });
  return switches;
}

async function start() {
  const switches = readSwitches();
  const code = await require(String(main)).loadCodeWithNls();
  const vscode = await code.createServer(null, switches);
  const server = createServer((request, response) => vscode.handleRequest(request, response));
  server.on('upgrade', (request, socket) => vscode.handleUpgrade(request, socket));
  server.listen(Number(switches.port), String(switches.host), () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    console.log(`Extension host agent listening on ${port}`);
  });
}

start().catch((error) => {
  console.error(error);
  process.exit(1);
});
