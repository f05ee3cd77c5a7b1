/** Checks a release on a thread of its own: every page and every table of it is read, while others are answered. */

import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { ReleaseError } from '../../db/kit/errors.ts';
import { changeTimesOf, keepChangeTimes } from '../../db/release/epoch.ts';
import { openAgain, openRelease, type Release, type ReleaseInfo } from '../../db/release/release.ts';

/** What a check found; `refused` says why the file is not to be served. */
type Checked =
  | { readonly info: ReleaseInfo; readonly changeTimes: readonly number[] }
  | { readonly refused: string };

/** Opens a file that another thread has checked. Throws ReleaseError where it is not to be served, or was replaced meanwhile. */
export async function openChecked(file: string): Promise<Release> {
  const checked = await checkElsewhere(file);
  if ('refused' in checked) throw new ReleaseError(checked.refused);
  const release = openAgain(file, checked.info);
  if (!release) throw new ReleaseError(`${file} was replaced while it was checked.`);
  keepChangeTimes(release, checked.changeTimes);
  return release;
}

async function checkElsewhere(file: string): Promise<Checked> {
  const { promise, resolve, reject } = Promise.withResolvers<Checked>();
  const worker = new Worker(import.meta.filename, { workerData: { checks: file } });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error(`The check of ${file} ended without a result.`)));
  return promise;
}

function check(file: string): Checked {
  try {
    const release = openRelease(file);
    const checked = { info: release.info, changeTimes: changeTimesOf(release) };
    release.close();
    return checked;
  } catch (error) {
    if (error instanceof ReleaseError) return { refused: error.message };
    throw error;
  }
}

if (!isMainThread && workerData?.checks) parentPort?.postMessage(check(String(workerData.checks)));
