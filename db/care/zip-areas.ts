import type { Store } from '../kit/store.ts';
export const zipsNear = (_s: Store, zip: string, _m: number): ReadonlyMap<string, number> | undefined =>
  new Map([[zip, 0]]);
