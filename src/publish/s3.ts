/**
 * Publishes to object storage that speaks S3: one PUT, which is whole or not at all. The store is given the SHA-256 of what it has to
 * have got, and the ETag of what it may replace; afterwards length and hash of what it has are compared.
 */

import { openAsBlob } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { fileName, PublishError, type PublishOutcome, type ReleaseFile } from './release-file.ts';

/** The environment by the names that every client of S3 reads. */
export type S3Environment = Readonly<Record<string, string | undefined>>;

/** The most bytes of one PUT. */
const mostBytes = 5 * 1024 ** 3;

/** The statuses of a store that may answer otherwise in a moment, and how often it is tried. */
const passing: readonly number[] = [429, 500, 502, 503, 504];
const attempts = 4;

/** An object that is there. */
interface StoredObject {
  readonly etag: string;
  readonly bytes: number;
  /** As this command left it with the object. */
  readonly sha256: string | null;
}

/** Publishes to a target such as `s3://bucket/folder/coverage.sqlite`. Throws PublishError. */
export async function publishToS3(
  target: string,
  { file, image, sha256, hash }: ReleaseFile,
  env: S3Environment,
): Promise<PublishOutcome> {
  const { client, url, place } = placeOf(target, env);
  if (image.bytes > mostBytes)
    throw new PublishError(
      `${file} has more than ${mostBytes} bytes, the most that S3 takes at once: publish it to a folder, and bring it there by another program.`,
    );

  async function send(method: 'HEAD' | 'PUT', init: RequestInit = {}): Promise<Response> {
    try {
      for (let attempt = 1; ; attempt += 1) {
        const answer = await client.fetch(url, { method, ...init });
        if (attempt === attempts || !passing.includes(answer.status)) return answer;
        await answer.body?.cancel();
        await after(500 * 2 ** attempt * Math.random());
      }
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      const { message = '', code = '' } = cause as { message?: string; code?: string };
      throw new PublishError(`${place}: ${url.origin} does not answer: ${message || code}. Try again.`);
    }
  }

  async function stored(): Promise<StoredObject | undefined> {
    const { status, headers } = await send('HEAD');
    if (status === 404) return undefined;
    if (status !== 200)
      throw new PublishError(
        `${place}: The store does not tell what is there (status ${status}). Its key must be one that may read, list and write, and its region and endpoint the right ones.`,
      );
    const [etag, bytes] = [headers.get('etag') ?? '', Number(headers.get('content-length'))];
    return { etag, bytes, sha256: headers.get('x-amz-meta-sha256') };
  }
  const isOurs = (found: StoredObject | undefined) => found?.sha256 === sha256 && found.bytes === image.bytes;

  const before = await stored();
  if (isOurs(before)) return { place, wasThere: true };
  const body = await openAsBlob(file, { type: 'application/vnd.sqlite3' });
  const put = async (condition: Readonly<Record<string, string>>) =>
    send('PUT', {
      body,
      headers: {
        // Signed, and compared by the store with what came: what was cut or damaged on the way is refused.
        'x-amz-content-sha256': sha256,
        'x-amz-meta-sha256': sha256,
        'x-amz-meta-release': hash,
        'cache-control': 'no-cache',
        ...condition,
      },
    });
  const condition: Record<string, string> = before ? { 'if-match': before.etag } : { 'if-none-match': '*' };
  let answer = await put(condition);
  // A store that knows no conditions takes it without one.
  if (answer.status === 501) answer = await put({});
  const now = await stored();
  // An answer that was lost on its way leaves a condition that its own repetition does not meet.
  const isRepeated = [409, 412].includes(answer.status) && isOurs(now);
  if (!answer.ok && !isRepeated) throw new PublishError(`${place}: ${await refusalIn(answer)}`);
  if (!isOurs(now))
    throw new PublishError(
      `${place}: The store has something else than was sent: another release was published meanwhile, or it keeps no metadata. Publish again.`,
    );
  return { place, wasThere: false };
}

function placeOf(target: string, env: S3Environment) {
  const [, bucket, path = ''] = /^s3:\/\/([\w.-]+)\/?(.*)$/.exec(target) ?? [];
  if (!bucket) throw new PublishError(`${target} names no bucket. Write s3://bucket/key.`);
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = env;
  if (!accessKeyId || !secretAccessKey)
    throw new PublishError(
      'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to a key that may read and write there.',
    );
  const region = env.AWS_REGION || env.AWS_DEFAULT_REGION || 'us-east-1';
  const endpoint = env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL || `https://s3.${region}.amazonaws.com`;
  if (!URL.canParse(endpoint)) throw new PublishError(`AWS_ENDPOINT_URL is no address: ${endpoint}`);
  const key = path === '' || path.endsWith('/') ? `${path}${fileName}` : path;
  const segments = [bucket, ...key.split('/')].map(encodeURIComponent);
  const client = new AwsClient({
    ...{ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 },
    ...(sessionToken && { sessionToken }),
  });
  return {
    client,
    url: new URL(`${endpoint.replace(/\/$/, '')}/${segments.join('/')}`),
    place: `s3://${bucket}/${key}`,
  };
}

/** Why a store took nothing, in its own words. */
async function refusalIn(answer: Response): Promise<string> {
  if (answer.status === 409 || answer.status === 412)
    return 'Another release was published meanwhile. Look which one is to be there, then publish again.';
  const text = await answer.text();
  const [code, message] = ['Code', 'Message'].map((name) => new RegExp(`<${name}>([^<]*)<`).exec(text)?.[1]);
  return `The store refuses it (status ${answer.status}${code ? `, ${code}` : ''}). ${message ?? ''}`.trim();
}
