/** A document of a feed: the newest changes, or an archived hundred; which there is before it, and its parameters. */

import { ChangeKind } from '../../db/enums/index.ts';
import { badInput } from '../../schema/kit/errors.ts';
import { maxPage } from '../../schema/kit/page.ts';
import type { ChangeFacts } from './entry.ts';

/** The parameters of a feed, and the arguments of `changes` that they are. */
const argumentOf = {
  payer: 'payers',
  code: 'codes',
  policy: 'policies',
  kind: 'kinds',
  before: 'before',
} as const;

type Parameter = keyof typeof argumentOf;

/** What a request for a feed says: lists by parameter, without empty ones, and the end of an archived document. */
export interface FeedQuestion {
  readonly lists: Readonly<Partial<Record<Exclude<Parameter, 'before'>, readonly string[]>>>;
  /** Only of an archived document: the cursor of the change after its last. */
  readonly before: string | undefined;
}

/** The operation that a document is made of. What it selects is the same in every later release. */
export const changesDocument = `query FeedOfChanges($payers: [ID!], $codes: [Code!], $policies: [ID!], $kinds: [ChangeKind!], $before: String, $last: Int!, $current: Boolean!) {
  changes(payers: $payers, codes: $codes, policies: $policies, kinds: $kinds, before: $before, last: $last) {
    totalCount @include(if: $current)
    pageInfo { hasPreviousPage startCursor }
    nodes {
      cursor at kind cause effectiveOn statementId previousId payerIds codeIds policyIds sourceId
      text previousText note statementCount
    }
  }
}`;

/** What that operation answers with. */
export interface PageOfChanges {
  readonly totalCount?: number;
  readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
  /** The oldest first. */
  readonly nodes: readonly ChangeFacts[];
}

/** Reads the parameters; a typed error names one that there is not, or a kind that is none. */
export function readQuestion(given: URLSearchParams): FeedQuestion {
  const lists: Partial<Record<Parameter, readonly string[]>> = {};
  for (const name of new Set(given.keys())) {
    if (!Object.hasOwn(argumentOf, name)) {
      const unknown = JSON.stringify(name.slice(0, 80));
      throw badInput(
        name,
        `There is no parameter ${unknown}; give any of ${Object.keys(argumentOf).join(', ')}.`,
      );
    }
    lists[name as Parameter] = itemsOf(name, given.getAll(name)); // one of them
  }
  const { before, kind, ...others } = lists;
  if (before && before.length > 1)
    throw badInput('before', `before is given ${before.length} times: give it once.`);
  return { lists: { ...others, ...(kind && { kind: kind.map(kindOf) }) }, before: before?.[0] };
}

function itemsOf(name: string, values: readonly string[]): readonly string[] {
  const items = values.flatMap((value) => value.split(',')).map((item) => item.trim());
  if (items.includes(''))
    throw badInput(name, `${name} has an empty item: give values separated by commas, or leave it out.`);
  return items;
}

/** A kind as people write it: `rank-changed` is RANK_CHANGED. */
function kindOf(text: string): string {
  const kind = text.toUpperCase().replaceAll('-', '_');
  if (Object.hasOwn(ChangeKind.values, kind)) return kind;
  const unknown = JSON.stringify(text.slice(0, 80));
  throw badInput(
    'kind',
    `kind: there is no ${unknown}; give any of ${Object.keys(ChangeKind.values).join(', ')}.`,
  );
}

/** The variables of the operation. */
export function variablesOf({ lists, before }: FeedQuestion): Readonly<Record<string, unknown>> {
  const filters = Object.entries(lists).map(([name, items]) => [argumentOf[name as Parameter], items]);
  return { ...Object.fromEntries(filters), before, last: maxPage, current: before === undefined };
}

/** The name of the parameter that an argument of the graph was made of, with the message in its words. */
export function asParameter(
  field: string,
  message: string,
): { readonly field: string; readonly message: string } {
  const argument = field.replace(/\[\d+\]$/, '');
  const name = Object.entries(argumentOf).find(([, each]) => each === argument)?.[0] ?? field;
  return { field: name, message: message.startsWith(field) ? name + message.slice(field.length) : message };
}

/**
 * The end of the archived document that goes before, undefined where there is none. Archives are the whole hundreds counted
 * from the first change, so that one that is complete has the same address and content for ever; the current document is the
 * newest hundred and overlaps with the last archive.
 */
export function archiveBefore({ totalCount, nodes, pageInfo }: PageOfChanges): string | undefined {
  if (!pageInfo.hasPreviousPage) return undefined;
  if (totalCount === undefined) return pageInfo.startCursor ?? undefined;
  const first = totalCount - nodes.length;
  const boundary = Math.ceil(first / maxPage) * maxPage;
  return nodes[boundary - first]?.cursor;
}

/** The parameters of a document of the same feed, in a fixed order: the same address every time. */
export function searchOf({ lists }: FeedQuestion, before: string | undefined): string {
  const pairs = (['payer', 'code', 'policy', 'kind'] as const).flatMap((name) => {
    const items = lists[name];
    return items ? [[name, items.join(',')]] : [];
  });
  if (before !== undefined) pairs.push(['before', before]);
  const search = new URLSearchParams(pairs).toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return search ? `?${search}` : '';
}
