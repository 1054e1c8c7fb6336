/** What was learned as the front matter of a template file, with a comment on each inference and its count. */

import type { Repository } from '../../note/note.ts';
import { type Evidence, isNearlyAll } from '../evidence.ts';
import { datePlaceOf, type Findings } from '../findings.ts';
import type { LearnedMeetings } from '../meetings.ts';
import type { LearnedPerson } from '../people.ts';
import type { LearnedSection } from '../sections.ts';
import { yamlComment, yamlLine, yamlString } from './yaml.ts';

/** The lines between the fences. */
export function frontMatterLines(found: Findings): string[] {
  return [
    ...headLines(found),
    ...placeLines(found),
    ...repositoryLines(found),
    ...peopleLines(found.people, found.total),
    ...workLines(found),
    ...recordingLines(found),
    ...sectionLines(found),
  ];
}

/** `in 4 of 6 notes` */
function inNotes({ count, total }: Evidence, what = 'note'): string {
  return `in ${count} of ${total} ${total === 1 ? what : `${what}s`}`;
}

function headLines({ total, oldest, newest }: Findings): string[] {
  const span = oldest === newest ? `, of ${oldest}` : `, ${oldest} to ${newest}`;
  const days = oldest === undefined || newest === undefined ? '' : span;
  const notes = total === 1 ? 'one note' : `${total} notes`;
  return [
    yamlComment(`Learned from ${notes}${days}. Comments show the evidence for each line.`),
    yamlComment('Correct the values, then save the file to use it for these notes.'),
  ];
}

function placeLines(found: Findings): string[] {
  const { total, project, glob, file, title, meetings, opening } = found;
  const lines: string[] = [];
  if (project) {
    lines.push(yamlLine('project', yamlString(project.name), inNotes(project, 'title')));
  }
  if (glob !== undefined)
    lines.push(
      yamlLine(
        'notes',
        yamlString(glob),
        total === 1 ? 'the folder of the note' : `the folder of all ${total} notes`,
      ),
    );
  if (found.oldest !== undefined)
    lines.push(
      yamlLine('since', found.oldest, total === 1 ? 'the day of the note' : 'the first of these notes'),
    );
  if (file) lines.push(yamlLine('file', yamlString(file.source), inNotes(file, 'file name')));
  if (title) {
    const comment = title.format === undefined ? '; without a date' : '';
    lines.push(yamlLine('title', yamlString(title.source), `${inNotes(title, 'title')}${comment}`));
  }
  const date = datePlaceOf(found);
  if (date) {
    const parts = [
      `in: ${date.place}`,
      ...(date.place === 'line' && opening.dateLine ? [`label: ${yamlString(opening.dateLine.label)}`] : []),
      ...(date.format === undefined ? [] : [`format: ${quoted(date.format)}`]),
    ];
    const value = parts.length === 1 ? date.place : `{${parts.join(', ')}}`;
    lines.push(yamlLine('date', value, inNotes(date)));
  }
  if (meetings) lines.push(yamlLine('every', yamlString(meetings.every), meetingsSeen(meetings)));
  else lines.push(yamlComment('every: no regular schedule found'));
  return lines;
}

function meetingsSeen({ count, total, weeksApart }: LearnedMeetings): string {
  const seen = `${count} of ${total} meetings match`;
  return weeksApart === undefined ? seen : `${seen}, a multiple of ${weeksApart} weeks apart`;
}

function quoted(text: string): string {
  const value = yamlString(text);
  return value.startsWith("'") ? value : `'${value}'`;
}

function repositoryLines({ repositories: { own, others, headings } }: Findings): string[] {
  const lines: string[] = [];
  if (own) {
    const seen = own.count === 0 ? 'from the git remotes or the settings' : `named ${inNotes(own)}`;
    lines.push(yamlLine('repository', yamlString(fullName(own.repository)), seen));
  }
  if (others.length > 0) {
    lines.push(`repositories:  ${yamlComment('short names: NAME#1')}`);
    for (const { alias, repository, ...evidence } of others) {
      lines.push(
        `  ${yamlLine(yamlString(alias), yamlString(fullName(repository)), `named ${inNotes(evidence)}`)}`,
      );
    }
  }
  if (headings !== undefined) {
    lines.push(yamlLine('repositoryFromHeading', 'true', `headings such as owner/name ${inNotes(headings)}`));
  }
  return lines;
}

