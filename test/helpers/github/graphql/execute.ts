/** Answers a query as GitHub does, by its own schema: what that does not allow fails here as it would there. */

import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLFieldResolver,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { samlMessage } from '../answer.ts';
import type { Ledger } from '../ledger.ts';
import { parseQuery, search } from '../search.ts';
import { type Account, isoTime, type World } from '../world.ts';
import { checkArguments, connectAll, githubError, type PageArguments } from './connection.ts';
import type { Context } from './context.ts';
import { costOf, mostNodes } from './cost.ts';
import { itemNode, type Node, userNode } from './nodes.ts';
import { repositoryNode } from './repositoryNode.ts';
import { githubSchema } from './schema.ts';

export interface GraphqlRequest {
  readonly world: World;
  readonly account: Account;
  readonly ledger: Ledger;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
  readonly complain: (violation: string) => void;
}

export interface GraphqlAnswer {
  readonly body: { readonly data?: unknown; readonly errors?: readonly unknown[] };
  readonly points: number;
  readonly references: number;
  readonly operation: string | undefined;
  /** The organisation whose single sign-on is missing. */
  readonly sso: string | undefined;
}

/** Always HTTP 200: errors are in the body. Spends the points. */
export async function answerGraphql(request: GraphqlRequest): Promise<GraphqlAnswer> {
  const read = readDocument(request.query, request.operationName);
  if ('errors' in read) {
    request.complain(`GraphQL: ${read.errors.map(({ message }) => message).join(' ')}`);
    return refused(request, read.errors.map(formatError));
  }
  const { document, operation, fragments } = read;
  const cost = costOf(githubSchema(), operation, fragments, request.variables);
  if (cost.nodes > mostNodes) {
    const message = `This query requests up to ${cost.nodes} possible nodes which exceeds the maximum limit of ${mostNodes}.`;
    request.complain(`GraphQL: ${message}`);
    return refused(request, [{ type: 'MAX_NODE_LIMIT_EXCEEDED', message }]);
  }
  request.ledger.spend(request.account.login, 'graphql', cost.points);
  const { world, account, ledger, complain } = request;
  const context: Context = { world, account, ledger, cost, answered: 0, sso: undefined, complain };
  const result: ExecutionResult = await execute({
    schema: githubSchema(),
    document,
    rootValue: root,
    contextValue: context,
    variableValues: request.variables,
    operationName: request.operationName ?? null,
    fieldResolver,
  });
  const errors = result.errors?.map(formatError);
  return {
    body: { ...(result.data === undefined ? {} : { data: result.data }), ...(errors ? { errors } : {}) },
    points: cost.points,
    references: cost.references,
    operation: operation.name?.value,
    sso: context.sso,
  };
}

function refused({ ledger, account }: GraphqlRequest, errors: readonly unknown[]): GraphqlAnswer {
  ledger.spend(account.login, 'graphql', 1);
  return { body: { errors }, points: 1, references: 0, operation: undefined, sso: undefined };
}

type Read =
  | { readonly errors: readonly GraphQLError[] }
  | {
      readonly document: DocumentNode;
      readonly operation: OperationDefinitionNode;
      readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
    };

function readDocument(query: string, name: string | undefined): Read {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
  const errors = validate(githubSchema(), document);
  if (errors.length > 0) return { errors };
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const operation = name === undefined ? operations[0] : operations.find((each) => each.name?.value === name);
  if (operation === undefined || (name === undefined && operations.length > 1)) {
    return { errors: [new GraphQLError('An operation name is required')] };
  }
  if (operation.operation !== 'query')
    return { errors: [new GraphQLError('the stand-in plays queries only')] };
  return { document, operation, fragments };
}

/** GitHub has `type` beside the message, and keeps `extensions` for the rest. */
function formatError(error: GraphQLError): unknown {
  const { message, locations, path, extensions } = error.toJSON();
  const { type, ...rest } = extensions ?? {};
  return {
    ...(type === undefined ? {} : { type }),
    ...(path === undefined ? {} : { path }),
    ...(Object.keys(rest).length > 0 ? { extensions: rest } : {}),
    ...(locations === undefined ? {} : { locations }),
    message,
  };
}

/** As the library's own, but what the stand-in does not know is said, not answered with null. */
const fieldResolver: GraphQLFieldResolver<Node, Context> = (source, given, context, info) => {
  const value = source[info.fieldName];
  if (value === undefined) {
    const field = `${info.parentType.name}.${info.fieldName}`;
    context.complain(`the stand-in does not play the field ${field}`);
    throw new GraphQLError(`the stand-in does not play the field ${field}`);
  }
  return typeof value === 'function' ? value(given, context, info) : value;
};

const root: Node = {
  viewer: (_: unknown, { world, account }: Context) =>
    userNode(world.web, account.login, account.name ?? null),
  rateLimit: (_: unknown, { ledger, account, cost }: Context) => {
    const { reset, ...allowance } = ledger.of(account.login, 'graphql');
    return { ...allowance, cost: cost.points, nodeCount: cost.nodes, resetAt: isoTime(reset) };
  },
  repository: (
    { owner, name, followRenames }: { owner: string; name: string; followRenames?: boolean },
    context: Context,
  ) => {
    const sight = context.world.look(context.account, `${owner}/${name}`);
    if (sight.kind === 'saml') {
      context.sso = sight.owner;
      throw githubError('FORBIDDEN', samlMessage, { saml_failure: true });
    }
    if (sight.kind === 'missing' || (sight.renamed && followRenames === false)) {
      throw githubError('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
    }
    return repositoryNode(sight.repository);
  },
  search: (given: PageArguments & { query: string; type: string }, context: Context) => {
    checkArguments('search', given, ['first', 'after', 'last', 'before', 'query', 'type'], context);
    if (given.type !== 'ISSUE') context.complain(`the stand-in does not search for ${given.type}`);
    const query = parseQuery(given.query);
    for (const token of query.unknown) context.complain(`the stand-in does not play "${token}" in a search`);
    const outcome = search(context.world, context.account, query, 'graphql');
    const hits = outcome.kind === 'hits' ? outcome.hits : [];
    const shown = connectAll('search', hits.slice(0, 1_000), given, context, ({ repository, number }) =>
      itemNode(repository, repository.item(number)!),
    );
    return { ...shown, issueCount: hits.length };
  },
};
