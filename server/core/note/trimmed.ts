const none: readonly never[] = [];

/** A list without room to grow: V8 has some for 17 in one that was added to, and a long note has very many lists. */
export function trimmed<Value>(list: readonly Value[]): readonly Value[] {
  return list.length === 0 ? none : list.slice();
}
