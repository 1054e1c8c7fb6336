/** Titles as a stranger may write them to hurt whoever shows them. `{origin}` stands for the stand-in's own address. */

/** A title of 100,000 UTF-16 code units, made of the text again and again. */
function long(text: string): string {
  return text.repeat(Math.ceil(100_000 / text.length)).slice(0, 100_000);
}

/** What they try, by name; acceptance tests take them from here. Showing one must send no request anywhere. */
export const hostileTitles: Readonly<Record<string, string>> = {
  commandLink: '[Click to fix](command:workbench.action.terminal.new)',
  image: '![pixel]({origin}/pixel.png)',
  html: '<img src="{origin}/pixel.png" onerror="alert(1)">',
  script: '</details><script src="{origin}/pixel.js"></script>',
  comment: 'An opened <!-- comment',
  entities: '&lt;b&gt; &#91;x&#93;(command:y) &amp;colon;',
  bareUrl: 'See {origin}/pixel.png or www.example.com or me@example.com',
  reference: '[x]: {origin}/pixel.png "y"',
  footnote: 'A footnote[^1] and a [shortcut]',
  emphasis: '**bold** _thin_ ~~gone~~ `code` $E=mc^2$ :tada:',
  table: 'a | b | c \\| d || e',
  loneReturn: 'One line\r```\rand a fence',
  heading: 'One line\r# and a heading',
  newlines: 'One line\n\n---\n\u2028another\u2029and one more\u0085',
  quote: '> quoted\n> - [x] done',
  list: '- [ ] 1. # not a list',
  controls: 'Bell \u0007 escape \u001b[31mred\u001b[0m backspace \b\b\b nul \u0000 end',
  bidi: 'Run \u202etxt.exe\u202c and \u2066isolated\u2069 \u200fright \u061cmark',
  zeroWidth: 'pay\u200bload\u200c with\u200d no\u2060 width\ufeff\u00ad',
  tags: 'Tags \u{e0041}\u{e0042}\u{e007f} that nobody sees',
  variation: 'Variation\ufe0f selectors\ufe0e and \u{e0100}more',
  snippet: '$' + '{1:x} $0 $' + '{TM_FILENAME/(.*)/$1/} \\$ } |a,b|',
  icon: '$(zap) $(sync~spin) $(alert)',
  mention: '@everyone see #1, GH-2, other/repo#3 and !4',
  prototype: '__proto__',
  constructorName: 'constructor',
  emojis: 'Families 👨‍👩‍👧‍👦👩🏽‍🚒 and flags 🇩🇪🇹🇷🏴󠁧󠁢󠁳󠁣󠁴󠁿 side by side',
  combining: `Stacked a${'\u0301\u0323'.repeat(60)} marks`,
  loneSurrogate: 'Half a pair \ud83d and the other \ude00',
  blank: ' \t ',
  quotes: `"double" 'single' \\ backslash \\" both`,
  wide: '你好，世界 — Привет — مرحبا — שלום',
};

/** Very long ones, rare in a repository because every list that holds one weighs 100 KB more. */
export const longTitles: Readonly<Record<string, string>> = {
  words: long('very long words '),
  oneWord: long('x'),
  families: long('👨‍👩‍👧‍👦'),
  marks: `e${'\u0301'.repeat(99_999)}`,
  brackets: long('[('),
  backslashes: long('\\`'),
};
