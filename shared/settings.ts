/** The settings, their defaults and their one reader. Values come from VS Code or from a client's `initializationOptions`. */

/** The identifiers of the rules, in the order of `server/core/checks/rules.ts`; all else about a rule is in its own file. */
export const ruleCodes = [
  'title-missing',
  'title-format',
  'title-date-mismatch',
  'recording-missing',
  'section-missing',
  'section-order',
  'section-duplicate',
  'section-empty',
  'todo-owner-missing',
  'owner-unknown',
  'reference-missing',
  'reference-kind',
  'reference-label',
  'placeholder-left',
] as const;

export type RuleCode = (typeof ruleCodes)[number];

export const severities = ['off', 'hint', 'information', 'warning', 'error'] as const;

export type Severity = (typeof severities)[number];

/** How a reference that was chosen from a list is written into a note. */
export const referenceStyles = [
  /** What the writer began goes on: `PR #1` after `PR #`, `#1` after `#`. */
  'typed',
  /** `PR #1`, `issue #1` */
  'kind',
  /** `#1` */
  'number',
  /** `[PR #1](url)` */
  'link',
  /** `[title (#1)](url)` */
  'titled-link',
  'url',
] as const;

export type ReferenceStyle = (typeof referenceStyles)[number];

export interface Settings {
  /** `officeHours.notes.folder`: relative to the workspace folder; empty: where the existing notes are. */
  readonly notesFolder: string;
  /** `officeHours.repository`: `owner/name`, which `#1` means; empty: learned from the notes. */
  readonly repository: string;
  /** `officeHours.checks.severity`: only the rules that the user named. */
  readonly severity: Partial<Readonly<Record<RuleCode, Severity>>>;
  /** `officeHours.references.style` */
  readonly referenceStyle: ReferenceStyle;
  /** `officeHours.inlayHints.titles`: short titles after bare references. */
  readonly inlayTitles: boolean;
  /** `officeHours.codeLens.enabled`: in how many notes references and people are, above their lines. */
  readonly codeLens: boolean;
  /** `officeHours.actionItems.meetings`: an item counts as open where one of the latest so many meetings has it. */
  readonly actionItemMeetings: number;
  /** `officeHours.highlights.bots`: pull requests of bots and updates of dependencies are drafted, too. */
  readonly highlightBots: boolean;
  /** `officeHours.actionItems.me`: the writer's name or login in the notes; empty: the signed-in login. */
  readonly me: string;
  /** `officeHours.github.enabled`, for a client that does not reach GitHub itself. */
  readonly githubEnabled: boolean;
  /** `officeHours.github.apiUrl`, for the same; empty: as the environment has it. */
  readonly githubApiUrl: string;
}

export const defaultSettings: Settings = {
  notesFolder: '',
  repository: '',
  severity: {},
  referenceStyle: 'typed',
  inlayTitles: false,
  codeLens: false,
  actionItemMeetings: 12,
  highlightBots: false,
  me: '',
  githubEnabled: true,
  githubApiUrl: '',
};

export interface SettingsResult {
  readonly settings: Settings;
  /** What was wrong, in words that name the setting and the remedy; the default stands in its place. */
  readonly problems: readonly string[];
}

/** Reads the object under `officeHours`. Never throws: what is wrong is said and keeps its default. */
export function parseSettings(value: unknown): SettingsResult {
  const problems: string[] = [];
  const root = asRecord(value);
  const notesFolder = readString(asRecord(root.notes).folder, 'officeHours.notes.folder', problems);
  const repository = readString(root.repository, 'officeHours.repository', problems);
  if (repository !== '' && !/^[A-Za-z0-9][\w-]{0,99}\/(?!\.{1,2}$)[\w.-]{1,100}$/.test(repository)) {
    problems.push(`officeHours.repository: "${repository}" is not a repository. Write it as owner/name.`);
  }
  return {
    settings: {
      notesFolder,
      repository: problems.some((text) => text.startsWith('officeHours.repository')) ? '' : repository,
      severity: readSeverities(asRecord(root.checks).severity, problems),
      referenceStyle: readStyle(asRecord(root.references).style, problems),
      inlayTitles: readSwitch(
        asRecord(root.inlayHints).titles,
        'officeHours.inlayHints.titles',
        false,
        problems,
      ),
      codeLens: readSwitch(asRecord(root.codeLens).enabled, 'officeHours.codeLens.enabled', false, problems),
      actionItemMeetings: readMeetings(asRecord(root.actionItems).meetings, problems),
      highlightBots: readSwitch(
        asRecord(root.highlights).bots,
        'officeHours.highlights.bots',
        false,
        problems,
      ),
      me: readString(asRecord(root.actionItems).me, 'officeHours.actionItems.me', problems).trim(),
      githubEnabled: readSwitch(asRecord(root.github).enabled, 'officeHours.github.enabled', true, problems),
      githubApiUrl: readString(asRecord(root.github).apiUrl, 'officeHours.github.apiUrl', problems),
    },
    problems,
  };
}

function readMeetings(value: unknown, problems: string[]): number {
  if (value === undefined || value === null) return defaultSettings.actionItemMeetings;
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  problems.push('officeHours.actionItems.meetings: Write a number of meetings, 1 or more.');
  return defaultSettings.actionItemMeetings;
}

function readSeverities(value: unknown, problems: string[]): Settings['severity'] {
  const result: Partial<Record<RuleCode, Severity>> = {};
  for (const [code, severity] of Object.entries(asRecord(value))) {
    const rule = ruleCodes.find((known) => known === code);
    const level = severities.find((known) => known === severity);
    if (rule === undefined) {
      problems.push(
        `officeHours.checks.severity: unknown rule "${code}". The rules are ${ruleCodes.join(', ')}.`,
      );
    } else if (level === undefined) {
      problems.push(
        `officeHours.checks.severity: "${String(severity)}" for ${code} is not one of ${severities.join(', ')}.`,
      );
    } else {
      result[rule] = level;
    }
  }
  return result;
}

function readStyle(value: unknown, problems: string[]): ReferenceStyle {
  const { referenceStyle } = defaultSettings;
  if (value === undefined || value === null) return referenceStyle;
  const style = referenceStyles.find((known) => known === value);
  if (style === undefined) {
    problems.push(
      `officeHours.references.style: "${String(value)}" is not one of ${referenceStyles.join(', ')}.`,
    );
  }
  return style ?? referenceStyle;
}

function readSwitch(value: unknown, name: string, usual: boolean, problems: string[]): boolean {
  if (typeof value === 'boolean') return value;
  if (value !== undefined && value !== null) {
    problems.push(`${name}: expected true or false, found ${typeof value}.`);
  }
  return usual;
}

function readString(value: unknown, name: string, problems: string[]): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value.trim();
  problems.push(`${name}: expected text, found ${typeof value}.`);
  return '';
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
