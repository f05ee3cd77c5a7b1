/** All limits of the server on requests and answers. */

import { maxListItems } from '../../schema/kit/errors.ts';
import { defaultPage, maxPage } from '../../schema/kit/page.ts';

/** The limits on one request. Settings do not change them. */
export const limits = {
  /** Bytes of a request's body. */
  bodyBytes: 256 * 1024,
  /** Characters of a document: comments take memory too, and do not count as tokens. */
  documentCharacters: 30_000,
  /** Lexical tokens of a document; also bounds how deep the parser recurses. */
  tokens: 3_000,
  /** Operations in a document. */
  operations: 50,
  /** Fragment definitions in a document: validation spends most time on comparing them pairwise. */
  fragments: 100,
  /** Fields of a document with every fragment expanded; GraphiQL's introspection query has some 300. */
  fields: 600,
  /** Aliases of a document with every fragment expanded. */
  aliases: 60,
  /** Directives of a document with every fragment expanded. */
  directives: 60,
  /** Nesting depth of fields; GraphiQL's own introspection query needs 15. */
  depth: 20,
  /** Nesting depth of the JSON of a body, variables included. */
  jsonDepth: 32,
  /** Validation errors reported before validation stops. */
  validationErrors: 10,
  /** Items of a page, requested with `first` or `last`. */
  pageItems: maxPage,
  /** Items of any list given as an argument, representations of `_entities` included. */
  listItems: maxListItems,
  /** Estimated values of one operation; see `cost.ts`. */
  cost: 50_000,
  /**
   * Actual values of one answer. No estimate is below a third of the actual number (a test checks that), so that no
   * accepted operation is cut off.
   */
  values: 150_000,
  /** Characters of one answer: it is in memory again as JSON, and again compressed. */
  answerCharacters: 16 * 1024 * 1024,
  /** Estimated values up to which an operation runs at once; larger ones run one after another, see `queue.ts`. */
  atOnce: 50,
  /** Estimated values up to which an operation runs on the front thread; larger ones go to a worker. */
  inFront: 4_000,
  /** The same of the work alone: a value that is returned takes a microsecond, one of work up to 140, all of it at once. */
  workInFront: 500,
  /** Milliseconds that an operation may take on the front thread; one that took more before goes to a worker too. */
  inFrontMs: 50,
  /** Operations of which it is remembered how long they took; the least recently used one is dropped first. */
  rememberedRuns: 5_000,
  /** Estimated values of the answer to one event of a subscription. */
  cheap: 2_000,
  /** Estimated values of all operations together that wait on a thread; beyond that operations are refused. */
  waiting: 500_000,
  /** Statements per batch of an export: other requests are answered between two batches. */
  exportBatch: 200,
  /** Rates per batch of an export, which are read by the hundred thousand. */
  exportRates: 1_000,
  /** Rows per group of a Parquet file: fewer make it larger, more make others wait while they are packed. */
  exportGroup: 5_000,
  /** Milliseconds after which an export ends if the client reads nothing. */
  exportStallMs: 30_000,
  /** Operations that clients have registered by hash; the least recently used one is dropped first. */
  registeredOperations: 1_000,
  /** Bytes of all their documents together. */
  registeredBytes: 4 * 1024 * 1024,
  /** Values of introspection, as a multiple of those of GraphiQL's own introspection query. */
  introspections: 3,
  /** How often one operation may select the schema or a type of it. */
  schemas: 10,
} as const;

/** Estimates where neither an argument nor the schema determines the length of a list. */
export const assumed = {
  /** Items of a page when neither `first` nor `last` is given and the schema has no default. */
  pageItems: defaultPage,
  /** Items of a list without pages whose length is not known. */
  listItems: 10,
} as const;
