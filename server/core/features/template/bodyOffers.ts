/** The markers, variables and people to offer in a template's body. */

import { CompletionItemKind } from 'vscode-languageserver-types';
import { formatDay } from '../../../../shared/dates/format.ts';
import { type Message, t } from '../../../../shared/l10n.ts';
import { type MarkerWord, markerWords } from '../../template/file/bodyMarkers.ts';
import { wholeDays } from '../../template/render/titleForm.ts';
import { dateVariable, dateVariableNames } from '../../template/snippet/dateVariables.ts';
import type { BodyPlace } from './bodyPlace.ts';
import { nextMeetings, type TemplateInputs } from './inputs.ts';
import type { Offer, Offers } from './offers.ts';

export const markerMeanings: Readonly<Record<MarkerWord, Message>> = {
  optional: t('The section is not required.'),
  also: t(
    'Another accepted heading of this section, such as <!-- also: Highlights -->. Can be used several times.',
  ),
  many: t('A note can have this section several times.'),
  'in order': t('The sections one level below must be in the order of the template.'),
};

export function bodyOffers(text: string, place: BodyPlace, inputs: TemplateInputs): Offers {
  switch (place.kind) {
    case 'marker':
      return markers(text, place);
    case 'variable':
      return variables(text, place.range, inputs);
    case 'default':
      return answers(text, place.range, inputs);
    case 'person':
      return people(place, inputs);
  }
}

function markers(
  text: string,
  { range, closed, underTitle }: Extract<BodyPlace, { kind: 'marker' }>,
): Offers {
  // A heading of the notes follows, which is not known here.
  if (text.slice(range.from, range.to).trimStart().startsWith('also:')) return { range, offers: [] };
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

export const answerMeanings = {
  project: t('The name of the project, if known.'),
  date: t('The date of the meeting, in the format of the series.'),
  number: t('The number of the meeting: one more than in the latest note.'),
} as const;

/** What is filled in for the writer behind `${1:`. */
function answers(text: string, range: Offers['range'], inputs: TemplateInputs): Offers {
  const after = text[range.to] === '}' ? '' : '}';
  return {
    range,
    offers: answerNames.map((name): Offer => {
      const detail = answerFor(name, inputs);
      return {
        label: name,
        documentation: answerMeanings[name],
        kind: CompletionItemKind.Variable,
        newText: `${name}${after}`,
        ...(detail !== undefined && { detail }),
      };
    }),
  };
}

export type AnswerName = keyof typeof answerMeanings;
export const answerNames: readonly AnswerName[] = ['project', 'date', 'number'];

/** What a stop with that default becomes in the next note; undefined where it is not known. */
export function answerFor(name: AnswerName, inputs: TemplateInputs): string | undefined {
  const { project, title, conventions } = inputs.read.definition;
  const [meeting] = nextMeetings(inputs, 1);
  const format = conventions.date?.format ?? wholeDays(title)[0];
  switch (name) {
    case 'project':
      return project;
    case 'date':
      return format ? formatDay(format, meeting!.date) : meeting!.date;
    case 'number':
      return inputs.number === undefined ? undefined : String(inputs.number);
  }
}

function people({ login, range }: Extract<BodyPlace, { kind: 'person' }>, { read }: TemplateInputs): Offers {
  const found = read.definition.conventions.people.flatMap((person): Offer[] => {
    const name = login ? person.login : (person.aliases[0] ?? person.login ?? person.name);
    return name === undefined
      ? []
      : [{ label: name, detail: person.name, kind: CompletionItemKind.Text, newText: name }];
  });
  return { range, offers: found };
}
