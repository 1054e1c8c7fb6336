/** Front matter as a small tree of our own, with offsets into the file; everything in it is data, nothing refers back. */

import { isMap, isScalar, isSeq, type Node, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { type Message, t } from '../../../../shared/l10n.ts';
import { lineAt } from '../../note/lines.ts';
import type { Span } from '../../note/note.ts';
import type { TemplateFix } from '../definition.ts';
import { inQuotes, reportYaml } from './frontMatterErrors.ts';
import { findDeepNesting } from './nesting.ts';
import type { Report } from './report.ts';

export interface YamlText {
  readonly kind: 'text';
  readonly text: string;
  readonly type: 'string' | 'number' | 'boolean';
  readonly range: Span;
  /** The offset of the text's first character, when it stands in the file as it is; absent: escapes, or several lines. */
  readonly textFrom?: number;
}

/** A key without a value, `~`, `null`. */
interface YamlNothing {
  readonly kind: 'nothing';
  readonly range: Span;
}

interface YamlList {
  readonly kind: 'list';
  readonly range: Span;
  readonly items: readonly YamlValue[];
}

export interface YamlEntry {
  readonly key: YamlText;
  readonly value: YamlValue;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly range: Span;
  /** A key that stands twice is here once, with its first value. */
  readonly entries: readonly YamlEntry[];
}

/** What has been reported and is to be passed over. */
interface YamlRefused {
  readonly kind: 'refused';
  readonly range: Span;
}

export type YamlValue = YamlText | YamlNothing | YamlList | YamlMap | YamlRefused;

/** A roster of some hundred people fits in. */
const longestFrontMatter = 64 * 1024;
const deepest = 8;

/** Reads what stands between the fences; undefined when there is nothing or no map. Never throws. */
export function readTree(yaml: Span, report: Report): YamlMap | undefined {
  if (yaml.to - yaml.from > longestFrontMatter) {
    report.error(
      'template-syntax',
      { from: yaml.from, to: yaml.from },
      t('The front matter is longer than {0} KB and is ignored.', longestFrontMatter / 1024),
    );
    return undefined;
  }
  // The library does not know a lone carriage return for a line end.
  const source = report.text.slice(yaml.from, yaml.to).replace(/\r(?!\n)/g, '\n');
  const tooDeep = findDeepNesting(source);
  if (tooDeep !== undefined) {
    const range = { from: yaml.from + tooDeep, to: yaml.from + lineAt(source, tooDeep).to };
    report.error('template-syntax', range, t('Nested too deeply. The front matter is ignored.'));
    return undefined;
  }
  const value = readSource(source, yaml.from, report);
  if (value === undefined || value.kind === 'nothing' || value.kind === 'refused') return undefined;
  if (value.kind === 'map') return value;
  report.error(
    'template-syntax',
    value.range,
    t('Front matter consists of lines "key: value", such as "project: lantern".'),
  );
  return undefined;
}

function readSource(source: string, base: number, report: Report): YamlValue | undefined {
  try {
    const document = parseDocument(source, {
      version: '1.2',
      schema: 'core',
      merge: false,
      prettyErrors: false,
      // Found here, with a message that says what to do.
      uniqueKeys: false,
      logLevel: 'silent',
    });
    reportYaml([...document.errors, ...document.warnings], source, base, report);
    return document.contents === null ? undefined : new Reader(base, report).value(document.contents, 0);
  } catch {
    report.error('template-syntax', { from: base, to: base }, t('Invalid YAML in the front matter.'));
    return undefined;
  }
}

class Reader {
  readonly #base: number;
  readonly #report: Report;

  constructor(base: number, report: Report) {
    this.#base = base;
    this.#report = report;
  }

  value(node: Node | null, depth: number, around?: Span): YamlValue {
    if (node === null) return { kind: 'nothing', range: around ?? { from: this.#base, to: this.#base } };
    const range = this.#range(node);
    if (depth > deepest) return this.#refuse(range, t('Nested too deeply.'));
    if (isScalar(node)) {
      return node.anchor === undefined
        ? this.#scalar(node, range)
        : this.#refuse(
            range,
            t('YAML anchors ("&name") are not supported. A text that begins with "&" must be in quotes.'),
          );
    }
    if (isMap(node)) return this.#map(node, range, depth);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.value(item as Node | null, depth + 1, range));
      return { kind: 'list', range, items };
    }
    const text = inQuotes(this.#report.text.slice(range.from, range.to));
    return this.#refuse(range, t('A value that begins with "*" must be in quotes: {0}', text), {
      title: t('Put Value in Quotes'),
      range,
      text,
    });
  }

  #map(node: YAMLMap, range: Span, depth: number): YamlMap {
    const entries = new Map<string, YamlEntry>();
    for (const pair of node.items) {
      const keyNode = pair.key as Node | null;
      const key = this.value(keyNode, depth + 1, range);
      if (key.kind !== 'text') {
        if (key.kind !== 'refused') this.#refuse(key.range, t('A key must be a word, such as "project".'));
        continue;
      }
      const after = { from: key.range.to, to: key.range.to };
      const value = this.value(pair.value as Node | null, depth + 1, after);
      if (entries.has(key.text)) {
        this.#report.error(
          'template-key',
          key.range,
          t('"{0}" appears twice. Only the first one is used: merge them.', key.text),
        );
      } else {
        entries.set(key.text, {
          key,
          value: value.kind === 'nothing' ? { ...value, range: key.range } : value,
        });
      }
    }
    return { kind: 'map', range, entries: [...entries.values()] };
  }

  #scalar(node: Scalar, range: Span): YamlText | YamlNothing {
    const { value } = node;
    if (value === null || value === undefined) return { kind: 'nothing', range };
    const written = this.#report.text.slice(range.from, range.to);
    const quoted = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE';
    const text = typeof value === 'string' ? value : (node.source ?? String(value));
    const plain = quoted ? written.slice(1, -1) : written;
    const type = typeof value === 'number' || typeof value === 'boolean' ? typeof value : 'string';
    return {
      kind: 'text',
      text,
      type: type === 'number' || type === 'boolean' ? type : 'string',
      range,
      ...(plain === text && { textFrom: range.from + (quoted ? 1 : 0) }),
    };
  }

  #refuse(range: Span, message: Message, fix?: TemplateFix): YamlRefused {
    this.#report.error('template-value', range, message, fix);
    return { kind: 'refused', range };
  }

  #range(node: Node): Span {
    const [from, to] = node.range ?? [0, 0];
    return { from: this.#base + from, to: this.#base + to };
  }
}
