/** Finds the files of known formats in the paths of a user, in any archive or folder. */

import { dirname } from 'node:path';
import { FileError } from '../format/file.ts';
import type { Format, Recognised, Sighting } from '../format/format.ts';
import { type Comparable, comparable } from './comparable.ts';
import { formatNamed, formats } from './formats.ts';
import { type Candidate, candidatesAt } from './open.ts';
import { officeFile, unknownFile } from './unknown-file.ts';

/** A file of a known format. */
export interface Found {
  readonly candidate: Candidate;
  readonly format: Format;
  readonly recognised: Recognised;
}

/** A file of a known format, with what it was recognised by. */
interface Seen extends Found {
  readonly sighting: Sighting;
}

export interface Search {
  readonly found: readonly Found[];
  /** Files that are compared with the graph and not stored. */
  readonly comparable: readonly Comparable[];
  /** Files of no known format, and files left out in favour of another, each with the reason. */
  readonly passedOver: readonly { readonly path: string; readonly reason: string }[];
}

/** Looks through files, folders and archives. With `as`, every file is read as that format. */
export async function find(paths: readonly string[], as: string | undefined): Promise<Search> {
  const seenFiles: Seen[] = [];
  const passedOver: { path: string; reason: string }[] = [];
  const toCompare: (Comparable & { readonly sighting: Sighting })[] = [];
  const forced = as === undefined ? undefined : formatForced(as);
  async function look(candidate: Candidate): Promise<void> {
    const sighting = await candidate.sighting();
    const compared = forced ? undefined : comparable(sighting);
    if (compared) return void toCompare.push({ candidate, ...compared, sighting });
    for (const format of forced ? [forced] : formats) {
      const recognised = format.recognise(sighting);
      if (recognised) return void seenFiles.push({ candidate, format, recognised, sighting });
    }
    const office = officeFile(sighting);
    if (office) passedOver.push({ path: candidate.path, reason: office });
    else if (sighting.members.length > 0) for (const each of await candidate.inside()) await look(each);
    else if (forced) seenFiles.push({ candidate, format: forced, recognised: {}, sighting });
    else passedOver.push({ path: candidate.path, reason: unknownFile(sighting) });
  }
  // A file that is given twice, by itself and with its folder, is one file.
  const seen = new Set<string>();
  for (const path of paths)
    for (const candidate of await candidatesAt(path)) {
      if (!seen.has(candidate.path)) await look(candidate);
      seen.add(candidate.path);
    }
  const found = seenFiles.map((each) => besideOthers(each, seenFiles));
  const left = leftOut(found);
  return {
    found: found.filter((each) => !left.has(each)),
    comparable: toCompare.map((each) => comparedBeside(each, seenFiles)),
    passedOver: [
      ...passedOver,
      ...[...left].map(([{ candidate }, reason]) => ({ path: candidate.path, reason })),
    ],
  };
}

/** A file that does not tell its release is looked at once more with the releases of its neighbours: one of them may tell it. */
function besideOthers({ sighting, ...found }: Seen, all: readonly Seen[]): Found {
  if (found.recognised.from !== undefined) return found;
  const beside = releasesBeside(found.candidate, all);
  return { ...found, recognised: found.format.recognise({ ...sighting, beside }) ?? found.recognised };
}

/** The same for a file that is compared. */
function comparedBeside(
  { sighting, ...found }: Comparable & { readonly sighting: Sighting },
  all: readonly Seen[],
): Comparable {
  if (found.recognised.from !== undefined) return found;
  const beside = releasesBeside(found.candidate, all);
  return { ...found, ...comparable({ ...sighting, beside }) };
}

/** The releases that the files in the folder or archive of a file tell. */
function releasesBeside({ path }: Candidate, all: readonly Seen[]): readonly string[] {
  return all.flatMap(({ candidate, recognised: { release } }) =>
    release !== undefined && dirname(candidate.path) === dirname(path) ? [release] : [],
  );
}

function formatForced(name: string): Format {
  const format = formatNamed(name);
  if (format) return format;
  const known = formats.map((each) => each.name).join(', ');
  throw new FileError({ path: '--as' }, `There is no format ${JSON.stringify(name)}. Say one of ${known}.`);
}

/**
 * Which files are not loaded in favour of others, and why. Publishers issue the same table in several forms, of which CSV
 * is the plainest; of members with the same name none is known to be the right one. Where a format has many publishers
 * a name does not identify the publisher, so each file is read.
 */
function leftOut(found: readonly Found[]): ReadonlyMap<Found, string> {
  const left = new Map<Found, string>();
  for (const alike of Map.groupBy(found, ({ candidate }) => candidate.path).values())
    for (const each of alike.length > 1 ? alike : [])
      left.set(
        each,
        `its archive has ${alike.length} members of this name, which differ: unpack the one that you mean, and load that`,
      );
  const stem = ({ candidate, format }: Found) =>
    `${format.name} ${candidate.path.replace(/\.[^./]*$/, '').toLowerCase()}`;
  const isCsv = ({ candidate }: Found) => /\.csv$/i.test(candidate.path);
  const ofOnePublisher = found.filter(({ format }) => !format.distils);
  for (const forms of Map.groupBy(ofOnePublisher, stem).values()) {
    const csv = forms.find(isCsv);
    for (const each of csv ? forms : [])
      if (!isCsv(each) && !left.has(each))
        left.set(each, `by its name it is the table of ${csv?.candidate.path} in another form`);
  }
  return left;
}
