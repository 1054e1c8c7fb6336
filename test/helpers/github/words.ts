/** What titles and bodies are made of. The project is invented: a tool that follows log files by rules. */

import { hash, pick } from './hash.ts';

const things = [
  'buffer',
  'certificate check',
  'command line',
  'configuration reader',
  'counter',
  'daemon',
  'dry run',
  'file watcher',
  'flush',
  'include file',
  'index',
  'installer',
  'journal',
  'lexer',
  'log rotation',
  'manual page',
  'metrics endpoint',
  'network socket',
  'package',
  'parser',
  'query cache',
  'rate limit',
  'release script',
  'rule editor',
  'rule file',
  'scheduler',
  'service',
  'shell completion',
  'status page',
  'test suite',
  'viewer',
  'worker pool',
];

const conditions = [
  'a rule has no name',
  'a symbolic link is in the path',
  'it starts before the network',
  'reloading the configuration',
  'running as another user',
  'the clock goes backwards',
  'the disk is full',
  'the file is empty',
  'the file is larger than 2 GB',
  'the host name has an umlaut',
  'the line is longer than 64 KB',
  'the locale is Turkish',
  'the log is rotated',
  'the machine wakes up',
  'there is no terminal',
  'two rules match the same line',
  'upgrading from an older version',
  'writing to a network share',
];

const troubles = [
  'crashes',
  'fails silently',
  'forgets its state',
  'gives the wrong line number',
  'hangs',
  'ignores the setting',
  'is slow',
  'leaks file descriptors',
  'loses the last line',
  'prints the message twice',
  'reports the wrong time',
  'uses too much memory',
];

const places = ['on Windows', 'on macOS', 'on FreeBSD', 'on ARM', 'in a container', 'on Debian', 'on Fedora'];
const libraries = ['tinyhttp', 'fastjson', 'regexkit', 'libwatch', 'timeparse', 'colourterm', 'zipstream'];
const reasons = [
  'once',
  'for good',
  'without a restart',
  'on every platform',
  'in the background',
  'by default',
];

export const labelNames = [
  'bug',
  'documentation',
  'duplicate',
  'enhancement',
  'good first issue',
  'help wanted',
  'performance',
  'question',
  'regression',
  'security',
  'windows',
];

/** A title like people's, the same for the same arguments. */
export function plainTitle(seed: number, number: number, kind: 'issue' | 'pull'): string {
  const thing = pick(things, seed, number, 21);
  const condition = pick(conditions, seed, number, 22);
  const trouble = pick(troubles, seed, number, 23);
  const place = pick(places, seed, number, 24);
  const shape = hash(seed, number, 25) % 8;
  const capital = thing.charAt(0).toUpperCase() + thing.slice(1);
  if (kind === 'issue') {
    if (shape < 3) return `${capital} ${trouble} when ${condition}`;
    if (shape === 3) return `${capital} ${trouble} ${place}`;
    if (shape === 4) return `Document what the ${thing} does when ${condition}`;
    if (shape === 5) return `Allow to turn off the ${thing} ${place}`;
    if (shape === 6) return `Question: should the ${thing} wait when ${condition}?`;
    return `[Feature] A ${thing} that works ${pick(reasons, seed, number, 26)}`;
  }
  if (shape < 2) return `Fix: ${thing} ${trouble} when ${condition}`;
  if (shape === 2) return `Test the ${thing} ${place}`;
  if (shape === 3) return `Rewrite the ${thing} ${pick(reasons, seed, number, 26)}`;
  if (shape === 4) return `docs: say what happens when ${condition}`;
  if (shape === 5) return `Speed up the ${thing} ${place}`;
  if (shape === 6) {
    const minor = hash(seed, number, 27) % 40;
    return `Bump ${pick(libraries, seed, number, 28)} from 1.${minor}.0 to 1.${minor + 1}.0`;
  }
  return `Remove the old ${thing}`;
}

/** A body of a few paragraphs. */
export function plainBody(seed: number, number: number, kind: 'issue' | 'pull'): string {
  const thing = pick(things, seed, number, 31);
  const condition = pick(conditions, seed, number, 32);
  const trouble = pick(troubles, seed, number, 33);
  const place = pick(places, seed, number, 34);
  const other = pick(things, seed, number, 35);
  if (kind === 'pull') {
    return [
      `So far the ${thing} ${trouble} when ${condition}. This change makes it behave ${place} as it does elsewhere.`,
      `- the ${thing} asks the ${other} first\n- a test for the case where ${condition}\n- a line in the manual`,
      'Tried on two machines for a day.',
    ].join('\n\n');
  }
  return [
    `**What happens**\n\nThe ${thing} ${trouble} when ${condition}, ${place} only.`,
    `**What should happen**\n\nIt should do as the ${other} does.`,
    `**How to see it**\n\n1. start the service\n2. wait until ${condition}\n3. look at the ${other}`,
    `\`\`\`\nerror: ${thing}: ${trouble} (${hash(seed, number, 36) % 1000})\n\`\`\``,
  ].join('\n\n');
}
