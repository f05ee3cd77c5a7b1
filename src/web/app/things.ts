/** Where each thing is shown, and what the views of changes and gaps ask for: the one place that knows the addresses of things. */

import { keyOf, lastPart, typeOf } from '../../../db/kit/id-parts.ts';
import { address, codeAddress, codesIn, dayIn, today } from './address.ts';

const onDay = (on: string | undefined) => ({ on: on === today ? undefined : on });

const path = (view: string, key: string) => `/${view}/${key.split('/').map(encodeURIComponent).join('/')}`;

/** The address of a payer by its slug. */
export const payerAddress = (slug: string, on?: string): string => address(path('payer', slug), onDay(on));

/** The address of all answers of a payer on some services as CSV. */
export const payerCsvAddress = (slug: string, families: readonly string[], on: string): string =>
  address('/export/matrix.csv', { families: families.join(','), payers: slug, dateOfService: on });

/** The address of a policy by its id, such as `Policy:aetna/0134`. */
export const policyAddress = (id: string, on?: string): string =>
  address(path('policy', keyOf(id)), onDay(on));

/** The address of a source by its id; `after` is the cursor of a page of what rests on it. */
export const sourceAddress = (id: string, after?: string): string =>
  address(path('source', keyOf(id)), { after });

/** The view of a thing by its id; undefined where it has none. */
export function placeOfId(id: string, on?: string): string | undefined {
  const key = keyOf(id);
  switch (typeOf(id)) {
    case 'BillingCode':
      return codeAddress(lastPart(id), on);
    case 'Payer':
      return payerAddress(key, on);
    case 'Policy':
      return policyAddress(id, on);
    case 'PolicyVersion':
      // The key of its policy, and its own.
      return policyAddress(`Policy:${key.split('/').slice(0, 2).join('/')}`, on);
    case 'Source':
      return sourceAddress(id);
    default:
      return undefined;
  }
}

/** Which changes are wanted. */
export interface WantedChanges {
  readonly payer?: string | undefined;
  readonly code?: string | undefined;
  /** A kind of event or of change. */
  readonly kind?: string | undefined;
  /** YYYY-MM-DD. */
  readonly since?: string | undefined;
  /** Cursors: only what came before, of events and of the feed. */
  readonly events?: string | undefined;
  readonly feed?: string | undefined;
}

const text = (given: URLSearchParams, name: string) => given.get(name)?.trim() || undefined;

/** What an address of changes asks for. */
export function readChanges(search: string): WantedChanges {
  const given = new URLSearchParams(search);
  return {
    payer: text(given, 'payer'),
    code: codesIn(given.get('code') ?? '')[0],
    kind: text(given, 'kind'),
    since: dayIn(given, 'since'),
    events: text(given, 'events'),
    feed: text(given, 'feed'),
  };
}

/** The address of changes. */
export const changesAddress = (wanted: WantedChanges): string => address('/changes', { ...wanted });

/** Which gaps are wanted. */
export interface WantedGaps {
  readonly payer?: string | undefined;
  /** Slug of a service. */
  readonly family?: string | undefined;
  readonly property?: string | undefined;
  readonly reason?: string | undefined;
  /** Cursor of a page. */
  readonly after?: string | undefined;
}

/** What an address of gaps asks for. */
export function readGaps(search: string): WantedGaps {
  const given = new URLSearchParams(search);
  return {
    payer: text(given, 'payer'),
    family: text(given, 'family'),
    property: text(given, 'property'),
    reason: text(given, 'reason'),
    after: text(given, 'after'),
  };
}

/** The address of gaps. */
export const gapsAddress = (wanted: WantedGaps): string => address('/gaps', { ...wanted });

/** The address of gaps as CSV, all pages. */
export const gapsCsvAddress = ({ payer, family, property, reason }: WantedGaps): string =>
  address('/export/gaps.csv', { payers: payer, families: family, properties: property, reasons: reason });
