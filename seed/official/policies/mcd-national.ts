/** The national coverage determinations of a coverage database export. */

import * as tables from '../../../db/tables/index.ts';
import { payerId } from '../../kit/ids.ts';
import { dayAfter } from '../../kit/value-types.ts';
import { type Extracted, namedEntity, type Reading } from '../../load/format/format.ts';
import { type McdSource, rowsOf } from './mcd-tables.ts';

/** The determinations and their versions; their prose is not copied. */
export async function* nationalDeterminations(
  file: McdSource,
  { rows }: Pick<Reading, 'rows'>,
): AsyncGenerator<Extracted, void> {
  for await (const row of rowsOf(file, 'ncd_trkg', ['ncd_id', 'ncd_vrsn_num', 'ncd_mnl_sect'])) {
    rows?.begins(row.line);
    const section = row.needed('ncd_mnl_sect');
    const version = row.needed('ncd_vrsn_num');
    const slug = `ncd-${section.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
    const label = row.text('ncd_mnl_sect_title') || `NCD ${section}`;
    const policyId = `Policy:medicare/${slug}`;
    const origin = { line: row.line, at: row.at, authority: true };
    const policy = {
      id: policyId,
      payerId: payerId('medicare'),
      slug,
      number: `NCD ${section}`,
      label,
      kind: 'NCD',
      linesOfBusiness: '["MEDICARE_FFS"]',
    } as const;
    yield namedEntity(tables.policy, policy, origin);
    const from = row.day('ncd_efctv_dt');
    const last = row.day('ncd_trmntn_dt');
    const to = last ? dayAfter(last) : null;
    yield namedEntity(
      tables.policyVersion,
      {
        ...{
          id: `PolicyVersion:medicare/${slug}/v${version}`,
          policyId,
          version: `v${version}`,
          title: label,
        },
        status: 'as exported',
        linesOfBusinessStated: 'Medicare',
        validFrom: from !== null && to !== null && to <= from ? null : from,
        validTo: to,
        validEnd: to ? 'KNOWN' : 'NOT_KNOWN',
        originalEffectiveOn: null,
        lastReviewedOn: null,
        textSeen: 'number and dates; the prose was not kept',
        evidence: 'PRIMARY',
        note: null,
      },
      origin,
    );
  }
}
