/** The source that the rows of a loaded file cite. */

import type { Format } from '../format/format.ts';
import { choiceOf, type FetchedFrom, type Loaded } from './library.ts';

/** `S-PPRRVU-RVU25D-1A2B3C4D`: the format, the release, the beginning of the hash, and a hash of the choice of codes if there was one. */
export function sourceIdOf({ format, release, sha256, codes }: Loaded): string {
  const name = `${format}-${release}-${sha256.slice(0, 8)}${codes ? `-${choiceOf(codes)}` : ''}`;
  return `Source:S-${name.toUpperCase().replace(/[^0-9A-Z]+/g, '-')}`;
}

/** The row of the source; its note states how the file was read. */
export function sourceRow(format: Format, loaded: Loaded) {
  const id = sourceIdOf(loaded);
  const name = loaded.path.split('/').at(-1) ?? loaded.path;
  const copied = isElsewhere(format, loaded.fetched);
  const notes = [
    'The file itself was loaded and read by a program.',
    loaded.codes && `Only the rows of ${loaded.codes.length} chosen codes were kept.`,
    loaded.encoding !== 'utf-8' && 'It is not UTF-8 and was read as CP1252.',
    ...(loaded.fetched ? fetchNotes(loaded.fetched) : []),
  ];
  return {
    id,
    slug: id.slice('Source:'.length),
    title: `${format.label}, ${loaded.release} (${name})`,
    publisher: format.publisher,
    url: loaded.fetched?.url ?? format.url,
    officialUrl: copied ? format.url : (loaded.fetched?.url ?? format.url),
    relayed: Number(copied && format.url !== null),
    kind: format.kind,
    licence: format.licence,
    publishedOn: loaded.published,
    effectiveOn: loaded.from,
    retrievedOn: loaded.loadedAt.slice(0, 10),
    evidence: 'PRIMARY',
    cadence: format.cadence,
    sha256: loaded.sha256,
    note: notes.filter(Boolean).join(' '),
  };
}

/** Whether a user gave the address, and it is not known to be the publisher's: one that a name led to is. */
function isElsewhere({ url }: Format, fetched: FetchedFrom | undefined): boolean {
  if (!fetched || !/^https?:/i.test(fetched.name)) return false;
  return url === null || domainOf(url) !== domainOf(fetched.url);
}

/** The last two labels of a host: publishers spread their files over hosts of one domain. */
const domainOf = (url: string) => new URL(url).host.split('.').slice(-2).join('.');

/** When a file was fetched, and what was accepted for it. */
function fetchNotes({ name, fetchedAt, sha256, accepted }: FetchedFrom): readonly string[] {
  return [
    `Fetched as ${name} from this address on ${fetchedAt.slice(0, 10)}; what was fetched has the SHA-256 ${sha256}.`,
    ...(accepted
      ? [
          `The agreement of the ${accepted.of.join(', ')} (${accepted.agreement}) was accepted at ${accepted.acceptedAt} by the flag ${accepted.flag}.`,
        ]
      : []),
  ];
}
