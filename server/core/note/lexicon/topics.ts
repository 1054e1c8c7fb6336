/** Words in headings and labels that name a part of the work, and nobody. */

import { words } from './words.ts';

const topics = words(
  'infrastructure infra website web site community core api apis cli gui ui ux frontend front-end backend back-end server servers client',
  'clients database databases storage network networking security quality design marketing outreach finance finances funding budget legal',
  'governance policy policies packaging packages package installer installers windows linux macos mac osx android ios docker kubernetes',
  'python rust javascript typescript node java golang github gitlab slack discord matrix twitter mastodon blog newsletter conference event',
  'events meetup meetups hackathon roadmap planning triage bug bugs bugfix bugfixes issue issues pr prs pull requests request merge merges',
  'deployment deploy ops devops ci cd pipeline pipelines build builds test tests qa coverage regression regressions compiler parser runtime',
  'kernel driver drivers library libraries plugin plugins extension extensions module modules framework platform platforms project projects',
  'team teams group groups committee board members sponsors users contributors maintainers developers admin admins administration hiring',
  'urgent high medium low priority priorities critical blocker blockers immediate soon short-term mid-term long-term misc miscellaneous',
  'other others various research survey help logo brand branding domain dns mail email social media press video videos podcast translations',
  'i18n l10n accessibility a11y tables table schema schemas config configuration settings logging metrics monitoring telemetry data backup',
  'backups hosting mirror mirrors cache language languages syntax semantics types interface interfaces protocol protocols standard standards',
  'spec specs license licenses licensing copyright code codebase scripts script tools tool examples example tutorial tutorials guide guides',
  'readme changelog website wiki today tomorrow week month quarter unassigned tbd volunteers volunteer staff council chair editor editors',
  'the a an this that these those next last first new old open ongoing current',
);

const suffixes = [
  ...[
    'tion',
    'tions',
    'sion',
    'sions',
    'ment',
    'ments',
    'ness',
    'ity',
    'ities',
    'ing',
    'ings',
    'ance',
    'ware',
    'ship',
    'ics',
    'ency',
  ],
  ...['ages', 'ases', 'aces', 'ches', 'xes', 'ures', 'ories', 'iles', 'ules', 'ites'],
];
/** Names that end as plurals do: a consonant before an `s`. */
const nameEnds = words(
  'anders enders andrews adams williams edwards hendriks hans jens lars nils mats klaus lorents clements rogers myers',
);

/** True when a word of the name says so: `Release process`, `Packaging`, `Benchmarks`. Case does not count. */
export function isTopicName(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[ _-]/)
    .some((word) => topics.has(word) || (word.length > 5 && isNoun(word)));
}

function isNoun(word: string): boolean {
  if (suffixes.some((suffix) => word.endsWith(suffix))) return true;
  return word.endsWith('s') && !"aeiousy'’".includes(word.at(-2)!) && !nameEnds.has(word);
}
