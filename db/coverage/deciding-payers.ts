/** Which payers decide for one that was named: the licensees of an association, the contractors of Medicare where they state something of their own. */

import type { AsOf } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import type { Memory } from '../release/small-tables.ts';
import { type Cell, coverageMatrix, type Matrix } from './matrix.ts';
import type { MatrixQuestion } from './matrix-columns.ts';

/** The payers to ask for, and of those the contractors that were not named, by the programme that was. */
export interface DecidingPayers {
  readonly payerIds: readonly string[];
  readonly contractors: ReadonlyMap<string, string>;
}

/** The payers that decide for those named, each once and in their order; null names all of them. */
export function decidingPayers(memory: Memory, named: readonly string[] | null): DecidingPayers {
  if (!named) {
    const deciding = memory.all('payer').filter(({ kind }) => kind !== 'ASSOCIATION');
    return { payerIds: deciding.map(({ id }) => id), contractors: new Map() };
  }
  const kindOf = (id: string) => memory.get('payer', id)?.kind;
  const membersOf = (id: string) => memory.by('payer', 'parentId', id).map((member) => member.id);
  const opened = named.flatMap((id) => {
    if (kindOf(id) === 'ASSOCIATION') return membersOf(id);
    return kindOf(id) === 'MEDICARE_FFS' ? [id, ...membersOf(id)] : [id];
  });
  const programmes = named.filter((id) => kindOf(id) === 'MEDICARE_FFS');
  const contractors = programmes.flatMap((programme) =>
    membersOf(programme).flatMap((id) => (named.includes(id) ? [] : [[id, programme] as const])),
  );
  return { payerIds: [...new Set(opened)], contractors: new Map(contractors) };
}

/** The matrix of the payers that decide for those named; null names all that decide. A contractor that was not named is there only where it states something different from Medicare or further. */
export function matrixOfNamed(
  store: Store,
  memory: Memory,
  question: Omit<MatrixQuestion, 'payerIds'> & { readonly named: readonly string[] | null },
): Matrix {
  const payers = decidingPayers(memory, question.named);
  const matrix = coverageMatrix(store, memory, { ...question, payerIds: payers.payerIds });
  return withoutRepeated(matrix, payers);
}

/** The payers of that matrix in every line of business. */
export function payersStating(
  store: Store,
  memory: Memory,
  named: readonly string[],
  componentIds: readonly string[],
  asOf: AsOf,
): string[] {
  const { payerIds, contractors } = decidingPayers(memory, named);
  if (contractors.size === 0) return [...payerIds];
  const { columns } = matrixOfNamed(store, memory, { named, componentIds, linesOfBusiness: null, asOf });
  return [...new Set(columns.map(({ payerId }) => payerId))];
}

/** The matrix without the columns of contractors that state nothing different from their programme, and nothing further. */
export function withoutRepeated(matrix: Matrix, { contractors }: DecidingPayers): Matrix {
  if (contractors.size === 0) return matrix;
  const stating = new Set(
    matrix.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => {
        const programme = contractors.get(cell.payerId);
        if (programme === undefined) return [cell.payerId];
        const national = cells.find(
          ({ payerId, lineOfBusiness }) => payerId === programme && lineOfBusiness === cell.lineOfBusiness,
        );
        return statesMore(cell, national) ? [cell.payerId] : [];
      }),
    ),
  );
  const isKept = ({ payerId }: { readonly payerId: string }) =>
    stating.has(payerId) || !contractors.has(payerId);
  return {
    columns: matrix.columns.filter(isKept),
    rows: matrix.rows.map((row) => ({ ...row, cells: row.cells.filter(isKept) })),
  };
}

/** Whether a contractor states something that the national cell does not: another answer, or conditions of its own. Not to know is to state nothing. */
function statesMore(local: Cell, national: Cell | undefined): boolean {
  const authorization = local.priorAuthorization;
  if (authorization !== 'UNKNOWN' && authorization !== national?.priorAuthorization) return true;
  const [best] = local.statements;
  if (local.state === 'UNKNOWN' || best === undefined) return false;
  if (local.state !== national?.state) return true;
  const isPlain = local.state === 'COVERED' || local.state === 'NOT_COVERED';
  return !isPlain || best.basis !== national.statements[0]?.basis;
}
