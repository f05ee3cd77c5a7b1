/** Folds a matrix, numbers what its cells cite, and finds what all of it is called. */

import type { Matrix } from '../../db/coverage/matrix.ts';
import { type CellGroup, type MatrixSummary, summarize } from '../../db/coverage/matrix-summary.ts';
import { inOrderOfText } from '../../db/coverage/summary-text.ts';
import type { GroupEvidence, SummaryNames } from '../../db/coverage/summary-words.ts';
import { levelOf } from '../../db/history/freshness.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { rowsAlong } from '../../db/kit/rows-along-edge.ts';
import { coverageCriterion, payer, serviceComponent, serviceFamily } from '../../db/tables/index.ts';
import { inWords, withModifier } from '../../db/tables/sentences.ts';
import { unitsOf } from '../codes/code-families.ts';
import type { GraphContext } from '../kit/context.ts';
import { rankWhere } from '../kit/edge-to-many.ts';
import { at, type FactOf, mustHave } from '../kit/fact.ts';
import { loaderOf } from '../kit/loader.ts';
import { type CitationFact, citationsOf, freshnessOf, sourceOf } from '../kit/source.ts';

type Dated<T> = T & { readonly asOf: AsOf };

/** A passage of a source and its number in a summary. */
export interface NumberedCitation {
  readonly number: number;
  readonly cited: CitationFact;
}

/** A summary with all that its words are made of. */
export interface PreparedSummary {
  readonly asOf: AsOf;
  readonly summary: MatrixSummary;
  readonly names: SummaryNames;
  readonly citations: readonly NumberedCitation[];
}

const everything = { limit: 1000, backward: false } as const;
const conditionEdge = {
  table: coverageCriterion,
  by: '',
  through: { link: 'coverage_condition', from: 'coverageId', to: 'criterionId' },
};
const conditionsOf = loaderOf((context, ids: readonly string[], asOf: AsOf) =>
  rowsAlong<FactOf<typeof coverageCriterion>>(
    context.store,
    conditionEdge,
    ids,
    { asOf, where: [rankWhere(null)] },
    everything,
  ),
);

/** The ids of the statements that some cells rest on. */
const groundsOf = (cells: CellGroup['cells']) => [
  ...new Set(cells.flatMap(({ because }) => because.map(({ id }) => id))),
];

/** Folds a matrix and reads what its groups rest on. */
export async function coverageSummary(
  matrix: Dated<Matrix>,
  context: GraphContext,
): Promise<PreparedSummary> {
  const { asOf } = matrix;
  const cells = matrix.rows.flatMap((row) => row.cells);
  const statements = new Set(cells.flatMap(({ statements }) => statements.map(({ id }) => id)));
  const conditions = new Map(
    await Promise.all(
      [...statements].map(async (id) => [id, await conditionsOf(context, id, asOf)] as const),
    ),
  );
  const summary = summarize(matrix, (id) => (conditions.get(id) ?? []).map((row) => row.id));
  const named = await namesOf(matrix, context);
  const groups = inOrderOfText(summary, named);
  const read = await Promise.all(
    groups.map(({ cells }) => Promise.all(groundsOf(cells).map((id) => citationsOf(context, { id, asOf })))),
  );
  const citations = new Map<string, NumberedCitation>();
  const numbers = read.map((ofGroup) => {
    const found = ofGroup.flat().map((cited) => {
      const passage = JSON.stringify([cited.sourceId, cited.locator, cited.part]);
      const numbered = citations.get(passage) ?? { number: citations.size + 1, cited };
      citations.set(passage, numbered);
      return numbered.number;
    });
    return [...new Set(found)];
  });
  const evidence = new Map(
    await Promise.all(
      groups.map(
        async (group, i): Promise<readonly [CellGroup, GroupEvidence]> => [
          group,
          {
            conditions: (conditions.get(group.best?.id ?? '') ?? []).map((row) => row.summary),
            numbers: numbers[i] ?? [],
            ...(await standingOf(group, asOf, context)),
          },
        ],
      ),
    ),
  );
  const evidenceOf = (group: CellGroup) => evidence.get(group) ?? nothing;
  return { asOf, summary, names: { ...named, evidenceOf }, citations: [...citations.values()] };
}

const nothing: GroupEvidence = { conditions: [], level: null, staleFrom: null, numbers: [] };

/** How near the best statement of a group is to its publisher, and since when it is stale. */
async function standingOf(
  { best }: CellGroup,
  asOf: AsOf,
  context: GraphContext,
): Promise<Pick<GroupEvidence, 'level' | 'staleFrom'>> {
  if (!best) return { level: null, staleFrom: null };
  const fact = at(best, asOf);
  const [primary] = await citationsOf(context, fact);
  const { state, readAgainBy } = await freshnessOf(context, fact);
  return {
    level: primary ? levelOf(sourceOf(context, primary)) : null,
    staleFrom: state === 'STALE' ? readAgainBy : null,
  };
}

/** What the components, the services and the payers of a matrix are called. */
async function namesOf(
  { rows, columns, asOf }: Dated<Matrix>,
  context: GraphContext,
): Promise<Omit<SummaryNames, 'evidenceOf'>> {
  const { memory } = context;
  const found = await Promise.all(
    rows.map(({ componentId }) => mustHave(context, serviceComponent, componentId, asOf)),
  );
  const families = await Promise.all(
    [...new Set(found.map(({ familyId }) => familyId))].map((id) =>
      mustHave(context, serviceFamily, id, asOf),
    ),
  );
  const shown = new Set(columns.map(({ payerId }) => payerId));
  const namedPayers = new Map(
    await Promise.all(
      [...shown].map(async (id) => {
        const { label, parentId } = await mustHave(context, payer, id, asOf);
        const parent = parentId ? await mustHave(context, payer, parentId, asOf) : null;
        const licensees = memory.by('payer', 'parentId', parentId ?? '');
        const counted = parent?.kind === 'ASSOCIATION' && licensees.every((row) => shown.has(row.id));
        const association = parent && counted ? { ...parent, licensees: licensees.length } : null;
        return [id, { label, association }] as const;
      }),
    ),
  );
  return {
    day: asOf.dateOfService,
    services: families.map(({ label }) => label),
    components: new Map(
      found.map((component) => {
        const { id, label } = component;
        const units = unitsOf(context, component).map(({ codeId, modifierId }) =>
          withModifier(codeId, modifierId),
        );
        return [id, { codes: units.join('/') || label, label }];
      }),
    ),
    payerOf: (id) => namedPayers.get(id) ?? { label: id, association: null },
  };
}

/** A citation as a line: its number, the source, the passage, what was read, and where. */
export function citationText({ number, cited }: NumberedCitation, context: GraphContext): string {
  const source = sourceOf(context, cited);
  const passage = [cited.locator, cited.part].filter(Boolean).map((part) => `, ${part}`);
  return `[${number}] ${source.title}${passage.join('')} (${inWords(levelOf(source))}). ${source.url ?? ''}`.trim();
}
