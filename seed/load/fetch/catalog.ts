/** The catalog of what is published where, `seed/official/catalog.yaml`. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const first = z.strictObject({
  /** Month and day on which such a release begins, such as 10-01. */
  day: z.string().regex(/^\d\d-\d\d$/),
  /** When it appears, in words. */
  appears: z.string(),
  /** The name of such a release, where it is another than that of its listing. */
  written: z.string().optional(),
  rule: z.string().optional(),
});

const known = z.strictObject({
  /** The name of its release; absent where the address has no releases. */
  release: z.string().optional(),
  url: z.url({ protocol: /^https$/ }),
  bytes: z.number().optional(),
});

const listing = z.strictObject({
  name: z.string(),
  label: z.string(),
  /** The formats of its files; the first tells what is loaded. Empty where it is not loaded. */
  formats: z.array(z.string()),
  /** The part of a loaded file that is of this listing, where several share a format. */
  loadedPart: z.string().optional(),
  /** What has to be accepted before its files are fetched. */
  licences: z.array(z.string()).default([]),
  /** Whether it is among what is fetched together, by `cms:current`. */
  together: z.boolean().default(true),
  /** The name of a release; absent where its addresses are fixed. */
  written: z.string().optional(),
  /** The page on which a person finds its files. */
  landing: z.string(),
  /** The page that a program reads, where that is another. */
  read: z.string().optional(),
  /** Expression of the links to the pages of releases, where these have their own. */
  pages: z.string().optional(),
  /** The address of such a page, by rule. */
  page: z.string().optional(),
  /** Expression of the links to files. */
  link: z.string().optional(),
  /** Whether the day in the link is that of a revision, which holds from the next quarter on. */
  revised: z.boolean().default(false),
  /** The address of a file by rule. */
  rule: z.string().optional(),
  /** What every release has. */
  parts: z.array(z.string()).default([]),
  bytes: z.number().optional(),
  /** The months from the first day of a release until it is published. */
  lag: z.number().default(0),
  firsts: z.array(first).default([]),
  /** When its content changes, where it has no releases. */
  appears: z.string().optional(),
  known: z.array(known).default([]),
});

const schema = z.strictObject({
  /** Who is agreed with, by the word of --accept-licence. */
  agreements: z.record(z.string(), z.string()),
  listings: z.array(listing),
});

/** What is published where. */
export type Catalog = z.infer<typeof schema>;

/** A kind of file that a publisher issues again and again, with where it is found. */
export type Listing = z.infer<typeof listing>;

const own = join(import.meta.dirname, '../../official/catalog.yaml');

/** The catalog of this version. */
export function readCatalog(): Catalog {
  return schema.parse(parse(readFileSync(own, 'utf8')));
}
