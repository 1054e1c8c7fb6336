/** Words in the place of names: those that are not names, and verbs that only have people as subject. */

import { decisionWords, isEntryLabel } from './entryLabels.ts';
import { recordingWords } from './recordings.ts';
import { referenceWords } from './references.ts';
import { words } from './words.ts';

/** Words in the place of a name that are not names. */
const nonNames = words(
  "let let's lets someone somebody anyone anybody everyone everybody nobody noone none we i you they he she it this that these those",
  'p0 p1 p2 p3 p4 there here folks people team all us our my your me myself both several some any others who what when where why how which tbd tba',
  'unassigned unknown na n/a q owner name todo fixme action help wanted assignee please maybe also and or but if as so yes no not',
  'the a an of to in on at for with from by is are was were be been just though although however even still already only now then',
  'also actually really because since while until after before once again very too can could should would might must',
  'per via instead hopefully probably perhaps apparently unfortunately meanwhile anyway likely quite',
);

/** What lists of those who were there are called. */
const presentTitles: ReadonlySet<string> = new Set([
  ...['present', 'attendees', 'attendance', 'in attendance', 'participants', 'attending', 'roll call'],
  ...['people present', 'present members', 'members present', 'who was here', 'who attended', "who's here"],
  ...[
    'attendee list',
    'attendees list',
    'attendance list',
    'list of attendees',
    'participant list',
    'participants list',
  ],
  ...['list of participants', 'meeting attendees', 'meeting participants', 'people in attendance'],
  // German, French, Spanish and Portuguese, Italian, Dutch, Swedish, Polish, Russian
  ...['teilnehmer', 'teilnehmende', 'teilnehmerinnen', 'teilnehmer:innen', 'teilnehmer*innen', 'anwesend'],
  ...[
    'anwesende',
    'anwesenheit',
    'présents',
    'présent',
    'présent(e)s',
    'présent·es',
    'participants et participantes',
  ],
  ...['asistentes', 'presentes', 'participantes', 'asistencia', 'participação', 'presenças', 'presenti'],
  ...[
    'partecipanti',
    'aanwezig',
    'aanwezigen',
    'deelnemers',
    'närvarande',
    'deltagare',
    'obecni',
    'uczestnicy',
  ],
  ...['участники', 'присутствующие', 'присутствовали'],
  ...[
    '参加者',
    '出席者',
    '参会人员',
    '参会人',
    '与会人员',
    '与会者',
    '出席人员',
    '参加人员',
    '참석자',
    '참가자',
    '참여자',
  ],
]);

/** So long is no title of a list. */
const longestPresentTitle = 60;

/** What somebody does for a meeting: `Chair: Ada`. */
const roles = words('chair facilitator moderator scribe notetaker');

/** Labels with somebody's name behind them: `Host: Karen`. */
export const roleLabels: ReadonlySet<string> = new Set([
  ...roles,
  ...words(
    'host hosts cohost co-chair chairs facilitators scribes note-taker minute-taker slides presenter presenters speaker speakers driver',
    'timekeeper reviewer shepherd champion',
  ),
]);

/** Labels of what a meeting looks at, and of what stands on its pages. */
const topicLabels = words(
  'slide slides deck demo demos minutes transcript chat log zoom meet location place venue dial-in timeline deadline due priority',
  'severity impact scope motivation requirement requirements takeaway takeaways theme themes topic topics motion vote votes quorum',
  'rationale recap overview intro introduction outcome outcomes objective objectives milestone milestones blocker blockers metrics',
  'survey poll budget roadmap design proposal rfc spec specification bonus extra misc miscellaneous discussion action actions task',
  'tasks item items work team group everyone contact email phone address attachment attachments thread ticket tickets branch commit',
  'commits tag tags label labels version platform platforms environment setup usage install installation steps reproduction expected',
  'actual workaround regression downstream upstream backport backports migration deprecation breaking though although however still',
  'then true false yes nope none add adds added remove removes removed rename make use support allow improve implement introduce',
  'monday tuesday wednesday thursday friday saturday sunday january february march july september october november december',
  'enable disable create write delete replace investigate discuss continue start stop run check try need needs should move',
);

/** Parts of projects, and platforms, before a colon or in brackets: `util: …`, `(Docker)`. No word that is also a first name. */
const components = words(
  'util utils core common shared lib libs api apis cli gui ui ux app apps server client backend frontend http https net fs io path',
  'stream streams crypto tls zlib buffer sqlite sql db database storage cache auth login logging logger config configuration settings',
  'parser lexer compiler runtime kernel driver drivers module modules package packages packaging installer plugin plugins extension',
  'extensions loader worker workers scheduler network networking benchmark benchmarks bench perf lint linter infra infrastructure',
  'website site web blog examples sample samples i18n l10n a11y makefile dockerfile readme changelog codebase repo repos repository',
  'docker kubernetes k8s helm centos rhel ubuntu debian fedora alpine suse android ios solaris netbsd openbsd python rust golang java',
  'javascript typescript node nodejs npm yarn pip cargo cmake bazel clang gcc llvm git github gitlab bitbucket slack discord matrix',
  'irc mastodon twitter reddit jira confluence hackmd azure aws gcp google microsoft apple amazon chrome chromium firefox safari',
  'webkit electron postgres postgresql mysql mongodb rocksdb openssl curl grpc protobuf json yaml toml xml html css wasm arm arm64',
  'x86 amd64 intel gpu cpu kafka elasticsearch prometheus grafana terraform ansible',
);

