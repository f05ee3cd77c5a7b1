/** Checks a release: every page and every table of it is read; on a thread of its own, while others are answered. */

import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { ReleaseError } from '../../db/kit/errors.ts';
import { changeTimesOf, keepChangeTimes } from '../../db/release/epoch.ts';
import { openAgain, openRelease, type Release, type ReleaseInfo } from '../../db/release/release.ts';

/** What a check found: what need not be read again to open the file. */
export interface Checked {
  readonly info: ReleaseInfo;
  readonly changeTimes: readonly number[];
}

/** Checks a file here. Throws ReleaseError where it is not to be served. */
export async function checkHere(file: string): Promise<Checked> {
  const release = openRelease(file);
  const checked = { info: release.info, changeTimes: changeTimesOf(release) };
  release.close();
  return checked;
}

/** Checks a file on another thread. Throws ReleaseError where it is not to be served. */
export async function checkElsewhere(file: string): Promise<Checked> {
  const { promise, resolve, reject } = Promise.withResolvers<Checked | { readonly refused: string }>();
  const worker = new Worker(import.meta.filename, { workerData: { checks: file } });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error(`The check of ${file} ended without a result.`)));
  const checked = await promise;
  if ('refused' in checked) throw new ReleaseError(checked.refused);
  return checked;
}

/** Opens a file that was checked. Throws ReleaseError where another has taken its place since. */
export function openChecked(file: string, { info, changeTimes }: Checked): Release {
  const release = openAgain(file, info);
  if (!release) throw new ReleaseError(`${file} was replaced while it was checked.`);
  keepChangeTimes(release, changeTimes);
  return release;
}

async function checkOrRefuse(file: string): Promise<Checked | { readonly refused: string }> {
  try {
    return await checkHere(file);
  } catch (error) {
    if (error instanceof ReleaseError) return { refused: error.message };
    throw error;
  }
}

if (!isMainThread && workerData?.checks)
  parentPort?.postMessage(await checkOrRefuse(String(workerData.checks)));
