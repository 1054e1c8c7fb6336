/** How large V8 lets the heap become before it collects garbage. */

import { setFlagsFromString } from 'node:v8';

/** Of what is in use, in percent; 0: as V8 decides, which may be several times as much. */
const growth = 20;

/**
 * While very many files are read, nearly all is garbage soon, and a larger heap stays large. See `Host.spareMemory`. Not in Electron:
 * where the flags of V8 are frozen once it has started, a change ends the process (nwjs/nw.js#8067).
 */
export function spareMemory(isOn: boolean): void {
  if (process.versions.electron !== undefined) return;
  setFlagsFromString(`--heap-growing-percent=${isOn ? growth : 0}`);
}
