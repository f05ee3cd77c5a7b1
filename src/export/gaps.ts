/** Gaps as rows: what is not known, why, what was searched, and the question that would close it; a worklist. */

import { billingCode, dataGap, payer } from '../../db/tables/index.ts';
import { everyGap, type GapFilter, gapWhere, questionOf } from '../../schema/findings/gap.ts';
import { searchedFor } from '../../schema/findings/searched.ts';
import { type AsOfInput, rootAsOf } from '../../schema/kit/as-of.ts';
import type { GraphContext } from '../../schema/kit/context.ts';
import { type FactOf, mustHave } from '../../schema/kit/fact.ts';
import type { ExportRow, ExportTable } from './formats.ts';
import { readArguments } from './parameters.ts';
import { walked } from './walked.ts';

const columns = [
  'id',
  'payer',
  'payerName',
  'lineOfBusiness',
  'code',
  'component',
  'property',
  'reason',
  'note',
  'question',
  'searched',
  'addresses',
  'statement',
] as const;

type Requested = GapFilter & { readonly asOf?: typeof AsOfInput.$inferInput | null };

/** The export of gaps. */
export const gapExport: ExportTable = {
  columns,
  async open(given, context) {
    const wanted = readArguments(given, 'gaps') as Requested; // read as those arguments
    const first = context();
    const asOf = rootAsOf(wanted, first);
    const walk = { asOf, where: gapWhere(wanted, asOf.knownAt, first) };
    return walked(everyGap, walk, context, async (here, ids) => {
      const gaps = await Promise.all(ids.map((id) => mustHave(here, dataGap, id, asOf)));
      return Promise.all(gaps.map((gap) => rowOf(here, gap)));
    });
  },
};

async function rowOf(
  context: GraphContext,
  gap: FactOf<typeof dataGap>,
): Promise<ExportRow<(typeof columns)[number]>> {
  const { id, payerId, lineOfBusiness, codeId, componentId, property, reason, note, statementId, asOf } = gap;
  const owner = payerId ? await mustHave(context, payer, payerId, asOf) : null;
  const { code } = await mustHave(context, billingCode, codeId, asOf);
  const searched = await searchedFor(context, gap);
  return {
    cells: {
      id,
      payer: owner?.slug ?? null,
      payerName: owner?.label ?? null,
      lineOfBusiness,
      code,
      component: componentId,
      property,
      reason,
      note,
      question: await questionOf(context, gap),
      searched: searched.map(({ title }) => title),
      addresses: searched.map(({ officialUrl, url }) => officialUrl ?? url),
      statement: statementId,
    },
  };
}
