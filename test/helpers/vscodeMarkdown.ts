/** VS Code's own Markdown renderer, from npm's `monaco-editor`, in a document of jsdom: what a hover of the editor becomes. */

import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { JSDOM } from 'jsdom';
import { repository } from './process.ts';

interface Rendered {
  readonly element: {
    readonly textContent: string | null;
    readonly innerHTML: string;
    querySelectorAll(selectors: string): ArrayLike<unknown>;
  };
}

export interface Shown {
  readonly text: string;
  readonly html: string;
  readonly links: number;
  /** Whatever is loaded or run when it is shown. */
  readonly loaded: number;
}

/** Not through the package's `exports`, which do not name the renderer. */
const renderer = join(
  repository,
  'node_modules',
  'monaco-editor',
  'esm',
  'vs',
  'base',
  'browser',
  'markdownRenderer.js',
);

/** As the extension's client says of every text of the server: see `client/host/notesServer.ts`. */
const asInTheClient = { isTrusted: false, supportThemeIcons: true, supportHtml: true };

/** Gives the renderer. Making it takes a second. */
export function vscodeMarkdown(): (markdown: string) => Shown {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `export { renderMarkdown } from ${JSON.stringify(renderer)};`,
      resolveDir: repository,
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'vscodeMarkdown',
    loader: { '.css': 'empty', '.ttf': 'empty' },
    logLevel: 'error',
  });
  const { window } = new JSDOM('<!doctype html>', { pretendToBeVisual: true, runScripts: 'outside-only' });
  // What the modules around the renderer ask a browser for as they are loaded.
  Object.assign(window, { matchMedia: () => ({ matches: false, addEventListener() {} }) });
  const code = outputFiles[0]!.text;
  const { renderMarkdown } = window.eval(`${code}; vscodeMarkdown`) as {
    renderMarkdown(markdown: object): Rendered;
  };
  return (value) => {
    const { element } = renderMarkdown({ value, ...asInTheClient });
    return {
      text: element.textContent ?? '',
      html: element.innerHTML,
      links: element.querySelectorAll('a, area, form, button, input').length,
      loaded: element.querySelectorAll(
        'img, picture, video, audio, source, iframe, object, embed, link, script, style, svg',
      ).length,
    };
  };
}
