/** Every command, setting and code has its place in docs/, and what is written from package.json is current. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { type Settings, settingDocuments } from '../../../scripts/settingDocuments.ts';
import { sarifRules } from '../../../server/cli/sarifRules.ts';
import { englishManifest } from '../../helpers/manifest.ts';
import { anchorsOf } from '../../helpers/markdownLinks.ts';

const { contributes } = englishManifest as {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: { readonly properties: Settings };
  };
};
const settings = contributes.configuration.properties;
const read = (path: string) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n');

describe('the documentation', () => {
  for (const [file, write] of Object.entries(settingDocuments)) {
    it(`has the settings of package.json in ${file} (else run "npm run docs")`, () => {
      const text = read(file);
      assert.equal(text, write(text, settings));
    });
  }

  it('has a section for each setting, and for no other', () => {
    const headings = [...read('docs/settings.md').matchAll(/^### (.*)$/gm)].map(([, name]) => name);
    assert.deepEqual(headings.sort(), Object.keys(settings).sort());
  });

  it('has a section for each command, with its identifier, and for no other', () => {
    const sections = [...read('docs/commands.md').matchAll(/^## (.*)\n\n`(.*)`$/gm)];
    assert.deepEqual(
      sections.map(([, title, command]) => ({ command, title })).sort(byCommand),
      contributes.commands.map(({ command, title }) => ({ command, title })).sort(byCommand),
    );
  });

  it('has a section for each editor that the README names, and for each in the table of editors', () => {
    const [, named = ''] = /^\| \[Other editors\].*?\| the same in (.*) \|$/m.exec(read('README.md')) ?? [];
    const editors = named.split(/, | and /);
    assert.ok(editors.length > 5, named);
    const text = read('docs/editors.md');
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, name]) => name);
    const listed = [...text.matchAll(/^\| \[(.*?)\]\(#/gm)].map(([, name]) => name);
    assert.deepEqual([...new Set(listed)], editors);
    assert.deepEqual(
      editors.filter((name) => !headings.includes(name)),
      [],
    );
  });

  it('has a place for each code, where the link of a problem leads', () => {
    const pages = sarifRules.map(({ helpUri }) => helpUri);
    assert.ok(pages.length > 20);
    for (const page of pages) {
      const [, path = '', anchor] = /\/blob\/main\/([^#]+)(?:#(.+))?$/.exec(page) ?? [];
      const text = read(path);
      assert.ok(anchor === undefined || anchorsOf(text).has(anchor), page);
    }
  });
});

function byCommand(a: { command?: string | undefined }, b: { command?: string | undefined }): number {
  return (a.command ?? '') < (b.command ?? '') ? -1 : 1;
}
