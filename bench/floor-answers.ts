/** The floor's answers: hand-written SQL and JSON for exactly the five measured queries. */

import { asOfNow, inForce } from '../db/kit/as-of.ts';
import type { Store } from '../db/kit/store.ts';
import { matrixAnswer } from './floor-matrix.ts';
import { readMemory } from './floor-memory.ts';
import { codeSystem } from './ids.ts';
import type { WorkloadName } from './workloads.ts';

interface CoverageRow {
  readonly id: string;
  readonly key: string;
  readonly covered: string | null;
  readonly basis: string;
  readonly summary: string;
  readonly payerId: string;
  readonly policyVersionId: string;
  readonly componentId: string;
}

interface CitationRow {
  readonly subjectId: string;
  readonly role: string;
  readonly locator: string | null;
  readonly sourceId: string;
}

interface CodeRow {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly category: string;
}

const codeByKey = `select id, system, code, category, label, description from billing_code where id = :id`;

const codesByKey = `
  select c.id, c.code, c.label, c.category
  from json_each(:ids) k join billing_code c on c.id = k.value`;

/** The best first, as the dictionary orders statements of coverage that are not deprecated. */
export const best = `t.covered is null, t.rank <> 'PREFERRED', t.policy_version_id is null, t.evidence <> 'PRIMARY',
    case t.stated_at when 'NAMED_CODE' then 0 when 'CODE_RANGE' then 1 when 'SERVICE_FAMILY' then 2 when 'GENERAL_RULE' then 3 else 4 end,
    t.valid_from desc, t.id`;

const coverageByCode = `
  select t.id, t.covered, t.basis, t.payer_id as "payerId", t.policy_version_id as "policyVersionId",
    t.component_id as "componentId"
  from coverage t
  where t.code_id = :key and t.rank <> 'DEPRECATED' and ${inForce('t')}
  order by ${best} limit 60`;

const coverageByPayer = `
  select t.id, t.covered, t.summary, t.code_id as "key", t.component_id as "componentId"
  from coverage t
  where t.payer_id = :key and t.rank <> 'DEPRECATED' and ${inForce('t')}
  order by ${best} limit 101`;

const citationsOf = `
  select c.subject_id as "subjectId", c.role, c.locator, c.source_id as "sourceId"
  from json_each(:ids) k join citation_own c on c.subject_id = k.value
  order by k.key, c.seq`;

type Answer = (variables: never) => unknown;

/** An answer for each workload: its `data`, from the variables of the request. */
export function answersFrom(store: Store): Readonly<Record<WorkloadName, Answer>> {
  const memory = readMemory(store);

  function citations(rows: readonly CoverageRow[]): ReadonlyMap<string, readonly CitationRow[]> {
    const ids = JSON.stringify(rows.map(({ id }) => id));
    return Map.groupBy(store.all<CitationRow>(citationsOf, { ids }), ({ subjectId }) => subjectId);
  }

  function codes(ids: readonly string[]): ReadonlyMap<string, CodeRow> {
    return new Map(store.all<CodeRow>(codesByKey, { ids: JSON.stringify(ids) }).map((row) => [row.id, row]));
  }

  return {
    point: ({ code }: { code: string }) => ({
      billingCode: store.get(codeByKey, { id: `BillingCode:${codeSystem}:${code}` }),
    }),

    mission({ codings }: { codings: readonly { code: string }[] }) {
      const asOf = asOfNow(new Date());
      const ids = codings.map(({ code }) => `BillingCode:${codeSystem}:${code}`);
      const found = codes(ids);
      const stated = ids.map((key) => store.all<CoverageRow>(coverageByCode, { key, ...asOf }));
      const cited = citations(stated.flat());
      const billingCodes = ids.map((key, i) => {
        const nodes = (stated[i] ?? []).map((row) => ({
          id: row.id,
          covered: row.covered,
          basis: row.basis,
          payer: memory.payers.get(row.payerId),
          policyVersion: memory.versions.get(row.policyVersionId),
          component: memory.roles.get(row.componentId),
          citations: (cited.get(row.id) ?? []).map(({ role, locator, sourceId }) => ({
            role,
            locator,
            source: memory.sources.get(sourceId),
          })),
        }));
        const code = found.get(key);
        return { id: key, code: code?.code, label: code?.label, coverage: { nodes } };
      });
      return { billingCodes };
    },

    matrix: ({ families }: { families: readonly string[] }) => ({
      coverageMatrix: matrixAnswer(store, memory, families, asOfNow(new Date())),
    }),

    wide({ slug }: { slug: string }) {
      const payer = memory.payers.get(`Payer:${slug}`);
      const key = `Payer:${slug}`;
      const rows = store.all<CoverageRow>(coverageByPayer, { key, ...asOfNow(new Date()) });
      const page = rows.slice(0, 100);
      const cited = citations(page);
      const found = codes([...new Set(page.map((row) => row.key))]);
      const nodes = page.map((row) => {
        const code = found.get(row.key);
        return {
          id: row.id,
          covered: row.covered,
          summary: row.summary,
          code: { code: code?.code, label: code?.label },
          component: { label: memory.roles.get(row.componentId)?.label },
          citations: (cited.get(row.id) ?? []).map(({ locator, sourceId }) => ({
            locator,
            source: { title: memory.sources.get(sourceId)?.title },
          })),
        };
      });
      const coverage = { nodes, pageInfo: { hasNextPage: rows.length > 100 } };
      return { payer: { label: payer?.label, coverage } };
    },

    entities({ representations }: { representations: readonly { system: string; code: string }[] }) {
      const ids = representations.map(({ system, code }) => `BillingCode:${system}:${code}`);
      const found = codes(ids);
      return { _entities: ids.map((id) => found.get(id)) };
    },
  };
}
