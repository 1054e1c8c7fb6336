import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { usualConventions } from '../../../server/core/note/conventions.ts';
import { parseNote } from '../../../server/core/note/parse.ts';

const table: readonly [text: string, ...people: string[]][] = [
  ['* Sharvil: it builds', 'Sharvil attribution'],
  ['Sharvil: https://github.com/o/r/pull/1 builds', 'Sharvil attribution'],
  ['Ted/Zach: nice', 'Ted attribution', 'Zach attribution'],
  ['seph via PR review: done it', 'seph attribution'],
  ['Nishant (Example Corp):\n* more', 'Nishant attribution'],
  ['Priya (Debian): packaged', 'Priya attribution'],
  ['AI: Priya to ask', 'Priya owner'],
  ['(Sharvil); able to sign', 'Sharvil attribution'],
  ['**Melissa**: hello', 'Melissa attribution'],
  ['It helps (Stefano).', 'Stefano parenthesis'],
  ['Any topics? (mike)', 'mike parenthesis'],
  ['thanks to @ada and (@bo)', 'ada login', 'bo login'],
  ['seph will do it. Groob asks why. Stefano likes it', 'seph subject', 'Groob subject', 'Stefano subject'],
  ['I do not know - Sharvil', 'Sharvil attribution'],
  ['TODO(ann): it', 'ann owner'],
  // Names
  ['Guido van Rossum: it builds', 'Guido van Rossum attribution'],
  ['* **Ada van der Berg**: it builds', 'Ada van der Berg attribution'],
  ['J. Doe: it builds', 'J. Doe attribution'],
  ['J. R. Doe asks why', 'J. R. Doe subject'],
  ['Dr. King proposes it', 'Dr. King subject'],
  ['José: it builds', 'José attribution'],
  ['Zoe\u0308: it builds', 'Zoe\u0308 attribution'],
  ['Łukasz Żółć will do it', 'Łukasz Żółć subject'],
  ['It helps (Élise O’Neill-Smith).', 'Élise O’Neill-Smith parenthesis'],
  ['[Tove](https://github.com/tove): it builds', 'Tove attribution'],
  ['山田：書く', '山田 attribution'],
  // Roles and shared pads
  ['Host: Karen', 'Karen attribution'],
  ['Slides: Karen', 'Karen attribution'],
  ['**Scribe:** Guido van Rossum', 'Guido van Rossum attribution'],
  ['* Note-taker: Karen, Ann', 'Karen attribution', 'Ann attribution'],
  ['> [name=Tove] it builds', 'Tove attribution'],
  ['it builds [name=Tove Lind] [time=Mon 5 PM] [color=#fff]', 'Tove Lind attribution'],
];

const nobody: readonly string[] = [
  'Documentation: https://example.org',
  '* Calendar: <https://example.org/calendar>',
  'Backports: https://github.com/o/r/pull/1, <https://github.com/o/r/pull/2>',
  '* Q: is it done?\n* A: it is',
  'Open question: why?',
  'Next Steps:\n* x',
  'Release to packages (complete)',
  'YouTube Link: https://youtu.be/x',
  'Folks will review. We will. They will. This will. Someone will',
  'user@example.org, @types/node, @org/team, `@code`',
  'Refactoring will make sense; some_value will be 0',
  '[PR6562](https://github.com/o/r/pull/6562): add it',
  '* macOS: works\n* Linux: works',
  'Slides: https://example.org',
  'Host: TBD',
  'Link: see below',
  '* Note: it builds',
  '* util: mark the entries\n* sqlite: mend a leak\n* doc: say more',
  '* setup.py: rename it\n* README.md: say more\n* src/main.c: mend it',
  '* Docker: images are large\n* CentOS: end of life\n* Requirements: none\n* Takeaways: one\n* Theme: speed',
  'It works (PR’ed). It works (just). Though nobody asked. It ships (Friday).',
  "It’s done. Don't: worry",
  '- https://example.org - Add Tables and Columns',
];

