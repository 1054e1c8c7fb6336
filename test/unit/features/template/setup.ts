import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TemplateInputs } from '../../../../server/core/features/template/inputs.ts';
import { readTemplate } from '../../../../server/core/template/file/readTemplate.ts';
import { parseMarked } from '../../../helpers/markedText.ts';
import { dollars } from '../../../helpers/templateProblems.ts';

export interface Opened {
  readonly document: TextDocument;
  readonly inputs: TemplateInputs;
  /** Of `<|>`; 0 without one. */
  readonly cursor: number;
}

/** A marked template file (`§` for a dollar sign), on 2026-03-05, a Thursday, after two meetings two weeks apart. */
export function open(marked: string, more: Partial<TemplateInputs> = {}): Opened {
  const { text, cursor = 0 } = parseMarked(dollars(marked));
  return {
    document: TextDocument.create('file:///w/.office-hours/notes.md', 'markdown', 1, text),
    inputs: { read: readTemplate(text), today: '2026-03-05', dates: ['2026-02-17', '2026-03-03'], ...more },
    cursor,
  };
}

export const files = ['docs/office-hours/a.md', 'docs/office-hours/b.md', 'README.md'].map((path) =>
  path.split('/'),
);
