/** Published operations: documents that clients may name by their SHA-256, read from manifests and held to it. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLSchema, getOperationAST, parse, validate } from 'graphql';
import { z } from 'zod';
import { checkShape } from '../limits/document-size.ts';

/** Documents by the SHA-256 of their text, in hexadecimal digits. */
export type Operations = ReadonlyMap<string, string>;

/** The manifest of this project's own questions, printed by `publish.ts`. */
export const ownManifest = join(import.meta.dirname, 'operations.json');

/** Where the server tells which operations are published. */
export const operationsPath = '/operations.json';

/** A manifest holds what cannot be published; the message names every case. */
export class OperationsError extends Error {
  override readonly name = 'OperationsError';
}

const apolloManifest = z
  .object({
    format: z.literal('apollo-persisted-query-manifest'),
    version: z.literal(1),
    operations: z.array(z.object({ id: z.string(), body: z.string() })),
  })
  .transform(({ operations }) => operations.map(({ id, body }): [string, string] => [id, body]));

const plainManifest = z.record(z.string(), z.string()).transform((documents) => Object.entries(documents));

const anyManifest = z.union([apolloManifest, plainManifest]);

/** The hash by which a document is known. */
export function sha256(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}

/**
 * Reads manifests as Apollo's tools write them, or as objects of documents by their hash, as Relay's compiler does.
 * Throws OperationsError when a hash is not that of its document, or when the schema would refuse a document.
 */
export function readOperations(files: readonly string[], schema: GraphQLSchema): Operations {
  const operations = new Map<string, string>();
  const problems: string[] = [];
  for (const file of files) {
    for (const [id, document] of manifestIn(file)) {
      const problem =
        sha256(document) === id
          ? refusalOf(document, schema)
          : `its id is not its SHA-256, ${sha256(document)}`;
      if (problem) problems.push(`${file}: the operation ${id} cannot be published: ${problem}.`);
      operations.set(id, document);
    }
  }
  if (problems.length > 0) throw new OperationsError(problems.join('\n'));
  return operations;
}

/** Operations as a manifest in Apollo's form, which says what each is called. */
export function manifestOf(operations: Operations): object {
  return {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [...operations].map(([id, body]) => {
      const operation = getOperationAST(parse(body));
      return { id, name: operation?.name?.value, type: operation?.operation, body };
    }),
  };
}

function manifestIn(file: string): readonly [string, string][] {
  try {
    return anyManifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const found = error instanceof z.ZodError ? 'it holds something else' : String(error);
    throw new OperationsError(
      `${file} cannot be read as a manifest of operations: ${found}. Give one of Apollo's form, or an object of documents by their SHA-256.`,
    );
  }
}

function refusalOf(document: string, schema: GraphQLSchema): string | undefined {
  try {
    const parsed = parse(document);
    checkShape(parsed);
    return validate(schema, parsed)[0]?.message;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
