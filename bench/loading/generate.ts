/** Official files of full size in their official layouts. Every row is labelled synthetic or consists of meaningless numbers. */

import { randomFrom } from '../random.ts';

export interface Generated {
  readonly format: string;
  readonly name: string;
  readonly rows: number;
  readonly text: string;
}

const pad = (value: string | number, width: number) => String(value).padEnd(width);
const zeros = (value: number, width: number) => String(value).padStart(width, '0');

/** The code of a row: 13,000 of five digits, then HCPCS-like ones, enough for the rows of a fee schedule release. */
function codeAt(index: number): string {
  return index < 13_000
    ? zeros(index * 7, 5)
    : `${'ABCEGHJKLMPQRSTV'[index % 16]}${zeros(Math.floor((index - 13_000) / 16), 4)}`;
}

/** A relative value file of 19,090 rows in the layout of 2025: ten lines of heading, 31 columns, CRLF. */
export function pprrvu(): Generated {
  const random = randomFrom(1);
  const rows = 19_090;
  const heading = [
    '2025 National Physician Fee Schedule Relative Value File October Release (synthetic)',
    ...Array<string>(3).fill(''),
    'RELEASED 09/11/2025',
    ...Array<string>(4).fill(',,,,,,,,,,,,,,,,,,,,,,,,,,,,,,'),
    'HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT',
  ];
  const body = Array.from({ length: rows }, (_, index) => {
    const [work, office, facility, risk] = [
      random.below(900),
      random.below(900),
      random.below(900),
      random.below(99),
    ];
    const rvu = (n: number) => (n / 100).toFixed(2);
    const values = [
      rvu(work),
      rvu(office),
      '',
      rvu(facility),
      '',
      rvu(risk),
      rvu(work + office + risk),
      rvu(work + facility + risk),
    ];
    return `${codeAt(index)},,"synthetic, row",A,,${values.join(',')},0,XXX,0.00,0.00,0.00,0,0,0,0,0,,32.3465,09,0,99,0.00,0.00,0.00`;
  });
  return {
    format: 'pprrvu',
    name: 'PPRRVU2025_Oct.csv',
    rows,
    text: `${[...heading, ...body].join('\r\n')}\r\n`,
  };
}

/** How one order file differs from another. */
interface Order {
  readonly year?: number;
  readonly rows?: number;
  /** In each group of this many rows one has another title, the next another flag, and the third is left out; undefined: no changes. */
  readonly every?: number;
}

/** An order file of ICD-10-CM: headings of three characters, each followed by its codes. */
export function icd10cm({ year = 2026, rows: most = 98_000, every }: Order = {}): Generated {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const rows: string[] = [];
  let made = 0;
  const add = (code: string, billable: 0 | 1) => {
    made += 1;
    const change = every === undefined ? 0 : made % every;
    if (every !== undefined && change === 3) return;
    const title = `Synthetic condition ${code}${change === 1 ? `, new in ${year}` : ''}`;
    const flag = change === 2 ? 1 - billable : billable;
    rows.push(`${zeros(rows.length + 1, 5)} ${pad(code, 7)} ${flag} ${pad(title, 60)} ${title}, long title`);
  };
  for (const letter of letters) {
    for (let heading = 0; heading < 100; heading += 1) {
      const category = `${letter}${zeros(heading, 2)}`;
      add(category, 0);
      for (let below = 0; below < 37 && made < most; below += 1)
        add(`${category}${zeros(below, 2)}${below % 2 ? 'A' : ''}`, 1);
      if (made >= most) break;
    }
    if (made >= most) break;
  }
  return {
    format: 'icd10cm',
    name: `icd10cm_order_${year}.txt`,
    rows: rows.length,
    text: `${rows.join('\r\n')}\r\n`,
  };
}

/** A HCPCS Level II file of 12,000 records of fixed width, every second one a continuation of the one before. */
export function hcpcs(): Generated {
  const records: string[] = [];
  for (let index = 0; records.length < 12_000; index += 1) {
    const code = `${'ABCEGHJKLMPQRSTV'[Math.floor(index / 375)]}${zeros((index % 375) * 26, 4)}`;
    const sequence = (index * 100 + 100) % 100_000;
    const tail = [
      ['', 110],
      ['C', 1],
      ['', 38],
      ['20250101', 8],
      ['20250101', 8],
      ['', 8],
      ['N', 1],
      ['', 27],
    ] as const;
    const rest = tail.map(([value, width]) => pad(value, width)).join('');
    records.push(
      `${code}${zeros(sequence, 5)}3${pad(`Synthetic supply ${code}, a text that goes on in the record that`, 80)}${pad(`Synthetic ${code}`, 28)}${rest}`.padEnd(
        320,
      ),
    );
    records.push(`${code}${zeros((sequence + 100) % 100_000, 5)}4${pad('follows it', 80)}`);
  }
  return {
    format: 'hcpcs',
    name: 'HCPC2026_OCT_ANWEB_synthetic.txt',
    rows: records.length,
    text: `${records.join('\r\n')}\r\n`,
  };
}
