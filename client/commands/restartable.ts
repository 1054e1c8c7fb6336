import * as vscode from 'vscode';

/**
 * Registers a command that runs once at a time: calling it again cancels the run that still asks or reads, and starts a
 * new one. `failed` gets the reason of an error, except for a run that was cancelled.
 */
export function registerRestartable(
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
