/** Users, labels and milestones as the REST API writes them. */

import type { ApiVersion } from '../answer.ts';
import { hashText } from '../hash.ts';
import { nodeId } from '../names.ts';
import { userId } from '../people.ts';
import type { Repository } from '../repository.ts';
import { isoTime } from '../world.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Where addresses in an answer begin, and which version of the API was asked for. */
export interface Roots {
  /** The API's root as the request saw it: `http://127.0.0.1:1234`, for an Enterprise host with `/api/v3`. */
  readonly api: string;
  readonly web: string;
  readonly version: ApiVersion;
}

/** Keys that the version 2026-03-10 no longer has. */
export function older(roots: Roots, keys: Json): Json {
  return roots.version === '2022-11-28' ? keys : {};
}

export function userJson({ api, web }: Roots, login: string): Json {
  const url = `${api}/users/${login}`;
  const id = userId(login);
  return {
    login,
    id,
    node_id: nodeId('U', id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `${web}/${login.replace('[bot]', '')}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    user_view_type: 'public',
    site_admin: false,
  };
}

export function labelJson(repositoryUrl: string, name: string): Json {
  const id = hashText(name);
  return {
    id,
    node_id: nodeId('LA', id),
    url: `${repositoryUrl}/labels/${encodeURIComponent(name)}`,
    name,
    color: (id % 0x1000000).toString(16).padStart(6, '0'),
    default: false,
    description: null,
  };
}

export function milestoneJson(roots: Roots, repository: Repository, title: string): Json {
  const url = `${roots.api}/repos/${repository.fullName}/milestones`;
  const number = repository.origin.milestones.indexOf(title) + 1;
  const time = isoTime(repository.origin.opened(1));
  return {
    url: `${url}/${number}`,
    html_url: `${roots.web}/${repository.fullName}/milestone/${number}`,
    labels_url: `${url}/${number}/labels`,
    id: hashText(`${repository.id} ${title}`),
    node_id: nodeId('MI', number),
    number,
    title,
    description: '',
    creator: userJson(roots, repository.origin.people[0]!.login),
    open_issues: 4,
    closed_issues: 8,
    state: 'open',
    created_at: time,
    updated_at: time,
    due_on: null,
    closed_at: null,
  };
}

export function reactionsJson(url: string): Json {
  const none = { '+1': 0, '-1': 0, laugh: 0, hooray: 0, confused: 0, heart: 0, rocket: 0, eyes: 0 };
  return { url: `${url}/reactions`, total_count: 0, ...none };
}

export function association(repository: Repository, login: string): string {
  const place = repository.origin.people.findIndex((person) => person.login === login);
  return place >= 0 && place < 5 ? 'MEMBER' : place >= 0 ? 'CONTRIBUTOR' : 'NONE';
}
