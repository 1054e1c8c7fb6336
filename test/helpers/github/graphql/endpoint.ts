/** `POST /graphql`, from the body to the answer. */

import { type Answer, refusal } from '../answer.ts';
import type { Charged, Incoming } from '../backend.ts';
import { answerGraphql } from './execute.ts';

const documentation = '/graphql/guides/forming-calls-with-graphql#authenticating-with-graphql';

export async function answerGraphqlRequest(incoming: Incoming): Promise<Charged> {
  const { backend, entry, account, body, complain } = incoming;
  entry.route = 'graphql';
  const charged = (answer: Answer): Charged => ({ answer, resource: 'graphql', points: 0 });
  if (entry.method !== 'POST') {
    complain('GraphQL is asked by POST');
    return charged(refusal(404, 'Not Found', '/graphql'));
  }
  if (account === undefined) {
    complain('GraphQL is not for requests without a token');
    return charged(refusal(401, 'This endpoint requires you to be authenticated.', documentation));
  }
  const asked = readRequest(body);
  if (asked === undefined) {
    complain('the body is no JSON object with a query');
    return charged(refusal(400, 'Problems parsing JSON', documentation));
  }
  entry.query = asked.query;
  entry.variables = asked.variables;
  if (backend.ledger.of(account.login, 'graphql').remaining <= 0) {
    const message = `API rate limit exceeded for user ID ${account.login}.`;
    return charged({ status: 200, body: { errors: [{ type: 'RATE_LIMITED', message }] } });
  }
  const { world, ledger } = backend;
  const result = await answerGraphql({ world, account, ledger, complain, ...asked });
  entry.points += result.points;
  entry.references = result.references;
  if (result.operation !== undefined) entry.operation = result.operation;
  const sso =
    result.sso === undefined
      ? {}
      : { 'x-github-sso': `required; url=${world.web}/orgs/${result.sso}/sso?authorization_request=SAMPLE` };
  return charged({ status: 200, headers: sso, body: result.body });
}

interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

function readRequest(body: string): Asked | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { query, variables, operationName } = value as Record<string, unknown>;
  if (typeof query !== 'string') return undefined;
  return {
    query,
    variables: typeof variables === 'object' && variables !== null ? (variables as Asked['variables']) : {},
    operationName: typeof operationName === 'string' ? operationName : undefined,
  };
}
