/** What the views say where they have nothing to show: in every language, with the way on, and one text at a time. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { withTexts } from '../../scripts/l10n/manifest.mjs';

interface Welcome {
  readonly view: string;
  readonly when?: string;
  readonly contents: string;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const manifestIn = (language: string) =>
  withTexts(manifest, JSON.parse(readFileSync(`package.nls${language}.json`, 'utf8'))) as {
    readonly contributes: {
      readonly commands: readonly { readonly command: string; readonly title: string }[];
      readonly views: Readonly<Record<string, readonly { readonly id: string; readonly when?: string }[]>>;
      readonly viewsWelcome: readonly Welcome[];
    };
  };
const english = manifestIn('').contributes;
const views = Object.values(english.views).flat();
const linksOf = (text: string) =>
  [...text.matchAll(/\[([^\]]+)\]\(([^)\s]+)\)/g)].map(([, label = '', target = '']) => ({ label, target }));

/** Of the editor itself (VS Code, `ViewsWelcomeContribution` in its own Explorer). */
const ownOfTheEditor = ['vscode.openFolder'];

describe('a view with nothing to show', () => {
  it('is every view of ours', () => {
    const welcomed = new Set(english.viewsWelcome.map(({ view }) => view));
    assert.deepEqual([...welcomed].sort(), views.map(({ id }) => id).sort());
  });

  it('says one thing at a time, and never nothing', () => {
    for (const { id } of views) {
      const conditions = english.viewsWelcome.filter(({ view }) => view === id).map(({ when }) => when);
      // One text always, or two of which the condition of one is the contrary of the other's.
      const [first, second, ...others] = conditions;
      assert.deepEqual(others, [], id);
      if (second === undefined) assert.equal(first, undefined, id);
      else assert.equal(first?.replace('==', '!='), second, id);
    }
  });

  english.viewsWelcome.forEach(({ view, when, contents }, index) => {
    describe(`${view} ${when ?? ''}`.trim(), () => {
      it('says so in a sentence, then what to do', () => {
        const [first = ''] = contents.split('\n');
        assert.match(first, /^[A-Z][^[]*\.$/);
        assert.ok(linksOf(contents).length > 0);
      });

      it('leads to commands and pages that there are', () => {
        const commands = [...english.commands.map(({ command }) => command), ...ownOfTheEditor];
        for (const { target } of linksOf(contents)) {
          const [kind, rest = ''] = target.split(/:(.*)/s);
          if (kind === 'command') assert.ok(commands.includes(rest), target);
          else {
            const [, path = '', anchor] = /\/blob\/main\/([^#]+)(?:#(.+))?$/.exec(target) ?? [];
            assert.ok(path !== '' && existsSync(path), target);
            const anchors = [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
              text
                .toLowerCase()
                .replace(/[^\p{L}\p{N} -]/gu, '')
                .replaceAll(' ', '-'),
            );
            if (anchor !== undefined) assert.ok(anchors.includes(anchor), target);
          }
        }
      });

      it('has a button for each command that has a line of its own', () => {
        // A link alone on its line is a button (VS Code, "Welcome views").
        const buttons = contents.split('\n').filter((line) => /^\[[^\]]+\]\([^)]+\)$/.test(line));
        assert.ok(buttons.length > 0);
        for (const line of buttons) assert.match(line, /^\[(?:[A-Z][A-Za-z]+ ?)+\]\(command:[\w.]+\)$/);
      });

      for (const language of ['.de', '.es', '.ja'])
        it(`leads to the same in ${language.slice(1)}`, () => {
          const other = manifestIn(language).contributes.viewsWelcome[index]!.contents;
          const [own, theirs] = [contents, other].map((text) =>
            linksOf(text)
              .map(({ target }) => target)
              .sort(),
          );
          assert.deepEqual(theirs, own);
          assert.equal(other.split('\n').length, contents.split('\n').length);
          assert.notEqual(other, contents);
        });
    });
  });
});
