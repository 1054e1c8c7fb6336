/** A REST request, from its path to the answer. */

import { type Answer, notFound, primaryLimit, samlRefusal } from '../answer.ts';
import type { Charged, Incoming } from '../backend.ts';
import { checkQuery, matchRoute } from '../description.ts';
import { anonymous } from '../ledger.ts';

/** On an Enterprise host the API is below this. */
const enterprise = '/api/v3';

export function answerRest(incoming: Incoming): Charged {
  const { backend, entry, url, account, version, complain } = incoming;
  const { world, ledger, routes } = backend;
  const prefix = url.pathname.startsWith(`${enterprise}/`) ? enterprise : '';
  const place = resolveId(incoming, url.pathname.slice(prefix.length));
  if ('status' in place) return { answer: place, resource: 'core', points: 1 };
  const match = matchRoute(place.path);
  const route = match && routes.get(match.template);
  if (entry.method !== 'GET' || !match || !route) {
    complain('the stand-in knows no such route');
    return { answer: notFound(), resource: 'core', points: 1 };
  }
  entry.route = match.template;
  for (const violation of checkQuery(match.template, url.searchParams, route.plays, place.linked))
    complain(violation);
  const resource = match.template.startsWith('/search/') ? 'search' : 'core';
  const isFree = match.template === '/rate_limit';
  const who = account?.login ?? anonymous;
  if (!isFree && ledger.of(who, resource).remaining <= 0) {
    return { answer: primaryLimit(who), resource, points: 0 };
  }
  const answer = route.answer({
    world,
    account,
    parameters: {
      ...match.parameters,
      rest: place.path
        .split('/')
        .slice(4)
        .map((part) => `/${part}`)
        .join(''),
    },
    query: url.searchParams,
    linked: place.linked,
    roots: { api: `${world.address}${prefix}`, web: world.web, version },
    complain,
  });
  return { answer, resource, points: isFree ? 0 : 1 };
}

type Place = { readonly path: string; readonly linked: boolean };

/** `/repositories/ID/…`, which `Link` and `Location` use, names a repository whatever it is called today. */
function resolveId({ backend, account }: Incoming, path: string): Place | Answer {
  const match = /^\/repositories\/(\d{1,15})(\/.{0,1000})?$/.exec(path);
  if (!match) return { path, linked: false };
  const sight = backend.world.lookById(account, Number(match[1]));
  if (sight.kind === 'missing') return notFound();
  if (sight.kind === 'saml') return samlRefusal(backend.world.web, sight.owner);
  return { path: `/repos/${sight.repository.fullName}${match[2] ?? ''}`, linked: true };
}
