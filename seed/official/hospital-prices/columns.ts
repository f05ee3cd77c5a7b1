/** The headings of a hospital's CSV: which column holds what, in any order, with blanks around `|`, in capitals or not. */

import { FileError } from '../../load/format/file.ts';

/** What is told of a payer's plan, by the names of the templates. */
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
] as const;
export type AgreedField = (typeof agreedFields)[number];

/** The columns of one payer's plan, which the wide layout has in its headings. */
export interface PlanColumns {
  readonly payer: string;
  readonly plan: string;
  readonly places: ReadonlyMap<AgreedField, number>;
}

export interface Columns {
  /** Columns by their names in small letters, without blanks around `|`. */
  readonly places: ReadonlyMap<string, number>;
  readonly codes: readonly { readonly code: number; readonly type: number }[];
  /** Of the wide layout; none in the tall one, which names payer and plan in each row. */
  readonly plans: readonly PlanColumns[];
  readonly width: number;
  /** Headings that seem to be of charges and are none of the templates: what stands under them is not read. */
  readonly unread: readonly string[];
}

const readTemplates = 'Read are the CMS templates 2.0, 2.1, 2.2 and 3.0 (CSV tall, CSV wide, JSON).';

/** What a file that is of no template is told. */
export function noTemplate(problem: string): string {
  return `${problem} ${readTemplates} Files from before July 2024 are of no template: ask the hospital for its present file.`;
}

function partsOf(heading: string): readonly string[] {
  return heading.split('|').map((part) => part.trim());
}

const bare = (parts: readonly string[]) => parts.join('|').toLowerCase();

/** A heading as the templates write it. */
export function nameOf(heading: string): string {
  return bare(partsOf(heading));
}

/** What the templates have where a payer's name is to be filled in. */
const unfilled = /^\[payer_name\]$/i;

/** A name without the brackets that the templates have around what is to be filled in. */
function unbracketed(name: string): string {
  return /^\[([^[\]]*)\]$/.exec(name)?.[1]?.trim() ?? name;
}

/**
 * Payer, plan and field of a heading of the wide layout; undefined where it is none. A plan's name may have `|` in it, and
 * a payer may have no plan.
 */
function planColumn(
  heading: string,
): { readonly payer: string; readonly plan: string; readonly field: AgreedField } | undefined {
  const [first = '', payer = '', ...rest] = partsOf(heading);
  const charged = first.toLowerCase() === 'standard_charge';
  const field = agreedFields.find((each) => each === (charged ? rest.at(-1) : first)?.toLowerCase());
  const plan = (charged ? rest.slice(0, -1) : rest).map(unbracketed).join('|');
  // Without a plan nothing tells `count|…` from a column that the hospital added.
  if (!field || payer === '' || (plan === '' && !charged) || unfilled.test(payer)) return undefined;
  return { payer: unbracketed(payer), plan, field };
}

const ownCharges = ['gross', 'discounted_cash', 'min', 'max', ...agreedFields];

/** Whether a heading that is no plan's is one of charges by another name than the templates have. */
function isUnread(name: string): boolean {
  const [first = '', ...rest] = name.split('|');
  const charged = /^standard[_ ]?charge/.test(first);
  return charged && (first !== 'standard_charge' || !ownCharges.includes(rest.join('|')));
}

/** Finds the columns of the third record. */
export function columnsIn(path: string, line: number, headings: readonly string[]): Columns {
  const places = new Map<string, number>();
  const unread: string[] = [];
  const plans = new Map<string, { payer: string; plan: string; places: Map<AgreedField, number> }>();
  headings.forEach((heading, place) => {
    if (heading.trim() === '') return;
    const name = nameOf(heading);
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
  return { places, codes, plans: [...plans.values()], width: headings.length, unread };
}
