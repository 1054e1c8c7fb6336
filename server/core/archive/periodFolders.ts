/** The path of a folder without the years and months that notes are often filed under. `components`: decoded. */
export function withoutPeriods(components: readonly string[]): readonly string[] {
  let end = components.length;
  while (end > 0 && /^(?:(?:19|20|21)[0-9]{2}|[01][0-9])$/.test(components[end - 1]!)) end--;
  return components.slice(0, end);
}
