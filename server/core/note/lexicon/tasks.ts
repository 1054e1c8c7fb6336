/** The words around what is to be done: markers, promises, the labels of owners, the columns of tables. */

import { statusWords } from './status.ts';
import { words } from './words.ts';

export interface MarkerWord {
  readonly word: string;
  /** May stand without a colon at the start of a sentence. */
  readonly bare: boolean;
  /** Counts in lower and mixed case when a colon follows and it starts its line. */
  readonly anyCase: boolean;
  /** Counts only at a line's start. */
  readonly startsLine: boolean;
  /** May also be the initials of a speaker; see walk. */
  readonly doubtful: boolean;
}

/** A marker that is no other kind: a colon has to follow, the case does not count. */
export const plainMarker = { bare: false, anyCase: true, startsLine: false, doubtful: false };

export const usualMarkers: readonly MarkerWord[] = [
  { ...plainMarker, word: 'TODO', bare: true },
  { ...plainMarker, word: 'FIXME', bare: true },
  { ...plainMarker, word: 'ACTION ITEM' },
  { ...plainMarker, word: 'ACTION' },
  { ...plainMarker, word: 'AI', anyCase: false, startsLine: true, doubtful: true },
];

/** What only some communities write before a task; a colon follows. */
export const rareMarkers = [
  ...['AP', 'AR', 'TASK', 'TASKS', 'ACTION POINT', 'ACTION REQUIRED', 'FOLLOW UP', 'FOLLOW-UP', 'FOLLOWUP'],
  ...['TO DO', 'TO-DO', 'ASSIGNED'],
] as const;

/** After a bare `TODO`, these make it a noun. */
export const nounsAfterMarker = words('list lists items comment comments section file app is are was and or');

/** `NAME will …`: a promise. */
export const promises: ReadonlySet<string> = new Set(['will', "'ll", 'shall']);
/** `NAME will take this as a todo` */
export const pledgeVerbs = words('will to can should took takes is are');

/** Verbs that open a task and are followed by "to" as readily as a name is: "Talk to the team". */
const verbsBeforeTo = words(
  'need needs want wants have has had try remember plan continue agree going used due able talk speak respond reply move switch',
  'add go write point link upgrade migrate port convert reach listen look refer adapt return send submit push back get decide how',
  'what where who when whether easier hard time chance way work ways want ready happy free up close similar up-to according thanks',
);

export function isVerbBeforeTo(word: string): boolean {
  return verbsBeforeTo.has(word.toLowerCase());
}

/** Words that stand in an owner's place until there is one. */
export const ownerPlaceholders = words(
  'someone somebody anyone anybody nobody whoever we us folks tbd tba owner name assignee unassigned',
);
/** Of these, the ones who are somebody. */
export const ourselves = words('we us folks');
/** And before a colon; `Also: write it` and `Q: is it written?` would lose what they say. */
export const ownerPlaceholdersBeforeColon = words('who noone none unknown na');

/** Before who owns the task or the list: `Owner: Tove`, `Assigned to @tove`. */
export const ownerLabels: readonly string[] = [
  ...[
    'owner',
    'owners',
    'action owner',
    'owned by',
    'assignee',
    'assignees',
    'assigned to',
    'assigned',
    'responsible',
    'who',
    'lead',
  ],
  ...[
    'leads',
    'dri',
    'poc',
    'driver',
    'champion',
    'action by',
    'by',
    'for',
    'person',
    'point of contact',
    'contact',
  ],
];

/** What lines below a task say of it, by their labels; those of its owner and its state are `ownerLabels` and `statusColumns`. */
export const taskDetails: ReadonlySet<string> = new Set([
  ...words(
    'due deadline when until date priority prio severity effort estimate size link links see context background reason why how',
  ),
  ...words(
    'example examples steps details description depends requires blocker edit update cc fyi ps re ref refs related output input',
  ),
  ...[
    'due date',
    'due by',
    'see also',
    'depends on',
    'blocked by',
    'part of',
    'acceptance criteria',
    'definition of done',
  ],
]);

