/** What the server tells the client of its features before it loads them. */

import { CodeActionKind, type SemanticTokensLegend } from 'vscode-languageserver-types';

/** The `source` of a problem. */
export const source = 'office-hours';

/** Selects a range; its arguments are the document's URI and the range. */
export const selectCommand = 'officeHours.select';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.officeHours`;

/** `package.json` says what colours the type has (`contributes.semanticTokenTypes`). */
export const tokenLegend: SemanticTokensLegend = { tokenTypes: ['placeholder'], tokenModifiers: [] };

/** What opens a list in a template file by being typed: in front matter, behind `<!--`, before a variable, a person, a folder. */
export const templateTriggers: readonly string[] = [' ', ':', '{', '$', '@', '(', '/', '-'];
