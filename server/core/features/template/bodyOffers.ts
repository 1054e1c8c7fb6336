/** The markers, variables and people to offer in a template's body. */

import { CompletionItemKind } from 'vscode-languageserver-types';
import { type MarkerWord, markerWords } from '../../template/file/bodyMarkers.ts';
import { dateVariable, dateVariableNames } from '../../template/snippet/dateVariables.ts';
import type { BodyPlace } from './bodyPlace.ts';
import type { Offer, Offers } from './completion.ts';
import { nextMeetings, type TemplateInputs } from './inputs.ts';

export const markerMeanings: Readonly<Record<MarkerWord, string>> = {
  optional: 'A note may go without this section.',
  also: 'Another heading that counts as this one, such as <!-- also: Highlights -->. May stand here more than once.',
  many: 'A note may have several of this section.',
  'in order': 'The sections right below have to stand in the order of the template.',
};

export function bodyOffers(text: string, place: BodyPlace, inputs: TemplateInputs): Offers {
  switch (place.kind) {
    case 'marker':
      return markers(text, place);
    case 'variable':
      return variables(text, place.range, inputs);
    case 'person':
      return people(place, inputs);
  }
}

function markers(
  text: string,
  { range, closed, underTitle }: Extract<BodyPlace, { kind: 'marker' }>,
): Offers {
  const words = underTitle ? markerWords.filter((word) => word === 'in order') : markerWords;
  const before = text[range.from - 1] === '-' ? ' ' : '';
  // Behind `also:` the cursor stays where the other heading goes.
  const after = closed ? (text[range.to] === ' ' ? '' : ' ') : ' -->';
  return {
    range,
    offers: words.map(
      (word): Offer => ({
        label: word,
        documentation: markerMeanings[word],
        kind: CompletionItemKind.Keyword,
        newText: before + (word === 'also' ? 'also: ' : `${word}${after}`),
      }),
    ),
  };
}

function variables(text: string, range: Offers['range'], inputs: TemplateInputs): Offers {
  const [meeting] = nextMeetings(inputs, 1);
  const braced = text[range.from + 1] === '{';
  return {
    range,
    offers: dateVariableNames.map(
      (name): Offer => ({
        label: name,
        detail: dateVariable(name, meeting!.date) ?? '',
        kind: CompletionItemKind.Variable,
        newText: braced ? `\${${name}}` : `$${name}`,
      }),
    ),
  };
}

function people({ login, range }: Extract<BodyPlace, { kind: 'person' }>, { read }: TemplateInputs): Offers {
  const found = read.series.conventions.people.flatMap((person): Offer[] => {
    const name = login ? person.login : (person.aliases[0] ?? person.login ?? person.name);
    return name === undefined
      ? []
      : [{ label: name, detail: person.name, kind: CompletionItemKind.Text, newText: name }];
  });
  return { range, offers: found };
}
