/** What a query costs before it is answered (docs.github.com, "Rate limits and query limits for the GraphQL API"). */

import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Cost {
  /** Connections, each counted as often as its parents are at most, by 100, rounded; at least 1. */
  readonly points: number;
  /** The nodes that could come back; more than 500,000 are refused. */
  readonly nodes: number;
  /** How many single issues or pull requests are asked for by number. */
  readonly references: number;
  /** Connections are asked for inside of those. */
  readonly wide: boolean;
}

export const mostNodes = 500_000;

const singles = new Set(['issueOrPullRequest', 'issue', 'pullRequest']);

/** The operation must be valid. */
export function costOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Readonly<Record<string, unknown>>,
): Cost {
  let requests = 0;
  let nodes = 0;
  let references = 0;
  let wide = false;

  function visit(set: SelectionSetNode, type: GraphQLCompositeType, times: number, inside: boolean): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) visitField(selection, type, times, inside);
      else {
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        const name = fragment?.typeCondition?.name.value;
        const narrower = name === undefined ? type : schema.getType(name);
        if (fragment && isCompositeType(narrower)) visit(fragment.selectionSet, narrower, times, inside);
      }
    }
  }

  function visitField(field: FieldNode, type: GraphQLCompositeType, times: number, inside: boolean): void {
    const result = resultOf(type, field.name.value);
    if (result === undefined || !field.selectionSet) return;
    const named = getNamedType(result);
    const single = type.name === 'Repository' && singles.has(field.name.value);
    if (single) references++;
    const size = named.name.endsWith('Connection') ? (sizeOf(field, variables) ?? 0) : undefined;
    if (size !== undefined) {
      requests += times;
      nodes += times * size;
      wide ||= inside;
    }
    if (isCompositeType(named)) visit(field.selectionSet, named, times * (size ?? 1), inside || single);
  }

  const root = schema.getRootType(operation.operation);
  if (root) visit(operation.selectionSet, root, 1, false);
  return { points: Math.max(1, Math.round(requests / 100)), nodes, references, wide };
}

function resultOf(type: GraphQLCompositeType, field: string): GraphQLOutputType | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[field]?.type : undefined;
}

/** `first` or `last` as written or as the variable says. */
function sizeOf(field: FieldNode, variables: Readonly<Record<string, unknown>>): number | undefined {
  for (const { name, value } of field.arguments ?? []) {
    if (name.value !== 'first' && name.value !== 'last') continue;
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind === Kind.VARIABLE) return Number(variables[value.name.value] ?? 0);
  }
  return undefined;
}
