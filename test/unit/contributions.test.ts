/** What package.json adds to VS Code: shown only where it works, and nothing set for other files. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';

interface Rule {
  readonly command: string;
  readonly when?: string;
}

interface Keybinding extends Rule {
  readonly key: string;
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: {
    readonly commands: readonly Rule[];
    readonly configurationDefaults?: unknown;
    readonly keybindings: readonly Keybinding[];
    readonly menus: Readonly<Record<string, readonly Rule[]>>;
  };
};

describe('package.json', () => {
  it('has a rule for each command in the palette', () => {
    const commands = contributes.commands.map(({ command }) => command);
    assert.deepEqual(
      contributes.menus.commandPalette?.map(({ command }) => command),
      commands,
    );
  });

  it('says of all commands but those that work everywhere where they do', () => {
    const rules = contributes.menus.commandPalette ?? [];
    const everywhere = rules.filter(({ when }) => when === undefined).map(({ command }) => command);
    assert.deepEqual(everywhere, [
      'officeHours.newNote',
      'officeHours.openSample',
      'officeHours.getStarted',
      'officeHours.importNotes',
    ]);
  });

  it('offers its commands in the Explorer only on folders that hold Markdown', () => {
    const entries = contributes.menus['explorer/context'] ?? [];
    assert.equal(entries.length, 2);
    for (const { when } of entries)
      assert.ok(when?.split(' && ').includes('resourcePath in officeHours.markdownFolders'), when);
  });

  it('sets no default of the editor', () => assert.equal(contributes.configurationDefaults, undefined));

  const ofView = contributes.keybindings.filter(({ command }) => command === 'officeHours.markItemDone');
  const ofTypedText = contributes.keybindings.filter((each) => !ofView.includes(each));

  // No list of VS Code uses the key, and no letter is taken from typing to find.
  it('binds a key in the view of action items, while its list has the focus', () =>
    assert.deepEqual(
      ofView.map(({ key, when }) => [key, when]),
      [['delete', 'focusedView == officeHours.actionItems && listFocus && !inputFocus']],
    ));

  it('binds other keys only while the typed text has the focus in a list of ours', () => {
    for (const { key, when = '' } of ofTypedText) {
      const parts = when.split(' && ');
      for (const part of [
        'textInputFocus',
        'suggestWidgetVisible',
        'suggestWidgetHasFocusedSuggestion',
        '!suggestionCanResolve',
        'officeHours.typedTextShown',
        'editorLangId == markdown',
      ])
        assert.ok(parts.includes(part), `${key}: ${when}`);
    }
  });

  it('leaves no doubt which binding of a key goes', () => {
    const keys = [...new Set(ofTypedText.map(({ key }) => key))];
    assert.deepEqual(keys, ['enter', 'shift+enter', 'tab', 'shift+tab']);
    for (const key of keys) {
      const bindings = ofTypedText.filter((each) => each.key === key);
      const [last, other] = bindings.map(({ when }) => when?.split(' && ').at(-1) ?? '');
      assert.equal(bindings.length, 2);
      assert.ok(last === `!${other}` || other === `!${last}`, `${last} ${other}`);
    }
  });
});
