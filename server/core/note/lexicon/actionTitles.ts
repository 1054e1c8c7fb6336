/** The words of titles and labels around tasks: `Last week's action items`, `Next steps (10 min)`, `At the end of the meeting:`. */

import { words } from './words.ts';

/** What lists of tasks are called in other languages. */
export const foreignTaskLists: readonly string[] = [
  ...[
    'aufgaben',
    'offene aufgaben',
    'nächste schritte',
    'offene punkte',
    'maßnahmen',
    'zu erledigen',
    'à faire',
    'actions à mener',
    'actions à faire',
    'aktionspunkte',
  ],
  ...[
    'prochaines étapes',
    'tâches',
    'tareas',
    'próximos pasos',
    'acciones',
    'tareas pendientes',
    'por hacer',
    'puntos de acción',
    'acciones pendientes',
  ],
  ...[
    'tarefas',
    'próximos passos',
    'ações',
    'itens de ação',
    'ações pendentes',
    'encaminhamentos',
    'pendências',
    'a fazer',
    'azioni',
    'prossimi passi',
    'da fare',
    'compiti',
  ],
  ...[
    'actiepunten',
    'acties',
    'taken',
    'volgende stappen',
    'nästa steg',
    'åtgärder',
    'att göra',
    'úkoly',
    'další kroky',
    'zadania',
  ],
  ...[
    'задачи',
    'следующие шаги',
    'к выполнению',
    'アクションアイテム',
    'アクション',
    'タスク',
    '宿題',
    '次のステップ',
    '待办',
    '待办事项',
    '行动项',
    '下一步',
    '任务',
  ],
  ...['할 일', '액션 아이템', '다음 단계'],
];

/** What lists of tasks are called, wherever they stand; `AI` is a topic as often. */
export const taskLists: ReadonlySet<string> = new Set([
  ...['action item', 'action items', 'action-item', 'action-items', 'action point', 'action points', 'ais'],
  ...['todo', 'todos', 'to do', 'to dos', 'to-do', 'to-dos', "todo's", 'things to do', 'actions to take'],
  ...foreignTaskLists,
]);

/** What lists of tasks are called, and topics, too. */
export const otherTaskLists: ReadonlySet<string> = new Set([
  ...['action', 'actions', 'task', 'tasks', 'promises', 'next step', 'next steps', 'next actions'],
  ...['follow up', 'follow ups', 'follow-up', 'follow-ups', 'followup', 'followups'],
  ...[
    'follow up items',
    'follow-up items',
    'followup items',
    'follow up actions',
    'follow-up actions',
    'action list',
  ],
  ...['actions arising'],
]);

/** No more words than these are in one of the names above. */
export const longestTaskList = 3;

/** Before the name of a list: `Open action items`, `Review of last week's action items`. */
export const listQualifiers = words(
  'new open old last previous prior past current outstanding pending remaining ongoing upcoming carried over carry-over carryover carried-over',
  'recurring unfinished all our my the any other more further additional key main immediate agreed assigned recorded resulting summary recap',
  "review reviewing update updates status list of on from this week's month's meeting's call's session's time's sprint's today's yesterday's",
  'weeks todays existing unassigned unresolved priority short-term long-term',
);

/** Before the name of a list whose tasks are done. */
export const doneQualifiers = words('completed complete closed done finished resolved');

/** After the name of a list, as are numbers and dates: `Action items from last meeting`, `Tasks for next week`. */
export const listSuffixes = words(
  'from of for since until till by before after at on this last next previous prior past the our all today tomorrow yesterday list lists',
  'review update updates status recap summary log tracker register overview below open new pending outstanding carried over carry-over',
  'old current completed closed done optional continued cont min mins minute minutes m h hr hour hours owner owners assignee assignees',
  'deadline deadlines due date dates responsible none n/a nothing yet recorded captured agreed discussed',
);

/** What a suffix may name behind a word such as `last`, `this` or `the`. */
export const listTimes = words(
  "week week's weeks month month's meeting meeting's meetings call call's calls session session's sprint time time's quarter year standup sync",
);
export const beforeListTimes = words(
  'from of for since this last next previous prior past the our until by before after',
);

/** Between two names of a list. */
export const listConnectors = words('and & / + , | or');

/** What a line that introduces a list may say behind the name: `Next steps are:`, `Action items for the release:`. */
export const afterLeadIn = words(
  'are is were would could include for on in to towards regarding with about from identified agreed as',
);

/** What a list in an action section is called that has no tasks. */
const otherLists: ReadonlySet<string> = new Set([
  ...[
    'note',
    'notes',
    'link',
    'links',
    'reference',
    'references',
    'resource',
    'resources',
    'decision',
    'decisions',
  ],
  ...[
    'decisions made',
    'discussion',
    'discussions',
    'agenda',
    'next agenda',
    'agenda for next meeting',
    'background',
  ],
  ...[
    'attendees',
    'participants',
    'present',
    'parking lot',
    'parked',
    'context',
    'comments',
    'questions',
    'open questions',
  ],
  ...[
    'reminder',
    'reminders',
    'announcements',
    'summary',
    'recap',
    'fyi',
    'see also',
    'for reference',
    'for the record',
  ],
  ...[
    'useful links',
    'related',
    'related links',
    'ideas',
    'risks',
    'feedback',
    'minutes',
    'recording',
    'topics',
  ],
  ...[
    'agreements',
    'conclusions',
    'outcomes',
    'nice to have',
    'out of scope',
    'not planned',
    'wontfix',
    "won't do",
  ],
  ...[
    'legend',
    'key',
    'example',
    'examples',
    'template',
    'history',
    'next meeting',
    'next call',
    'next session',
  ],
  ...[
    'follow-up meeting',
    'adjourn',
    'adjournment',
    'closing',
    'wrap-up',
    'wrap up',
    'housekeeping',
    'chair notes',
  ],
]);

/** `key` is a heading's or a label's; see headingKey. */
export function isOtherList(key: string): boolean {
  return otherLists.has(key);
}

/** How a line begins that speaks of a time: `At the end of the meeting:`, `Once everybody has left:`. */
const momentWords = words('at after once when while during finally before until');
const occasionWords = words('meeting call session standup minutes recording everyone everybody notes');
/** `For the next meeting:` introduces tasks. */
const laterWords = words('next previous last prior');

/** True for `At the end of the meeting:` and `Meeting adjourned`, behind which no list of tasks goes on. */
export function isClosing(key: string): boolean {
  const [first = '', ...rest] = key.split(' ');
  if (rest.length === 0) return first === 'adjourned';
  if (rest.some((word) => word.startsWith('adjourn'))) return true;
  if (first === 'next' && (rest[0] === 'meeting' || rest[0] === 'call' || rest[0] === 'session')) return true;
  if (rest.some((word) => laterWords.has(word))) return false;
  const speaksOfIt = rest.some((word) => occasionWords.has(word)) || occasionWords.has(first);
  return speaksOfIt && (momentWords.has(first) || endsIt(rest));
}

function endsIt(rest: readonly string[]): boolean {
  return rest.some(
    (word) => word === 'ended' || word === 'closed' || word === 'concluded' || word === 'over',
  );
}
