/** Each form of docs/references.md is read as the page says. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { parseNote } from '../../../server/core/note/parse.ts';
import { allSections } from '../../../server/core/note/sections.ts';

const text = readFileSync('docs/references.md', 'utf8').replaceAll('\r\n', '\n');

/** The forms in the first column of a section's table, with what the second one says. */
function rowsOf(heading: string): { readonly form: string; readonly says: string }[] {
  const section = allSections(parseNote(text).sections).find((each) => each.heading === heading);
  assert.ok(section, heading);
  const end = section.children[0]?.range.from ?? section.range.to;
  const lines = text.slice(section.range.from, end).split('\n');
  return lines
    .filter((line) => /^\| [`]/.test(line))
    .flatMap((line) => {
      const [, forms = '', says = ''] = /^\| (.*) \| (.*) \|$/.exec(line) ?? [];
      return [...forms.matchAll(/`` (.+?) ``|`([^`]+)`/g)].map(([, quoted, form]) => ({
        form: quoted ?? form ?? '',
        says,
      }));
    });
}

const page = (form: string) => parseNote(`see ${form}\n\n[x]: https://example.org\n`);

describe('docs/references.md', () => {
  const issues = rowsOf('Issues, pull requests and discussions');
  const several = rowsOf('Several at once');
  const pages = rowsOf('Commits, releases and files');
  const none = rowsOf('What is no reference');

  it('has many forms', () =>
    assert.deepEqual(
      [issues, several, pages, none].map(({ length }) => length > 8),
      [true, true, true, true],
    ));

  for (const { form, says } of issues)
    it(`${form}: ${says}`, () => {
      const [found, ...others] = page(form).references;
      assert.equal(found?.number, 5);
      assert.equal(others.length, 0);
      const kind = /^(?:a comment on )?(pull|issue|discussion)(?! or)/.exec(says)?.[1] ?? 'unknown';
      assert.equal(found.kind, kind);
      assert.equal(
        found.repository?.name,
        says.includes('octo/lantern') || form.includes('octo/lantern') ? 'lantern' : undefined,
      );
    });
  for (const { form, says } of several)
    it(`${form}: ${says}`, () => {
      const { references } = page(form);
      assert.ok(references.length >= 2);
      const kind = /as (pull|issue)/.exec(says)?.[1];
      if (kind !== undefined) for (const each of references) assert.equal(each.kind, kind);
      if (says.startsWith('both')) assert.equal(references.length, 2);
    });
  for (const { form, says } of pages)
    it(`${form}: ${says}`, () => {
      const [found, ...others] = page(form).external;
      assert.ok(found && 'page' in found && others.length === 0);
      const kind = ['commit', 'release', 'comparison', 'file', 'folder'].find((each) => says.includes(each));
      assert.equal(found.page.kind, kind);
    });
  for (const { form, says } of none)
    it(`${form}: ${says}`, () => {
      const { references, external } = page(form);
      assert.deepEqual([references, external], [[], []]);
    });
});
