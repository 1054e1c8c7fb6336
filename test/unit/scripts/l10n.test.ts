import { deepEqual, equal } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { keyOf, shownTexts, withTexts } from '../../../scripts/l10n/manifest.mjs';
import { textsIn } from '../../../scripts/l10n/texts.mjs';

describe('the translations', () => {
  it('have every text of the sources and of package.json, with its places, and nothing else', () => {
    const { stderr } = spawnSync(process.execPath, ['scripts/l10n/check.mjs'], { encoding: 'utf8' });
    equal(stderr, '');
  });
});

describe('the texts of a source', () => {
  const of = (source: string) => {
    const { texts, problems } = textsIn('a.ts', source);
    return { texts: texts.map(({ text }) => text), problems };
  };

  it('are the first arguments of t() and vscode.l10n.t()', () => {
    deepEqual(
      of("t('One {0}', x);\nvscode.l10n.t('Two');\nl10n.t('Three {0} {1}', 1, t('Four'));\nother('Five');"),
      {
        texts: ['One {0}', 'Two', 'Three {0} {1}', 'Four'],
        problems: [],
      },
    );
  });

  it('are literals with an argument for each place', () => {
    deepEqual(of('\nt(`One ${x}`);\nt(y ? "a" : "b");\nt("{1}", 1);\nt("{0}");').problems, [
      'a.ts:2: the first argument of t() is not a literal; use {0} for what is inserted',
      'a.ts:3: the first argument of t() is not a literal; use {0} for what is inserted',
      'a.ts:4: "{1}" has the places {1}, but 1 arguments',
      'a.ts:5: "{0}" has the places {0}, but 0 arguments',
    ]);
  });
});

describe('the texts of package.json', () => {
  const manifest = {
    displayName: '%name%',
    contributes: {
      commands: [{ command: 'a.b', title: 'Raw' }],
      views: { a: [{ id: 'a', name: '%view%' }] },
    },
  };

  it('are those that the editor shows', () => {
    deepEqual(shownTexts(manifest), [
      { path: 'displayName', text: '%name%' },
      { path: 'contributes.commands.0.title', text: 'Raw' },
      { path: 'contributes.views.a.0.name', text: '%view%' },
    ]);
    deepEqual(
      shownTexts(manifest).map(({ text }) => keyOf(text)),
      ['name', undefined, 'view'],
    );
  });

  it('are put in by their keys', () => {
    const { displayName, contributes } = withTexts(manifest, { name: 'Name', view: 'View' });
    equal(displayName, 'Name');
    deepEqual(contributes.commands, [{ command: 'a.b', title: 'Raw' }]);
    equal(contributes.views.a[0]?.name, 'View');
  });
});
