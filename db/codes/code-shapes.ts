/**
 * The formats of the codes of each system: the one place that recognises them. A code set grows, so a shape is as wide as
 * its rule; which codes exist is known from releases.
 */

interface Shape {
  /** A regular expression for a whole code in capitals, without anchors, so that layouts can be composed of it. */
  readonly form: string;
  readonly called: string;
  /** Its format in words, for errors. */
  readonly formed: string;
  readonly examples: readonly [string, ...string[]];
}

/** As PPRRVU, CLFS and MUE files have them: Category II ends in F, III in T; A, M and U end codes that are listed apart from them. */
const cpt = String.raw`\d{4}[0-9AFMTU]`;
/** Columns 1 to 5 of HCPC2019_CONTR_ANWEB and HCPC2020_ANWEB, all rows of which it matches. D is left out: those codes are the ADA's. */
const levelTwo = String.raw`[A-CE-V]\d{4}`;
/** HCPC2020_README: they are not in the HCPCS file. Fee schedules have rows of them. */
const dental = String.raw`D\d{4}`;

/** Every system of codes, and the other numbers that files and claims use. */
export const shapes = {
  BILLING_CODE: {
    form: `(?:${cpt}|${levelTwo})`,
    called: 'billing code',
    formed: 'five digits, the last of which may be A, F, M, T or U, or a letter and four digits',
    examples: ['77090', '0554T', 'G0130'],
  },
  HCPCS_LEVEL_II: {
    form: levelTwo,
    called: 'code of HCPCS Level II',
    formed: 'a letter and four digits',
    examples: ['G0130'],
  },
  DENTAL_CODE: {
    form: dental,
    called: 'dental code',
    formed: 'a D and four digits',
    examples: ['D0120'],
  },
  // All rows of icd10cm_order of FY2020, FY2025 and FY2026, the first with a letter in second place: QA0.
  DIAGNOSIS: {
    form: String.raw`[A-Z][0-9A-Z]{2}(?:\.?[0-9A-Z]{1,4})?`,
    called: 'ICD-10-CM code',
    formed: 'a letter and two letters or digits, then up to four more behind a point',
    examples: ['M81.0', 'QA0.0101'],
  },
  // Columns 4 and 5 of HCPC2020_ANWEB; those of two digits are the AMA's and not in it.
  MODIFIER: {
    form: '[0-9A-Z]{2}',
    called: 'modifier',
    formed: 'two letters or digits',
    examples: ['26', 'TC'],
  },
  CPT_MODIFIER: {
    form: String.raw`\d\d`,
    called: 'modifier of CPT',
    formed: 'two digits',
    examples: ['26'],
  },
  // The CodeSystem CMSPlaceofServiceCodes: 01 to 99, with gaps.
  PLACE_OF_SERVICE: {
    form: String.raw`\d\d`,
    called: 'place of service',
    formed: 'two digits',
    examples: ['11'],
  },
  // nucc_taxonomy_251.csv, all rows.
  TAXONOMY: {
    form: '[0-9A-Z]{9}X',
    called: 'provider taxonomy code',
    formed: 'nine digits or letters and an X',
    examples: ['207Q00000X'],
  },
  // The number of the provider registry NPPES; the last digit is a check digit, which is not tried.
  NPI: {
    form: String.raw`[12]\d{9}`,
    called: 'NPI',
    formed: 'ten digits, the first a 1 or a 2',
    examples: ['1234567893'],
  },
  // ZIP5lyout.txt and ZIP9lyout.txt, columns 1 to 14 and 22 to 25.
  STATE: { form: '[A-Z]{2}', called: 'state', formed: 'two letters', examples: ['CA'] },
  ZIP: { form: String.raw`\d{5}`, called: 'ZIP code', formed: 'five digits', examples: ['77002'] },
  PLUS_FOUR: { form: String.raw`\d{4}`, called: 'ZIP+4', formed: 'four digits', examples: ['1234'] },
  CONTRACTOR: {
    form: String.raw`\d{5}`,
    called: 'number of a contractor',
    formed: 'five digits',
    examples: ['01182'],
  },
  LOCALITY: {
    form: String.raw`\d\d`,
    called: 'number of a locality',
    formed: 'two digits',
    examples: ['18'],
  },
  // Addendum B: spreadsheets remove its leading zeros.
  APC: { form: String.raw`\d{4}`, called: 'APC', formed: 'four digits', examples: ['5521'] },
  // As price files of hospitals have them; spreadsheets remove their leading zeros.
  REVENUE_CODE: {
    form: String.raw`\d{4}`,
    called: 'revenue code',
    formed: 'four digits',
    examples: ['0320'],
  },
  // Issuer, state, product and plan; a variant of two digits may follow.
  HIOS_PLAN: {
    form: String.raw`\d{5}[A-Z]{2}\d{7}`,
    called: 'HIOS plan',
    formed: 'five digits, two letters and seven digits',
    examples: ['12345IL0010001'],
  },
  // The crosswalks of CMS write 5-4-2; packages have 4-4-2, 5-3-2 or 5-4-1, which without dashes look alike.
  NATIONAL_DRUG_CODE: {
    form: String.raw`(?:\d{11}|\d{5}-\d{4}-\d{1,2}|\d{4}-\d{4}-\d{2}|\d{5}-\d{3}-\d{2})`,
    called: 'National Drug Code',
    formed: 'eleven digits with or without dashes, or ten with theirs',
    examples: ['00006409602', '0006-4096-02'],
  },
} as const satisfies Readonly<Record<string, Shape>>;

