/** Published operations: documents that clients may request by SHA-256, read from manifests and checked against the hash. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLSchema, getOperationAST, parse, validate } from 'graphql';
import { z } from 'zod';
import { checkDocumentSize } from '../limits/document-size.ts';

/** Documents by the SHA-256 of their text, in hexadecimal digits. */
export type Operations = ReadonlyMap<string, string>;

/** The manifest of this project's own queries, printed by `print-manifest.ts`. */
export const ownManifest = join(import.meta.dirname, 'operations.json');

/** The path at which the server lists the published operations. */
export const operationsPath = '/operations.json';

/** Thrown where a manifest contains operations that cannot be published; the message names every case. */
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

/** The hash that identifies a document. */
export function sha256(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}

/**
 * Reads manifests in Apollo's format, or objects of documents by hash, as Relay's compiler writes them.
 * Throws OperationsError when a hash does not match its document, or when a document is not valid for the schema.
 */
export function readOperations(files: readonly string[], schema: GraphQLSchema): Operations {
  const operations = new Map<string, string>();
  const problems: string[] = [];
  for (const file of files) {
    for (const [id, document] of manifestIn(file)) {
      // Our own were checked when they were printed: a start need not do it again.
      const problem = file === ownManifest ? undefined : problemOf(id, document, schema);
      if (problem) problems.push(`${file}: the operation ${id} cannot be published: ${problem}.`);
      operations.set(id, document);
    }
  }
  if (problems.length > 0) throw new OperationsError(problems.join('\n'));
  return operations;
}

/** The names of operations by the first 16 characters of their hash, as log lines have them; those without a name have none. */
export function namesOf(operations: Operations): ReadonlyMap<string, string> {
  return new Map(
    [...operations].flatMap(([id, body]) => {
      const name = getOperationAST(parse(body))?.name?.value;
      return name ? [[id.slice(0, 16), name]] : [];
    }),
  );
}

/** Operations as a manifest in Apollo's format, which includes their names. */
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

function problemOf(id: string, document: string, schema: GraphQLSchema): string | undefined {
  if (sha256(document) !== id) return `its id is not its SHA-256, ${sha256(document)}`;
  return refusalOf(document, schema);
}

function refusalOf(document: string, schema: GraphQLSchema): string | undefined {
  try {
    const parsed = parse(document);
    checkDocumentSize(parsed);
    return validate(schema, parsed)[0]?.message;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
