/** Official files taken into a database step by step, as a build does it, for tests that look at what happens on the way. */

import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WritableStore } from '../../../db/kit/store.ts';
import { type Brought, mergeFiles } from '../../../seed/build/merge-files.ts';
import { formatNamed } from '../../../seed/load/files/formats.ts';
import type { LibraryFile } from '../../../seed/load/library/kept-file.ts';
import { arrivals, type Loaded } from '../../../seed/load/library/library.ts';

/** A file, and when it was loaded. */
export interface OfficialText {
  readonly format: string;
  readonly name: string;
  readonly text: string;
  readonly loadedAt: string;
}

/** Keeps files as a library does, in a folder that is removed when the test has ended. */
export async function keptFiles(files: readonly OfficialText[]): Promise<readonly LibraryFile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-kept-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const arriving = arrivals(folder);
  for (const [index, file] of files.entries()) {
    const { format, name, text, loadedAt } = file;
    const recognised = formatNamed(format)?.recognise({ name, head: text.slice(0, 65_536), members: [] });
    if (!recognised?.release || !recognised.from) throw new Error(`${name} does not tell its release.`);
    const { release, from, to = null, part = '' } = recognised;
    const sha256 = createHash('sha256').update(`${index} ${text}`).digest('hex');
    const loaded: Loaded = {
      ...{ format, path: name, sha256, release, part, from, to },
      ...{ published: null, codes: null, loadedAt, encoding: 'utf-8', kept: 'file', publication: null },
    };
    const bytes = (async function* () {
      yield Buffer.from(text);
    })();
    await arriving.keep(loaded, bytes);
  }
  return arriving.loads.map((loaded) => ({ folder: arriving.folder, loaded }));
}

/** Takes files in as a build does. */
export async function takeFilesIn(
  store: WritableStore,
  files: readonly OfficialText[],
): Promise<readonly Brought[]> {
  return (await mergeFiles(store, await keptFiles(files))).brought;
}
