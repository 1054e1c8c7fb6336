/** One note in one server, as an editor types into it. */

import { makeNote } from '../notes.ts';
import type { Asked, WireClient } from './wireClient.ts';

export class Writer {
  private version = 1;
  private resultId: string | undefined;
  /** As it is now, for a server that wants all of it. */
  private readonly text: string[];

  constructor(
    readonly client: WireClient,
    readonly uri: string,
    readonly lines: readonly string[],
  ) {
    this.text = [...lines];
  }

  open(): void {
    const text = this.lines.join('\n');
    const textDocument = { uri: this.uri, languageId: 'markdown', version: this.version, text };
    this.client.notify('textDocument/didOpen', { textDocument });
  }

  close(): void {
    this.client.notify('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  /** Replaces `length` characters. */
  change(line: number, character: number, length: number, text: string): void {
    this.version++;
    const range = { start: { line, character }, end: { line, character: character + length } };
    const old = this.text[line] ?? '';
    this.text[line] = `${old.slice(0, character)}${text}${old.slice(character + length)}`;
    const textDocument = { uri: this.uri, version: this.version };
    const change = this.client.takesWholeText
      ? { text: this.text.join('\n') }
      : { range, rangeLength: length, text };
    this.client.notify('textDocument/didChange', { textDocument, contentChanges: [change] });
  }

  async pull(): Promise<void> {
    const { resultId: previousResultId } = this;
    const report = await this.client.request<{ resultId?: string }>('textDocument/diagnostic', {
      textDocument: { uri: this.uri },
      ...(previousResultId && { previousResultId }),
    });
    this.resultId = report.resultId;
  }

  complete(line: number, character: number): Promise<unknown> {
    return this.askList(line, character).reply;
  }

  /** The same, to be cancelled by its id. */
  askList(line: number, character: number): Asked {
    return this.client.ask('textDocument/completion', {
      textDocument: { uri: this.uri },
      position: { line, character },
      context: { triggerKind: 2, triggerCharacter: '#' },
    });
  }

  askProblems(): Asked {
    return this.client.ask('textDocument/diagnostic', { textDocument: { uri: this.uri } });
  }

  hover(line: number, character: number): Promise<unknown> {
    return this.client.request('textDocument/hover', {
      textDocument: { uri: this.uri },
      position: { line, character },
    });
  }
}

/** The line behind which references are completed is the last but one. */
export function linesOf(count: number): string[] {
  return [...makeNote(count, 1).trimEnd().split('\n'), '', '* A change (PR ', ''];
}

/** The length of that line. */
export const tail = '* A change (PR '.length;
