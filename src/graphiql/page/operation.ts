/** What a document asks, read without the schema. */

import {
  type DocumentNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  valueFromASTUntyped,
} from 'graphql';

/** Whether the operation is a subscription; false where the document cannot be read. */
export function isSubscription(query: string, operationName?: string | null): boolean {
  return operationOf(query, operationName)?.operation === 'subscription';
}

/**
 * The address of the export with a row for every cell of the matrix that a query asks for, from the root of the server;
 * undefined where it asks for none.
 */
export function matrixExport(
  query: string,
  variables: Readonly<Record<string, unknown>>,
  operationName?: string | null,
): string | undefined {
  const operation = operationOf(query, operationName);
  const field = operation?.selectionSet.selections.find(
    (node) => node.kind === Kind.FIELD && node.name.value === 'coverageMatrix',
  );
  const argument =
    field?.kind === Kind.FIELD ? field.arguments?.find(({ name }) => name.value === 'input') : undefined;
  if (!argument) return undefined;
  const given = valueFromASTUntyped(argument.value, { ...defaultsOf(operation), ...variables });
  const { asOf, ...input } = given as Readonly<Record<string, unknown>>;
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...input, ...(asOf as object | null) }))
    if (value !== null && value !== undefined) parameters.set(name, [value].flat().map(textOf).join(','));
  return `/export/matrix.csv?${parameters}`;
}

function defaultsOf(
  operation: OperationDefinitionNode | null | undefined,
): Readonly<Record<string, unknown>> {
  const declared = operation?.variableDefinitions ?? [];
  return Object.fromEntries(
    declared.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}

/** A value of a list as it is written in an address: a code with its system where that is given. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { system, code } = value as { readonly system?: unknown; readonly code?: unknown };
  return system ? `${system}:${code}` : String(code);
}

function operationOf(query: string, operationName?: string | null) {
  return getOperationAST(documentOf(query), operationName) ?? getOperationAST(documentOf(query));
}

const nothing: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

function documentOf(query: string): DocumentNode {
  try {
    return parse(query);
  } catch {
    return nothing;
  }
}
