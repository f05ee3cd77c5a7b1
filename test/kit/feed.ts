/** A small feed and how to ask it, for the tests of changes. */

import type { Release } from '../../db/release/release.ts';
import { billingRule, coverage } from '../../db/tables/index.ts';
import { ask } from './graph.ts';
import { type Rebuilt, rebuilt } from './rebuilt.ts';
import { ids } from './synthetic.ts';

/** An event as a client reads it. */
export interface Event {
  readonly cursor: string;
  readonly kind: string;
  readonly statementId: string;
  readonly statement: { readonly id: string } | null;
  readonly previousId: string | null;
  readonly previous: { readonly id: string } | null;
  readonly payerIds: readonly string[];
  readonly codeIds: readonly string[];
  readonly note: string | null;
}

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly Event[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string;
    readonly startCursor: string | null;
  };
}

const fields = 'cursor kind statementId statement { id } previousId previous { id } payerIds codeIds note';
/** Requests a page of the feed with all of its arguments. */
export const feedQuery = `query ($since: String, $kinds: [ChangeKind!], $payers: [ID!], $codes: [Code!], $first: Int, $last: Int, $before: String) {
  changes(since: $since, kinds: $kinds, payers: $payers, codes: $codes, first: $first, last: $last, before: $before) {
    totalCount nodes { ${fields} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

/** A page of the feed. */
export async function changes(of: Release, variables: Record<string, unknown> = {}): Promise<Page> {
  return (await ask<{ changes: Page }>(feedQuery, variables, { of })).changes;
}

/** The cursor at the end of the feed of a release. */
export async function cursorNow(of: Release): Promise<string> {
  return (await ask<{ graphInfo: { changeCursor: string } }>('{ graphInfo { changeCursor } }', {}, { of }))
    .graphInfo.changeCursor;
}

/** The statements of the graph below. */
export const [one, two] = ['CoverageStatement:one', 'CoverageStatement:two'];
export const rule = 'BillingRule:one';
/** What closes a statement. */
export const closed = { recordedTo: '2024-01-01T00:00:00Z' };

/** A built graph with two statements on coverage and a rule of one code. */
export function graph(): Rebuilt {
  const made = rebuilt();
  made.state(coverage, one);
  made.state(coverage, two, { payerId: ids.otherPayer });
  made.state(billingRule, rule);
  made.build();
  return made;
}
