/** What a key, a value or a marker of a template file means, and what it gives for the next meetings. */

import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { spokenDay } from '../../../../shared/dates/spokenNames.ts';
import { inEnglish, type Message, type Say, t } from '../../../../shared/l10n.ts';
import type { Span } from '../../note/note.ts';
import type { TextDocument } from '../../note/noteDocument.ts';
import { findFrontMatter } from '../../template/file/frontMatter.ts';
import type { KeyInfo } from '../../template/file/frontMatterKeys.ts';
import { globFolder, parseGlob } from '../../template/patterns/glob.ts';
import { matchesGlob } from '../../template/patterns/matchGlob.ts';
import { formatPattern, parsePattern } from '../../template/patterns/pattern.ts';
import { dateVariable } from '../../template/snippet/dateVariables.ts';
import { type Paragraph, paragraph, printParagraphs, slot } from '../hoverText.ts';
import { toRange } from '../range.ts';
import { answerFor, answerMeanings, answerNames, markerMeanings } from './bodyOffers.ts';
import { bodyPlaceAt } from './bodyPlace.ts';
import { type Meeting, nextMeetings, type TemplateInputs } from './inputs.ts';
import { infosBelow } from './keyOffers.ts';
import { type YamlPlace, yamlPlaceAt } from './yamlPlace.ts';

interface HoverContent {
  readonly range: Span;
  readonly info?: KeyInfo | undefined;
  readonly facts: readonly Paragraph[];
}

/**
 * The hover at `offset`; null where there is nothing to say. `markdown`: the client shows Markdown (`contentFormat`), else
 * it is given plain text. `inputs.read` is of the document's text.
 */
export function templateHover(
  document: TextDocument,
  inputs: TemplateInputs,
  offset: number,
  markdown: boolean,
  say: Say = inEnglish,
): Hover | null {
  const text = document.getText();
  const { yaml, bodyFrom } = findFrontMatter(text);
  const inYaml = yaml !== undefined && offset >= yaml.from && offset < bodyFrom;
  const place = inYaml ? yamlPlaceAt(text, yaml, offset) : undefined;
  const content = inYaml
    ? place && ofFrontMatter(text, place, inputs)
    : ofBody(text, bodyFrom, offset, inputs);
  if (content === undefined || (content.info === undefined && content.facts.length === 0)) return null;
  const parts = [
    content.info && explained(content.info, markdown, say),
    printParagraphs(content.facts, markdown, say),
  ];
  return {
    range: toRange(content.range, document),
    contents: {
      kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: parts.filter((part) => part).join('\n\n'),
    },
  };
}

/** Our own words: nothing of the file is in them. */
function explained({ meaning, example }: KeyInfo, markdown: boolean, say: Say): string {
  const said = say(meaning);
  return markdown ? `${said}\n\n\`\`\`yaml\n${example}\n\`\`\`` : `${said.replaceAll('`', '')}\n\n${example}`;
}

function ofFrontMatter(text: string, place: YamlPlace, inputs: TemplateInputs): HoverContent | undefined {
  const { range, role, path } = place;
  const value = text.slice(range.from, range.to);
  const keys = role === 'key' ? [...path, value.trim()] : path;
  const info = infosBelow(keys.slice(0, -1))?.find(({ name }) => name === keys.at(-1));
  return {
    range,
    info,
    facts: role === 'value' ? factsOf(keys.join('/'), value, inputs) : factsOfKey(keys, inputs),
  };
}

/** What a key is in effect, when its value is not looked at. */
function factsOfKey([key, ...below]: readonly string[], inputs: TemplateInputs): Paragraph[] {
  const { file, title, rhythm } = inputs.read.definition;
  if (below.length > 0) return [];
  if (key === 'file' && file) return patternFacts(file.source, inputs);
  if (key === 'title' && title) return patternFacts(title.source, inputs);
  return key === 'every' && rhythm ? meetingFacts(inputs) : [];
}

function factsOf(path: string, value: string, inputs: TemplateInputs): Paragraph[] {
  switch (path) {
    case 'file':
    case 'title':
      return patternFacts(value.replaceAll("''", "'"), inputs);
    case 'every':
      return inputs.read.definition.rhythm ? meetingFacts(inputs) : [];
    case 'notes':
      return globFacts(value, inputs);
    case 'since':
      return sinceFacts(inputs);
    default:
      return path.startsWith('references/') && value.startsWith('https://')
        ? [
            paragraph({
              text: t('{0} links to {1}', slot(0), value.replaceAll('{id}', '1')),
              slots: [{ text: `${path.slice('references/'.length)}1`, strong: true }],
            }),
          ]
        : [];
  }
}

