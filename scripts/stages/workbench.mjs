/** Scenarios in the real workbench, driven as a writer would: `test/editor/workbench/*.scenario.mjs`. */
import { checks } from './run.mjs';
/** @returns {Promise<import('./run.mjs').Results>} */
export async function workbench() {
  return checks([], []);
}
