/** What a meeting's recording is called, and where recordings are. */

import { foldAccents, stripped } from './fold.ts';
import { words } from './words.ts';

/** A label with one of these is a recording's: `YouTube Link:`. Without accents. */
export const recordingWords = [
  ...['youtube', 'recording', 'video', 'livestream', 'live stream', 'webcast'],
  ...[
    'aufzeichnung',
    'mitschnitt',
    'enregistrement',
    'rediffusion',
    'grabacion',
    'gravacao',
    'registrazione',
  ],
  ...['opname', 'nagranie', 'inspelning', 'optagelse', 'запись', 'видеозапись', 'видео', 'трансляция'],
  ...['録画', '录像', '录屏', '錄影', '视频', '影片', '動画', '녹화', '영상'],
] as const;

const wordsOfRecordings: ReadonlySet<string> = new Set([...recordingWords, 'recordings', 'videos', 'slides']);

/** Beside the day in a meeting's heading: `January 6, 2026 ([Recording](https://…))`. In lower case. */
export function isRecordingWord(word: string): boolean {
  return wordsOfRecordings.has(foldAccents(word));
}

/** These name the recording of the meeting in a sentence as well: "The recording is available at …". */
const recordingNouns: readonly string[] = recordingWords.filter(
  (word) => !['youtube', 'video', 'видео', '视频', '影片', '動画', '영상'].includes(word),
);

/** A label with one of these may be, if the address differs from note to note: `Stream:`. */
const videoWords = [...recordingWords, 'stream', 'watch', 'replay', 'broadcast', 'vod'] as const;

/** Beside a recording word these leave a label what it is: `Link to the meeting recording`. Without accents. */
const besideRecording = words(
  'the a of to from for on in at by link links url meeting call zoom session this today todays s full public our part watch view see',
  'here available is as and stream live recordings videos replay vod file cloud audio first second 1 2 3',
  'der die das zur zum des vom link sitzung treffen treffens auf hier de la le du del da do van het di della dell en ici aqui',
  'reunion reuniao riunione vergadering lien enlace vinculo l enlaces ссылка на встречи',
);

/** In an address. */
const videoSites = [
  'youtube.',
  'youtu.be',
  'vimeo.com',
  'twitch.tv',
  'zoom.us/rec',
  'peertube',
  'dailymotion.',
  'bilibili.com',
  'loom.com/',
  'air.mozilla.org',
  'media.ccc.de',
  '/playback/presentation/',
];

/** Whether a text, in any case, names a recording. */
export function namesRecording(text: string): boolean {
  const plain = foldAccents(text);
  return recordingWords.some((word) => plain.includes(word));
}

/** Whether a sentence speaks of a recording: of the meeting, not just of any video. */
export function namesMeetingsRecording(text: string): boolean {
  const plain = foldAccents(text);
  return recordingNouns.some((word) => plain.includes(word));
}

const watching = /\b(?:watch|replay|recorded|stream|streamed|streaming|broadcast|vod|yt|bbb)\b/;

/** Above the topics, before the address of a video: `Watch it here`, `Replay:`. */
export function tellsToWatch(text: string): boolean {
  return text.length <= longestRemark && watching.test(foldAccents(text));
}

const longestRemark = 60;

/** Whether a text is a recording's name and nothing else: `📹 Meeting recording (YouTube)`, `Link zur Aufzeichnung`. */
export function isRecordingName(text: string): boolean {
  const plain = foldAccents(text);
  let named = false;
  for (const word of plain.split(/[^\p{L}\p{N}]+/u)) {
    if (word === '' || besideRecording.has(word)) continue;
    if (!recordingWords.some((each) => word === each || word === `${each}s` || isOfScript(word, each)))
      return false;
    named = true;
  }
  return named;
}

/** Without blanks between them, words of these scripts stand side by side: `会议录像`. */
function isOfScript(word: string, name: string): boolean {
  return name.charCodeAt(0) > 0x3000 && word.length <= name.length + 4 && word.includes(name);
}