function sinceFacts({ read, dates = [] }: TemplateInputs): Paragraph[] {
  const { since } = read.definition;
  if (since === undefined || dates.length === 0) return [];
  const later = dates.filter((date) => date >= since).length;
  const share =
    dates.length === 1 ? t('{0} of the only note', later) : t('{0} of {1} notes', later, dates.length);
  return [paragraph({ text: t('Applies to {0}', slot(0)), slots: [{ text: share, strong: true }] })];
}

const shownMeetings = 3;

function meetingFacts(inputs: TemplateInputs): Paragraph[] {
  const meetings = nextMeetings(inputs, shownMeetings);
  const days = meetings
    .map(({ date }) => spokenDay(date))
    .reduce((all, each): Message => ({ text: '{0}, {1}', args: [all, each] }));
  return [
    paragraph({
      text: t('Next ({0}): {1}', meetings[0]!.reason, slot(0)),
      slots: [{ text: days, strong: true }],
    }),
  ];
}

function patternFacts(source: string, inputs: TemplateInputs): Paragraph[] {
  const result = parsePattern(source);
  if (result.kind === 'wrong') return [];
  const { project } = inputs.read.definition;
  const [meeting] = nextMeetings(inputs, 1);
  const { number } = inputs;
  const values = {
    date: meeting!.date,
    ...(project !== undefined && { project }),
    ...(number !== undefined && { number }),
  };
  const written = formatPattern(result.pattern, values);
  return [forMeeting(meeting!, written)];
}

function forMeeting({ date, reason }: Meeting, written: string): Paragraph {
  return paragraph({
    text: t('For {0} ({1}): {2}', spokenDay(date), reason, slot(0)),
    slots: [{ text: written, strong: true }],
  });
}

function globFacts(source: string, { files }: TemplateInputs): Paragraph[] {
  const result = parseGlob(source);
  if (files === undefined || result.kind === 'wrong') return [];
  const found = files.filter((components) => matchesGlob(result.glob, components));
  const [first] = found;
  if (first === undefined) {
    const folder = globFolder(result.glob).join('/');
    return [
      paragraph({
        text:
          folder === ''
            ? t('No Markdown file matches yet.')
            : t('No Markdown file matches yet in {0}.', folder),
      }),
    ];
  }
  const text =
    found.length === 1
      ? t('One Markdown file, such as {0}', slot(0))
      : t('{0} Markdown files, such as {1}', found.length, slot(0));
  return [paragraph({ text, slots: [{ text: first.join('/'), strong: true }] })];
}

function ofBody(
  text: string,
  bodyFrom: number,
  offset: number,
  inputs: TemplateInputs,
): HoverContent | undefined {
  const place = bodyPlaceAt(text, bodyFrom, offset);
  if (place?.kind === 'variable') {
    const [meeting] = nextMeetings(inputs, 1);
    const value = dateVariable(place.name, meeting!.date);
    if (value === undefined) return undefined;
    return {
      range: place.range,
      facts: [forMeeting(meeting!, value)],
    };
  }
  if (place?.kind === 'default') return ofAnswer(place, inputs);
  if (place?.kind !== 'marker') return undefined;
  const [word = ''] = text.slice(place.range.from, place.range.to).split(':', 1);
  const meaning = Object.entries(markerMeanings).find(([name]) => name === word.trim().toLowerCase())?.[1];
  return meaning === undefined ? undefined : { range: place.range, facts: [paragraph({ text: meaning })] };
}

/** `date` in `${1:date}`: what is filled in there. */
function ofAnswer(
  { name, range }: { readonly name: string; readonly range: Span },
  inputs: TemplateInputs,
): HoverContent | undefined {
  const known = answerNames.find((each) => each === name);
  if (known === undefined) return undefined;
  const value = answerFor(known, inputs);
  const meaning = answerMeanings[known];
  const next =
    value === undefined
      ? { text: meaning }
      : { text: t('{0} Next: {1}', meaning, slot(0)), slots: [{ text: value, strong: true }] };
  return { range, facts: [paragraph(next)] };
}
