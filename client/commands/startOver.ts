import * as vscode from 'vscode';

/**
 * Registers a command of which one at a time runs: called again while it asks or reads, it is cancelled and starts over.
 * `failed` is told what went wrong, unless it was cancelled.
 */
export function registerStartingOver(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  command: string,
  run: (argument: unknown, token: vscode.CancellationToken) => Promise<void>,
  failed: (reason: string) => void,
): void {
  let running: vscode.CancellationTokenSource | undefined;
  const start = async (argument: unknown): Promise<void> => {
    running?.cancel();
    const source = new vscode.CancellationTokenSource();
    running = source;
    try {
      await run(argument, source.token);
    } catch (error) {
      if (!source.token.isCancellationRequested)
        failed(error instanceof Error ? error.message : String(error));
    } finally {
      source.dispose();
      if (running === source) running = undefined;
    }
  };
  context.subscriptions.push(vscode.commands.registerCommand(command, start), {
    dispose: () => running?.cancel(),
  });
}