/** Behind a name's `'s`. */
export const ownTaskWords: ReadonlySet<string> = new Set([
  ...[
    'action items',
    'action item',
    'actions',
    'tasks',
    'todo',
    'todos',
    'to do',
    'to-do',
    'to-dos',
    'todo list',
    'list',
    'items',
  ],
  ...['next steps', 'follow-ups', 'follow ups', 'ais', 'part', 'homework'],
]);

/** Labels and columns of owners in German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Japanese, Chinese, Korean. */
export const foreignOwnerLabels: readonly string[] = [
  ...['verantwortlich', 'verantwortliche', 'verantwortlicher', 'verantwortliche(r)', 'verantwortung'],
  ...[
    'zuständig',
    'responsable',
    'responsables',
    'porteur',
    'assigné à',
    'encargado',
    'encargada',
    'asignado a',
  ],
  ...[
    'responsável',
    'responsáveis',
    'responsabile',
    'verantwoordelijke',
    'verantwoordelijk',
    'odpowiedzialny',
  ],
  ...['ответственный', 'исполнитель', '担当', '担当者', '负责人', '負責人', '담당', '담당자'],
];

/** What one task, or several, are called in these languages, as a label and as a column. */
export const foreignTaskWords: readonly string[] = [
  ...[
    'aufgabe',
    'aufgaben',
    'maßnahme',
    'maßnahmen',
    'tâche',
    'tâches',
    'tarea',
    'tareas',
    'acción',
    'acciones',
  ],
  ...[
    'tarefa',
    'tarefas',
    'ação',
    'ações',
    'azione',
    'azioni',
    'attività',
    'compito',
    'taak',
    'taken',
    'actie',
  ],
  ...[
    'acties',
    'actiepunt',
    'zadanie',
    'zadania',
    'задача',
    'задачи',
    'タスク',
    'アクション',
    'アクションアイテム',
  ],
  ...['やること', '作業', '宿題', '任务', '任務', '事项', '行动项', '待办', '할 일', '작업'],
];

/** Headers of a table's column, by headingKey. */
export const ownerColumns: ReadonlySet<string> = new Set([
  ...ownerLabels,
  ...[
    'owner(s)',
    'assignee(s)',
    'assigned to',
    'responsible person',
    'responsibility',
    'responsible party',
    'name',
    'names',
    'people',
  ],
  ...[
    'volunteer',
    'volunteers',
    'who?',
    'by whom',
    'action for',
    'task owner',
    'leader',
    'maintainer',
    'person responsible',
    'owned by',
  ],
  ...foreignOwnerLabels,
  // German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian
  ...['wer', 'wer?', 'qui', 'quién', 'quem', 'chi', 'wie', 'kto', 'кто'],
]);
export const taskColumns: ReadonlySet<string> = new Set([
  ...[
    'action',
    'actions',
    'action item',
    'action items',
    'action point',
    'action points',
    'task',
    'tasks',
    'todo',
    'to do',
    'to-do',
  ],
  ...[
    'what',
    'item',
    'items',
    'description',
    'next step',
    'next steps',
    'activity',
    'follow-up',
    'follow up',
    'deliverable',
    'summary',
  ],
  ...['ai', 'work', 'work item', 'topic', 'title', 'subject', 'details', 'what to do', 'to be done', 'goal'],
  ...foreignTaskWords,
  // German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Japanese, Korean
  ...['was', 'was?', 'quoi', 'qué', 'o quê', 'cosa', 'wat', 'co', 'что', '内容', '내용'],
]);
export const statusColumns: ReadonlySet<string> = new Set([
  'status',
  'state',
  'done',
  'done?',
  'completed',
  'complete',
  'progress',
  'closed',
  ...[
    'stand',
    'erledigt',
    'erledigt?',
    'statut',
    'état',
    'fait',
    'fait ?',
    'estado',
    'hecho',
    'situação',
    'stato',
  ],
  ...['fatto', 'gereed', 'статус', 'состояние', '状態', 'ステータス', '状況', '状态', '狀態', '상태', '완료'],
]);
/** In a cell of such a column. */
export const doneCells: ReadonlySet<string> = new Set([
  ...statusWords.filter(([, status]) => status === 'done').map(([word]) => word),
  ...['yes', 'y', 'x', '100%', 'abandoned', 'ja', 'oui', 'sí', 'sim', 'sì', 'да', 'はい', '是', '예'],
]);
