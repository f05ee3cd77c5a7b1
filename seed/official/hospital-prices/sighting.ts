/** Recognises a hospital's price file in any of its layouts, with its release. */

import { parse } from 'csv-parse/sync';
import { dayIn } from '../../load/format/cells.ts';
import type { Recognised, Sighting } from '../../load/format/format.ts';
import { nameOf } from './columns.ts';

/** Whether a head is that of a hospital's JSON file. */
export function isHospitalJson(head: string): boolean {
  // Some publishers write the file as a list of one.
  if (/^[^\w"[{]*\[[^\w"[]*\{/.test(head)) return /"standard_charge_information"\s*:/.test(head);
  return /^[^\w"[]*\{/.test(head) && /"(standard_charge_information|hospital_name)"\s*:/.test(head);
}

const named = [/hospital[\s_-]name/i, /last[\s_-]updated[\s_-]on/i];

/** The first two records of a CSV of the templates, as names and values; undefined for any other file. */
function aboutIn(head: string): ReadonlyMap<string, string> | undefined {
  // The attestation among the names may contain line ends; with another delimiter all names are one, which is refused later.
  const isNamed = (text: string) => named.every((name) => name.test(text));
  if (!isNamed(head)) return undefined;
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
    if (!isNamed(names.join())) return undefined;
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

/** Typical words of files from before the templates. */
const legacyWords = [
  /gross[\s_]*charge/i,
  /discounted[\s_]*cash/i,
  /(payer|payor)[\s_-]*specific[\s_]*negotiated/i,
  /de-?identified[\s_]*m(in|ax)/i,
  /(minimum|maximum)[\s_]*negotiated[\s_]*charge/i,
];

/** Whether a head is of a hospital's prices without a template: such files are recognised in order to refuse them. */
export function isLegacy(head: string): boolean {
  if (isHospitalJson(head) || aboutIn(head)) return false;
  const beginning = head.slice(0, 8192);
  return legacyWords.filter((words) => words.test(beginning)).length >= 2;
}

/** Recognises a hospital's file. Its publisher is known only after reading, as that may come after the charges. */
export function recognisedHospital({ head }: Sighting): Recognised | undefined {
  const about = isHospitalJson(head) ? undefined : aboutIn(head);
  // Such files are refused when they are read, with an explanation.
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
