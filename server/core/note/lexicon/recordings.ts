/** What a meeting's recording is called, and where recordings are. */

/** A label with one of these is a recording's: `YouTube Link:`. */
export const recordingWords = ['youtube', 'recording', 'video'] as const;

/** A label with one of these may be, if the address differs from note to note: `Stream:`. */
const videoWords = [...recordingWords, 'stream', 'watch', 'replay', 'broadcast', 'vod'] as const;

const youTube = ['youtube.com', 'www.youtube.com', 'm.youtube.com', 'youtu.be'] as const;

/** In an address. */
const videoSites = [
  'youtube.',
  'youtu.be',
  'vimeo.com',
  'twitch.tv',
  'zoom.us/rec',
  'peertube',
  'dailymotion.',
];

/** Whether a text, in any case, names a recording. */
export function namesRecording(text: string): boolean {
  const lower = text.toLowerCase();
  return recordingWords.some((word) => lower.includes(word));
}

/** Whether a label or the URL behind it, in any case, may be a video's. */
export function mayBeVideo(label: string, url: string): boolean {
  const [words, address] = [label.toLowerCase(), url.toLowerCase()];
  return videoWords.some((word) => words.includes(word)) || videoSites.some((site) => address.includes(site));
}

export function isYouTube(url: string): boolean {
  const host = url.slice(url.indexOf('://') + 3).split('/', 1)[0] ?? '';
  return youTube.some((each) => each === host.toLowerCase());
}
