/** Finds the price file of a hospital by its `cms-hpt.txt`, which every hospital has at the root of its site. */

import { FileError } from '../format/file.ts';
import { Unreachable } from './unreachable.ts';
import type { FetchText, FileToFetch, Resolved } from './wanted.ts';

/** A location of a hospital, with the address of its price file. */
export interface HospitalLocation {
  readonly name: string;
  readonly url: string;
  /** The page on which a person finds the file. */
  readonly page: string | undefined;
}

const atRoot = '/cms-hpt.txt';

/** The price file of a location; throws a FileError that lists the locations where it is open which one is meant. */
export async function hospitalFile(
  name: string,
  location: string | undefined,
  fetchText: FetchText,
): Promise<Resolved> {
  const where = name.replace(/^hospital:/i, '');
  const site = URL.parse(
    /^https?:\/\//i.test(where) ? where.replace(/^http:/i, 'https:') : `https://${where}`,
  );
  if (!site || (site.protocol !== 'https:' && site.protocol !== 'http:') || !site.hostname.includes('.'))
    throw new FileError(
      { path: name },
      'Give the domain or an address of a hospital, such as hospital:example.org.',
    );
  if (/\.(?:json|csv|zip|gz)$/i.test(site.pathname))
    return {
      files: [priceFile(name, { name: '', url: site.href, page: undefined })],
      upcoming: [],
      notes: [],
    };
  const { index, text } = await indexOf(name, site, fetchText);
  const chosen = chosenFrom(index, locationsIn(text, index), location);
  return { files: chosen.map((each) => priceFile(name, each)), upcoming: [], notes: [] };
}

function priceFile(name: string, { name: part, url, page }: HospitalLocation): FileToFetch {
  return { name, url, part, first: undefined, licences: [], page, bytes: undefined };
}

async function indexOf(name: string, site: URL, fetchText: FetchText) {
  const other = site.host.startsWith('www.') ? site.host.slice(4) : `www.${site.host}`;
  const addresses = site.pathname.endsWith('.txt')
    ? [site.href]
    : [site.host, other].map((host) => `https://${host}${atRoot}`);
  const reasons: string[] = [];
  let offline = true;
  for (const index of addresses) {
    try {
      const text = await fetchText(index);
      if (/^\s*mrf-url\s*:/im.test(text)) return { index, text };
      reasons.push(`${index}: It has no line that begins with mrf-url, as this file has.`);
      offline = false;
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      reasons.push(error.message);
      offline &&= error.offline;
    }
  }
  throw new Unreachable(
    name,
    `The list of its price files was not found. ${reasons.join(' ')} Open the site in a browser, look for "price transparency", and load the file or its address: npm run load -- FILE`,
    { offline },
  );
}

/** The locations of a `cms-hpt.txt`: blocks of fields, separated by blank lines or by the first field coming again. */
export function locationsIn(text: string, index: string): readonly HospitalLocation[] {
  const blocks: Map<string, string>[] = [];
  let block = new Map<string, string>();
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n?|\n/)) {
    const [, key = '', value = ''] = /^\s*([a-z][a-z-]*)\s*:\s*(.*?)\s*$/i.exec(line) ?? [];
    const field = key.toLowerCase();
    if (line.trim() === '' || block.has(field)) block = new Map();
    if (field === '') continue;
    if (block.size === 0) blocks.push(block);
    block.set(field, value);
  }
  return blocks.flatMap((each) => {
    // Some write http, which their hosts redirect.
    const url = URL.parse((each.get('mrf-url') ?? '').replace(/^http:/i, 'https:'), index);
    if (url?.protocol !== 'https:' || !each.get('mrf-url')) return [];
    const name = each.get('location-name') ?? '';
    return [{ name, url: url.href, page: each.get('source-page-url') || undefined }];
  });
}

/** At most so many are listed. */
const mostListed = 50;

function chosenFrom(
  index: string,
  locations: readonly HospitalLocation[],
  wanted: string | undefined,
): readonly HospitalLocation[] {
  const all = [...new Map(locations.toReversed().map((each) => [each.url, each])).values()].reverse();
  if (all.length === 0) throw new FileError({ path: index }, 'It has no address of a price file.');
  const alike = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
  const exact = locations.filter(({ name }) => wanted !== undefined && alike(name) === alike(wanted));
  const part = locations.filter(({ name }) => wanted !== undefined && alike(name).includes(alike(wanted)));
  const meant = wanted === undefined ? locations : exact.length > 0 ? exact : part;
  const urls = new Set(meant.map(({ url }) => url));
  if (exact.length > 0 || urls.size === 1) return all.filter(({ url }) => urls.has(url));
  const names = (meant.length > 0 ? meant : locations).map(({ name }) => name);
  const listed = names.slice(0, mostListed).map((name) => `\n  ${name}`);
  const more = names.length > mostListed ? `\n  and ${names.length - mostListed} more` : '';
  const found =
    wanted !== undefined && meant.length === 0
      ? `no location ${JSON.stringify(wanted)}`
      : `${names.length} locations`;
  throw new FileError(
    { path: index },
    `It has ${found}. Say one of them with --location NAME:${listed.join('')}${more}`,
  );
}
