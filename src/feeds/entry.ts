/** An entry of a feed: what an event of the feed of changes says, in words, for people who follow it. */

import type { ChangeCause, ChangeKind, ValueOf } from '../../db/enums/index.ts';
import { typeOf } from '../../db/kit/id-parts.ts';

/** An event of the feed of changes, as the graph answers it. It is the same in every later release. */
export interface ChangeFacts {
  /** Its place in the feed, opaque. */
  readonly cursor: string;
  readonly at: string;
  readonly kind: ValueOf<typeof ChangeKind>;
  readonly cause: ValueOf<typeof ChangeCause>;
  readonly effectiveOn: string | null;
  readonly statementId: string;
  readonly previousId: string | null;
  readonly payerIds: readonly string[];
  readonly codeIds: readonly string[];
  readonly policyIds: readonly string[];
  readonly sourceId: string | null;
  readonly text: string | null;
  readonly previousText: string | null;
  readonly note: string | null;
  readonly statementCount: number | null;
}

/** An entry; its links are paths on this server. */
export interface FeedEntry {
  /** Never changes, and is the same wherever this feed is served. */
  readonly id: string;
  readonly title: string;
  /** When this graph recorded the change. */
  readonly updated: string;
  /** What happened, a line each: who changed, what was stated before, what is stated now. */
  readonly lines: readonly string[];
  /** What it is about, by the list that the term is of. */
  readonly categories: readonly { readonly list: string; readonly term: string }[];
  /** The page of what it is about, and of the source cited. */
  readonly alternate: string;
  readonly via: string | null;
  readonly facts: ChangeFacts;
}

/** What all ids and lists of the feeds begin with (RFC 4151). */
export const tagRoot = 'tag:coverage-graph,2026:';

const kindsInWords: Readonly<Record<ChangeFacts['kind'], string>> = {
  CREATED: 'New',
  UPDATED: 'Updated',
  RETIRED: 'No longer stated',
  RANK_CHANGED: 'Rank changed',
  SOURCE_REFRESHED: 'Source read again',
  EDITION_ADDED: 'Edition added',
};

/** The most characters of a title. */
const longestTitle = 200;

/** The address of the page of anything by its id. */
export const pathOfId = (id: string): string => `/id/${id}`;

/** The entry of an event. */
export function entryOf(facts: ChangeFacts): FeedEntry {
  const { cursor, at, kind, cause, statementId, sourceId } = facts;
  return {
    id: `${tagRoot}changes/${cursor}`,
    title: titleOf(facts),
    updated: at,
    lines: linesOf(facts),
    categories: [
      { list: 'kind', term: kind },
      { list: 'cause', term: cause },
      { list: 'type', term: typeOf(statementId) },
      ...facts.payerIds.map((term) => ({ list: 'payer', term })),
      ...facts.codeIds.map((term) => ({ list: 'code', term })),
      ...facts.policyIds.map((term) => ({ list: 'policy', term })),
    ],
    alternate: pathOfId(statementId),
    via: sourceId && pathOfId(sourceId),
    facts,
  };
}

function titleOf({ kind, text, statementId }: ChangeFacts): string {
  const title = `${kindsInWords[kind]}: ${text ?? statementId}`;
  return title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 1).trimEnd()}…`;
}

function linesOf(facts: ChangeFacts): readonly string[] {
  const { kind, text, previousText, previousId, note, statementCount } = facts;
  const found = [whoChanged(facts)];
  if (previousText !== null) found.push(`Before: ${previousText}`);
  if (text !== null) found.push(kind === 'RETIRED' ? `Stated until then: ${text}` : `Now: ${text}`);
  if (note !== null) found.push(note);
  if (previousId !== null) found.push(`It takes the place of ${previousId}.`);
  if (statementCount !== null)
    found.push(`It states ${statementCount.toLocaleString('en-US')} things that have no entry of their own.`);
  return found;
}

/** Whether the payer changed or this graph's knowledge did: no reader can tell from the words alone. */
function whoChanged({ kind, cause, effectiveOn, previousId }: ChangeFacts): string {
  if (cause === 'PUBLISHER') {
    const from = kind === 'RETIRED' ? 'it no longer holds from' : 'it holds from';
    return `The payer or publisher changed: ${from} ${effectiveOn} on.`;
  }
  return `What this graph knows changed, not the payer or publisher: ${whatWeLearned(kind, effectiveOn, previousId)}`;
}

function whatWeLearned(
  kind: ChangeFacts['kind'],
  effectiveOn: string | null,
  previousId: string | null,
): string {
  const since = effectiveOn === null ? 'a day that is not known' : effectiveOn;
  switch (kind) {
    case 'CREATED':
      return `it is new here, and holds since ${since}.`;
    case 'UPDATED':
      if (effectiveOn !== null) return `what turned on ${effectiveOn} is recorded only now.`;
      return previousId === null ? 'it is recorded otherwise.' : 'a record was corrected.';
    case 'RETIRED':
      return 'it is no longer stated here.';
    case 'RANK_CHANGED':
      return 'another statement may be the one to believe first.';
    case 'SOURCE_REFRESHED':
      return 'what it cites was read again, or it cites something else.';
    case 'EDITION_ADDED':
      return `an edition was read that holds since ${since}.`;
  }
}
