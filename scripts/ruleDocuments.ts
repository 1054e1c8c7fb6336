/** What other files say of the rules, by file: its text in, the same text with the parts that come from the rules out. */

import type { Rule } from '../server/core/checks/problem.ts';
import { rules } from '../server/core/checks/rules.ts';
import { severities } from '../shared/settings.ts';

export const ruleDocuments: Readonly<Record<string, (text: string) => string>> = {
  'package.json': (text) => {
    const whole = JSON.parse(text);
    const setting = whole.contributes.configuration.properties['officeHours.checks.severity'];
    // The settings editor shows a row for each property that the default names.
    setting.default = byCode(({ severity }) => severity);
    setting.properties = byCode(({ code, severity }) => ({
      type: 'string',
      enum: severities,
      default: severity,
      description: `%rules.${code}%`,
    }));
    return `${JSON.stringify(whole, null, 2)}\n`;
  },
  'package.nls.json': (text) => {
    const before = Object.entries<string>(JSON.parse(text));
    const at = before.findIndex(([key]) => key.startsWith('rules.'));
    const others = before.filter(([key]) => !key.startsWith('rules.'));
    const ofRules = rules.map(({ code, summary }): [string, string] => [`rules.${code}`, summary]);
    const texts = Object.fromEntries([...others.slice(0, at), ...ofRules, ...others.slice(at)]);
    return `${JSON.stringify(texts, null, 2)}\n`;
  },
  'schemas/office-hours-template.schema.json': (text) => {
    const start = after(text, '"properties": {\n', after(text, '\n    "checks": {'));
    const lines = rules.map(({ code }) => `        "${code}": { "$ref": "#/definitions/severity" }`);
    return text.slice(0, start) + lines.join(',\n') + text.slice(text.indexOf('\n      }', start));
  },
  'README.md': (text) => withRows(text, 'docs/').replace(/\b\d+ rules\b/, `${rules.length} rules`),
  'docs/rules.md': (text) => withRows(text, ''),
  ...Object.fromEntries(
    rules.map(({ code, summary, severity }) => [
      `docs/rules/${code}.md`,
      (text: string) => {
        const start = after(text, `# ${code}\n\n`);
        const end = after(text, '.', after(text, 'Default severity:', start));
        return `${text.slice(0, start)}${summary}\n\nDefault severity: ${severity}.${text.slice(end)}`;
      },
    ]),
  ),
};

function byCode<Value>(value: (rule: Rule) => Value): Record<string, Value> {
  return Object.fromEntries(rules.map((rule) => [rule.code, value(rule)]));
}

/** `docs`: from the page to the folder of that name. */
function withRows(text: string, docs: string): string {
  const start = after(text, '| rule | reports | default |\n| --- | --- | --- |\n');
  const rows = rules.map(
    ({ code, summary, severity }) => `| [${code}](${docs}rules/${code}.md) | ${summary} | ${severity} |\n`,
  );
  const end = text.indexOf('\n\n', start);
  return text.slice(0, start) + rows.join('') + (end < 0 ? '' : text.slice(end + 1));
}

/** The offset after the next `mark`. Throws when there is none. */
function after(text: string, mark: string, from = 0): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new Error(`${JSON.stringify(mark)} is missing`);
  return at + mark.length;
}
