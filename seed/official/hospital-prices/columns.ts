/** The headings of a hospital's CSV, in any order and case, with or without blanks around `|`. */

import { FileError } from '../../load/format/file.ts';

/** The fields of a payer's plan, as named in the templates. */
export const agreedFields = [
  'negotiated_dollar',
  'negotiated_percentage',
  'negotiated_algorithm',
  'methodology',
  'estimated_amount',
  'median_amount',
  '10th_percentile',
  '90th_percentile',
  'count',
  'additional_payer_notes',
] as const;
export type AgreedField = (typeof agreedFields)[number];

/** The columns of one payer's plan, which the wide layout has in its headings. */
export interface PlanColumns {
  readonly payer: string;
  readonly plan: string;
  readonly places: ReadonlyMap<AgreedField, number>;
}

export interface ChargeColumns {
  /** Columns by their names in small letters, without blanks around `|`. */
  readonly places: ReadonlyMap<string, number>;
  readonly codes: readonly { readonly code: number; readonly type: number }[];
  /** Only in the wide layout; the tall one has payer and plan in each row. */
  readonly plans: readonly PlanColumns[];
  readonly width: number;
  /** Headings that look like charges but are not in the templates: their columns are not read. */
  readonly unread: readonly string[];
  /** Headings of notes and of columns that are not read, which the file has once more: the first is taken. */
  readonly repeated: readonly string[];
}

const readTemplates = 'Read are the CMS templates 2.0, 2.1, 2.2 and 3.0 (CSV tall, CSV wide, JSON).';

/** The message for a file of no known template. */
export function noTemplate(problem: string): string {
  return `${problem} ${readTemplates} Files from before July 2024 are of no template: ask the hospital for its present file.`;
}

function partsOf(heading: string): readonly string[] {
  return heading.split('|').map((part) => part.trim());
}

const bare = (parts: readonly string[]) => parts.join('|').toLowerCase();

/** A word of the templates, however it is written: `Additional Generic Notes` is `additional_generic_notes`. */
const folded = (word: string) => word.toLowerCase().replace(/[\s_-]+/g, '_');

/** A heading, normalised as in the templates; names of payers and plans in it only by case. */
export function nameOf(heading: string): string {
  const [first = '', ...rest] = partsOf(heading);
  const name = folded(first);
  const last = rest.pop();
  if (last !== undefined) rest.push(name === 'standard_charge' ? folded(last) : last);
  return bare([name, ...rest]);
}

/** The placeholder of the templates for a payer's name. */
const unfilled = /^\[payer_name\]$/i;

/** A name without the brackets of the template's placeholders. */
function unbracketed(name: string): string {
  return /^\[([^[\]]*)\]$/.exec(name)?.[1]?.trim() ?? name;
}

/**
 * Payer, plan and field of a heading of the wide layout; undefined for any other heading. A plan's name may contain `|`,
 * and a payer may have no plan.
 */
function planColumn(
  heading: string,
): { readonly payer: string; readonly plan: string; readonly field: AgreedField } | undefined {
  const [first = '', payer = '', ...rest] = partsOf(heading);
  const charged = folded(first) === 'standard_charge';
  const field = agreedFields.find((each) => each === folded((charged ? rest.at(-1) : first) ?? ''));
  const plan = (charged ? rest.slice(0, -1) : rest).map(unbracketed).join('|');
  // Without a plan `count|…` cannot be distinguished from a column that the hospital added.
  if (!field || payer === '' || (plan === '' && !charged) || unfilled.test(payer)) return undefined;
  return { payer: unbracketed(payer), plan, field };
}

const ownCharges = ['gross', 'discounted_cash', 'min', 'max', ...agreedFields];

/** Whether a heading that is not of a plan is one of charges with a name that is not in the templates. */
function isUnread(name: string): boolean {
  const [first = '', ...rest] = name.split('|');
  const charged = /^standard[_ ]?charge/.test(first);
  return charged && (first !== 'standard_charge' || !ownCharges.includes(rest.join('|')));
}

const ownColumns = [
  ...[
    'description',
    'setting',
    'billing_class',
    'modifiers',
    'modifier',
    'modifier_code',
    'payer_name',
    'plan_name',
  ],
  ...['drug_unit_of_measurement', 'drug_type_of_measurement'],
  ...agreedFields,
];

/** Whether a column decides what a row states, so that a second one of its name leaves open which of them is meant. */
function isRead(name: string, heading: string): boolean {
  return (
    ownColumns.includes(name) || /^(?:code|standard_charge)\|/.test(name) || planColumn(heading) !== undefined
  );
}

/** Finds the columns in the third record. */
export function columnsIn(path: string, line: number, headings: readonly string[]): ChargeColumns {
  const places = new Map<string, number>();
  const unread: string[] = [];
  const repeated: string[] = [];
  const plans = new Map<string, { payer: string; plan: string; places: Map<AgreedField, number> }>();
  headings.forEach((heading, place) => {
    if (heading.trim() === '') return;
    const name = nameOf(heading);
    if (places.has(name) && !isRead(name, heading)) {
      repeated.push(heading.trim());
      return;
    }
    if (places.has(name))
      throw new FileError(
        { path, line, column: heading },
        'This heading stands in the file twice, so that it cannot be told which column is meant. Expected it once.',
      );
    places.set(name, place);
    const found = planColumn(heading);
    if (!found) {
      if (isUnread(name)) unread.push(heading.trim());
      return;
    }
    const { payer, plan, field } = found;
    const key = bare([payer, plan]);
    const columns = plans.get(key) ?? { payer, plan, places: new Map() };
    columns.places.set(field, place);
    plans.set(key, columns);
  });
  if (plans.size > 0 && places.has('payer_name') && places.has('standard_charge|negotiated_dollar'))
    throw new FileError(
      { path, line },
      'These headings are of both layouts, CSV tall (payer_name) and CSV wide (payers in the headings), so that it cannot be told which figures count. Expected one of them: ask the hospital for its file in one layout.',
    );
  const codes = [...places].flatMap(([name, code]) => {
    const type = /^code\|\d+$/.test(name) ? places.get(`${name}|type`) : undefined;
    return type === undefined ? [] : [{ code, type }];
  });
  const missing = [
    codes.length === 0 && 'code|1 with code|1|type',
    !places.has('setting') && 'setting',
    ![...places.keys()].some((name) => name.startsWith('standard_charge|')) && 'standard_charge|…',
    plans.size === 0 &&
      places.has('standard_charge|negotiated_dollar') &&
      !places.has('payer_name') &&
      'payer_name',
  ].filter((name) => name !== false);
  if (missing.length > 0)
    throw new FileError(
      { path, line },
      noTemplate(`The headings of this hospital file lack ${missing.join(' and ')}.`),
    );
  return { places, codes, plans: [...plans.values()], width: headings.length, unread, repeated };
}
