/** The headings of a hospital's CSV: which column holds what, in any order, with blanks around `|`, in capitals or not. */

import { FileError } from '../load/file.ts';

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

/** Payer, plan and field of a heading of the wide layout; undefined where it is none. */
function planColumn(
  heading: string,
): { readonly payer: string; readonly plan: string; readonly field: AgreedField } | undefined {
  const [first = '', payer = '', plan = '', last] = partsOf(heading);
  const field = (first.toLowerCase() === 'standard_charge' ? last : first)?.toLowerCase();
  if (plan === '' || !agreedFields.includes(field as AgreedField)) return undefined;
  return { payer, plan, field: field as AgreedField };
}

/** Finds the columns of the third record. */
export function columnsIn(path: string, line: number, headings: readonly string[]): Columns {
  const places = new Map<string, number>();
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
    if (!found) return;
    const { payer, plan, field } = found;
    const key = bare([payer, plan]);
    const columns = plans.get(key) ?? { payer, plan, places: new Map() };
    columns.places.set(field, place);
    plans.set(key, columns);
  });
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
  return { places, codes, plans: [...plans.values()], width: headings.length };
}