/** The name of a shape. */
export type CodeKind = keyof typeof shapes;

/** Columns of fixed layouts, whatever is in them, so that a row with a code of unknown shape is still read as a row and reported. */
export const inLayout = { code: '[0-9A-Z]{5}', modifier: '(?:[0-9A-Z]{2}| {2})' } as const;

const whole = Object.fromEntries(
  Object.entries(shapes).map(([kind, { form }]) => [kind, new RegExp(`^${form}$`)]),
) as Readonly<Record<CodeKind, RegExp>>;

/** Whether a text has the shape, without trimming or change of case. */
export function isCode(kind: CodeKind, text: string): boolean {
  return whole[kind].test(text);
}

/** A code of a person or a file in the form of the graph: trimmed, in capitals, a diagnosis with its point; undefined where it is none. */
export function codeIn(kind: CodeKind, written: string): string | undefined {
  const found = written.trim().toUpperCase();
  if (!isCode(kind, found)) return undefined;
  if (kind === 'NATIONAL_DRUG_CODE') return elevenDigits(found);
  return kind === 'DIAGNOSIS' ? withPoint(found.replace('.', '')) : found;
}

/** `0006-4096-02` is 00006409602: each part is filled with zeros to 5, 4 and 2 digits. */
function elevenDigits(code: string): string {
  const widths = [5, 4, 2];
  return code
    .split('-')
    .map((part, place) => part.padStart(widths[place] ?? 0, '0'))
    .join('');
}

/** `M8008XA` is M80.08XA: the point comes after the third character. */
function withPoint(bare: string): string {
  return bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare;
}

/** The system of a billing code, by its first character. */
export function systemOf(code: string): 'CPT' | 'HCPCS_LEVEL_II' {
  return /^\d/.test(code) ? 'CPT' : 'HCPCS_LEVEL_II';
}

/** The system of a modifier: two digits are the AMA's. */
export function modifierSystemOf(code: string): 'CPT_MODIFIER' | 'HCPCS_MODIFIER' {
  return isCode('CPT_MODIFIER', code) ? 'CPT_MODIFIER' : 'HCPCS_MODIFIER';
}

/** The words for errors where a code was expected: `two letters or digits, such as 26 or TC`. */
export function expectedOf(kind: CodeKind): string {
  const { formed, examples } = shapes[kind];
  const [last, ...others] = [...examples].reverse();
  return `${formed}, such as ${others.length > 0 ? `${others.reverse().join(', ')} or ` : ''}${last}`;
}
