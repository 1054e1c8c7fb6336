/** So many documents are open at once, and more. */
const mostKept = 200;

/**
 * A function of a text, such as a URI, that remembers its latest results: each key that is pressed asks the same of the same few files.
 * `compute` depends on nothing else.
 */
export function remembered<Result>(compute: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, { readonly result: Result }>();
  return (text) => {
    const known = results.get(text);
    if (known) return known.result;
    if (results.size === mostKept) results.clear();
    const result = compute(text);
    results.set(text, { result });
    return result;
  };
}

/** The same of an object that does not change, for as long as it is there. `compute` depends on nothing else. */
export function rememberedOf<Key extends object, Result>(
  compute: (key: Key) => Result,
): (key: Key) => Result {
  const results = new WeakMap<Key, { readonly result: Result }>();
  return (key) => {
    const known = results.get(key);
    if (known) return known.result;
    const result = compute(key);
    results.set(key, { result });
    return result;
  };
}
