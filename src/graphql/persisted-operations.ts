/** Operations by the SHA-256 of their document: those published with the server, and those that clients register. */

import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { StatefulContext } from '../cache/request-state.ts';
import { refusal } from '../kit/refusal.ts';
import { limits } from '../limits/limits.ts';
import { type Operations, operationsPath, sha256 } from './manifest.ts';
import type { Parameters } from './read-request.ts';

/** The published operations, and whether only these are answered. */
export interface PersistedOptions {
  readonly operations: Operations;
  readonly persistedOnly: boolean;
}

/**
 * The Yoga plugin that replaces a hash by its document. A hash comes as `extensions.persistedQuery`, as Apollo's clients
 * and Relay networks send it, or as `documentId` or `id`. A hash with a document registers the document, once that has
 * passed every limit on its form and is valid.
 */
export function persistOperations({
  operations,
  persistedOnly,
}: PersistedOptions): Plugin<object, StatefulContext> {
  const registered = new LRUCache<string, string>({
    max: limits.registeredOperations,
    maxSize: limits.registeredBytes,
    sizeCalculation: (document) => Buffer.byteLength(document),
  });
  const registering = new WeakMap<object, { readonly hash: string; readonly document: string }>();

  return {
    onParams({ params, setParams, context }) {
      const given: Parameters = params;
      const hash = hashIn(given);
      if (persistedOnly && !context.state.own && (given.query != null || hash === undefined))
        throw notPublished();
      if (hash === undefined) return;
      if (given.query == null) {
        const document = operations.get(hash) ?? registered.get(hash);
        if (document === undefined) throw persistedOnly ? notPublished() : notFound(given);
        setParams({ ...params, query: document });
      } else if (typeof given.query === 'string') {
        const found = sha256(given.query);
        if (found !== hash) throw mismatch(hash, found);
        context.state.registers = true;
        registering.set(context, { hash, document: given.query });
      }
    },

    onValidate({ context }) {
      const operation = registering.get(context);
      if (!operation || operations.has(operation.hash)) return undefined;
      return ({ valid }) => {
        if (valid) registered.set(operation.hash, operation.document);
      };
    },
  };
}

function hashIn({ extensions, documentId, id }: Parameters): string | undefined {
  const named: unknown = (extensions as { persistedQuery?: unknown } | null | undefined)?.persistedQuery;
  const given = [
    ...(named == null ? [] : [['extensions.persistedQuery', hashOf(named)] as const]),
    ...(documentId == null ? [] : [['documentId', documentId] as const]),
    ...(id == null ? [] : [['id', id] as const]),
  ];
  const hashes = given.map(([name, value]) => asHash(name, value));
  if (new Set(hashes).size > 1) {
    throw refusal('BAD_REQUEST', `${given.map(([name]) => name).join(' and ')} differ: send one of them.`);
  }
  return hashes[0];
}

function hashOf(named: unknown): unknown {
  const { version, sha256Hash } = named as { version?: unknown; sha256Hash?: unknown };
  return version === 1 ? sha256Hash : undefined;
}

function asHash(name: string, value: unknown): string {
  const hash = typeof value === 'string' ? value.replace(/^sha256:/, '').toLowerCase() : '';
  if (/^[0-9a-f]{64}$/.test(hash)) return hash;
  const form = name.startsWith('extensions')
    ? '{"version": 1, "sha256Hash": "…"}'
    : 'a text, with or without `sha256:` before it';
  throw refusal(
    'BAD_REQUEST',
    `${name} holds no SHA-256 of a document: give its 64 hexadecimal digits as ${form}.`,
  );
}

/** Apollo's clients expect exactly this message, and then send the document. */
function notFound({ extensions }: Parameters) {
  return refusal('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound', extensions ? 200 : 404);
}

function mismatch(hash: string, found: string) {
  const message = `The hash ${hash} is not that of the document, which is ${found}. Hash the document exactly as it is sent, in UTF-8.`;
  return refusal('PERSISTED_QUERY_MISMATCH', message);
}

function notPublished() {
  const way = `${operationsPath} lists them: send the id of one as \`documentId\`, with variables and without a document`;
  const message = `Only published operations are answered here. ${way}. To have another answered, ask whoever runs this server to publish it.`;
  return refusal('OPERATION_NOT_PUBLISHED', message, 403);
}
