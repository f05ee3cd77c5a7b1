/** Codes as price files write them, with the name of their system before them or a modifier behind them. */

import { codeIn, shapes } from '../../../db/codes/code-shapes.ts';
import { modifierCell, plainCapitals } from './modifier-cell.ts';

/** A code of CPT or HCPCS with the modifiers that are written behind it. */
export interface CodeCell {
  readonly code: string;
  readonly modifiers: readonly string[];
}

/** The name of the system before a code: `CPT 77080`, `CPT® 77080`, `HCPCS: G0130`. */
const system =
  /^(?:CPT\s*\/\s*HCPCS?|HCPCS?\s*\/\s*CPT|CPT(?:[\s-]?4(?=[\s:#-]))?|HCPCS?)(?:\s*LEVEL\s*(?:II|2))?\s*(?:\(R\)|®)?\s*(?:CODES?\b)?[\s:#-]*(?=\w)/;
/** The same behind it: `77080 (CPT)`. */
const systemBehind = /[\s([]+(?:CPT|HCPCS?)\s*(?:\(R\)|®)?[\])]?$/;
/** What spreadsheets leave around a text: `="77080"`, `'77080`, `(77080)`, `77080*`. */
const around = /^=?["'([]+(?=\w)|["'*]+$|(?<=^[([]\w+)[\])]$/g;

const { form } = shapes.BILLING_CODE;
/**
 * A code with modifiers behind anything but a letter, a digit or a point; a spreadsheet may have made a number of it, as in
 * `77080.0`. With nothing between only those that divide a code or name a side are taken: `77089OH` may be anything.
 */
const written = new RegExp(`^(${form})(?:(TC|LT|RT)|(?:\\.0+)?|([^0-9A-Z.].*))$`);
/** Modifiers of two characters each, alone or named: a longer word is none. */
const behindCode = new RegExp(
  `^(?:[^0-9A-Z]+(?:MOD(?:IFIERS?)?[^0-9A-Z]+)?${shapes.MODIFIER.form})+[^0-9A-Z]*$`,
);

/** The code without the name of its system. */
function bare(cell: string): string {
  const plain = plainCapitals(cell.replaceAll('™', ' ')).replace(around, '');
  return plain.replace(systemBehind, '').replace(system, '').trim();
}

/** Reads a cell with one code; undefined where it is anything else. */
export function codeCell(cell: string): CodeCell | undefined {
  const [, code, glued, behind = ''] = written.exec(bare(cell)) ?? [];
  if (code === undefined) return undefined;
  if (glued || behind === '') return { code, modifiers: glued ? [glued] : [] };
  if (!behindCode.test(behind)) return undefined;
  const { modifiers, unread } = modifierCell(behind);
  return unread.length > 0 ? undefined : { code, modifiers };
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
