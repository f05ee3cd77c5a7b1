/**
 * Answers small queries in a straight line: for one of some scalars Yoga's way of requests, responses and promises takes more
 * than the query does. Whatever is not plainly right goes the long way, which refuses, waits, masks and reports.
 */

import type { IncomingMessage } from 'node:http';
import { type DocumentNode, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { currentRequest } from '../kit/request.ts';
import { hashOf } from './document-hash.ts';
import type { Parameters } from './read-request.ts';

/** Small queries of a server. */
export interface SmallQueries {
  /** The Yoga plugin that notes which documents are valid. */
  readonly plugin: Plugin;
  /** The operation that some parameters ask for, where its document came before and nothing about them is unusual. */
  find(parameters: Parameters): KnownQuery | undefined;
}

/** A query of a document that was parsed and validated before. */
export interface KnownQuery {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variableValues: Record<string, unknown> | undefined;
  /** Notes that it was too large: its document then takes the long way at once, and is not estimated twice. */
  tooLarge(): void;
}

/** Documents that are remembered; the least recently used one is dropped first. */
const mostDocuments = 500;

/** Makes it; it knows no document yet. */
export function createSmallQueries(): SmallQueries {
  const known = new LRUCache<string, DocumentNode>({ max: mostDocuments });
  const large = new WeakSet<DocumentNode>();

  return {
    plugin: {
      onValidate({ params: { documentAST } }) {
        const text = documentAST.loc?.source.body;
        return ({ valid }) => {
          if (valid && text !== undefined) known.set(text, documentAST);
        };
      },
    },
    find(parameters) {
      const { query, operationName, variables, ...more } = parameters;
      if (typeof query !== 'string' || Object.values(more).some((value) => value != null)) return undefined;
      if (operationName != null && typeof operationName !== 'string') return undefined;
      if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return undefined;
      const document = known.get(query);
      if (!document || large.has(document)) return undefined;
      if (getOperationAST(document, operationName)?.operation !== 'query') return undefined;
      const request = currentRequest.getStore();
      if (request) request.document = hashOf(query);
      return {
        document,
        operationName: operationName ?? undefined,
        variableValues: variables ?? undefined,
        tooLarge: () => void large.add(document),
      };
    },
  };
}

/** The types in which results are sent. */
const types = new Set(['application/json', 'application/graphql-response+json']);

/** The type in which a client wants a result; undefined where that is to be worked out. */
export function plainType({
  headers: { accept = '*/*' },
}: Pick<IncomingMessage, 'headers'>): string | undefined {
  if (accept.includes('charset')) return undefined;
  const [first = ''] = accept.split(/[,;]/, 1);
  const type = first.trim() === '*/*' ? 'application/json' : first.trim();
  return types.has(type) ? `${type}; charset=utf-8` : undefined;
}
