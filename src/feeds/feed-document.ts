/** A document of a feed, whatever its format. */

import { entryOf, type FeedEntry, tagRoot } from './entry.ts';
import { archiveBefore, type FeedQuestion, type PageOfChanges, searchOf } from './page-of-changes.ts';

/** What a document says; its addresses are whole. */
export interface FeedDocument {
  /** The id of the feed that all its documents have in common. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** When its newest entry was recorded; that of a release without changes: when it was built. */
  readonly updated: string;
  /** Where this server is, without a slash at the end. */
  readonly base: string;
  readonly self: string;
  /** The document with the newest entries. */
  readonly current: string;
  /** The archived document with what is older, if any. */
  readonly previous: string | undefined;
  /** Whether it never changes. */
  readonly archived: boolean;
  /** The newest first. */
  readonly entries: readonly FeedEntry[];
}

/** Where a document is requested, and of which release. */
export interface RequestedDocument {
  readonly base: string;
  /** Such as `/changes.atom`. */
  readonly path: string;
  readonly feedId: string;
  readonly builtAt: string;
}

const description =
  'What happened to the statements of this graph, as they were recorded; each says whether the payer changed or what the graph knows did.';

/** Makes the document of a page of changes. */
export function feedDocumentOf(
  question: FeedQuestion,
  page: PageOfChanges,
  { base, path, feedId, builtAt }: RequestedDocument,
): FeedDocument {
  const current = base + path + searchOf(question, undefined);
  const before = archiveBefore(page);
  const filters = Object.values(question.lists).flat().join(', ');
  return {
    id: `${tagRoot}feed/${feedId}${searchOf(question, undefined)}`,
    title: `Coverage Graph: changes${filters ? ` (${filters})` : ''}`,
    description,
    updated: page.nodes.at(-1)?.at ?? builtAt,
    base,
    self: question.before === undefined ? current : base + path + searchOf(question, question.before),
    current,
    previous: before === undefined ? undefined : base + path + searchOf(question, before),
    archived: question.before !== undefined,
    entries: page.nodes.map(entryOf).reverse(),
  };
}
