/** Tables of procedure-to-procedure edits in the layout of CMS. Every row is synthetic. */

const heading = [
  'SYNTHETIC NOTICE\t\t\t\t\t\t',
  'Column1/Column2 Edits\t\t\t\t\t\t',
  'Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale',
  '\t\tprior to 1996\tDate\tDate\t0=not allowed\t',
  '\t\t\t\t*=no data\t1=allowed\t',
  '\t\t\t\t\t9=not applicable\t',
];

/** A row: `77080 77086 20220101 * 1`. */
export function pairEdit(text: string): string {
  const [column1, column2, from, deletion, modifier, mark = ''] = text.split(' ');
  return [column1, column2, mark, from, deletion, modifier, 'Synthetic rationale'].join('\t');
}

export const pairEdits = (rows: readonly string[], end = '\r\n') =>
  `${[...heading, ...rows.map(pairEdit)].join(end)}${end}`;
