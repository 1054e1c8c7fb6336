import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseNote } from '../../../server/core/note/parse.ts';
import { growsLinearlyIn } from '../../helpers/growth.ts';

const recordings: readonly [line: string, label: string | undefined, url: string | undefined][] = [
  ['YouTube Link: https://youtu.be/x', 'YouTube Link:', 'https://youtu.be/x'],
  [
    'YouTube: https://www.youtube.com/watch?v=a_b&t=0s',
    'YouTube:',
    'https://www.youtube.com/watch?v=a_b&t=0s',
  ],
  ['Link to YouTube recording: https://youtu.be/x', 'Link to YouTube recording:', 'https://youtu.be/x'],
  ['[YouTube Recording](https://youtu.be/x)', 'YouTube Recording', 'https://youtu.be/x'],
  ['Recording: [here](https://youtu.be/x)', 'Recording:', 'https://youtu.be/x'],
  ['https://youtu.be/x', '', 'https://youtu.be/x'],
  ['YouTube: <https://youtu.be/x>', 'YouTube:', 'https://youtu.be/x'],
  ['* **Recording**: <https://youtu.be/x>', '**Recording**:', 'https://youtu.be/x'],
  ['**Recording:** https://example.org/x', '**Recording:**', 'https://example.org/x'],
  ['__Video:__ [here](https://example.org/x)', '__Video:__', 'https://example.org/x'],
  ['**Recording:**', '**Recording:**', undefined],
  ['Recording: https://example.org/x (the first half is lost)', 'Recording:', 'https://example.org/x'],
  ['Recording: <https://example.org/x> Passcode: 1234', 'Recording:', 'https://example.org/x'],
  ['Recording: https://example.org/x, password abc', 'Recording:', 'https://example.org/x'],
  ['<https://youtu.be/x>', '', 'https://youtu.be/x'],
  ['Recording: see <https://youtu.be/x>', 'Recording:', 'https://youtu.be/x'],
  ['YouTube Link:', 'YouTube Link:', undefined],
  ['YouTube Link:   ', 'YouTube Link:', undefined],
  ['Attendance: three', undefined, undefined],
  ['The meeting was recorded: https://youtu.be/x', 'The meeting was recorded:', 'https://youtu.be/x'],
  ['Watch it [here](https://youtu.be/x).', 'Watch it', 'https://youtu.be/x'],
  ['YT: https://youtu.be/x', 'YT:', 'https://youtu.be/x'],
  ['Replay: https://peertube.example/w/1', 'Replay:', 'https://peertube.example/w/1'],
  [
    'BBB: https://bbb.example.org/playback/presentation/2.3/abc',
    'BBB:',
    'https://bbb.example.org/playback/presentation/2.3/abc',
  ],
  ['Last meeting: https://youtu.be/x', undefined, undefined],
  ['Zoom: https://zoom.us/j/123', undefined, undefined],
  ['We watched the video: https://youtu.be/x was good', undefined, undefined],
  ['https://example.org', undefined, undefined],
];

const shown = (text: string) => {
  const { recording } = parseNote(text);
  if (recording === undefined) return undefined;
  const { range, url } = recording;
  if (url) assert.equal(text.slice(url.range.from, url.range.to), url.value);
  assert.ok(range.from < range.to && range.to <= text.length);
  return url?.value ?? (recording.notRecorded ? 'none' : 'open');
};

