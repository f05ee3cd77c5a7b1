/** The payer that a price file names: one that is known by that name, or a new one named as the file names it. */

import { createHash } from 'node:crypto';
import { payer } from '../../../db/tables/index.ts';
import { payerId, slugOf } from '../../kit/ids.ts';
import { names, type Reading } from '../../load/format/format.ts';
import type { NamedEntity } from '../../load/format/named-entity.ts';

export interface ReportingPayer {
  readonly id: string;
  /** Undefined where the payer is known. */
  readonly entity: NamedEntity | undefined;
}

/** Kinds as `reporting_entity_type` tells them, which may be any text. */
function kindOf(type: string) {
  if (/issuer/i.test(type)) return 'ISSUER';
  if (/third.party|\btpa\b/i.test(type)) return 'THIRD_PARTY_ADMINISTRATOR';
  return /group health plan/i.test(type) ? 'GROUP_HEALTH_PLAN' : 'REPORTING_ENTITY';
}

const asReported = '-as-reported';

/** A name as it is, whichever capitals, commas and full stops it is written with. */
export function foldedName(name: string): string {
  return name
    .toLowerCase()
    .replace(/,|\.(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A short name that no other name makes: a hash stands for what a slug does not tell of it, as of `A & B Plan` or `A+B Plan`. */
function slugOfName(name: string): string {
  const folded = foldedName(name);
  const slug = slugOf(folded, 16);
  if (slug.replaceAll('-', ' ') === folded && !slug.endsWith(asReported)) return slug;
  const hash = createHash('sha256').update(folded).digest('hex').slice(0, 8);
  return `${slug || 'unnamed'}-${hash}`;
}

/** By name or alias, exactly: a licensee is neither its association nor another licensee. */
export function reportingPayer(
  { name, type }: { readonly name: string; readonly type: string },
  { payerNamed, isPayer }: Pick<Reading, 'payerNamed' | 'isPayer'>,
): ReportingPayer {
  const known = payerNamed?.(name);
  if (known !== undefined) return { id: payerId(known), entity: undefined };
  const plain = slugOfName(name);
  // Another payer's short name may read like this name, which does not make them one.
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
  return { id: row.id, entity: names(payer, row, { line: 1, at: 'reporting_entity_name' }) };
}
