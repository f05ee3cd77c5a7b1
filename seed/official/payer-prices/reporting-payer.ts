/** The payer that a price file names: a known one of that name, or a new one with the name in the file. */

import { createHash } from 'node:crypto';
import { payer } from '../../../db/tables/index.ts';
import { payerId, slugOf } from '../../kit/ids.ts';
import { namedEntity, type Reading } from '../../load/format/format.ts';
import type { NamedEntity } from '../../load/format/named-entity.ts';

export interface ReportingPayer {
  readonly id: string;
  /** Undefined where the payer is known. */
  readonly entity: NamedEntity | undefined;
}

/** The kind of payer from `reporting_entity_type`, which may be any text. */
function kindOf(type: string) {
  if (/issuer/i.test(type)) return 'ISSUER';
  if (/third.party|\btpa\b/i.test(type)) return 'THIRD_PARTY_ADMINISTRATOR';
  return /group health plan/i.test(type) ? 'GROUP_HEALTH_PLAN' : 'REPORTING_ENTITY';
}

const asReported = '-as-reported';

/** A name without differences of capitals, commas and full stops. */
export function foldedName(name: string): string {
  return name
    .toLowerCase()
    .replace(/,|\.(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A slug that no other name has: a hash is added where the slug loses characters, as for `A & B Plan` and `A+B Plan`. */
function slugOfName(name: string): string {
  const folded = foldedName(name);
  const slug = slugOf(folded, 16);
  if (slug.replaceAll('-', ' ') === folded && !slug.endsWith(asReported)) return slug;
  const hash = createHash('sha256').update(folded).digest('hex').slice(0, 8);
  return `${slug || 'unnamed'}-${hash}`;
}

/** Finds the payer by exact name or alias: a licensee is neither its association nor another licensee. */
export function reportingPayer(
  { name, type }: { readonly name: string; readonly type: string },
  { payerNamed, isPayer }: Pick<Reading, 'payerNamed' | 'isPayer'>,
): ReportingPayer {
  const known = payerNamed?.(name);
  if (known !== undefined) return { id: payerId(known), entity: undefined };
  const plain = slugOfName(name);
  // Another payer may have the same slug, which does not make them the same payer.
  const slug = isPayer?.(plain) ? `${plain}${asReported}` : plain;
  const row = {
    id: payerId(slug),
    slug,
    label: name,
    kind: kindOf(type),
    parentId: null,
    aliases: '[]',
    namedInReports: 0,
    note: `Named in a price file as ${name}, which reports as ${type || 'nothing that it says'}. Whether it belongs to another payer was not looked up.`,
  } as const;
  return { id: row.id, entity: namedEntity(payer, row, { line: 1, at: 'reporting_entity_name' }) };
}
