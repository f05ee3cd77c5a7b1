/** Files of HCPCS Level II in both official layouts, of synthetic entries. */

export interface HcpcsRow {
  readonly code: string;
  readonly texts: readonly string[];
  readonly short?: string;
  readonly coverage?: string;
  readonly pricing?: string;
  readonly see?: string;
  readonly ncd?: string;
  readonly added?: string;
  readonly ended?: string;
  readonly action?: string;
}
/** Codes are real numbers; texts and days are synthetic. */
export const entries: readonly HcpcsRow[] = [
  { code: 'A1', texts: ['Synthetic modifier'], short: 'Synth mod', added: '20020701' },
  { code: 'KX', texts: ['Synthetic first', 'meaning'], short: 'Synth one', added: '20020701' },
  {
    code: 'KX',
    texts: ['Synthetic other meaning'],
    short: 'Synth one',
    added: '20100101',
    ended: '20111231',
  },
  { code: 'JG', texts: ['Synthetic ended'], short: 'Synth end', added: '20180101', ended: '20241231' },
  {
    code: 'G0130',
    texts: ['Synthetic bone study (list separately', 'in addition) SYNTHETIC & w/o'],
    short: 'Synth study',
    coverage: 'D',
    pricing: '11',
    ncd: '150.3',
    added: '19980701',
    action: 'N',
  },
  {
    code: 'C1834',
    texts: ['Synthetic gone'],
    short: 'Synth gone',
    added: '20200101',
    ended: '20230331',
    see: 'C1600',
  },
  { code: 'C9999', texts: ['Synthetic never'], short: 'Synth never', added: '20200101', ended: '20191231' },
];

/** Puts texts at their columns, counted from 1. */
function placed(width: number, ...parts: readonly (readonly [column: number, text: string])[]): string {
  let line = ' '.repeat(width);
  for (const [column, text] of parts)
    line = line.slice(0, column - 1) + text + line.slice(column - 1 + text.length);
  return line;
}

export function fixedRecords({ code, texts, short = '', coverage = 'C', ...rest }: HcpcsRow): string[] {
  const isModifier = code.length === 2;
  const { pricing = '', see = '', ncd = '', added = '', ended = '', action = 'N' } = rest;
  return texts.map((text, i) => {
    const head = `${code.padStart(5)}${String(i + 1).padStart(3, '0')}00`;
    if (i > 0) return placed(91, [1, head], [11, isModifier ? '8' : '4'], [12, text]);
    return placed(
      320,
      [1, head],
      [11, isModifier ? '7' : '3'],
      [12, text],
      [92, short],
      [120, pricing],
      [129, ncd],
      [205, see],
      [230, coverage],
      [269, added],
      [277, added],
      [285, ended],
      [293, action],
    );
  });
}
/** Text of fixed width with a notice above it. */
export const fixed = (some = entries) =>
  `Synthetic note regarding codes, which goes on for more than ninety characters as the real one does, and has CMS's 2020 HCPCS\r\n\r\n${some.flatMap(fixedRecords).join('\r\n')}\r\n`;

const columns =
  'HCPC,SEQNUM,RECID,LONG DESCRIPTION,SHORT DESCRIPTION,PRICE1,PRICE2,PRICE3,PRICE4,MULT_PI,CIM1,CIM2,CIM3,MCM1,MCM2,MCM3,STATUTE,LABCERT1,LABCERT2,LABCERT3,LABCERT4,LABCERT5,LABCERT6,LABCERT7,LABCERT8,XREF1,XREF2,XREF3,XREF4,XREF5,COV,ASC_GRP,ASC_DT,OPPS,OPPS_PI,OPPS_DT,PROCNOTE,BETOS,TOS1,TOS2,TOS3,TOS4,TOS5,ANEST_BU,ADD DT,ACT EFF DT,TERM DT,ACTION CD'.split(
    ',',
  );
/** The same as a table. */
export const table = (some = entries) => {
  const rows = some.map(({ code, texts, short, coverage = 'C', ...rest }) => {
    const { pricing, see, ncd, added, ended, action = 'N' } = rest;
    const cells: Readonly<Record<string, string | undefined>> = {
      HCPC: code.padStart(5),
      SEQNUM: '0010',
      RECID: code.length === 2 ? '7' : '3',
      'LONG DESCRIPTION': `"${texts.join(' ')}"`,
      'SHORT DESCRIPTION': short,
      PRICE1: pricing,
      CIM1: ncd,
      XREF1: see,
      COV: coverage,
      'ADD DT': added,
      'ACT EFF DT': added,
      'TERM DT': ended,
      'ACTION CD': action,
    };
    return columns.map((column) => cells[column] ?? '').join(',');
  });
  return `${columns.join(',')}\n${rows.join('\n')}\n`;
};
