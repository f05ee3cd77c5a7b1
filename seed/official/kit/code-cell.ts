/** Codes as price files write them, with the name of their system before them or a modifier behind them. */

import { codeIn, isCode, shapes } from '../../../db/codes/code-shapes.ts';
import { plainCapitals } from './modifier-cell.ts';

/** A code of CPT or HCPCS with the modifiers that are written behind it. */
export interface CodeCell {
  readonly code: string;
  readonly modifiers: readonly string[];
}

/** The name of the system before a code: `CPT 77080`, `CPT® 77080`, `HCPCS: G0130`. */
const system =
  /^(?:CPT(?:[\s-]?4(?=[\s:#-]))?|HCPCS?|CPT\s*\/\s*HCPCS|HCPCS\s*\/\s*CPT)(?:\s*LEVEL\s*(?:II|2))?\s*(?:\(R\)|®)?\s*(?:CODES?\b)?[\s:#-]*(?=\w)/;

const { form } = shapes.BILLING_CODE;
/** A code with modifiers behind a hyphen or a blank. Without either only those that divide a code or name a side are taken: `77089OH` may be anything. */
const written = new RegExp(`^(${form})(?:(TC|LT|RT)|((?:[\\s-]+${shapes.MODIFIER.form})*))$`);

/** The code without the name of its system. */
function bare(cell: string): string {
  return plainCapitals(cell.replaceAll('™', ' ')).replace(system, '').trim();
}

/** Reads a cell with one code; undefined where it is anything else. */
export function codeCell(cell: string): CodeCell | undefined {
  const [, code, glued, behind = ''] = written.exec(bare(cell)) ?? [];
  if (code === undefined) return undefined;
  const modifiers = glued ? [glued] : behind.split(/[\s-]+/).filter((each) => isCode('MODIFIER', each));
  return { code, modifiers };
}

/** Reads a cell of codes separated by `;`, `,`, `|` or `/`: all of them, or none where one is anything else. */
export function codeCells(cell: string): readonly CodeCell[] {
  const one = codeCell(cell);
  if (one) return [one];
  const parts = cell.split(/[;,|/]/).filter((part) => part.trim() !== '');
  const found = parts.flatMap((part) => codeCell(part) ?? []);
  return found.length === parts.length ? found : [];
}

/** Whether a cell has a dental code, which belongs to the ADA. */
export function isDentalCell(cell: string): boolean {
  return codeIn('DENTAL_CODE', bare(cell)) !== undefined;
}
