/** In which ZIP code each provider practises, in a file of the library: looked up where rates are read, and no part of the graph. */

import { constants, copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createStore, openStore, type WritableStore } from '../../../db/kit/store.ts';

/** The file of a library, or of what is staged for it. */
export function placesFileOf(folder: string): string {
  return join(folder, 'providers.sqlite');
}

/** A look-up of places. */
export interface ProviderPlaces {
  /** The ZIP codes in which some providers practise, distinct and sorted; empty where none is known. */
  zipsOf(npis: readonly string[]): readonly string[];
  close(): void;
}

const zipOfProvider = 'select p.zip from place p where p.npi = :npi';

/** Looks up places in the first of these files that is there; without one none is known. */
export function openPlaces(...files: readonly string[]): ProviderPlaces {
  const found = files.find((file) => existsSync(file));
  const store = found === undefined ? undefined : openStore(found);
  return {
    zipsOf(npis) {
      const zips = npis.map((npi) => store?.get<{ zip: string }>(zipOfProvider, { npi: Number(npi) })?.zip);
      return [...new Set(zips.filter((zip) => zip !== undefined))].sort();
    },
    close: () => store?.close(),
  };
}

/** Writes the places of one file. */
export interface PlacesWriter {
  /** Says where a provider practises, whatever was known of it before. */
  add(npi: number, zip: string): void;
  finish(): void;
  /** Forgets what was added; does nothing after `finish`. */
  discard(): void;
}

/** Writes places into a staged file, which begins as a copy of the file of the library: a weekly file has only what changed. */
export function writePlaces(staged: string, inLibrary: string): PlacesWriter {
  let store: WritableStore | undefined;

  function begin(): WritableStore {
    const isNew = !existsSync(staged) && !existsSync(inLibrary);
    if (!existsSync(staged) && !isNew) copyFileSync(inLibrary, staged, constants.COPYFILE_FICLONE);
    const opened = createStore(staged);
    if (isNew) opened.exec('create table place (npi integer primary key, zip text not null) strict');
    opened.exec('begin');
    return opened;
  }

  function end(how: 'commit' | 'rollback'): void {
    store?.exec(how);
    store?.close();
    store = undefined;
  }

  return {
    add(npi, zip) {
      store ??= begin();
      store.put('insert or replace into place (npi, zip) values (?, ?)', [npi, zip]);
    },
    finish: () => end('commit'),
    discard: () => end('rollback'),
  };
}
