/**
 * What tests count for the scoreboard, over all files of a run: generated inputs, bytes of notes that were watched and lost, sightings
 * of a token where none may be, and the longest stall of a server.
 */

interface Measures {
  inputs: number;
  bytes: number;
  lost: number;
  sightings: number;
  stallMs: number;
}

const measures: Measures = { inputs: 0, bytes: 0, lost: 0, sightings: 0, stallMs: 0 };
Object.assign(globalThis, { officeHoursMeasures: measures });

/** For generated inputs that are not fast-check's, whose own are counted already. */
export function countInputs(count: number): void {
  measures.inputs += count;
}

/** What a note is now, of a note that may be any of these; false when it is none of them. */
export function isKept(now: string | undefined, ...allowed: readonly string[]): boolean {
  const [first = ''] = allowed;
  measures.bytes += first.length;
  if (now !== undefined && allowed.includes(now)) return true;
  measures.lost += first.length;
  return false;
}

/** Every token of the tests begins so. */
const canary = /canary-[0-9a-z]+/;

/** For everything that leaves a process of ours but a request to the API; false when a token is in it. */
export function isFreeOfTokens(text: string): boolean {
  if (!canary.test(text)) return true;
  measures.sightings++;
  return false;
}

export function countStall(milliseconds: number): void {
  measures.stallMs = Math.max(measures.stallMs, milliseconds);
}
