/** What a page of this server is: where its sources are, which addresses are its own, and how it is built. */

import { join } from 'node:path';
import type { InlineConfig } from 'vite';

/** A page that is built beside the server and served from memory. */
export interface PageSources {
  /** What it is called in addresses, folders and on the command line, such as `graphiql`. */
  readonly name: string;
  /** What it is called in sentences, such as `the GraphiQL page`. */
  readonly title: string;
  /** The folder of its sources, with its own `package.json`. */
  readonly folder: string;
  /** Whether a browser that asks for this path gets the page. */
  readonly isAt: (path: string) => boolean;
  /** Where its files are served, such as `/graphiql/`; the page refers to them by this path. */
  readonly assets: string;
  /** What its styles may come from, as the content security policy writes it. */
  readonly styles: string;
  /** How Vite builds it, beside what all pages have in common. */
  readonly settings?: InlineConfig;
  /** Further files of which it is built. */
  readonly madeWith?: readonly string[];
}

/** The root of the project. */
export const root = join(import.meta.dirname, '../..');
