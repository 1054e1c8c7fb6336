/** A file system in memory: virtual as `vscode-vfs` is, read-only, or one that refuses to be written to. */

import * as vscode from 'vscode';

interface Entry {
  readonly type: vscode.FileType;
  bytes: Uint8Array;
  mtime: number;
}

export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #entries = new Map<string, Entry>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  /** Says no to every write from now on, without having said so before. */
  isLocked = false;

  /** Files by their whole URI, with the folders around them. */
  constructor(files: Readonly<Record<string, string>>) {
    for (const [text, content] of Object.entries(files)) {
      const uri = vscode.Uri.parse(text, true);
      this.#put(uri, vscode.FileType.File, new TextEncoder().encode(content));
    }
  }

  /** Paths of all files, sorted. */
  get files(): string[] {
    return [...this.#entries]
      .filter(([, { type }]) => type === vscode.FileType.File)
      .map(([path]) => path)
      .sort();
  }

  text(path: string): string {
    return new TextDecoder().decode(this.#entries.get(path)?.bytes);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { type, bytes, mtime } = this.#get(uri);
    return { type, size: bytes.length, ctime: mtime, mtime };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.#get(uri);
    const start = uri.path === '/' ? '/' : `${uri.path}/`;
    return [...this.#entries].flatMap(([path, { type }]) => {
      const name = path.startsWith(start) ? path.slice(start.length) : '';
      return name === '' || name.includes('/') ? [] : [[name, type] as [string, vscode.FileType]];
    });
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return this.#get(uri).bytes;
  }

  createDirectory(uri: vscode.Uri): void {
    this.#allow(uri);
    if (!this.#entries.has(uri.path)) this.#put(uri, vscode.FileType.Directory, new Uint8Array());
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.#allow(uri);
    const type = this.#entries.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#put(uri, vscode.FileType.File, content);
    this.#changed.fire([{ type, uri }]);
  }

  delete(uri: vscode.Uri): void {
    this.#allow(uri);
    for (const path of [...this.#entries.keys()])
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.#entries.delete(path);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  #allow(uri: vscode.Uri): void {
    if (this.isLocked) throw vscode.FileSystemError.NoPermissions(uri);
  }

  #get(uri: vscode.Uri): Entry {
    const entry = this.#entries.get(uri.path);
    if (entry === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }

  #put(uri: vscode.Uri, type: vscode.FileType, bytes: Uint8Array): void {
    const around = uri.path.slice(0, uri.path.lastIndexOf('/')) || '/';
    if (uri.path !== '/' && !this.#entries.has(around))
      this.#put(uri.with({ path: around }), vscode.FileType.Directory, new Uint8Array());
    this.#entries.set(uri.path, { type, bytes, mtime: (this.#entries.get(uri.path)?.mtime ?? 0) + 1 });
  }
}
