/** `npm run publish -- <target>`: puts the finished release of DATABASE where servers follow it. */

import { parseArgs } from 'node:util';
import { ReleaseError } from '../../db/kit/errors.ts';
import { isAddress } from '../../db/release/address.ts';
import { databaseFile } from '../../seed/kit/database-file.ts';
import { publishToFolder } from './folder.ts';
import { PublishError, releaseFileOf } from './release-file.ts';

const usage = `npm run publish -- <target>

Puts the finished release of DATABASE where servers follow it, whole or not at all:

  FOLDER             such as that of a web server: FOLDER/coverage.sqlite
  FILE.sqlite        the same by another name
  s3://BUCKET/KEY    object storage that speaks S3. AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are its key, AWS_SESSION_TOKEN
                     where there is one; AWS_REGION, else us-east-1; AWS_ENDPOINT_URL where it is not that of Amazon

What is there already is not sent again. See docs/replicas.md.`;

try {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [target] = positionals;
  if (values.help || target === undefined || positionals.length > 1) {
    console.error(usage);
    process.exitCode = values.help ? 0 : 2;
  } else await publish(target);
} catch (error) {
  const isExplained =
    error instanceof PublishError ||
    error instanceof ReleaseError ||
    (error instanceof Error && 'code' in error);
  if (!isExplained) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function publish(target: string): Promise<void> {
  const isS3 = target.startsWith('s3://');
  if (isAddress(target) && !isS3)
    throw new PublishError(`Nothing can be published to ${target}: name a folder, or s3://BUCKET/KEY.`);
  const finished = await releaseFileOf(databaseFile());
  try {
    // What speaks S3 is loaded only where it is needed.
    const { place, wasThere } = isS3
      ? await (await import('./s3.ts')).publishToS3(target, finished, process.env)
      : await publishToFolder(target, finished);
    const { hash, image } = finished;
    const what = `release ${hash.slice(0, 12)} (${image.bytes} bytes)`;
    console.log(wasThere ? `${place} has ${what} already.` : `${place} has ${what}.`);
  } finally {
    finished.close();
  }
}
