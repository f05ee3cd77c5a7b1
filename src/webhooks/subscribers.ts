/** Those who are sent changes: read once, at start, from the file that `WEBHOOKS` names. */

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { namedCode } from '../../db/codes/written-code.ts';
import { ChangeKind } from '../../db/enums/index.ts';
import type { ChangeFilter } from '../../db/history/feed.ts';
import { keyIn } from './sign.ts';

/** Who is sent which changes. */
export interface Subscriber {
  /** What the log and the files of the deliverer call it. */
  readonly name: string;
  readonly url: URL;
  readonly keys: readonly Buffer[];
  readonly filter: ChangeFilter;
  /** Whether its address may be one that only this network reaches. */
  readonly isPrivate: boolean;
}

/** A file of the webhooks cannot be used; the message names every fault, and no secret. */
export class WebhooksError extends Error {
  override readonly name = 'WebhooksError';
}

const list = z.array(z.string().trim().min(1)).min(1).optional();

const form = z.strictObject({
  subscribers: z.array(
    z.strictObject({
      name: z.string().regex(/^[\w.-]{1,60}$/, 'must be 1 to 60 letters, digits or marks of . _ -'),
      url: z.string(),
      secret: z.union([z.string(), z.array(z.string()).min(1).max(5)]),
      filter: z.strictObject({ payers: list, codes: list, policies: list, kinds: list }).optional(),
      private: z.boolean().optional(),
    }),
  ),
});

type Entry = z.output<typeof form>['subscribers'][number];

/** Reads the file. Throws WebhooksError. */
export function readSubscribers(file: string): readonly Subscriber[] {
  const found = form.safeParse(jsonIn(file));
  if (!found.success) {
    const lines = found.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'the file'}: ${message}`,
    );
    throw new WebhooksError(`${file} cannot be used:\n${lines.join('\n')}`);
  }
  const problems: string[] = [];
  const { subscribers } = found.data;
  const names = subscribers.map(({ name }) => name);
  const read = subscribers.map((entry, i) => {
    const wrong = (field: string, words: string) => {
      problems.push(`subscribers.${i}.${field}: ${words}`);
    };
    if (names.indexOf(entry.name) !== i) wrong('name', 'is that of another subscriber too.');
    return subscriberOf(entry, wrong);
  });
  if (problems.length > 0) throw new WebhooksError(`${file} cannot be used:\n${problems.join('\n')}`);
  return read.filter((each) => each !== undefined);
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // What JSON.parse says quotes the text, which has secrets.
    const reason = error instanceof SyntaxError ? 'it is not valid JSON' : (error as Error).message;
    throw new WebhooksError(`${file} cannot be read: ${reason}.`);
  }
}

type Wrong = (field: string, words: string) => void;

function subscriberOf(entry: Entry, wrong: Wrong): Subscriber | undefined {
  const { name, secret, filter = {}, private: isPrivate = false } = entry;
  const url = URL.canParse(entry.url) ? new URL(entry.url) : undefined;
  if (!url || (url.protocol !== 'https:' && !isLocal(url)))
    wrong('url', 'must be an address with https, or one of this machine.');
  const keys = [secret].flat().map(keyIn);
  if (keys.includes(undefined)) wrong('secret', 'must be whsec_ and Base64 of 24 to 64 bytes.');
  const codes = filter.codes?.map((text) => {
    const code = namedCode(text);
    if (!code || code.modifier !== undefined)
      wrong('filter.codes', `${JSON.stringify(text)} is no billing code.`);
    return code?.codeId ?? text;
  });
  const kinds = filter.kinds?.map((text) => {
    if (!Object.hasOwn(ChangeKind.values, text))
      wrong(
        'filter.kinds',
        `${JSON.stringify(text)} is none of ${Object.keys(ChangeKind.values).join(', ')}.`,
      );
    return text;
  });
  if (!url) return undefined;
  return {
    ...{ name, url, isPrivate },
    keys: keys.filter((key) => key !== undefined),
    filter: {
      payers: filter.payers?.map((text) => idOf('Payer', text)),
      codes,
      policies: filter.policies?.map((text) => idOf('Policy', text)),
      kinds,
    },
  };
}

const idOf = (type: string, text: string) => (text.includes(':') ? text : `${type}:${text.toLowerCase()}`);

/** Whether an address is one of this machine: there nothing has to be encrypted. */
export function isLocal({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
