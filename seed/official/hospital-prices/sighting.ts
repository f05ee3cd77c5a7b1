/** How a hospital's price file is known, whichever of its layouts it has, and what it says of itself. */

import { parse } from 'csv-parse/sync';
import { dayIn } from '../../load/format/cells.ts';
import type { Recognised, Sighting } from '../../load/format/format.ts';
import { nameOf } from './columns.ts';

/** Whether a head is that of a hospital's JSON. */
export function isHospitalJson(head: string): boolean {
  return /^[^\w"[]*\{/.test(head) && /"(standard_charge_information|hospital_name)"\s*:/.test(head);
}

/** The two records with which a CSV of the templates begins, by their names; undefined where it does not. */
function aboutIn(head: string): ReadonlyMap<string, string> | undefined {
  // The statement that is a name may have line ends in it; another delimiter makes one name of them all, which is refused later.
  if (!/hospital_name/i.test(head) || !/last_updated_on/i.test(head)) return undefined;
  try {
    const records = parse(head, {
      bom: true,
      to: 2,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_records_with_empty_values: true,
    });
    const [names = [], values = []] = records;
    if (!/hospital_name/i.test(names.join()) || !/last_updated_on/i.test(names.join())) return undefined;
    return new Map(names.map((name, place) => [nameOf(name), values[place]?.trim() ?? '']));
  } catch {
    return undefined;
  }
}

function textIn(head: string, key: string): string {
  const [, found = ''] = new RegExp(`"${key}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)"`).exec(head) ?? [];
  return found.trim();
}

function dayOf(text: string): string | undefined {
  try {
    return dayIn(text) ?? undefined;
  } catch {
    return undefined;
  }
}

/** What files said before there were templates, in whatever words. */
const legacyWords = [
  /gross[\s_]*charge/i,
  /discounted[\s_]*cash/i,
  /(payer|payor)[\s_-]*specific[\s_]*negotiated/i,
  /de-?identified[\s_]*m(in|ax)/i,
  /(minimum|maximum)[\s_]*negotiated[\s_]*charge/i,
];

/** Whether a head is of a hospital's prices, but of no template: such files are known so that they can be refused. */
export function isLegacy(head: string): boolean {
  if (isHospitalJson(head) || aboutIn(head)) return false;
  const beginning = head.slice(0, 8192);
  return legacyWords.filter((words) => words.test(beginning)).length >= 2;
}

/** What a hospital's file says of itself. Whose it is, is told only once it was read, as that may stand behind its charges. */
export function recognisedHospital({ head }: Sighting): Recognised | undefined {
  const about = isHospitalJson(head) ? undefined : aboutIn(head);
  // Such files are refused when they are read, with what is wrong.
  if (isLegacy(head) || (about && !about.has('hospital_name')))
    return { release: 'no template', from: '2021-01-01' };
  if (!about && !isHospitalJson(head)) return undefined;
  const name = about ? (about.get('hospital_name') ?? '') : textIn(head, 'hospital_name');
  const day = about ? (about.get('last_updated_on') ?? '') : textIn(head, 'last_updated_on');
  const from = dayOf(day);
  return {
    release: [name, from].filter(Boolean).join(' ') || undefined,
    from,
    published: from,
  };
}
