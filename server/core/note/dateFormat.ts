/** How a series writes a day: `YYYY-MM-DD`, `dddd Do MMMM YYYY`. */

export type DateToken = 'YYYY' | 'YY' | 'MMMM' | 'MMM' | 'MM' | 'M' | 'DD' | 'Do' | 'D' | 'dddd' | 'ddd';

export interface DateFormat {
  readonly source: string;
  readonly parts: readonly (
    | { readonly kind: 'token'; readonly token: DateToken }
    | { readonly kind: 'literal'; readonly text: string }
  )[];
}
