/**
 * What the files of Transparency in Coverage share (45 CFR 147.212): JSON of up to 100 GB by payers, monthly, its keys in
 * any order; the reporter, the plan, the day.
 */

import { dayIn } from '../../load/format/cells.ts';
import { FileError } from '../../load/format/file.ts';
import type { Extracted, Format, Reading, Recognised, Sighting } from '../../load/format/format.ts';

/** Terms and origin, the same for all of these files. */
export const disclosure = {
  publisher: 'The payer named in the file',
  licence:
    'Public disclosure that 45 CFR 147.212 demands of payers; the descriptors of the AMA are not stored',
  url: null,
  kind: 'MACHINE_READABLE_RATE_FILE',
  cadence: 'MONTHLY',
  whole: true,
  distils: true,
} as const satisfies Partial<Format>;

/** The last part of a path without dates and extensions, which identifies a file from month to month. */
export function stemOf(path: string): string {
  const name = path.split('/').at(-1) ?? path;
  const bare = name.replace(/\.(json|gz|zip)\b/gi, '').replace(/\d{4}-\d{2}(-\d{2})?/g, '');
  return bare.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '') || 'unnamed';
}

/** Whether a name is that of one of several files, such as `…_1_of_3`, whose number and division change from month to month. */
function isOneOfSeveral(stem: string): boolean {
  const [numbered, , of] = /(\d+)[\s_-]*of[\s_-]*(\d+)|part[\s_-]*\d+/i.exec(stem) ?? [];
  return numbered !== undefined && Number(of) !== 1;
}

/** The payer that reports in a file. */
export interface Reporter {
  readonly path: string;
  readonly payerId: string;
  readonly name: string;
}

/** Passes on what is extracted from a file, and last its publication, which is distinguished from other files by network names. */
export function* identified(
  rows: Iterable<Extracted>,
  { path, payerId, name }: Reporter,
  { identify }: Reading,
): Generator<Extracted, void> {
  const networks = new Set<string>();
  for (const each of rows) {
    const network = each.kind === 'statement' ? each.values.network : undefined;
    if (typeof network === 'string') for (const one of network.split(' | ')) networks.add(one);
    yield each;
  }
  const marks = [...networks].sort();
  identify?.({ publisher: payerId, name, marks, whole: !isOneOfSeveral(stemOf(path)) });
}

/** The text of a JSON member in the beginning of a file; undefined where it is not there. */
function textIn(head: string, key: string): string | undefined {
  const found = new RegExp(`"${key}"\\s*:\\s*("(?:[^"\\\\]|\\\\.)*")`).exec(head)?.[1];
  try {
    return found === undefined ? undefined : String(JSON.parse(found));
  } catch {
    return undefined;
  }
}

/** The day at the beginning of a text, which may continue with a time; undefined where there is none. */
export function dayBegins(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return dayIn(text.trim().slice(0, 10)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Recognises the release of a file: from its content rather than its name, whose date often differs. */
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

/** Whether the head begins an object, which may be in a list, and has one of these keys. */
export function hasKey({ head }: Sighting, ...keys: readonly string[]): boolean {
  return /^[\s\uFEFF]*(?:\[\s*)?\{/.test(head) && keys.some((key) => new RegExp(`"${key}"\\s*:`).test(head));
}

/** The values of the root object other than its big arrays. */
export type Root = Readonly<Record<string, unknown>>;

export function textOf(root: Root, key: string): string {
  const found = root[key];
  return typeof found === 'string' ? found.trim() : '';
}

/** The reporting entity; throws where the file has no name of it. */
export function reporterOf(path: string, root: Root): { readonly name: string; readonly type: string } {
  const name = textOf(root, 'reporting_entity_name');
  if (name === '')
    throw new FileError(
      { path, column: 'reporting_entity_name' },
      'The file does not say whose prices these are. Expected the name of the payer at the root; ask the payer for a complete file.',
    );
  return { name, type: textOf(root, 'reporting_entity_type') };
}

/** Query parameters of signatures, which vary by time and client. */
const ofSignature =
  /^(?:undefined|expires|key-pair-id|policy|awsaccesskeyid|googleaccessid|x-(?:amz|goog)-.*|.*sig(?:nature)?|.*token|auth.*|jwt|s[veprtsi]|spr|srt|sk[evst]|skoid|sktid)$/i;

/** An address without signatures, which vary by time and client, to recognise a file by it. */
export function withoutSignature(location: string): string {
  const [address = ''] = location.trim().split('#');
  const [path = '', query = ''] = address.split(/\?(.*)/s);
  // Where the path names a file, the query is dropped; elsewhere the query may identify it.
  if (/\.(?:json|gz|zip|xml|csv)$/i.test(path)) return path;
  const kept = query
    .split('&')
    .filter((each) => each !== '' && !ofSignature.test(each.split('=', 1)[0] ?? ''));
  return kept.length > 0 ? `${path}?${kept.join('&')}` : path;
}
