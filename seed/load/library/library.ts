/** The library of loaded files, beside the database: every build merges them after the seed text. */

import { createHash } from 'node:crypto';
import {
  constants,
  copyFileSync,
  createReadStream,
  createWriteStream,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline as flow, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { z } from 'zod';
import { flush } from '../../../db/kit/flush.ts';
import type { Bytes } from '../files/archive.ts';
import { FileError } from '../format/file.ts';
import { placesFileOf } from './provider-places.ts';

const record = z.strictObject({
  /** The name of its format. */
  format: z.string(),
  /** As shown to users: `RVU25D.zip/PPRRVU2025_Oct.csv`. */
  path: z.string(),
  sha256: z.string(),
  release: z.string(),
  /** Which part of the release it is, where a release has several files: `practitioner`. */
  part: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  published: z.string().nullable(),
  /** The chosen codes; null for all codes. */
  codes: z.array(z.string()).nullable(),
  loadedAt: z.string(),
  encoding: z.enum(['utf-8', 'windows-1252']),
  /** What is kept: the file, compressed; a zip as it is; or what was extracted from a file too big to keep. */
  // Libraries of earlier versions call it `told`.
  kept: z.preprocess((kept) => (kept === 'told' ? 'extracted' : kept), z.enum(['file', 'zip', 'extracted'])),
  /** Its publisher; null for formats of one publisher, and where an earlier version loaded it. */
  publication: z
    .strictObject({
      publisher: z.string(),
      name: z.string(),
      marks: z.array(z.string()).readonly(),
      whole: z.boolean(),
    })
    .nullable()
    .default(null),
  /** From where it was fetched, by which name and under which agreements; absent where a user gave the file itself. */
  fetched: z
    .strictObject({
      url: z.string(),
      name: z.string(),
      /** Of what was fetched, which may be the archive around it. */
      sha256: z.string(),
      fetchedAt: z.string(),
      accepted: z
        .strictObject({
          of: z.array(z.string()).readonly(),
          agreement: z.string(),
          acceptedAt: z.string(),
          flag: z.string(),
        })
        .optional(),
    })
    .optional(),
  /** Where its rates are stored row by row, and how many; absent where it has none, and where an earlier version loaded it. */
  rates: z.strictObject({ file: z.string(), rows: z.number(), payerId: z.string().nullable() }).optional(),
});

/** A file that was loaded: what it is and under which options it was read. */
export type Loaded = z.infer<typeof record>;

/** From where a loaded file was fetched. */
export type FetchedFrom = NonNullable<Loaded['fetched']>;

/** The folder of a database's loaded files. */
export function libraryOf(database: string): string {
  return `${database}.loads`;
}

const endings = { file: 'zst', zip: 'zip', extracted: 'ndjson.zst' } as const;

/** The name of what is kept of a loaded file; the same bytes with another choice of codes are another file. */
export function nameOf({ sha256, codes }: Pick<Loaded, 'sha256' | 'codes'>): string {
  return codes ? `${sha256}-${choiceOf(codes)}` : sha256;
}

/** A short name for a choice of codes. */
export function choiceOf(codes: readonly string[]): string {
  return createHash('sha256').update(codes.join(' ')).digest('hex').slice(0, 12);
}

/** The same bytes may be several editions, such as two updates of a code set in a year; what is extracted has its first day in it. */
const manifestOf = (folder: string, loaded: Loaded) =>
  join(folder, `${nameOf(loaded)}${loaded.kept === 'extracted' ? '' : `-${loaded.from}`}.json`);
const contentOf = (folder: string, loaded: Loaded) =>
  join(folder, `${nameOf(loaded)}.${endings[loaded.kept]}`);

function manifestAt(path: string): Loaded {
  try {
    return record.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error).replaceAll('\n', ' ') : reasonOf(error);
    throw new FileError(
      { path },
      `This is to tell what was loaded and cannot be read: ${why}. Delete it, and load the file anew that it was for.`,
    );
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The error where the kept content of a loaded file is missing or damaged. */
export function unreadable(folder: string, loaded: Loaded, error: unknown): FileError {
  return new FileError(
    { path: contentOf(folder, loaded) },
    `This is what was kept of ${loaded.path} and cannot be read: ${reasonOf(error)}. Delete ${manifestOf(folder, loaded)}, and load the file anew.`,
  );
}

/** The loaded files, in the order of loading. */
export function readLibrary(folder: string): readonly Loaded[] {
  const found = globSync('*.json', { cwd: folder }).map((name) => manifestAt(join(folder, name)));
  return found.toSorted((a, b) => (a.loadedAt < b.loadedAt ? -1 : 1));
}

/** A hash over the loaded files; the empty string where there are none. */
export function libraryHash(loads: readonly Loaded[]): string {
  if (loads.length === 0) return '';
  return createHash('sha256').update(JSON.stringify(loads)).digest('hex');
}

/** Whether the same bytes were loaded before, as the same edition and with the same choice of codes. */
export function isLoaded(folder: string, found: Loaded): boolean {
  return readLibrary(folder).some(
    (loaded) =>
      nameOf(loaded) === nameOf(found) && (found.kept === 'extracted' || loaded.from === found.from),
  );
}

/** The kept content of a loaded file. */
export function keptBytes(folder: string, loaded: Loaded): Bytes {
  const path = contentOf(folder, loaded);
  return {
    path: loaded.path,
    size: undefined,
    async *chunks() {
      const stored = createReadStream(path);
      // With the default chunks of 16 KiB decompressing takes four times as long.
      const content =
        loaded.kept === 'zip' ? stored : flow(stored, createZstdDecompress({ chunkSize: 262_144 }), () => {});
      try {
        yield* content;
      } catch (error) {
        throw unreadable(folder, loaded, error);
      }
    },
  };
}

/** The path of a kept zip, which is read by random access. */
export function keptZip(folder: string, loaded: Loaded): string {
  return contentOf(folder, loaded);
}

/** The staging folder of a library. */
export function arrivingOf(library: string): string {
  return join(library, 'arriving');
}

/** Files that are staged for the library: they are in it only after `enter`. */
export interface Arrivals {
  readonly folder: string;
  /** Stages a file. After its content was read to the end, `settled` returns what is known only then. */
  keep(
    loaded: Loaded,
    content: AsyncIterable<Uint8Array>,
    settled?: () => Promise<Partial<Loaded>>,
  ): Promise<void>;
  /** Stages a file of which all is kept in another folder. */
  take(loaded: Loaded, from: string): void;
  readonly loads: readonly Loaded[];
  /** Moves all of them into the library: content first, so that the content of a manifest always exists. */
  enter(): void;
  /** Deletes what did not enter. */
  discard(): void;
}

/** Creates the staging folder, on the same disk as the library. Leftovers of an earlier attempt are deleted. */
export function arrivals(library: string): Arrivals {
  const folder = arrivingOf(library);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const loads: Loaded[] = [];
  const stage = (loaded: Loaded) => {
    writeFileSync(manifestOf(folder, loaded), JSON.stringify(loaded, undefined, 2), { flush: true });
    loads.push(loaded);
  };
  return {
    folder,
    loads,
    async keep(begun, content, settled) {
      const target = createWriteStream(contentOf(folder, begun), { flush: true });
      if (begun.kept === 'zip') await pipeline(Readable.from(content), target);
      else await pipeline(Readable.from(content), createZstdCompress(), target);
      stage({ ...begun, ...(await settled?.()) });
    },
    take(loaded, from) {
      const content = contentOf(folder, loaded);
      copyFileSync(contentOf(from, loaded), content, constants.COPYFILE_FICLONE);
      flush(content);
      stage(loaded);
    },
    enter() {
      for (const pathOf of [contentOf, manifestOf]) {
        // Two editions of the same bytes share what is kept.
        const paths = new Set(loads.map((loaded) => pathOf(folder, loaded)));
        for (const path of paths) renameSync(path, join(library, basename(path)));
        flush(library);
      }
      const places = placesFileOf(folder);
      if (existsSync(places)) renameSync(places, placesFileOf(library));
    },
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}