/** Labels for action, task, to do, pending, decision, note, next steps, follow-up. */
const foreignLabels: Readonly<Record<string, readonly string[]>> = {
  Spanish: [
    'Acción',
    'Accion',
    'Tarea',
    'Tareas',
    'Pendiente',
    'Decisión',
    'Acuerdo',
    'Nota',
    'Próximos Pasos',
    'Seguimiento',
    'Responsable',
  ],
  German: [
    'Aufgabe',
    'Maßnahme',
    'Offen',
    'Entscheidung',
    'Beschluss',
    'Hinweis',
    'Notiz',
    'Erledigt',
    'Zuständig',
    'Wiedervorlage',
  ],
  French: ['Tâche', 'Tache', 'Décision', 'Remarque', 'Suivi', 'Tâches', 'Fait'],
  Portuguese: ['Ação', 'Tarefa', 'Pendente', 'Decisão', 'Encaminhamentos', 'Próximos Passos', 'Responsável'],
  Italian: ['Azione', 'Compito', 'Decisione', 'Attività', 'Prossimi Passi'],
  Dutch: ['Actie', 'Actiepunt', 'Taak', 'Besluit', 'Opmerking', 'Volgende Stappen'],
  Swedish: ['Åtgärd', 'Beslut', 'Uppföljning', 'Anteckning'],
  Polish: ['Zadanie', 'Decyzja', 'Uwaga', 'Ustalenia'],
  Czech: ['Úkol', 'Rozhodnutí', 'Poznámka'],
  Russian: ['Задача', 'Решение', 'Примечание'],
  Japanese: ['アクション', 'タスク', '宿題', '決定', '決定事項', '保留', 'メモ', '備考', '担当'],
  Chinese: ['行动项', '待办', '决定', '备注', '负责人'],
  Korean: ['작업', '결정', '메모', '보류'],
};

describe('a label is no person in', () => {
  for (const [language, labels] of Object.entries(foreignLabels)) {
    it(language, () => {
      for (const label of labels)
        for (const line of [
          `${label}: x`,
          `- **${label}:** x`,
          `* ${label} (x): y`,
          `x (${label})`,
          `${label}：x`,
          `## Tareas\n\n- ${label}: x`,
        ]) {
          const { people, actionItems } = parseNote(line);
          assert.deepEqual([people, actionItems.flatMap(({ owners }) => owners)], [[], []], line);
        }
    });
  }
  it('a template with markers of its own', () => {
    const conventions = { ...usualConventions, markers: ['Encargo:', 'HOMEWORK', 'Acción:'] };
    for (const line of ['Encargo: x', '- HOMEWORK: x', '- Acción: x'])
      assert.deepEqual(parseNote(line, undefined, conventions).people, [], line);
  });
});

it('names that only look like labels are people', () => {
  for (const name of ['Chi', 'Anna Fait', 'Notah', 'Decio', 'Zadie', 'Taro', '田中', 'Actis', 'Ada Stand'])
    assert.deepEqual(
      parseNote(`${name}: x`).people.map((each) => each.name),
      [name],
    );
});

describe('people', () => {
  for (const [text, ...expected] of table) {
    it(text.replaceAll('\n', '⏎'), () => {
      const found = parseNote(text).people.map(({ name, evidence }) => `${name} ${evidence}`);
      assert.deepEqual(found, expected);
    });
  }
  for (const text of nobody) {
    it(`nobody in ${text.replaceAll('\n', '⏎')}`, () => assert.deepEqual(parseNote(text).people, []));
  }
  it('takes no word of the title for a person', () => {
    const note = parseNote(
      '# lantern office hours 2026-01-06\n\nlantern will work. seph will, too.\n\nseph says so',
    );
    assert.deepEqual([...new Set(note.people.map(({ name }) => name))], ['seph']);
  });
});
