/** What the badges of the README say. They are pictures in the repository, so that they are there without a network. */

/**
 * @typedef {object} Badge
 * @property {string} file below docs/badges
 * @property {string} label
 * @property {string} value
 */

/**
 * @param {{ license: string, engines: { vscode: string, node: string } }} manifest package.json
 * @returns {Badge[]} in their order in the README
 */
export function badgesOf({ license, engines }) {
  const least = (/** @type {string} */ range) =>
    `${range.replace(/^[^\d]*/, '').replace(/\.0$/, '')} or later`;
  return [
    { file: 'license.png', label: 'License', value: license },
    { file: 'vscode.png', label: 'VS Code', value: least(engines.vscode) },
    { file: 'node.png', label: 'Command line', value: `Node.js ${least(engines.node)}` },
    { file: 'telemetry.png', label: 'Telemetry', value: 'none' },
  ];
}
