/** What CHANGELOG.md says of a version. */

/**
 * @param {string} tag
 * @param {string} version of package.json
 * @param {string} changelog
 * @returns {string} Markdown
 */
export function releaseNotes(tag, version, changelog) {
  if (tag !== `v${version}`)
    throw new Error(`The tag is ${tag}, but the version in package.json is ${version}.`);
  const parts = changelog.split(/^## /m).slice(1);
  const unreleased = parts.find((part) => part.startsWith('Unreleased'));
  if (unreleased !== undefined && /^- /m.test(unreleased))
    throw new Error(`CHANGELOG.md has changes under "Unreleased". Move them to "## ${version}".`);
  const part = parts.find((each) => each.split('\n', 1)[0]?.trim() === version);
  const notes = part?.slice(part.indexOf('\n')).trim();
  if (!notes) throw new Error(`CHANGELOG.md has no changes under "## ${version}".`);
  return `${notes}\n`;
}
