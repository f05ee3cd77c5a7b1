/** Synthetic files of the physician fee schedule in the layouts of CMS. Code numbers may be real; every value is synthetic. */

/** A row; what is left out is what most rows have. */
export interface FeeFileRow {
  readonly code: string;
  readonly modifier?: string;
  readonly description?: string;
  readonly status?: string;
  readonly work?: string;
  /** Practice expense outside and inside a facility. */
  readonly practice?: readonly [string, string];
  /** NA outside and inside a facility. */
  readonly flags?: readonly [string, string];
  readonly malpractice?: string;
  readonly totals?: readonly [string, string];
  readonly pcTc?: string;
  readonly factor?: string;
  /** Values of the OPPS comparison: outside and inside a facility, malpractice. */
  readonly opps?: readonly [string, string, string];
}

const heading =
  'HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT';

function filled(row: FeeFileRow) {
  return {
    modifier: '',
    description: 'synthetic',
    status: 'A',
    work: '0.00',
    practice: ['0.00', '0.00'],
    flags: ['', ''],
    malpractice: '0.00',
    totals: ['0.00', '0.00'],
    pcTc: '0',
    factor: '32.3465',
    opps: ['0.00', '0.00', '0.00'],
    ...row,
  } as const;
}

function cells(row: FeeFileRow, year: number): string[] {
  const of = filled(row);
  const [out, inside] = of.practice;
  const [naOut, naInside] = of.flags;
  const head = [
    of.code,
    of.modifier,
    quoted(of.description),
    of.status,
    '',
    of.work,
    out,
    naOut,
    inside,
    naInside,
  ];
  const totals = [
    of.malpractice,
    ...of.totals,
    of.pcTc,
    'XXX',
    '0.00',
    '0.00',
    '0.00',
    '0',
    '0',
    '0',
    '0',
    '0',
  ];
  const pricing = year >= 2026 ? ['9'] : [];
  return [...head, ...totals, ...pricing, '', of.factor, '09', '0', '99', ...of.opps];
}

function quoted(text: string): string {
  return text.includes(',') ? `"${text}"` : text;
}

interface Title {
  readonly year?: number;
  readonly month?: string;
  readonly released?: string;
}

/** A PPRRVU file as CSV. */
export function feeCsv(
  rows: readonly FeeFileRow[],
  { year = 2025, month = 'October', released = '09/11/2025' }: Title = {},
): string {
  const columns = year >= 2026 ? heading.replace('SURG,BASE', 'SURG,IND,BASE') : heading;
  const commas = ','.repeat(columns.split(',').length - 3);
  const preamble = [
    `${year} National Physician Fee Schedule Relative Value File ${month} Release`,
    'synthetic notice',
    ' ',
    `RELEASED ${released}`,
  ].map((text) => `,,${text}${commas}`);
  return `${[...preamble, columns, ...rows.map((row) => cells(row, year).join(','))].join('\r\n')}\r\n`;
}

/** A PPRRVU file of fixed width. `shift` moves what follows the indicators, as a new column would. */
export function feeText(rows: readonly FeeFileRow[], shift = 0): string {
  const lines = rows.map((row) => {
    const of = filled(row);
    const line = Array.from({ length: 171 + shift }, () => ' ');
    const put = (text: string, last: number) => {
      for (const [i, character] of [...text].entries()) line[last - text.length + i] = character;
    };
    put(`${of.code}${of.modifier.padEnd(2)}${of.description.slice(0, 50).padEnd(50)}${of.status}`, 58);
    put(of.work, 65);
    put(of.practice[0], 72);
    put(of.flags[0].padEnd(2), 74);
    put(of.practice[1], 81);
    put(of.flags[1].padEnd(2), 83);
    put(of.malpractice, 89);
    put(of.totals[0], 96);
    put(of.totals[1], 102);
    put(`${of.pcTc}XXX.00.00.0000000`, 120);
    put(of.factor, 140 + shift);
    put('090', 144 + shift);
    put('99', 147 + shift);
    put(of.opps[0], 157 + shift);
    put(of.opps[1], 164 + shift);
    put(of.opps[2], 171 + shift);
    return line.join('');
  });
  return `${['HDR SYNTHETIC NOTICE', 'HDR RESERVED.', ...lines].join('\r\n')}\r\n`;
}