const notRecorded = [
  /\b(?:not|never|wasn'?t|isn'?t|weren'?t|un) ?(?:been |being |yet )?recorded\b/,
  /\bno (?:video |meeting |youtube |zoom )?recordings?\b/,
  /\b(?:didn'?t|did not|forgot to) record\b/,
  /\brecording (?:was |is |has )?(?:not|un)(?: ?been)? ?(?:available|made|possible|started|saved)\b/,
  /\brecording (?:has |was |is )?(?:failed|lost|broken|missing|been lost|skipped)\b/,
  /\b(?:keine?|ohne) (?:aufzeichnung|aufnahme|mitschnitt|video)/,
  /\bnicht (?:aufgezeichnet|aufgenommen|mitgeschnitten)/,
  /\b(?:pas d['’]|sans |aucun )enregistrement|\bnon enregistre|\bpas (?:ete )?enregistre/,
  /\b(?:sin|no hay|no hubo) grabacion|\bno (?:se|fue|ha sido) (?:grabo|grabada|grabado)/,
  /\b(?:sem|nao houve|nao ha) gravacao|\bnao (?:foi )?gravad[ao]/,
  /\b(?:nessuna|senza) registrazione|\bnon (?:e stata )?registrat[ao]/,
  /\bgeen opname|\bniet opgenomen|\bbrak nagrania|\bnie nagran/,
  /(?:запись|записи) (?:не |нет|отсутствует)|нет записи|без записи|не записыва/,
  /(?:録画|录像|錄影|录屏|视频)(?:は|が)?(?:なし|無し|無|ありません|しません|していません|未)|(?:没有|沒有|無|无|未)(?:录像|錄影|录屏|録画|录制|視頻|视频)/,
  /녹화 ?(?:없음|안 ?함|하지 않)/,
];

/** Whether a text says that there is no recording: "This meeting was not recorded", "No recording yet". Linear in at most 200 characters. */
export function saysNotRecorded(text: string): boolean {
  if (text.length > longestStatement) return false;
  const plain = foldAccents(text);
  if (!mayMention.test(plain)) return false;
  return notRecorded.some((pattern) => pattern.test(plain));
}

const longestStatement = 200;
const mayMention =
  /record|video|zeichn|nomm|schnit|regist|grab|grav|opn|opg|nagran|запис|録|录|錄|视|視|녹화/;

const noValues = new Set([
  ...[
    'n/a',
    'na',
    'none',
    'no',
    'not available',
    'unavailable',
    'nope',
    'nothing',
    'missing',
    'lost',
    'failed',
    '-',
    '--',
    '–',
    '—',
    '❌',
  ],
  ...[
    'not recorded',
    'not yet',
    'none yet',
    'skipped',
    'private',
    'not public',
    'keine',
    'keins',
    'nein',
    'entfallt',
    'nicht vorhanden',
  ],
  ...[
    'aucun',
    'aucune',
    'non',
    'neant',
    'pas disponible',
    'non disponible',
    'ninguna',
    'ninguno',
    'no disponible',
    'nenhuma',
    'nao',
  ],
  ...[
    'nao disponivel',
    'nessuna',
    'nessuno',
    'geen',
    'nee',
    'brak',
    'nie',
    'нет',
    'なし',
    '無し',
    '无',
    '無',
    '没有',
    '沒有',
    '없음',
  ],
]);

/** Whether what stands behind a recording's label says that there is none: `n/a`. */
export function isNoRecording(value: string): boolean {
  const plain = stripped(foldAccents(value), '*_()[]`', '*_()[]`.!');
  return noValues.has(plain) || saysNotRecorded(plain);
}

const openValues = new Set([
  ...[
    'tbd',
    'tba',
    'todo',
    'pending',
    'soon',
    'coming soon',
    'to follow',
    'later',
    'link',
    'url',
    'xxx',
    '...',
    '…',
    '?',
    '???',
    'folgt',
  ],
  ...[
    'to be added',
    'to be uploaded',
    'will be added',
    'will be uploaded',
    'a venir',
    'bientot',
    'proximamente',
    'em breve',
    'wip',
  ],
]);

/** Whether what stands behind a recording's label stands for the link to come: `TBD`. */
export function isRecordingToCome(value: string): boolean {
  return openValues.has(stripped(foldAccents(value), '*_()[]<`', '*_()[]>`!'));
}

/** Whether a label or the URL behind it, in any case, may be a video's. */
export function mayBeVideo(label: string, url: string): boolean {
  const [plain, address] = [foldAccents(label), url.toLowerCase()];
  return videoWords.some((word) => plain.includes(word)) || videoSites.some((site) => address.includes(site));
}

/** Whether an address is that of a site for videos. */
export function isVideoUrl(url: string): boolean {
  const address = url.toLowerCase();
  return videoSites.some((site) => address.includes(site));
}
