/**
 * Which steps of the walkthrough the writer has done, as context keys (`officeHours.done.STEP`): a step of
 * `contributes.walkthroughs` completes by itself when its key becomes true.
 */

import * as vscode from 'vscode';

type Step = 'reference' | 'section';

export class FirstSteps {
  readonly #done = new Set<Step>();
  /** The documents that lacked a section when they were last looked at. */
  readonly #lacking = new Set<string>();

  constructor(context: Pick<vscode.ExtensionContext, 'subscriptions'>) {
    const following = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris) this.#look(uri);
      if (this.#done.has('section')) following.dispose();
    });
    context.subscriptions.push(following);
  }

  /** A list has opened behind `text`, the typed part of a line. */
  listShown(text: string): void {
    const word = text.slice(Math.max(...[...' \t'].map((blank) => text.lastIndexOf(blank))) + 1);
    if (/(?:^|[^#])#(?!#)/.test(word)) this.#finish('reference');
  }

  /** The section is there once nothing reports it any longer, whether by a fix or by hand. */
  #look(uri: vscode.Uri): void {
    const key = uri.toString();
    const isShown = vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === key);
    const isLacking =
      isShown &&
      vscode.languages
        .getDiagnostics(uri)
        .some(({ source, code }) => source === 'office-hours' && codeOf(code) === 'section-missing');
    if (isLacking) this.#lacking.add(key);
    else if (this.#lacking.delete(key) && isShown) this.#finish('section');
  }

  #finish(step: Step): void {
    if (this.#done.has(step)) return;
    this.#done.add(step);
    void vscode.commands.executeCommand('setContext', `officeHours.done.${step}`, true);
  }
}

function codeOf(code: vscode.Diagnostic['code']): unknown {
  return typeof code === 'object' ? code.value : code;
}
