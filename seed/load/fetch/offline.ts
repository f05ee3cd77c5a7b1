/** What to fetch by hand where there is no network: addresses, pages, and the command that loads the saved files. */

import type { Catalog, Listing } from './catalog.ts';
import { catalogued } from './catalogued.ts';
import { acceptOption } from './licence.ts';
import { nameOf } from './release-day.ts';
import type { Which } from './wanted.ts';

/** A listing and which release of it is meant. */
export interface ListedRelease {
  readonly listing: Listing;
  readonly which: Which;
}

/** The lines for a release of a listing. */
export function byHand({ listing, which }: ListedRelease, today: string, { agreements }: Catalog): string {
  const { files, byRule } = catalogued(listing, which, today);
  const [first] = files;
  const name = first ? first.name : nameOf(listing, typeof which === 'object' ? which.first : undefined);
  const of = listing.licences.map((each) => agreements[each] ?? each);
  return [
    `${name} (${listing.label})`,
    `  page      ${listing.landing}`,
    ...files.map(({ url }) => `  address   ${url}`),
    ...(files.length === 0 ? ['  address   to be read from the page'] : []),
    ...(byRule && files.length > 0
      ? ['            derived by rule: take the link of the page where it differs']
      : []),
    ...(of.length > 0
      ? [
          `  agreement ${of.join(', ')}: the page asks for it; by name it is accepted with ${acceptOption} ${listing.licences.join(',')}`,
        ]
      : []),
  ].join('\n');
}

/** What is said of all of them. */
export const loadByHand = 'Save the files in one folder, and load it: npm run load -- FOLDER';
