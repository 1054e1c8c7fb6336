// Whether a path is one that a glob means.

import type { Glob, GlobComponent } from './glob.ts';

/** True when the path, given as its components from that folder on, is one the glob means. Case counts. */
export function matchesGlob(glob: Glob, components: readonly string[]): boolean {
  return glob.alternatives.some((alternative) => matches(alternative, components));
}

/** `reached[i]`: the pattern's components so far match the first `i` of the path. */
function matches(pattern: readonly GlobComponent[], path: readonly string[]): boolean {
  let reached = path.map(() => false);
  reached.unshift(true);
  for (const [index, component] of pattern.entries()) {
    const next = path.map(() => false);
    next.unshift(false);
    if (component.kind === 'deep') {
      // At the end it means what is below a folder, not the folder itself.
      const fewest = index === pattern.length - 1 ? 1 : 0;
      let earlier = false;
      for (let at = 0; at <= path.length; at++) {
        earlier ||= reached[at - fewest] === true;
        next[at] = earlier;
      }
    } else {
      for (let at = 0; at < path.length; at++) {
        next[at + 1] = reached[at] === true && matchesName(component, path[at]!);
      }
    }
    reached = next;
  }
  return reached[path.length] === true;
}

function matchesName(component: Exclude<GlobComponent, { kind: 'deep' }>, name: string): boolean {
  return component.kind === 'name' ? component.name === name : matchesWild(component.pattern, name);
}

/** Goes back to the last `*` only: each character of the name is tried at most once for each one of the pattern. */
function matchesWild(pattern: string, name: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  let index = 0;
  while (index < name.length) {
    if (pattern[at] === '*') {
      star = at++;
      resume = index;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[index])) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
