/** What things are called across both APIs and on the web. */

import type { Item } from './item.ts';
import type { Repository } from './repository.ts';

/** The opaque `node_id` of REST, `id` of GraphQL. */
export function nodeId(kind: string, id: number): string {
  return `${kind}_${Buffer.from(`0:${kind}${id}`).toString('base64url')}`;
}

/** Where people look at it; `web` is the start of the address. */
export function webUrl(web: string, repository: Repository, item: Pick<Item, 'kind' | 'number'>): string {
  return `${web}/${repository.fullName}/${item.kind === 'pull' ? 'pull' : 'issues'}/${item.number}`;
}
