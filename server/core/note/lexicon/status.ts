/** The words and signs by which an item says that it is done, or that somebody works on it. In lower case. */

export type TaskStatus = 'done' | 'inProgress';

const done = [
  ...['done', 'complete', 'completed', 'finished', 'fixed', 'resolved', 'solved', 'shipped', 'released'],
  ...['merged', 'landed', 'closed', 'cancelled', 'canceled', 'dropped', 'obsolete', "won't do", 'wontfix'],
  ...['no longer needed', 'not needed', 'not needed anymore', 'not needed any more', 'no longer relevant'],
  ...['erledigt', 'fertig', 'fait', 'terminé', 'hecho', 'listo', 'feito', 'concluído', 'fatto', 'klaar'],
  ...['gedaan', 'klart', 'hotovo', 'готово', 'сделано', '完了', '済', '完成', '已完成', '완료'],
];

const inProgress = [
  ...['in progress', 'in-progress', 'wip', 'work in progress', 'ongoing', 'started', 'underway', 'under way'],
  ...["pr'ed", "pr'd", 'pr open', 'pr opened', 'pr up', 'pr sent', 'draft pr', 'in review', 'under review'],
  ...['waiting for review', 'awaiting review', 'ready for review', 'needs review', 'waiting on review'],
  ...[
    'in arbeit',
    'en cours',
    'en curso',
    'em andamento',
    'in corso',
    'в работе',
    '対応中',
    '進行中',
    '进行中',
    '진행중',
  ],
];

/** The longest first: `complete` also begins `completed`. */
export const statusWords: readonly (readonly [word: string, status: TaskStatus])[] = [
  ...done.map((word) => [word, 'done'] as const),
  ...inProgress.map((word) => [word, 'inProgress'] as const),
].sort(([a], [b]) => b.length - a.length);

/** Emoji, their short codes, and boxes that are none in Markdown. */
export const statusSigns: readonly (readonly [sign: string, status: TaskStatus])[] = [
  ...['✅', '✔', '☑', '✓', '🗹'].map((sign) => [sign, 'done'] as const),
  ...['white_check_mark', 'heavy_check_mark', 'ballot_box_with_check', 'check', 'checkmark', 'done'].map(
    (code) => [`:${code}:`, 'done'] as const,
  ),
  ...['[x]', '[✓]', '[✔]', '[-]', '[~]'].map((box) => [box, 'done'] as const),
  ...['🚧', '⏳', '🔄', ':construction:', ':hourglass:', ':hourglass_flowing_sand:', '[/]'].map(
    (sign) => [sign, 'inProgress'] as const,
  ),
];
