/** Folders that say a time: notes are often filed under years, quarters and months. */

/** `2026`, `2026-01`, `2026-Q1`, `Q1`, `H2`, `01`, `01-January`, `January`. */
const period =
  /^(?:(?:19|20|21)[0-9]{2}(?:[-_.]?(?:[01][0-9]|[QH][1-4]))?|[QH][1-4]|[01][0-9](?:[-_. ]\p{L}{3,10})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6})$/iu;

/** The path of a folder without the periods at its end. `components`: decoded. */
export function withoutPeriods(components: readonly string[]): readonly string[] {
  let end = components.length;
  while (end > 0 && period.test(components[end - 1]!)) end--;
  return components.slice(0, end);
}
