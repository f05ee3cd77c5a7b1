/** The local determinations and billing articles of a coverage database export, and their versions. */

import * as tables from '../../../db/tables/index.ts';
import { payerId } from '../../kit/ids.ts';
import { dayAfter } from '../../kit/value-types.ts';
import { billingCodeIn } from '../../load/format/cells.ts';
import { type Extracted, namedEntity, type Reading } from '../../load/format/format.ts';
import { type Contractors, contractorKey } from './mcd-contractors.ts';
import { listedOnly, type McdRow, type McdSource, rowsOf } from './mcd-tables.ts';

/** A kind of local document, with its table, whose name is also the prefix of the related tables. */
export interface DocumentKind {
  readonly table: 'lcd' | 'article';
  readonly kind: 'LCD' | 'ARTICLE';
  readonly letter: 'L' | 'A';
  /** The columns of the first day, the last day and the first day of the first version. */
  readonly from: string;
  readonly through: readonly string[];
  readonly original: string;
}

export const documentKinds: readonly DocumentKind[] = [
  {
    table: 'lcd',
    kind: 'LCD',
    letter: 'L',
    from: 'rev_eff_date',
    through: ['rev_end_date', 'ent_det_end_date', 'date_retired'],
    original: 'orig_det_eff_date',
  },
  {
    table: 'article',
    kind: 'ARTICLE',
    letter: 'A',
    from: 'article_eff_date',
    through: ['article_rev_end_date', 'article_end_date', 'date_retired'],
    original: 'article_pub_date',
  },
];

/** A version of a document. */
export interface Version {
  readonly row: McdRow;
  readonly number: string;
  readonly version: string;
  readonly slug: string;
  readonly policyId: string;
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
  /** The slugs of other contractors that share the document. */
  readonly others: readonly string[];
}

/** The wanted versions of documents, by `id version`. */
export type Documents = ReadonlyMap<string, Version>;

/** The key by which a row refers to a version of a document. */
export const keyOf = (row: McdRow, { table }: DocumentKind) =>
  `${row.needed(`${table}_id`)} ${row.needed(`${table}_version`)}`;

/** Reads the documents; with a list of codes, only those that list one of the codes. */
export async function wantedDocuments(
  file: McdSource,
  kind: DocumentKind,
  contractors: Contractors,
  reading: Reading,
): Promise<Documents> {
  const { table, letter } = kind;
  const ids = [`${table}_id`, `${table}_version`];
  const owners = new Map<string, Set<string>>();
  for await (const row of rowsOf(file, `${table}_x_contractor`, ids)) {
    const owner = contractors.byKey.get(contractorKey(row));
    if (owner) owners.set(keyOf(row, kind), new Set([...(owners.get(keyOf(row, kind)) ?? []), owner.slug]));
  }
  const listing = reading.codes && (await listingWanted(file, kind, reading));
  const documents = new Map<string, Version>();
  reading.rows?.ends();
  for await (const row of rowsOf(file, table, ids)) {
    const key = keyOf(row, kind);
    const [slug, ...others] = [...(owners.get(key) ?? [])].sort();
    if (listing && !listing.has(key)) reading.skip(`${kind.kind} that lists no wanted code`, key, row.line);
    else if (slug === undefined) reading.skip(`${kind.kind} without a contractor`, key, row.line);
    else {
      const display = row.text('display_id').toUpperCase();
      const number = /^[A-Z]\d+$/.test(display) ? display : `${letter}${row.needed(`${table}_id`)}`;
      const version = row.needed(`${table}_version`);
      const policyId = `Policy:${slug}/${number.toLowerCase()}`;
      const id = `PolicyVersion:${slug}/${number.toLowerCase()}/v${version}`;
      documents.set(key, { row, number, version, slug, policyId, id, ...daysOf(row, kind), others });
    }
  }
  return documents;
}

/** The keys of the documents that list a wanted code. */
async function listingWanted(
  file: McdSource,
  kind: DocumentKind,
  reading: Reading,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for await (const row of rowsOf(file, `${kind.table}_x_hcpc_code`, [`${kind.table}_id`, 'hcpc_code_id'])) {
    const code = billingCodeIn(row.text('hcpc_code_id'));
    if (code && reading.wants(code)) found.add(keyOf(row, kind));
  }
  return found;
}

/** The first day, and the day after the last one, which is the earliest where several are given. */
function daysOf(row: McdRow, { from, through }: DocumentKind) {
  const last = through
    .map((column) => row.day(column))
    .filter((day) => day !== null)
    .sort()[0];
  const first = row.day(from);
  const to = last === undefined ? null : dayAfter(last);
  // Some documents were retired before they took effect, so they were valid on no day.
  return first !== null && to !== null && to <= first ? { from: null, to } : { from: first, to };
}

/** Older versions first, so that a policy gets the title of its newest version. */
function inOrder(documents: Documents): readonly Version[] {
  return [...documents.values()].sort((a, b) => Number(a.version) - Number(b.version));
}

/** The policies and their versions. */
export function* documentRows(
  kind: DocumentKind,
  documents: Documents,
  { rows }: Pick<Reading, 'rows'>,
): Iterable<Extracted> {
  for (const { row, number, version, slug, policyId, id, from, to, others } of inOrder(documents)) {
    rows?.begins(row.line);
    const origin = { line: row.line, at: row.at };
    const label = row.text('title') || number;
    const authority = row.text(listedOnly) === '';
    const policy = {
      ...{ id: policyId, payerId: payerId(slug), slug: number.toLowerCase(), number, label },
      kind: kind.kind,
      linesOfBusiness: '["MEDICARE_FFS"]',
    };
    yield namedEntity(tables.policy, policy, { ...origin, authority });
    yield namedEntity(
      tables.policyVersion,
      {
        ...{ id, policyId, version: `v${version}`, title: label },
        status: row.text('status') || 'not told',
        linesOfBusinessStated: 'Medicare',
        validFrom: from,
        validTo: to,
        validEnd: to ? 'KNOWN' : 'NOT_KNOWN',
        originalEffectiveOn: row.day(kind.original),
        lastReviewedOn: row.day('last_reviewed_on'),
        textSeen: 'codes and dates; the prose was not kept',
        evidence: 'PRIMARY',
        note: others.length > 0 ? `It is also the document of ${others.join(', ')}.` : null,
      },
      { ...origin, authority },
    );
  }
}
