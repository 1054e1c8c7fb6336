/**
 * What stands before a colon for the kind of an entry: `Acción: …`, `Beschluss: …`, `À suivre : …`. Nobody is called so. In lower case;
 * German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Polish, Czech, Russian, Japanese, Chinese, Korean.
 */

import { foreignTaskLists } from './actionTitles.ts';
import { foldAccents } from './fold.ts';
import { statusWords } from './status.ts';
import { foreignOwnerLabels, foreignTaskWords, statusColumns } from './tasks.ts';
import { words } from './words.ts';

/** In English; other words of a label may stand before: `Final decision`. */
export const decisionWords = words(
  'decision decisions decided agreed agreement agreements resolution resolutions consensus conclusion conclusions',
);

const foreignDecisions: readonly string[] = [
  ...words(
    'entscheidung entscheidungen beschluss beschlüsse beschlossen ergebnis ergebnisse décision décisions décidé',
  ),
  ...words(
    'decisión decisiones decidido acuerdo acuerdos resolución decisão decisões decidida acordo acordos deliberação',
  ),
  ...words(
    'decisione decisioni deciso besluit besluiten beslissing beslissingen besloten afspraak afspraken beslut beslutning',
  ),
  ...words(
    'beslutninger decyzja decyzje ustalenia ustalenie uchwała rozhodnutí usnesení решение решения решено',
  ),
  ...words('決定 決定事項 合意 合意事項 結論 决定 決議 决议 结论 共识 결정 결정사항 합의 결론'),
];

/** A task that a line announces, in one or two words; the lists of tasks are called so as well. */
const foreignTasks: readonly string[] = [
  ...foreignTaskWords,
  ...foreignTaskLists,
  ...words(
    'massnahme massnahmen aktion aktionen aktionspunkt todos handlungsbedarf åtgärd uppgift uppgifter',
  ),
  ...words(
    'opgave opgaver handling akcja akcje działanie działania úkol akce действие действия поручение поручения',
  ),
  ...words('課題 対応 アクション項目 行动 行動 行动项目 待辦 待辦事項 待办项 과제 액션'),
  ...words(
    'nachverfolgung wiedervorlage folgeaktion suivi suivis seguimiento seguimientos acompanhamento encaminhamento',
  ),
  ...words('opvolging vervolg uppföljning opfølgning フォローアップ 跟进 跟進 后续 後續 후속 후속조치 今後'),
  ...[
    'nächster schritt',
    'prochaine étape',
    'siguiente paso',
    'siguientes pasos',
    'próximo paso',
    'próximo passo',
  ],
  ...[
    'prossimo passo',
    'seguiti',
    'volgende stap',
    'næste skridt',
    'następny krok',
    'następne kroki',
    'další krok',
  ],
  ...[
    'следующий шаг',
    'à suivre',
    'à traiter',
    'point d’action',
    "point d'action",
    'points d’action',
    "points d'action",
  ],
];

const pending: readonly string[] = [
  ...words(
    'offen offene offener ausstehend unerledigt pendiente pendientes pendente pendentes pendência pendências sospeso',
  ),
  ...words(
    'openstaand openstaande väntande oczekujące oczekuje čeká ожидает ожидается открыто 保留 未決 未定 継続 未完了 待定 待确认',
  ),
  ...words('待處理 待处理 未完成 보류 미정 미결 대기'),
  ...[
    'en attente',
    'en suspens',
    'en espera',
    'por hacer',
    'por resolver',
    'em espera',
    'in sospeso',
    'in attesa',
    'in afwachting',
  ],
];

const noteLabels: readonly string[] = [
  ...words(
    'notiz notizen hinweis hinweise anmerkung anmerkungen bemerkung bemerkungen protokoll frage fragen antwort thema themen',
  ),
  ...words(
    'remarque remarques nota notas observación observaciones observação observações aviso avisos pregunta preguntas',
  ),
  ...words(
    'pergunta perguntas resposta respuesta réponse tema temas sujet sujets osservazione osservazioni domanda domande risposta',
  ),
  ...words(
    'opmerking opmerkingen notitie notities vraag vragen anteckning anteckningar notering noteringar bemærkning fråga',
  ),
  ...words(
    'uwaga uwagi notatka notatki pytanie poznámka poznámky otázka примечание примечания заметка заметки вопрос ответ тема',
  ),
  ...words(
    '注 注記 注意 メモ 備考 補足 議題 質問 回答 报告 報告 共有 备注 備註 说明 說明 议题 問題 问题 메모 비고 참고 질문 답변 안건',
  ),
];

/** With their accents and without. */
function withPlain(lists: readonly (readonly string[])[]): ReadonlySet<string> {
  return new Set(lists.flat().flatMap((word) => [word, foldAccents(word)]));
}

/** Of a task or a decision: behind one, something else begins. */
const announcements = withPlain([
  [...decisionWords],
  ['action', 'actions', 'task', 'tasks', 'next step', 'next steps', 'follow-up', 'follow up', 'followup'],
  foreignDecisions,
  foreignTasks,
]);

const entryLabels = withPlain([
  foreignDecisions,
  foreignTasks,
  pending,
  noteLabels,
  foreignOwnerLabels,
  [...statusColumns],
  statusWords.map(([word]) => word),
]);

/** True for `acción`, `próximos pasos`, and for what begins with such a word; `name` is in lower case. */
export function isEntryLabel(name: string): boolean {
  if (entryLabels.has(name)) return true;
  const blank = name.indexOf(' ');
  return blank > 0 && entryLabels.has(name.slice(0, blank));
}

/** True for `Entscheidung`, `Próximos pasos`, `決定`; in lower case it may be any word of a line that goes on. */
export function announcesEntry(label: string): boolean {
  const first = label[0] ?? '';
  return (
    (first !== first.toLowerCase() || first === first.toUpperCase()) && announcements.has(label.toLowerCase())
  );
}
