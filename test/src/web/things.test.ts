/** Addresses of things: each thing has one view, and what a view asks for is in its address. */

import { expect, test } from 'vitest';
import {
  changesAddress,
  gapsAddress,
  gapsCsvAddress,
  placeOfId,
  readChanges,
  readGaps,
} from '../../../src/web/app/things.ts';

const searchOf = (address: string) => new URL(address, 'http://page.example').search;

test('a thing is found by its id, a version at its policy, on the day that is kept', () => {
  expect(placeOfId('BillingCode:HCPCS_LEVEL_II:G0130')).toBe('/code/G0130');
  expect(placeOfId('Payer:aetna', '2025-10-15')).toBe('/payer/aetna?on=2025-10-15');
  expect(placeOfId('Policy:bcid/mp-6.01.44')).toBe('/policy/bcid/mp-6.01.44');
  expect(placeOfId('PolicyVersion:aetna/0134/2026')).toBe('/policy/aetna/0134');
  expect(placeOfId('Source:S-42CFR410-31')).toBe('/source/S-42CFR410-31');
  expect(placeOfId('Modifier:CPT_MODIFIER:26')).toBeUndefined();
});

test('which changes and gaps are wanted is restored from its address', () => {
  const changes = {
    payer: 'aetna',
    code: '77092',
    kind: 'COVERAGE',
    since: '2026-10-01',
    events: 'a+/=',
    feed: 'b',
  };
  expect(readChanges(searchOf(changesAddress(changes)))).toEqual(changes);
  const gaps = {
    payer: 'uhc',
    family: 'dxa-axial',
    property: 'COVERAGE',
    reason: 'NO_POLICY_FOUND',
    after: 'x',
  };
  expect(readGaps(searchOf(gapsAddress(gaps)))).toEqual(gaps);
  expect(gapsCsvAddress(gaps)).toBe(
    '/export/gaps.csv?payers=uhc&families=dxa-axial&properties=COVERAGE&reasons=NO_POLICY_FOUND',
  );
  expect(changesAddress({})).toBe('/changes');
});
