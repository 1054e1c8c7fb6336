import { equal } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nameKey } from '../../../../server/core/note/names.ts';
import { readTemplate } from '../../../../server/core/template/file/readTemplate.ts';
import { renameInTemplate } from '../../../../server/core/template/file/renamePerson.ts';

/** Of whoever has one of `spellings`. */
function renamed(text: string, spellings: readonly string[], newName: string, isLogin = false): string {
  const keys = new Set(spellings.map(nameKey));
  const { conventions } = readTemplate(text).definition;
  return renameInTemplate(text, conventions, {
    isCalled: (name) => keys.has(nameKey(name)),
    isLogin,
    newName,
  })
    .sort((a, b) => b.range.from - a.range.from)
    .reduce((all, { range, text: after }) => all.slice(0, range.from) + after + all.slice(range.to), text);
}

const file = (people: string, body = '# Sync {date}\n') => `---\npeople:\n${people}---\n${body}`;
const grace = ['Grace Hopper', 'Grace', 'ghopper'];

describe('a person who is renamed in a template file', () => {
  const rows: readonly [before: string, after: string, newName: string, isLogin?: boolean][] = [
    ['- Grace Hopper\n- Ada\n', '- Grace Murray\n- Ada\n', 'Grace Murray'],
    ['- "Grace Hopper" # since 2020\n', '- "Grace O\'Hara" # since 2020\n', "Grace O'Hara"],
    ["- 'Grace Hopper'\n", "- 'Grace O''Hara'\n", "Grace O'Hara"],
    ['- Grace Hopper (@ghopper)\n', '- Grace Murray (@ghopper)\n', 'Grace Murray'],
    ['- Grace Hopper (@ghopper)\n', '- Grace Hopper (@gmurray)\n', 'gmurray', true],
    [
      '- {name: Grace Hopper, login: ghopper, aliases: [Grace]}\n',
      '- {name: Murray, login: ghopper, aliases: [Grace]}\n',
      'Murray',
    ],
    ['- name: Grace Hopper\n  login: ghopper\n', '- name: Grace Hopper\n  login: gmurray\n', 'gmurray', true],
    ['- login: "@ghopper"\n', '- login: "@gmurray"\n', 'gmurray', true],
    ['- "@ghopper"\n', '- "@gmurray"\n', 'gmurray', true],
    // By the alias, which stays: other notes have it.
    ['- {name: Rear Admiral, aliases: [Grace]}\n', '- {name: Murray, aliases: [Grace]}\n', 'Murray'],
    // Without quotes YAML would take it for a number, a constant or, in escapes, for other letters.
    ['- Grace\n', "- '007'\n", '007'],
    ['- Grace\n', "- 'Null'\n", 'Null'],
    ['- "Gr\\u0061ce"\n', "- 'Murray'\n", 'Murray'],
    // Nobody of the name, of the kind, or no list.
    ['- Ada\n- {name: Bo, aliases: [Gracie]}\n', '- Ada\n- {name: Bo, aliases: [Gracie]}\n', 'Murray'],
    ['- Grace Hopper\n', '- Grace Hopper\n', 'gmurray', true],
    ['- "@ghopper"\n', '- "@ghopper"\n', 'Murray'],
    ['  name: Grace\n', '  name: Grace\n', 'Murray'],
  ];
  for (const [before, after, newName, isLogin] of rows)
    it(`${JSON.stringify(before)}: ${isLogin ? '@' : ''}${newName}`, () =>
      equal(renamed(file(before), grace, newName, isLogin), file(after)));

  it('is so in the body as well, but in no placeholder', () => {
    const body =
      '# Sync {date}\r\n\r\n## Present\r\n\r\n* Grace Hopper (@ghopper)\r\n* ${1:Grace Hopper}\r\n';
    const before = file('- Grace Hopper\n', body);
    const after = before.replace('- Grace Hopper', '- Murray').replace('* Grace Hopper', '* Murray');
    equal(renamed(before, grace, 'Murray'), after);
  });

  it('is nowhere where there is no front matter, or what is none', () => {
    for (const text of ['# Sync\n', '---\npeople: [\n---\n# Sync\n', '---\npeople:\n- Grace\n', ''])
      equal(renamed(text, grace, 'Murray'), text);
  });
});
