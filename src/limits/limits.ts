/** Every limit of the server in one place, and the one way to refuse what goes beyond them. */

import { GraphQLError } from 'graphql';
import { maxListItems } from '../../schema/kit/errors.ts';
import { defaultPage, maxPage } from '../../schema/kit/page.ts';

/** What one request may ask for; each figure says what it bounds. Settings do not change them. */
export const limits = {
  /** Bytes of a request's body. */
  bodyBytes: 256 * 1024,
  /** Characters of a document: comments cost memory too, and are no tokens. */
  documentCharacters: 30_000,
  /** Lexical tokens of a document; also bounds how deep the parser recurses. */
  tokens: 3_000,
  /** Operations in a document. */
  operations: 50,
  /** Fragment definitions in a document: comparing them pairwise is what validation spends its time on. */
  fragments: 100,
  /** Fields of a document with every fragment written out; GraphiQL's introspection query has some 300. */
  fields: 600,
  /** Aliases of a document with every fragment written out. */
  aliases: 60,
  /** Directives of a document with every fragment written out. */
  directives: 60,
  /** Fields within fields; GraphiQL's own introspection query needs 15. */
  depth: 20,
  /** Values within values of a body, variables included. */
  jsonDepth: 32,
  /** Validation errors reported before validation stops. */
  validationErrors: 10,
  /** Items of a page, asked for with `first` or `last`. */
  pageItems: maxPage,
  /** Items of any list given as an argument, representations of `_entities` included. */
  listItems: maxListItems,
  /** Values one operation may return, as `cost.ts` estimates them. */
  cost: 50_000,
  /**
   * Values that one answer may have in truth. No estimate is under a third of what comes (a test holds them to that), so
   * that nothing that was let in is cut off.
   */
  values: 150_000,
  /** Characters that one answer may have: each comes once more as it is written out, and once packed. */
  answerCharacters: 16 * 1024 * 1024,
  /** Values up to which an operation runs at once; dearer ones run one after another. The most for an event. */
  cheap: 2_000,
  /** Values that the operations waiting for their turn may return together; more are sent away. */
  waiting: 500_000,
  /** Statements that an export reads at once: others are answered between two such batches. */
  exportBatch: 200,
  /** Milliseconds after which an export ends whose client takes nothing of it. */
  exportStallMs: 30_000,
  /** Operations that clients have registered by their hash, kept at once; the one that was unused longest goes first. */
  registeredOperations: 1_000,
  /** Bytes of their documents together. */
  registeredBytes: 4 * 1024 * 1024,
  /** Introspection may return this many times what GraphiQL's own introspection query does. */
  introspections: 3,
  /** How often one operation may ask for the schema or for a type of it. */
  schemas: 10,
} as const;

/** Estimates used where neither an argument nor the schema says how long a list is. */
export const assumed = {
  /** Items of a page when neither `first` nor `last` is given and the schema has no default. */
  pageItems: defaultPage,
  /** Items of a list without pages of which nothing is known. */
  listItems: 10,
} as const;

/** The `extensions.code` of every refusal made here. */
export type RefusalCode =
  | 'ANSWER_TOO_LARGE'
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'BAD_USER_INPUT'
  | 'BODY_TOO_LARGE'
  | 'BUSY'
  | 'DOCUMENT_TOO_LONG'
  | 'INTERNAL_SERVER_ERROR'
  | 'INTROSPECTION_TOO_COSTLY'
  | 'METHOD_NOT_ALLOWED'
  | 'NO_RELEASE'
  | 'NOT_FOUND'
  | 'OPERATION_NOT_PUBLISHED'
  | 'PERSISTED_QUERY_MISMATCH'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'TOO_COSTLY'
  | 'TOO_DEEP'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_DIRECTIVES'
  | 'TOO_MANY_EXPORTS'
  | 'TOO_MANY_FIELDS'
  | 'TOO_MANY_FRAGMENTS'
  | 'TOO_MANY_OPERATIONS'
  | 'TOO_MANY_SUBSCRIPTIONS'
  | 'TOO_MANY_TOKENS'
  | 'UNSUPPORTED_MEDIA_TYPE';

/** Makes the error that tells a client what was too much and what to trim; `status` is the HTTP status. */
export function refusal(code: RefusalCode, message: string, status = 400): GraphQLError {
  // `spec` lets a client that only accepts application/json have a refusal of its operation with a 200; a request
  // that is none is 400 to everyone.
  const spec = status === 400 && code !== 'BAD_REQUEST';
  const later = status === 503 && { headers: { 'retry-after': '1' } };
  return new GraphQLError(message, { extensions: { code, http: { status, spec, ...later } } });
}

/** A figure as people read it: 30000 becomes 30,000. */
export function figure(value: number): string {
  return Number.isFinite(value) ? Math.round(value).toLocaleString('en-US') : 'endlessly many';
}
