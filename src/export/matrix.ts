/** The coverage matrix as rows: one for every cell, component by component. */

import type { Cell } from '../../db/coverage/matrix.ts';
import { levelOf } from '../../db/history/freshness.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { payer, policy, policyVersion, serviceComponent } from '../../db/tables/index.ts';
import { withModifier } from '../../db/tables/sentences.ts';
import { unitsOf } from '../../schema/codes/code-families.ts';
import { matrixExtent, matrixRequest } from '../../schema/coverage/matrix.ts';
import type { MatrixInput } from '../../schema/coverage/matrix-input.ts';
import type { GraphContext } from '../../schema/kit/context.ts';
import { badInput } from '../../schema/kit/errors.ts';
import { at, mustHave } from '../../schema/kit/fact.ts';
import { sizesOf } from '../../schema/kit/growth.ts';
import { citationsOf, freshnessOf, sourceOf } from '../../schema/kit/source.ts';
import { figure, refusal } from '../kit/refusal.ts';
import { limits } from '../limits/limits.ts';
import type { ExportRow, ExportTable } from './formats.ts';
import { readParameters } from './parameters.ts';

type MatrixRequest = typeof MatrixInput.$inferInput;

const columns = [
  'component',
  'role',
  'codes',
  'payer',
  'lineOfBusiness',
  'state',
  'reach',
  'unknownReason',
  'covered',
  'basis',
  'statement',
  'summary',
  'policyNumber',
  'policyVersion',
  'sourceTitles',
  'locators',
  'urls',
  'priorAuthorization',
  'priorAuthorizationUnknownReason',
  'officialUrls',
  'sourceLevels',
  'freshness',
  'readAgainBy',
] as const;

/** The export of the matrix. */
export const matrixExport: ExportTable = {
  columns,
  async open(given, context) {
    const input = readParameters(given, 'MatrixInput') as MatrixRequest; // read as that input
    if (!input.codes && !input.families)
      throw badInput('codes', 'Give codes or families, such as codes=77090,77092.');
    const here = context();
    checkExtent(input, here);
    const matrix = await matrixRequest(input, here);
    const left = matrix.rows[Symbol.iterator]();
    return async () => {
      const { value: row } = left.next();
      if (!row) return undefined;
      const forRow = context();
      return Promise.all(row.cells.map((cell) => rowOf(forRow, cell, matrix.asOf)));
    };
  },
};

/** The matrix is worked out at once, and nobody else is answered meanwhile. */
function checkExtent(input: MatrixRequest, { release }: GraphContext): void {
  const { rows, columns } = matrixExtent(sizesOf(release), input);
  if (rows * columns <= limits.cost) return;
  const found = `This matrix may have about ${figure(rows * columns)} cells; the limit is ${figure(limits.cost)}.`;
  throw refusal('TOO_COSTLY', `${found} Name fewer codes, families or payers, and fetch it in parts.`);
}

async function rowOf(
  context: GraphContext,
  cell: Cell,
  asOf: AsOf,
): Promise<ExportRow<(typeof columns)[number]>> {
  const [best] = cell.statements;
  const component = await mustHave(context, serviceComponent, cell.componentId, asOf);
  const version = best?.policyVersionId
    ? await mustHave(context, policyVersion, best.policyVersionId, asOf)
    : null;
  const citations = best ? await citationsOf(context, at(best, asOf)) : [];
  const sources = citations.map((citation) => sourceOf(context, citation));
  const freshness = best ? await freshnessOf(context, at(best, asOf)) : null;
  return {
    cells: {
      component: component.id,
      role: component.role,
      codes: unitsOf(context, component).map(({ codeId, modifierId }) => withModifier(codeId, modifierId)),
      payer: (await mustHave(context, payer, cell.payerId, asOf)).slug,
      lineOfBusiness: cell.lineOfBusiness,
      state: cell.state,
      reach: cell.reach,
      unknownReason: cell.unknownReason,
      covered: best?.covered ?? null,
      basis: best?.basis ?? null,
      statement: best?.id ?? null,
      summary: best?.summary ?? null,
      policyNumber: version && (await mustHave(context, policy, version.policyId, asOf)).number,
      policyVersion: version?.version ?? null,
      sourceTitles: sources.map(({ title }) => title),
      locators: citations.map(({ locator }) => locator),
      urls: sources.map(({ url }) => url),
      priorAuthorization: cell.priorAuthorization,
      priorAuthorizationUnknownReason: cell.priorAuthorizationReason,
      officialUrls: sources.map(({ officialUrl }) => officialUrl),
      sourceLevels: sources.map(levelOf),
      freshness: freshness?.state ?? null,
      readAgainBy: freshness?.readAgainBy ?? null,
    },
  };
}
