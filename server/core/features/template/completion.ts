/** Completion in a template file: keys and values of the front matter, markers, variables and people of the body. */

import { CompletionItemKind, type CompletionList, InsertTextFormat } from 'vscode-languageserver-types';
import { inEnglish, type Say } from '../../../../shared/l10n.ts';
import type { TextDocument } from '../../note/noteDocument.ts';
import { findFrontMatter } from '../../template/file/frontMatter.ts';
import { toRange } from '../range.ts';
import { bodyOffers } from './bodyOffers.ts';
import { bodyPlaceAt } from './bodyPlace.ts';
import type { TemplateInputs } from './inputs.ts';
import { keyOffers } from './keyOffers.ts';
import type { Offers } from './offers.ts';
import { valueOffers } from './valueOffers.ts';
import { type YamlPlace, yamlPlaceAt } from './yamlPlace.ts';

/** The list at `offset`, or null where there is nothing to offer. `inputs.read` is of the document's text. */
export function templateCompletion(
  document: TextDocument,
  inputs: TemplateInputs,
  offset: number,
  say: Say = inEnglish,
): CompletionList | null {
  const found = offersAt(document.getText(), inputs, offset);
  if (found === undefined || found.offers.length === 0) return null;
  const range = toRange(found.range, document);
  const digits = String(found.offers.length).length;
  const typed = document.getText().slice(found.range.from, offset);
  return {
    isIncomplete: false,
    items: found.offers.map(({ newText, detail, documentation, ...offer }, index) => ({
      ...offer,
      ...(detail !== undefined && { detail: typeof detail === 'string' ? detail : say(detail) }),
      ...(documentation !== undefined && { documentation: say(documentation).replaceAll('`', '') }),
      // A quote or a `$` that is replaced is a part of what was typed.
      filterText: filterText(offer.label, newText, typed),
      sortText: String(index).padStart(digits, '0'),
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: { range, newText },
    })),
  };
}

function filterText(label: string, newText: string, typed: string): string {
  return newText.startsWith(typed) ? newText : label;
}

function offersAt(text: string, inputs: TemplateInputs, offset: number): Offers | undefined {
  const { yaml, bodyFrom } = findFrontMatter(text);
  if (yaml !== undefined && offset >= yaml.from && offset <= yaml.to && offset < bodyFrom) {
    const place = yamlPlaceAt(text, yaml, offset);
    return place && frontMatterOffers(text, place, inputs, offset);
  }
  if (offset < bodyFrom) return undefined;
  const place = bodyPlaceAt(text, bodyFrom, offset);
  return place && bodyOffers(text, place, inputs);
}

function frontMatterOffers(
  text: string,
  place: YamlPlace,
  inputs: TemplateInputs,
  offset: number,
): Offers | undefined {
  if (place.role === 'key') return keyOffers(text, place, CompletionItemKind.Property);
  return valueOffers(text, place, inputs, offset);
}
