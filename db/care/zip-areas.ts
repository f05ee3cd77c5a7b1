/** Which ZIP codes lie near another: as the crow flies, from the middle of one area to the middle of the other. */

import type { Store } from '../kit/store.ts';
import type { Row } from '../kit/table.ts';
import type { zipArea } from '../tables/index.ts';

type Point = Pick<Row<typeof zipArea>, 'latitude' | 'longitude'>;

const pointOfZip = 'select a.latitude, a.longitude from zip_area a where a.zip = :zip';

const areasInBox = `
  select a.zip, a.latitude, a.longitude
  from zip_area a
  where a.latitude between :south and :north and a.longitude between :west and :east`;

/** Mean radius of the earth of the International Union of Geodesy and Geophysics, 6371.0088 km, in miles of 1.609344 km. */
const radius = 6371.0088 / 1.609344;

const millionth = 1_000_000;
const radians = (stored: number) => (stored / millionth) * (Math.PI / 180);
const stored = (radians: number) => radians * (180 / Math.PI) * millionth;

/** Miles between two points by the haversine formula, on a sphere: less than 0.6 per cent off. */
function milesBetween(one: Point, other: Point): number {
  const [here, there] = [radians(one.latitude), radians(other.latitude)];
  const north = Math.sin((there - here) / 2) ** 2;
  const east = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(north + Math.cos(here) * Math.cos(there) * east)));
}

/** A box in which everything within some miles of a point lies; all longitudes where it would reach a pole or the day line. */
function boxAround({ latitude, longitude }: Point, miles: number) {
  const reach = miles / radius;
  const [south, north] = [latitude - stored(reach), latitude + stored(reach)];
  const half = stored(
    Math.asin(Math.min(1, Math.sin(Math.min(reach, Math.PI / 2)) / Math.cos(radians(latitude)))),
  );
  const [west, east] = [longitude - half, longitude + half];
  const all = 180 * millionth;
  const around = Math.max(north, -south) >= 90 * millionth || west < -all || east > all;
  // A unit more on each side, as the sums above are not exact.
  return {
    south: south - 1,
    north: north + 1,
    west: around ? -all : west - 1,
    east: around ? all : east + 1,
  };
}

/**
 * The ZIP codes whose middle lies within some miles of the middle of one, nearest first, each with the miles to a tenth; the
 * code itself is among them. Undefined where it has no area, as those of post office boxes alone.
 */
export function zipsNear(store: Store, zip: string, miles: number): ReadonlyMap<string, number> | undefined {
  const middle = store.get<Point>(pointOfZip, { zip });
  if (!middle) return undefined;
  const areas = store.all<Point & { readonly zip: string }>(areasInBox, boxAround(middle, miles));
  const near = areas
    .map((area) => ({ zip: area.zip, miles: milesBetween(middle, area) }))
    .filter((area) => area.miles <= miles)
    .sort((a, b) => a.miles - b.miles || Number(a.zip) - Number(b.zip));
  return new Map(near.map((area) => [area.zip, Math.round(area.miles * 10) / 10]));
}
