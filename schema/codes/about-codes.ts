/** Statements that speak of several codes: the codes of each, and from a code back to them. */

import type { Table } from '../../db/kit/table.ts';
import { billingCode } from '../../db/tables/index.ts';
import { type FactRef, listed, related } from '../kit/edge-to-many.ts';
import { BillingCode } from './code.ts';

/** Adds `codes` to a statement and an edge back to it from a code. */
export function aboutCodes(statement: FactRef, table: Table, back: string, description: string): void {
  listed(statement, 'codes', BillingCode, {
    to: billingCode,
    through: { link: 'statement_code', from: 'statementId', to: 'codeId' },
    description: 'The codes it speaks of; empty when it names none.',
  });
  related(BillingCode, back, statement, {
    to: table,
    through: { link: 'statement_code', from: 'codeId', to: 'statementId' },
    description,
  });
}
