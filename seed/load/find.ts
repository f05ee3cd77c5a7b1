/** Finds the files of a known format among what a user names, whatever archives or folders they stand in. */

import { type Comparable, comparable } from './compare.ts';
import { FileError } from './file.ts';
import type { Format, Recognised } from './format.ts';
import { formatNamed, formats } from './formats.ts';
import { type Candidate, candidatesAt } from './open.ts';
import { officeFile, unknownFile } from './unknown-file.ts';

/** A file of a known format. */
export interface Found {
  readonly candidate: Candidate;
  readonly format: Format;
  readonly recognised: Recognised;
}

export interface Search {
  readonly found: readonly Found[];
  /** Files that are compared with the graph and not stored. */
  readonly comparable: readonly Comparable[];
  /** Files of no known format, and files left out because another says the same, each with the reason. */
  readonly passedOver: readonly { readonly path: string; readonly reason: string }[];
}

/** Looks through files, folders and archives. With `as`, every file is taken for that format. */
export async function find(paths: readonly string[], as: string | undefined): Promise<Search> {
  const found: Found[] = [];
  const passedOver: { path: string; reason: string }[] = [];
  const toCompare: Comparable[] = [];
  const forced = as === undefined ? undefined : formatForced(as);
  async function look(candidate: Candidate): Promise<void> {
    const sighting = await candidate.sighting();
    const recognised = forced ? undefined : comparable(sighting);
    if (recognised) return void toCompare.push({ candidate, recognised });
    for (const format of forced ? [forced] : formats) {
      const recognised = format.recognise(sighting);
      if (recognised) return void found.push({ candidate, format, recognised });
    }
    const office = officeFile(sighting);
    if (office) passedOver.push({ path: candidate.path, reason: office });
    else if (sighting.members.length > 0) for (const each of await candidate.inside()) await look(each);
    else if (forced) found.push({ candidate, format: forced, recognised: {} });
    else passedOver.push({ path: candidate.path, reason: unknownFile(sighting) });
  }
  for (const path of paths) for (const candidate of await candidatesAt(path)) await look(candidate);
  const twins = twinsIn(found);
  return {
    found: found.filter((each) => !twins.has(each)),
    comparable: toCompare,
    passedOver: [
      ...passedOver,
      ...[...twins].map(([{ candidate }, better]) => ({
        path: candidate.path,
        reason: `says the same as ${better.candidate.path}`,
      })),
    ],
  };
}

function formatForced(name: string): Format {
  const format = formatNamed(name);
  if (format) return format;
  const known = formats.map((each) => each.name).join(', ');
  throw new FileError({ path: '--as' }, `There is no format ${JSON.stringify(name)}. Say one of ${known}.`);
}

/**
 * Publishers put the same table beside itself in several forms; the CSV is the plainest. Where there are many publishers
 * a name does not tell whose a file is, so that each is read.
 */
function twinsIn(found: readonly Found[]): ReadonlyMap<Found, Found> {
  const twins = new Map<Found, Found>();
  const stem = ({ candidate, format }: Found) =>
    `${format.name} ${candidate.path.replace(/\.[^./]*$/, '').toLowerCase()}`;
  const ofOnePublisher = found.filter(({ format }) => !format.distils);
  for (const group of Map.groupBy(ofOnePublisher, stem).values()) {
    const csv = group.find(({ candidate }) => /\.csv$/i.test(candidate.path));
    if (csv) for (const each of group) if (each !== csv) twins.set(each, csv);
  }
  return twins;
}
