/**
 * What the files of Transparency in Coverage have in common (45 CFR 147.212): JSON of up to 100 GB by payers, monthly, its
 * keys in any order; who reports, for which plan, on which day.
 */

import { dayIn } from '../../load/format/cells.ts';
import { FileError } from '../../load/format/file.ts';
import type { Format, Reading, Recognised, Sighting, Told } from '../../load/format/format.ts';

/** Terms and origin, the same for each of the files. */
export const disclosure = {
  publisher: 'The payer named in the file',
  licence: 'Public disclosure that 45 CFR 147.212 demands of payers; the descriptors of the AMA are not held',
  url: null,
  kind: 'MACHINE_READABLE_RATE_FILE',
  whole: true,
  distils: true,
} as const satisfies Partial<Format>;

/** The last part of a path without dates and ending, by which a file is known from month to month. */
export function stemOf(path: string): string {
  const name = path.split('/').at(-1) ?? path;
  const bare = name.replace(/\.(json|gz|zip)\b/gi, '').replace(/\d{4}-\d{2}(-\d{2})?/g, '');
  return bare.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '') || 'unnamed';
}

/** Whether a name is that of one of several files, such as `…_1_of_3`: how many, and what is in which, changes from month to month. */
function isOneOfSeveral(stem: string): boolean {
  const [numbered, , of] = /(\d+)[\s_-]*of[\s_-]*(\d+)|part[\s_-]*\d+/i.exec(stem) ?? [];
  return numbered !== undefined && Number(of) !== 1;
}

/** Who reports in a file. */
export interface Reporter {
  readonly path: string;
  readonly payerId: string;
  readonly name: string;
}

/** Hands on what a file states and at last whose it is, as what tells its networks apart from those of another file is their names. */
export function* identified(
  told: Iterable<Told>,
  { path, payerId, name }: Reporter,
  { identify }: Reading,
): Generator<Told, void> {
  const networks = new Set<string>();
  for (const each of told) {
    const network = each.kind === 'statement' ? each.says.network : undefined;
    if (typeof network === 'string') for (const one of network.split(' | ')) networks.add(one);
    yield each;
  }
  const marks = [...networks].sort();
  identify?.({ publisher: payerId, name, marks, whole: !isOneOfSeveral(stemOf(path)) });
}

/** The text of a member that stands in the beginning of a file. */
function textIn(head: string, key: string): string | undefined {
  const found = new RegExp(`"${key}"\\s*:\\s*("(?:[^"\\\\]|\\\\.)*")`).exec(head)?.[1];
  try {
    return found === undefined ? undefined : String(JSON.parse(found));
  } catch {
    return undefined;
  }
}

/** A day at the beginning of a text that may go on with a time; undefined where there is none. */
export function dayBegins(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return dayIn(text.trim().slice(0, 10)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** What a file says of itself: its content goes before its name, whose date often differs. */
export function recognised({ head, name }: Sighting): Recognised {
  const from = dayBegins(textIn(head, 'last_updated_on')) ?? dayInName(name);
  const stem = stemOf(name);
  const entity = textIn(head, 'reporting_entity_name')?.trim() || stem;
  return { release: [entity, from].filter(Boolean).join(' '), part: stem, from, published: from };
}

function dayInName(name: string): string | undefined {
  const [, month, day = '-01'] = /(\d{4}-\d{2})(-\d{2})?/.exec(name) ?? [];
  return dayBegins(month && `${month}${day}`);
}

/** Whether the head begins an object that has this key. */
export function hasKey({ head }: Sighting, ...keys: readonly string[]): boolean {
  return /^[\s\uFEFF]*\{/.test(head) && keys.some((key) => new RegExp(`"${key}"\\s*:`).test(head));
}

/** The values of the root object that are no big arrays. */
export type Root = Readonly<Record<string, unknown>>;

export function textOf(root: Root, key: string): string {
  const found = root[key];
  return typeof found === 'string' ? found.trim() : '';
}

/** Who reports. */
export function reporterOf(path: string, root: Root): { readonly name: string; readonly type: string } {
  const name = textOf(root, 'reporting_entity_name');
  if (name === '')
    throw new FileError(
      { path, column: 'reporting_entity_name' },
      'The file does not say whose prices these are. Expected the name of the payer at the root; ask the payer for a complete file.',
    );
  return { name, type: textOf(root, 'reporting_entity_type') };
}

/** What may stand in an address for a time, and for whoever asked. */
const ofSignature =
  /^(?:undefined|expires|key-pair-id|policy|awsaccesskeyid|googleaccessid|x-(?:amz|goog)-.*|.*sig(?:nature)?|.*token|auth.*|jwt|s[veprtsi]|spr|srt|sk[evst]|skoid|sktid)$/i;

/** An address by which a file is known again: signatures in it are for a time, and for whoever asked. */
export function withoutSignature(location: string): string {
  const [address = ''] = location.trim().split('#');
  const [path = '', query = ''] = address.split(/\?(.*)/s);
  // Where the path names a file, all that comes after it is for the server; elsewhere the query may name it.
  if (/\.(?:json|gz|zip|xml|csv)$/i.test(path)) return path;
  const kept = query
    .split('&')
    .filter((each) => each !== '' && !ofSignature.test(each.split('=', 1)[0] ?? ''));
  return kept.length > 0 ? `${path}?${kept.join('&')}` : path;
}
