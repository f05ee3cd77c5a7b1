/** Which ZIP codes lie near another: against distances that were worked out in another way, and the laws of distances. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zipsNear } from '../../../db/care/zip-areas.ts';
import type { Store, WritableStore } from '../../../db/kit/store.ts';
import { zipArea } from '../../../db/tables/index.ts';
import { release } from '../../kit/graph.ts';
import { add, emptyStore } from '../../kit/synthetic.ts';

/** Degrees of latitude and longitude. */
type Point = readonly [latitude: number, longitude: number];

/** Gives a graph areas of these ZIP codes and no others. */
function withAreas(store: WritableStore, points: Readonly<Record<string, Point>>): Store {
  store.exec('delete from zip_area');
  for (const [zip, [latitude, longitude]] of Object.entries(points)) {
    const values = { latitude: Math.round(latitude * 1e6), longitude: Math.round(longitude * 1e6) };
    add(store, zipArea, { zip, ...values });
  }
  return store;
}

const areasAt = (points: Readonly<Record<string, Point>>) => withAreas(emptyStore(), points);

/** Half the circumference of the earth is less. */
const everywhere = 13_000;

describe('miles between points of the Gazetteer of 2021', () => {
  const store = areasAt({
    60637: [41.782504, -87.602734],
    60611: [41.894742, -87.615073],
    10001: [40.75065, -73.997293],
    90210: [34.100517, -118.41463],
    99723: [71.253861, -156.798246],
    33040: [24.54461, -81.921737],
    96910: [13.452852, 144.747191],
    99546: [51.85567, -176.668632],
  });

  // Geodesics on the ellipsoid WGS 84 by the formulae of Vincenty; a sphere is less than 0.6 per cent off.
  test.each([
    ['60637', '60611', 7.77],
    ['10001', '90210', 2458.83],
    ['99723', '33040', 4287.81],
    ['96910', '99546', 3401.64],
  ])('from %s to %s are %d', (one, other, miles) => {
    const found = zipsNear(store, one, everywhere)?.get(other) ?? Number.NaN;
    expect(Math.abs(found - miles)).toBeLessThan(miles * 0.006 + 0.05);
  });
});

test('a ZIP code is near itself, and what is nearer comes first', () => {
  const store = areasAt({ 60637: [41.8, -87.6], 60615: [41.9, -87.6], 60621: [41.75, -87.6] });
  expect([...(zipsNear(store, '60637', 0) ?? [])]).toEqual([['60637', 0]]);
  expect([...(zipsNear(store, '60637', 7) ?? [])]).toEqual([
    ['60637', 0],
    ['60621', 3.5],
    ['60615', 6.9],
  ]);
  expect([...(zipsNear(store, '60637', 6.8) ?? [])].map(([zip]) => zip)).toEqual(['60637', '60621']);
});

test('far in the north, where a degree of longitude is 22 miles, nothing to the east or west is missed', () => {
  const store = areasAt({ 99723: [71.2, -156.8], 99791: [71.2, -155.8] });
  expect(zipsNear(store, '99723', 23)?.has('99791')).toBe(true);
  expect(zipsNear(store, '99723', 22)?.has('99791')).toBe(false);
});

test('in the graph of the seed Chicago is near Chicago and Houston is not; post office boxes have no area', () => {
  const near = zipsNear(release.store, '60637', 25);
  expect(near?.get('60637')).toBe(0);
  expect(near?.has('60611')).toBe(true);
  expect(near?.has('77092')).toBe(false);
  expect(zipsNear(release.store, '60690', 25)).toBeUndefined();
});

/** A point anywhere, often at a pole, on the day line or next to another. */
const point: fc.Arbitrary<Point> = fc.tuple(
  fc.oneof(
    fc.constantFrom(-90, -89.99, 0, 41.8, 41.9, 89.99, 90),
    fc.double({ min: -90, max: 90, noNaN: true }),
  ),
  fc.oneof(fc.constantFrom(-180, -179.9, 0, 179.9, 180), fc.double({ min: -180, max: 180, noNaN: true })),
);

const zips = ['00001', '00002', '00003', '00004', '00005', '00006'] as const;
const points = fc
  .tuple(point, point, point, point, point, point)
  .map((all) => Object.fromEntries(all.map((each, index) => [zips[index] ?? '', each])));

const shared = emptyStore();

/** From each to each. */
const milesIn = (store: Store) => (one: string, other: string) =>
  zipsNear(store, one, everywhere)?.get(other) ?? Number.NaN;

/** What three roundings to a tenth may add up to. */
const rounded = 0.15 + 1e-9;

describe('wherever points lie', () => {
  test('it is as far there as back, and no way by a third is shorter', () => {
    const lawful = fc.property(points, (drawn) => {
      const miles = milesIn(withAreas(shared, drawn));
      for (const one of zips)
        for (const other of zips) {
          expect(miles(one, other)).toBe(miles(other, one));
          for (const third of zips)
            expect(miles(one, other)).toBeLessThanOrEqual(miles(one, third) + miles(third, other) + rounded);
        }
    });
    fc.assert(lawful, { numRuns: 40 });
  });

  test('the nearer are those of all that are as near, whatever the miles', () => {
    const narrowed = fc.property(
      points,
      fc.double({ min: 0, max: everywhere, noNaN: true }),
      (drawn, miles) => {
        const store = withAreas(shared, drawn);
        const all = [...(zipsNear(store, '00001', everywhere) ?? [])];
        expect(all).toHaveLength(zips.length);
        const near = zipsNear(store, '00001', miles) ?? new Map();
        for (const [zip, far] of all) {
          if (Math.abs(far - miles) > 0.1) expect(near.get(zip)).toBe(far < miles ? far : undefined);
        }
      },
    );
    fc.assert(narrowed, { numRuns: 200 });
  });
});
