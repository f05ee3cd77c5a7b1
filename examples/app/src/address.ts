/** What the page shows, kept in its address: a link to it, or the way back, shows the same. */

import { useSyncExternalStore } from 'react';

/** The whole state of the page. */
export interface Shown {
  readonly view: 'matrix' | 'report';
  /** Codes of the matrix. */
  readonly codes: readonly string[];
  /** Slugs of the payers of the matrix. */
  readonly payers: readonly string[];
  /** The code of the report. */
  readonly code: string;
  /** Date of service, YYYY-MM-DD. */
  readonly on: string;
}

const list = (text: string | null): readonly string[] => (text ?? '').split(/[\s,;]+/).filter(Boolean);

/** Codes as people type them: separated by commas or spaces, in small letters or capitals. */
export const codesIn = (text: string): readonly string[] => list(text.toUpperCase());

/** What an address asks for; whatever it leaves out is as on a first visit. */
export function read(search: string, today: string): Shown {
  const given = new URLSearchParams(search);
  return {
    view: given.get('view') === 'report' ? 'report' : 'matrix',
    codes: given.has('codes') ? codesIn(given.get('codes') ?? '') : ['77090', '77092'],
    payers: given.has('payers') ? list(given.get('payers')) : ['aetna', 'cigna', 'uhc', 'medicare'],
    code: given.get('code') ?? '77090',
    on: given.get('on') || today,
  };
}

/** The address that asks for it. */
export function written({ view, codes, payers, code, on }: Shown): string {
  const matrix = { view, codes: codes.join(','), payers: payers.join(','), on };
  return `?${new URLSearchParams(view === 'matrix' ? matrix : { view, code, on })}`;
}

function subscribe(changed: () => void): () => void {
  addEventListener('popstate', changed);
  return () => removeEventListener('popstate', changed);
}

const today = new Date().toISOString().slice(0, 10);

/** What the page shows now, and how to show something else. */
export function useAddress(): readonly [Shown, (next: Shown) => void] {
  const search = useSyncExternalStore(subscribe, () => location.search);
  const go = (next: Shown) => {
    history.pushState(null, '', written(next));
    dispatchEvent(new PopStateEvent('popstate'));
  };
  return [read(search, today), go];
}
