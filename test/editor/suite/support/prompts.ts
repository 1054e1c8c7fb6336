import * as vscode from 'vscode';
import { eventually } from './expect.ts';

/** Runs the command and does the same at each of its prompts until it has ended. What has no prompt yet is not answered. */
export async function answering(command: string, answer: string, ...args: unknown[]): Promise<void> {
  let ended = false;
  const running = Promise.resolve(vscode.commands.executeCommand(command, ...args)).finally(() => {
    ended = true;
  });
  await eventually(
    'the end of the command',
    () => vscode.commands.executeCommand(answer).then(() => ended),
    (done) => done,
  );
  await running;
}
