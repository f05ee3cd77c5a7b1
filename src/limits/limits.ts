/** Every limit of the server in one place, and the one way to refuse what goes beyond them. */

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