/** First words of labels such as `Background:`, and of parentheses such as `(Optional)`, that are not names. */
const labels: ReadonlySet<string> = new Set([
  ...recordingWords,
  ...referenceWords.keys(),
  ...presentTitles,
  ...topicLabels,
  ...roleLabels,
  ...components,
  ...decisionWords,
  ...words(
    'to-do act eta note notes documentation docs background important question questions answer answers update',
    'updates example examples summary link links agenda see edit warning tip reminder proposal problem problems',
    'solution result results context linux macos windows freebsd arch status next steps pending done wip complete completed optional',
    'required resolved blocked deferred release releases version highlights announcements misc topic subtopic options option pros cons',
    'goal goals plan plans reason why how what previously currently today yesterday tomorrow short long good bad new old first second',
    'third later more other details draft open closed merged fixed security ci build tests testing performance general caveat caveats',
    'alternatives risk relatedly basically ok okay fyi ps eg ie source sources date time where when who idea ideas review reviews',
    'feature calendar features fix fixes follow-up followup url urls http https mailto thanks ai reviewers maintainers contributors',
    'users regrets doc src lib deps test meta tools chore feat refactor style perf revert',
    'apologies absent excused guests observers invited',
    'depends depends-on requires related relates refs closes tracking see-also specifically namely including ideally particularly',
  ),
]);

/** Small words inside names: `Ada van der Berg`. */
export const nameParticles = words(
  'van von vom zu zum de der den del della dos das da do di la le las los el bin ibn al abu ter ten te du y e af av',
);

/** Before a name, with a full stop. */
export const nameTitles: ReadonlySet<string> = new Set(['Dr', 'Prof', 'Mr', 'Mrs', 'Ms', 'Mx']);

/** Capitals before a colon that are not initials. */
export const acronyms = words(
  'AI API AP CD CI CLI CPC CPU CVE DNS EOL ETA FAQ GH GPU HR HTTP ID IDE IRC IT JS LGTM LTS MR NA NB OS OSS PM PMC PoC QA RC',
  'RFC SDK SIG SLA SQL SSL SSO TBA TBC TC TLS TOC TS TSC UI URL UX VM WG WIP XML YML',
);

/** Words before a colon that are spelled like initials. */
export const neverSpeakers = words('AI IT NO IF OR SO AS BY TO ME');

/** What people do in notes and software does not. */
export const personVerbs = words(
  'will asks asked proposes proposed says said thinks thought likes mentioned mentions volunteers volunteered offers offered',
  'reports reported suggests suggested wants wanted filed wrote feels agrees agreed noted notes explains explained',
);

/** Case does not count. */
export function isNonName(name: string): boolean {
  const lower = name.toLowerCase();
  const plain = lower.includes('’') ? lower.replace('’', "'") : lower;
  return nonNames.has(plain) || (plain.includes("'") && contracted.test(plain));
}

/** `PR'ed`, `it's`, `don't`; not `O'Brien`. */
const contracted = /'(?:ed|s|re|ve|t|m)$/;

/** True when a word of the name is a label's or a component's: `Next Steps`, `YouTube Link`, `util`; and for a file's name. */
export function isLabel(name: string): boolean {
  const lower = name.toLowerCase();
  if (labels.has(lower) || isFileName(lower) || isTimeOrVersion(lower) || issueKey.test(name)) return true;
  if (isEntryLabel(lower)) return true;
  return lower.includes(' ') && lower.split(' ').some((word) => labels.has(word));
}

const fileEndings = words(
  'md txt rst adoc py js mjs cjs ts tsx jsx go rs c h cc cpp hpp java kt rb sh bash ps1 json yml yaml toml ini cfg conf xml html css',
  'scss sql proto lock cmake gradle mk in exe dll so',
);

/** `JIRA-123` */
const issueKey = /^[A-Z][A-Z0-9]{1,9}-\d{1,6}$/;

/** `q3`, `h1`, `v2`, `v2.1`, `p0` */
function isTimeOrVersion(lower: string): boolean {
  return /^(?:[qhp]\d|v\d{1,3}(?:\.\d{1,4}){0,3})$/.test(lower);
}

/** `setup.py`, `package.json`; `ada.king` is no file. */
function isFileName(lower: string): boolean {
  const dot = lower.lastIndexOf('.');
  return dot > 0 && fileEndings.has(lower.slice(dot + 1));
}

/** True for `Chair`; case does not count. */
export function isRole(word: string): boolean {
  return roles.has(word.toLowerCase());
}

/** True for `Present`, `**Attendees**`, `2. 👥 Participants (12)`; `key` is the heading's. */
export function isPresentTitle(key: string): boolean {
  if (presentTitles.has(key)) return true;
  if (key.length > longestPresentTitle) return false;
  const start = key.search(/\p{L}/u);
  const bracket = key.search(/ ?[([（]/u);
  return start >= 0 && presentTitles.has(key.slice(start, bracket > start ? bracket : undefined).trim());
}