describe('the recording above the first section', () => {
  for (const [line, label, url] of recordings)
    it(line, () => {
      const text = `# T 2020-01-01\n\n${line}\n\n## A\n`;
      const note = parseNote(text);
      assert.equal(note.recording?.label, label);
      assert.equal(note.recording?.url?.value, url);
      shown(text);
    });

  const x = 'https://youtu.be/x';
  const other = 'https://example.org/x';
  for (const [line, expected] of [
    [`Livestream: ${x}`, x],
    [`Live stream: ${other}`, other],
    [`Recording - ${other}`, other],
    [`Recording – ${other}`, other],
    [`Recording ${other}`, other],
    [`🎥 Recording: ${other}`, other],
    [`📹 ${x}`, x],
    [`**[Recording](${other})**`, other],
    [`[**Recording**](${other})`, other],
    [`[Link to the recording](${other})`, other],
    [`Watch [the recording](${other})`, other],
    [`[Watch the recording](${x}).`, x],
    [`The recording is available at ${other}.`, other],
    [`The recording of this meeting can be found [here](${other}).`, other],
    [`You can watch the livestream on ${x}`, x],
    [`Today's call was recorded; the recording: ${other}`, other],
    [`Aufzeichnung: ${other}`, other],
    [`Link zur Aufzeichnung: ${other}`, other],
    [`[Zur Aufzeichnung](${other})`, other],
    [`Mitschnitt: ${other}`, other],
    [`Enregistrement : ${other}`, other],
    [`Vidéo : ${other}`, other],
    [`Grabación: ${other}`, other],
    [`Grabacion de la reunión: ${other}`, other],
    [`Gravação: ${other}`, other],
    [`Registrazione: ${other}`, other],
    [`Opname: ${other}`, other],
    [`Nagranie: ${other}`, other],
    [`Запись встречи: ${other}`, other],
    [`録画: ${other}`, other],
    [`录像：${other}`, other],
    [`会议录像： ${other}`, other],
    [`녹화: ${other}`, other],
    ['{%youtube dQw4w9WgXcQ %}', 'dQw4w9WgXcQ'],
    ['{% youtube dQw4w9WgXcQ %}', 'dQw4w9WgXcQ'],
    [`{%embed ${x} %}`, x],
    ['{{< youtube dQw4w9WgXcQ >}}', 'dQw4w9WgXcQ'],
    ['@[youtube](dQw4w9WgXcQ)', 'dQw4w9WgXcQ'],
    [`[![Recording](https://img.example.org/1.jpg)](${x})`, x],
    [`<iframe width="560" src="${x}" title="a"></iframe>`, x],
    [`<a href="${x}">Recording</a>`, x],
    [`- Date: Monday\n- Recording: ${other}`, other],
    [`| Date | Monday |\n| --- | --- |\n| Recording | ${other} |`, other],
    [`| Date | Recording |\n| --- | --- |\n| Monday | [here](${other}) |`, other],
    [`| **Video** | <${x}> |\n| --- | --- |\n| a | b |`, x],
    ['| Date | Monday |\n| --- | --- |\n| Recording | n/a |', 'none'],
    ['Recording:', 'open'],
    ['Recording: TBD', 'open'],
    ['**Recording**: coming soon', 'open'],
    ['Recording: n/a', 'none'],
    ['Recording: none', 'none'],
    ['**Recording:** not available', 'none'],
    ['Recording: -', 'none'],
    ['Recording: not recorded', 'none'],
    ['Video: N/A', 'none'],
    ['This meeting was not recorded.', 'none'],
    ["The call wasn't recorded", 'none'],
    ['Not recorded', 'none'],
    ['(not recorded)', 'none'],
    ['No recording', 'none'],
    ['No recording (yet)', 'none'],
    ['*No recording this week.*', 'none'],
    ['We forgot to record the meeting.', 'none'],
    ['Unfortunately the recording failed.', 'none'],
    ['Keine Aufzeichnung', 'none'],
    ['Aufzeichnung: keine', 'none'],
    ['Das Treffen wurde nicht aufgezeichnet.', 'none'],
    ["Pas d'enregistrement", 'none'],
    ['Enregistrement : aucun', 'none'],
    ['Sin grabación', 'none'],
    ['Grabación: no disponible', 'none'],
    ['Sem gravação', 'none'],
    ['Nessuna registrazione', 'none'],
    ['Geen opname', 'none'],
    ['Brak nagrania', 'none'],
    ['Запись не велась', 'none'],
    ['録画なし', 'none'],
    ['没有录像', 'none'],
    ['녹화 없음', 'none'],
    // Something else.
    [`Slides: ${other}`, undefined],
    [`Agenda: ${x}`, undefined],
    ['The recording of the last meeting was not uploaded.', undefined],
    ['No recording of the last meeting?', undefined],
    ['Recording of the talk costs too much: https://github.com/o/r/issues/1', undefined],
    ['Everybody knows the videos.', undefined],
    ['{% if youtube %}', undefined],
    ['No records were broken', undefined],
  ] as const)
    it(line.replaceAll('\n', '⏎'), () => assert.equal(shown(`# T\n\n${line}\n\n## A\n`), expected));
});

