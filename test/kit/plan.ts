/** The engine's own plan of a statement, and what of it grows with the tables. */

import type { Store } from '../../db/kit/store.ts';
import type { Params } from '../../db/kit/values.ts';

/** A step of a plan; steps with one parent are loops within each other, the outermost first, or parts of a union. */
export interface PlanStep {
  readonly id: number;
  readonly parent: number;
  readonly detail: string;
}

/** The plan of a statement. */
export function planOf(store: Store, sql: string, params: Params = {}): readonly PlanStep[] {
  return store.all<PlanStep>(`explain query plan ${sql}`, params);
}

/** The steps that read a whole table or a whole index. Reading a list that was bound, or rows just found, is none. */
function scansIn(plan: readonly PlanStep[]): readonly PlanStep[] {
  const made = new Set(plan.map(({ detail }) => /^(?:CO-ROUTINE|MATERIALIZE) (.+)$/.exec(detail)?.[1]));
  return plan.filter(({ detail }) => {
    const name = /^SCAN (\S+)/.exec(detail)?.[1];
    return name !== undefined && name !== 'CONSTANT' && !detail.includes('VIRTUAL TABLE') && !made.has(name);
  });
}

/** What is read from end to end whenever the statement is run. */
export function wholeReads(plan: readonly PlanStep[]): readonly string[] {
  return scansIn(plan).map(({ detail }) => detail);
}

/** What is read from end to end, or indexed for the occasion, again for each row of something else. */
export function repeatedReads(plan: readonly PlanStep[]): readonly string[] {
  const byId = new Map(plan.map((step) => [step.id, step]));
  const within = ({ parent }: PlanStep): boolean => {
    const above = byId.get(parent);
    return above !== undefined && (above.detail.startsWith('CORRELATED') || within(above));
  };
  const outermost = new Set(
    [
      ...Map.groupBy(
        plan.filter(({ detail }) => /^(?:SCAN|SEARCH) /.test(detail)),
        ({ parent }) => parent,
      ),
    ].map(([, [first]]) => first),
  );
  const inner = scansIn(plan).filter((step) => !outermost.has(step));
  const correlated = [
    ...scansIn(plan),
    ...plan.filter(({ detail }) => detail.includes(' USING AUTOMATIC ')),
  ].filter(within);
  return [...new Set([...inner, ...correlated])].map(({ detail }) => detail);
}

/** Counts over everything that a root field can reach, for any client: reading everything is what they are for. */
export function countsEverything(sql: string): boolean {
  return sql.includes("where t.id > ''") && !sql.includes('page.id');
}
