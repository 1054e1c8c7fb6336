/** The keys to offer in front matter. */

import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { Message } from '../../../../shared/l10n.ts';
import { findFrontMatter } from '../../template/file/frontMatter.ts';
import { type KeyInfo, keyInfos } from '../../template/file/frontMatterKeys.ts';
import { readTree, type YamlMap, type YamlValue } from '../../template/file/frontMatterTree.ts';
import { Report } from '../../template/file/report.ts';
import type { Offers } from './offers.ts';
import type { YamlPlace } from './yamlPlace.ts';

/** What may stand below the keys of `path`; undefined: nothing in particular. */
export function infosBelow(path: readonly string[]): readonly KeyInfo[] | undefined {
  let infos: readonly KeyInfo[] | undefined = Object.values(keyInfos);
  for (const key of path) infos = infos?.find((info) => info.name === key)?.keys;
  return infos;
}

/** Those that are not there yet. */
export function keyOffers(text: string, place: YamlPlace, kind: CompletionItemKind): Offers | undefined {
  const infos = infosBelow(place.path);
  if (infos === undefined) return undefined;
  const typed = text.slice(place.range.from, place.range.to);
  const present = keysAt(text, place);
  const hasColon = text[place.range.to] === ':';
  return {
    range: place.range,
    offers: infos
      .filter(({ name }) => name === typed || !present.has(name))
      .map((info) => ({
        label: info.name,
        detail: info.example.split('\n', 1)[0]!,
        documentation: explained(info),
        kind,
        newText: hasColon ? info.name : `${info.name}: `,
      })),
  };
}

function explained({ meaning, example }: KeyInfo): Message {
  return { text: '{0}\n\n{1}', args: [meaning, example] };
}

/** The keys of the map that the place is in, as far as the text is YAML. */
function keysAt(text: string, { path, range }: YamlPlace): Set<string> {
  const { yaml } = findFrontMatter(text);
  const root = yaml && readTree(yaml, new Report(text));
  const map = root && mapAt(root, path, range.from);
  return new Set(map?.entries.map(({ key }) => key.text));
}

function mapAt(root: YamlMap, path: readonly string[], offset: number): YamlMap | undefined {
  let map: YamlMap | undefined = root;
  for (const name of path) {
    const value: YamlValue | undefined = map?.entries.find(({ key }) => key.text === name)?.value;
    const items = value?.kind === 'list' ? value.items : [value];
    map = items.find(
      (item) => item?.kind === 'map' && item.range.from <= offset && offset <= item.range.to,
    ) as YamlMap | undefined;
  }
  return map;
}
