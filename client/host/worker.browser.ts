/** The language server as a worker of the browser. */

import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-languageclient/browser';

/** A worker that cannot even be loaded says nothing: the client is told, as it is of a process that ended. */
class WorkerReader extends BrowserMessageReader {
  ended(): void {
    this.fireClose();
  }
}

export class WorkerServer {
  readonly #script: vscode.Uri;
  #worker: Worker | undefined;

  /** `script`: the server's bundle. */
  constructor(script: vscode.Uri) {
    this.#script = script;
  }

  /** Starts a worker and gives both ends of its wire; the one before is ended. Rejects when the script cannot be read. */
  async start(): Promise<{ readonly reader: WorkerReader; readonly writer: BrowserMessageWriter }> {
    this.end();
    const worker = new Worker(await loadable(this.#script), { name: 'Office Hours' });
    this.#worker = worker;
    const reader = new WorkerReader(worker);
    let isHeard = false;
    worker.addEventListener('message', () => {
      isHeard = true;
    });
    worker.addEventListener('error', () => {
      // Later an error is one handler's, and the server goes on.
      if (!isHeard) reader.ended();
    });
    return { reader, writer: new BrowserMessageWriter(worker) };
  }

  end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}

/** A URL that a worker can load. What only VS Code can read, e.g. on a remote machine, is read for it. */
async function loadable(script: vscode.Uri): Promise<string> {
  if (script.scheme === 'https' || script.scheme === 'http') return script.toString(true);
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(script));
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}
