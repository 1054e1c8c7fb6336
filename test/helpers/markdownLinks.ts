/** Links and headings of a documentation page, as GitHub shows them. */

export interface PageLink {
  /** Relative to the page; empty for the page itself. */
  readonly path: string;
  readonly anchor: string | undefined;
  readonly line: number;
}

/** Without code, with as many lines. */
function withoutCode(text: string): string {
  const blank = (code: string) => code.replaceAll(/[^\n]/g, '');
  return text
    .replaceAll(/^```[\s\S]*?^```/gm, blank)
    .replaceAll(/`[^`\n]+`/g, (code) => `${code.slice(1, -1).replaceAll(/[[\]()<>#]/g, '')}`);
}

/** What does not begin with a scheme. */
export function localLinks(text: string): PageLink[] {
  const lines = withoutCode(text).split('\n');
  return lines.flatMap((line, index) =>
    [...line.matchAll(/\]\(([^()\s]+)\)|\b(?:src|srcset|href)="([^"\s]+)"/g)].flatMap(
      ([, markdown, html]) => {
        const target = markdown ?? html ?? '';
        if (/^[a-z][a-z+.-]*:/i.test(target)) return [];
        const [path = '', anchor] = target.split('#');
        return [{ path, anchor, line: index + 1 }];
      },
    ),
  );
}

/** Of Markdown headings, in GitHub's form: github.com/gjtorikian/html-pipeline, its TableOfContentsFilter. */
export function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  const code = text.replaceAll(/^```[\s\S]*?^```/gm, '');
  for (const [, heading = ''] of code.matchAll(/^#{1,6} (.*)$/gm)) {
    const shown = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');
    const slug = shown
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-');
    let anchor = slug;
    for (let count = 1; anchors.has(anchor); count++) anchor = `${slug}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}
