/** Needs Node: it ends the server’s process, and a worker is none. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { actionsAt, insert, startedAsByDefault } from './support/note.ts';
import { openUntitled, tidyUp } from './support/workspace.ts';

const note = '# widget office hours 2026-01-06\n\nYouTube: https://youtu.be/x\n\n* TODO: one\n';

/** Process ids of the language servers this extension host has started. */
function servers(): number[] {
  if (existsSync('/proc/self/stat')) {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => isServer(pid))
      .map(Number);
  }
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' }).split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, parent, ...command]) =>
        Number(parent) === process.pid && command.join(' ').includes('server.node.js'),
    )
    .map(([pid]) => Number(pid));
}

function isServer(pid: string): boolean {
  try {
    // "pid (name) state ppid …"; the name may hold blanks and parentheses.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return parent === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('server.node.js');
  } catch {
    return false;
  }
}

async function until<T>(what: string, look: () => T | undefined | false): Promise<T> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function todoCount(document: vscode.TextDocument): number {
  const found = vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'office-hours');
  return found.filter(({ code }) => (typeof code === 'object' ? code.value : code) === 'todo-owner-missing')
    .length;
}

describe('the language server', () => {
  startedAsByDefault();
  afterEach(tidyUp);

  it('checks a note while it is written', async () => {
    const { document } = await openUntitled(note);
    await until('the first diagnostics', () => todoCount(document) === 1);
    await insert(document, new vscode.Position(5, 0), '* TODO: two\n');
    await until('those of the change', () => todoCount(document) === 2);
    const actions = await actionsAt(document, new vscode.Range(4, 2, 4, 6));
    assert.ok(actions.some(({ title }) => title.startsWith('Ignore todo-owner-missing')));
  });

  it('is restarted when it crashes, four times, and by its command after the fifth (acceptance 26)', async function () {
    // The server's process is found where Windows does not show it.
    if (process.platform === 'win32') this.skip();
    const { document } = await openUntitled(note);
    await until('the first diagnostics', () => todoCount(document) === 1);
    let expected = 1;
    const addTodo = async () => {
      await insert(document, new vscode.Position(5, 0), `* TODO: ${++expected}\n`);
      await until(`${expected} todos`, () => todoCount(document) === expected);
    };
    for (let crash = 1; crash <= 4; crash++) {
      const [pid] = servers();
      assert.ok(pid, 'a server runs');
      process.kill(pid, 'SIGKILL');
      await until('another server', () => servers().some((other) => other !== pid));
      await addTodo();
    }
    process.kill(servers()[0]!, 'SIGKILL');
    await until('the end of it', () => servers().length === 0 && todoCount(document) === 0);
    await vscode.commands.executeCommand('officeHours.restartServer');
    await until('one server', () => servers().length === 1);
    await addTodo();
  });

  it('is the only one after a restart', async () => {
    await vscode.commands.executeCommand('officeHours.restartServer');
    await vscode.commands.executeCommand('officeHours.restartServer');
    await until('the old ones to end', () => servers().length === 1);
  });
});
