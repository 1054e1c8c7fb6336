/** What other files say of the settings, by file: its text and package.json in, the text with the parts that come from package.json out. */

interface Setting {
  readonly default: unknown;
  readonly scope?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

export type Settings = Readonly<Record<string, Setting>>;

const tableStart = '| setting | default | meaning |\n| --- | --- | --- |\n';

export const settingDocuments: Readonly<Record<string, (text: string, settings: Settings) => string>> = {
  'README.md': (text, settings) => {
    const start = after(text, tableStart);
    const rows = Object.entries(settings).map(
      ([name, setting]) =>
        `| [\`${name}\`](docs/settings.md#${name.replaceAll('.', '').toLowerCase()}) | ${shownDefault(setting)} | ${firstSentence(shownDescription(setting))} |\n`,
    );
    return text.slice(0, start) + rows.join('') + text.slice(text.indexOf('\n\n', start) + 1);
  },
  'docs/settings.md': (text, settings) =>
    Object.entries(settings).reduce((page, [name, setting]) => {
      const start = after(page, `\n### ${name}\n\n`);
      const end = after(page, '.\n', after(page, '\nDefault: ', start));
      return page.slice(0, start) + section(setting) + page.slice(end);
    }, text),
};

function section(setting: Setting): string {
  const values = setting.enum?.map(
    (value, index) => `| \`${value}\` | ${literal(setting.enumDescriptions?.[index] ?? '')} |\n`,
  );
  const table = values ? `\n| value | meaning |\n| --- | --- |\n${values.join('')}` : '';
  return `${shownDescription(setting)}\n${table}\nDefault: ${shownDefault(setting)}. ${shownScope(setting)}\n`;
}

const pages = 'https://github.com/office-hours-notes/office-hours-notes/blob/main/docs/';

/** VS Code writes `#editor.tabSize#` for a link to a setting. */
function shownDescription({ markdownDescription, description = '' }: Setting): string {
  return (markdownDescription ?? description)
    .replaceAll(/`#([\w.-]+)#`/g, '`$1`')
    .replaceAll(`](${pages}`, '](');
}

function shownDefault({ default: value, enum: values }: Setting): string {
  if (value === true) return 'on';
  if (value === false) return 'off';
  if (value === '' || (Array.isArray(value) && value.length === 0)) return 'empty';
  if (typeof value === 'number' || values) return `\`${value}\``;
  return typeof value === 'string' ? `\`${value}\`` : 'a value for each';
}

function shownScope({ scope }: Setting): string {
  switch (scope) {
    case 'application':
      return 'Read from user settings only.';
    case 'resource':
      return 'Can differ between workspace folders.';
    default:
      return 'Read from user and workspace settings.';
  }
}

function firstSentence(text: string): string {
  return /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text;
}

/** Link text as it is inserted, not as a link. */
function literal(text: string): string {
  return /[[<]|:\/\//.test(text) ? `\`${text}\`` : text;
}

/** The offset after the next `mark`. Throws when there is none. */
function after(text: string, mark: string, from = 0): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new Error(`${JSON.stringify(mark)} is missing`);
  return at + mark.length;
}