function fullName({ host, owner, name }: Repository): string {
  return host === 'github.com' ? `${owner}/${name}` : `https://${host}/${owner}/${name}`;
}

function peopleLines(people: readonly LearnedPerson[], total: number): string[] {
  if (people.length === 0) return [];
  const lines = people.map((person) => `  - ${personValue(person)}  ${yamlComment(inNotes(person))}`);
  const who = total === 1 ? 'named in the note' : 'named in more than one note';
  return [`people:  ${yamlComment(who)}`, ...lines];
}

function personValue({ name, login, initials, aliases }: LearnedPerson): string {
  if (login === name && initials === undefined && aliases.length === 0) return yamlString(`@${login}`);
  if (login === undefined && initials === undefined && aliases.length === 0) return yamlString(name);
  const parts = [
    `name: ${yamlString(name)}`,
    ...(login === undefined ? [] : [`login: ${yamlString(login)}`]),
    ...(initials === undefined ? [] : [`initials: ${yamlString(initials)}`]),
    ...(aliases.length === 0 ? [] : [`aliases: [${aliases.map(yamlString).join(', ')}]`]),
  ];
  return `{${parts.join(', ')}}`;
}

function workLines({ work: { usual, own, sections, owners } }: Findings): string[] {
  const seen = ({ word, ...evidence }: Evidence & { readonly word: string }) =>
    `${word} ${inNotes(evidence)}`;
  const lines: string[] = [];
  if ([own, sections, owners].some((each) => each.length > 0)) lines.push('todo:');
  if (own.length > 0) {
    const words = own.map(({ word }) => yamlString(word)).join(', ');
    lines.push(`  ${yamlLine('markers', `[${words}]`, own.map(seen).join('; '))}`);
  }
  if (sections.length > 0) {
    const words = sections.map(({ word }) => yamlString(word)).join(', ');
    lines.push(`  ${yamlLine('sections', `[${words}]`, sections.map(seen).join('; '))}`);
  }
  if (owners.length > 0) {
    const words = owners.map(({ word }) => quoted(word)).join(', ');
    lines.push(`  ${yamlLine('owners', `[${words}]`, owners.map(seen).join('; '))}`);
  }
  if (usual.length > 0) lines.push(yamlComment(`built in, no entry needed: ${usual.map(seen).join('; ')}`));
  return lines;
}

function recordingLines({ opening: { recording } }: Findings): string[] {
  if (recording === undefined) return [];
  const label = recording.label === '' ? 'a URL without a label' : `"${recording.label}"`;
  const required = isNearlyAll(recording.count, recording.total);
  const value = !required ? 'false' : recording.known ? 'true' : yamlString(recording.label);
  return [yamlLine('recording', value, `${label} or similar ${inNotes(recording)}`)];
}

function sectionLines({ sections: { sections, rare, ordered }, total }: Findings): string[] {
  const lines = sections.flatMap((section) => describe(section, total));
  return [
    ...(lines.length === 0 ? [] : [yamlComment('sections:'), ...lines]),
    ...(rare === 0 ? [] : [yamlComment(`headings in too few notes, left out: ${rare}`)]),
    ...(ordered && sections.length > 1
      ? [
          yamlComment(
            'All notes have them in this order. To check it, add <!-- in order --> below the title.',
          ),
        ]
      : []),
  ];
}

function describe(section: LearnedSection, total: number): string[] {
  const { level, heading, required, aliases, children } = section;
  const reason = total === 1 ? ', optional because there is only one note' : ', so it is optional';
  const optional = required ? '' : reason;
  const older = aliases.map((alias) => yamlComment(`      ${alias.count} of them as "${alias.heading}"`));
  const own = yamlComment(`  ${'#'.repeat(level)} ${heading}: ${inNotes(section)}${optional}`);
  return [own, ...older, ...children.flatMap((child) => describe(child, section.count))];
}
