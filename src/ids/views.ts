/** Which view of the page shows a thing: one line a type. What has none is shown by a page of its own, see `html.ts`. */

import { keyOf, lastPart } from '../../db/kit/id-parts.ts';

/** The path of the view of an id, by its type. It is taken only where the page has a view there, see `own-pages.ts`. */
const views: Readonly<Record<string, (id: string) => string>> = {
  BillingCode: (id) => `/code/${lastPart(id)}`,
  Payer: (id) => `/payer/${keyOf(id)}`,
  Policy: (id) => `/policy/${keyOf(id)}`,
  Source: (id) => `/source/${keyOf(id)}`,
  Workflow: (id) => `/workflow/${keyOf(id)}`,
};

/** The path of the view that shows a thing; undefined where none does. */
export function viewOf(type: string, id: string, hasView: (path: string) => boolean): string | undefined {
  const path = views[type]?.(id);
  return path !== undefined && hasView(path) ? path : undefined;
}
