import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  linkReferences,
  type MarkdownIt,
  type PreviewReference,
  type Token,
} from '../../../../client/preview/linkReferences.ts';

/** As much of markdown-it as the plugin touches; the editor tests run it in the real one. */
function markdownIt(): MarkdownIt & { run(tokens: Token[]): void } {
  const steps: ((state: { tokens: Token[] }) => void)[] = [];
  const rules: MarkdownIt['renderer']['rules'] = {};
  return {
    core: { ruler: { push: (_name, rule) => void steps.push(rule) } },
    renderer: { rules },
    utils: {
      escapeHtml: (text) =>
        text
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
          .replaceAll('"', '&quot;'),
    },
    run: (tokens) => {
      for (const step of steps) step({ tokens });
    },
  };
}

function token(type: string, content = '', more: Partial<Token> = {}): Token {
  const attributes = new Map<string, string>();
  return {
    type,
    content,
    map: null,
    children: null,
    meta: null,
    attrGet: (name) => attributes.get(name) ?? null,
    attrSet: (name, value) => void attributes.set(name, value),
    ...more,
  };
}

const note = {};
const environment = { currentDocument: note };
const self = { renderToken: () => '<a>' };

/** Renders the text tokens of one block on line 3. */
function render(children: Token[], references: readonly PreviewReference[]): string {
  const markdown = markdownIt();
  linkReferences(markdown, (document) => (document === note ? references : []));
  markdown.run([token('paragraph_open', '', { map: [3, 4] }), token('inline', '', { children })]);
  return children
    .map((child, index) =>
      child.type === 'text'
        ? markdown.renderer.rules.text?.(children, index, {}, environment, self)
        : child.content,
    )
    .join('');
}

const reference = (text: string, more: Partial<PreviewReference> = {}): PreviewReference => ({
  line: 3,
  text,
  url: `https://x/${text.replaceAll(/\D/g, '')}`,
  ...more,
});
const link = (text: string) => {
  const url = `https://x/${text.replaceAll(/\D/g, '')}`;
  return `<a href="${url}" data-href="${url}">${text}</a>`;
};

describe('linkReferences', () => {
  for (const [name, text, references, expected] of [
    ['one', 'see PR #1.', [reference('PR #1')], `see ${link('PR #1')}.`],
    [
      'several, in their order',
      '#1 (#2)',
      [reference('#1'), reference('#2')],
      `${link('#1')} (${link('#2')})`,
    ],
    ['the same twice', '#1 #1', [reference('#1'), reference('#1')], `${link('#1')} ${link('#1')}`],
    ['nothing of another line', '#1', [reference('#1', { line: 4 })], '#1'],
    ['nothing in a longer number', '#12', [reference('#1')], '#12'],
    ['nothing in another repository', 'a/b#1', [reference('#1')], 'a/b#1'],
    ['past what has gone since', '#3', [reference('#1'), reference('#3')], link('#3')],
    [
      'a number of a list behind a count',
      '2 of PRs 1, 2',
      [reference('PRs 1'), reference('2')],
      `2 of ${link('PRs 1')}, ${link('2')}`,
    ],
    ['hostile words as text', '<b> #1', [reference('#1')], `&lt;b&gt; ${link('#1')}`],
  ] as const) {
    it(`links ${name}`, () => assert.equal(render([token('text', text)], references), expected));
  }

  it('keeps titles inside their attribute', () => {
    const html = render([token('text', '#1')], [reference('#1', { title: '"><img src=x onerror=y> & co' })]);
    assert.match(html, / title="&quot;&gt;&lt;img src=x onerror=y&gt; &amp; co">#1<\/a>$/);
  });

  it('leaves links and code alone', () => {
    const children = [
      token('link_open'),
      token('text', '#1'),
      token('link_close'),
      token('code_inline', '#1'),
      token('html_inline', '<a href="y">'),
      token('text', '#1'),
      token('html_inline', '</a>'),
      token('text', '#1'),
    ];
    assert.equal(render(children, [reference('#1')]), `#1#1<a href="y">#1</a>${link('#1')}`);
  });

  it('leaves other documents alone', () => {
    const markdown = markdownIt();
    linkReferences(markdown, (document) => (document === note ? [reference('#1')] : []));
    const children = [token('text', '#1')];
    markdown.run([token('paragraph_open', '', { map: [3, 4] }), token('inline', '', { children })]);
    for (const other of [{}, { currentDocument: {} }, null, undefined]) {
      assert.equal(markdown.renderer.rules.text?.(children, 0, {}, other, self), '#1');
    }
  });

  it('gives a bare URL its title, and keeps one that is there', () => {
    const markdown = markdownIt();
    linkReferences(markdown, () => [reference('https://x/1', { title: 'One' })]);
    const bare = token('link_open');
    bare.attrSet('href', 'https://x/1');
    const titled = token('link_open');
    titled.attrSet('href', 'https://x/1');
    titled.attrSet('title', 'mine');
    markdown.renderer.rules.link_open?.([bare, titled], 0, {}, environment, self);
    markdown.renderer.rules.link_open?.([bare, titled], 1, {}, environment, self);
    assert.deepEqual([bare.attrGet('title'), titled.attrGet('title')], ['One', 'mine']);
  });
});
