/** The texts that the sources show to people: the first argument of each `t('…')` and `vscode.l10n.t('…')`. */

import { parseSync } from 'oxc-parser';

/** @typedef {{ text: string, places: number, file: string, line: number }} Text */

/**
 * @param {string} file for messages
 * @param {string} source
 * @returns {{ texts: Text[], problems: string[] }}
 */
export function textsIn(file, source) {
  /** @type {Text[]} */
  const texts = [];
  /** @type {string[]} */
  const problems = [];
  walk(parseSync(file, source).program, (node) => {
    if (node.type !== 'CallExpression' || !isT(node.callee)) return;
    const line = source.slice(0, node.start).split('\n').length;
    const [first, ...rest] = node.arguments;
    if (first?.type !== 'Literal' || typeof first.value !== 'string') {
      problems.push(
        `${file}:${line}: the first argument of t() is not a literal; use {0} for what is inserted`,
      );
      return;
    }
    const places = placesOf(first.value);
    if (places.length !== rest.length || places.some((place, index) => place !== index))
      problems.push(
        `${file}:${line}: "${first.value}" has the places ${places.map((each) => `{${each}}`).join(' ') || 'none'}, but ${rest.length} arguments`,
      );
    texts.push({ text: first.value, places: places.length, file, line });
  });
  return { texts, problems };
}

/** What an editor shows of the objects that are given to it. */
const shownKeys =
  /^(?:title|placeHolder|placeholder|prompt|label|description|detail|tooltip|openLabel|saveLabel|message|text|hint|remark|checkedBy)$/;
/** Calls with a text as an argument, ours among them. */
const shownCalls =
  /^(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|showWarning|warn|say|refused)$/;

/**
 * Texts that would be shown as they are, in every language: literals in the places where an editor shows a text.
 * @param {string} file for messages
 * @param {string} source
 * @param {readonly string[]} names that are the same in all languages
 * @returns {string[]} what is wrong, each with what to do
 */
export function rawTextsIn(file, source, names) {
  /** @type {Map<number, string>} */
  const found = new Map();
  const see = (/** @type {any} */ value) => {
    for (const literal of literalsOf(value)) {
      const text = literal.type === 'Literal' ? literal.value : textOf(literal);
      const own = names.reduce((rest, name) => rest.replaceAll(name, ''), text);
      // A sentence or a title; identifiers are one word in lower case.
      if (/\p{L}.* .*\p{L}|^\s*\p{Lu}\p{Ll}/u.test(own)) found.set(literal.start, text);
    }
  };
  walk(parseSync(file, source).program, (node) => {
    if (node.type === 'Property' && shownKeys.test(node.key.name ?? node.key.value)) see(node.value);
    if (node.type === 'VariableDeclarator' && shownKeys.test(node.id.name ?? '')) see(node.init);
    if (node.type === 'AssignmentExpression' && shownKeys.test(node.left.property?.name ?? ''))
      see(node.right);
    const called = node.type === 'CallExpression' && (node.callee.property?.name ?? node.callee.name);
    if (called && shownCalls.test(called)) node.arguments.forEach(see);
  });
  const lineOf = (/** @type {number} */ start) => source.slice(0, start).split('\n').length;
  return [...found].map(
    ([start, text]) =>
      `${file}:${lineOf(start)}: ${JSON.stringify(text)} is not translated; write it as ${file.startsWith('client/') ? 'vscode.l10n.t' : 't'}('…')`,
  );
}

/**
 * @param {any} value
 * @returns {any[]} the literals that it may be
 */
function literalsOf(value) {
  switch (value?.type) {
    case 'Literal':
      return typeof value.value === 'string' ? [value] : [];
    case 'TemplateLiteral':
      return [value];
    case 'ConditionalExpression':
      return [...literalsOf(value.consequent), ...literalsOf(value.alternate)];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return [...literalsOf(value.left), ...literalsOf(value.right)];
    default:
      return [];
  }
}

/** @param {any} template @returns {string} without what is inserted */
function textOf({ quasis }) {
  return quasis.map((/** @type {any} */ { value }) => value.cooked).join('');
}

/** @param {string} text @returns {number[]} the numbers of `{0}`, `{1}`, each once, in order */
export function placesOf(text) {
  return [...new Set([...text.matchAll(/\{(\d+)\}/g)].map(([, number]) => Number(number)))].sort(
    (a, b) => a - b,
  );
}

/** @param {any} callee of `t`, `l10n.t` or `vscode.l10n.t` */
function isT(callee) {
  if (callee.type === 'Identifier') return callee.name === 't';
  if (callee.type !== 'MemberExpression' || callee.property.name !== 't') return false;
  const { object } = callee;
  return object.name === 'l10n' || object.property?.name === 'l10n';
}

/**
 * @param {any} node
 * @param {(node: any) => void} visit
 */
function walk(node, visit) {
  if (Array.isArray(node)) for (const each of node) walk(each, visit);
  else if (typeof node === 'object' && node !== null) {
    if (typeof node.type === 'string') visit(node);
    for (const each of Object.values(node)) if (typeof each === 'object') walk(each, visit);
  }
}