describe('the recording below a heading', () => {
  const x = 'https://youtu.be/x';
  const other = 'https://example.org/x';
  for (const [text, expected] of [
    [`## Recording\n\n${other}\n`, other],
    [`## Recording\n\n- ${other}\n`, other],
    [`## Recording\n\n- [here](${other})\n`, other],
    [`## Recording\n\nIt is [on the server](${other}).\n`, other],
    [`### 🎥 Recording\n\n<${other}>\n`, other],
    [`## Video recording\n\n${other}\n`, other],
    [`## Watch the recording\n\n${other}\n`, other],
    [`## Aufzeichnung\n\n${other}\n`, other],
    [`## Enregistrement\n\n${other}\n`, other],
    [`## 録画\n\n${other}\n`, other],
    ['## Recording\n\n{%youtube abcdef %}\n', 'abcdef'],
    [`## Recording\n\n<iframe src="${x}"></iframe>\n`, x],
    [`## Recording\n\n### Part 1\n\n${other}\n`, other],
    [`## Recording: ${other}\n`, other],
    [`## [Recording](${other})\n`, other],
    [`## Recording ([YouTube](${x}))\n`, x],
    ['## Recording\n\nn/a\n', 'none'],
    ['## Recording\n\nNot recorded.\n', 'none'],
    ['## Recording\n\n- None\n', 'none'],
    ['## Recording: n/a\n', 'none'],
    [`## Links\n\n* **Recording**: ${other}\n* **Minutes**: https://example.org/m\n`, other],
    [`## Links\n\n* [Recording](${other})\n`, other],
    [`## Links\n\n* Recording (YouTube): ${x}\n`, x],
    [`## Links\n\n| What | Where |\n| --- | --- |\n| Recording | ${other} |\n`, other],
    [`## Notes\n\nThe recording is at ${x}\n`, x],
    [`## Notes\n\n* Livestream: ${x}\n`, x],
    ['## Notes\n\n* The meeting was not recorded.\n', 'none'],
    ['## Links\n\n* Recording: n/a\n', 'none'],
    ['## Links\n\n* **Recording**:\n', 'open'],
    [`Recording:\n\n## Recording\n\n${other}\n`, other],
    [`Not recorded.\n\n## Links\n\nRecording: ${other}\n`, other],
    // Below another heading again, or another video.
    [`## Recording\n\n## Links\n\n${other}\n`, undefined],
    [`## Recording policy\n\n${other}\n`, undefined],
    [`## Talks\n\n* Video of the talk on types: ${x}\n`, undefined],
    [`## Talks\n\n* ${x}\n`, undefined],
    [`## Talks\n\nA good video about it: ${x}\n`, undefined],
    ['## Notes\n\n* No recording of the last meeting?\n', undefined],
    ['## Notes\n\n* Recording: Ada asks whether we may record.\n', undefined],
    ['## Recording\n\nhttps://github.com/o/r/issues/1\n', undefined],
    ['## Notes\n\n```\nRecording: https://example.org/x\n```\n', undefined],
  ] as const)
    it(text.replaceAll('\n', '⏎'), () => assert.equal(shown(`# T\n\n${text}`), expected));

  it('is the same after an edit elsewhere', () => {
    const before = `# T\n\n## Recording\n\nn/a\n\n## A\n\ntext\n`;
    const at = before.indexOf('n/a');
    const text = `${before.slice(0, at)}${other}${before.slice(at + 3)}`;
    const change = { fromA: at, toA: at + 3, fromB: at, toB: at + other.length };
    const note = parseNote(text, { note: parseNote(before), changes: [change] });
    assert.deepEqual(note.recording, parseNote(text).recording);
  });

  it('is linear', () =>
    growsLinearlyIn(
      ['Recording: ', 'https://x ', '{%youtube ', '* no recording\n', '| Recording |\n'],
      60_000,
      (part) => parseNote(`# T\n\n## A\n\n${part}`),
    ));
});
