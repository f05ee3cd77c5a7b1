/** The catalog of what is published where, checked against itself, and the names and calendar that follow from it. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quarterAfter } from '../../../../db/kit/quarter.ts';
import { readCatalog } from '../../../../seed/load/fetch/catalog.ts';
import {
  addressesByRule,
  dayOf,
  dueBy,
  expressionOf,
  firstDayNamed,
  nameOf,
  ofEachPart,
} from '../../../../seed/load/fetch/release-day.ts';
import { addressed } from '../../../../seed/load/fetch/wanted.ts';
import { formatNamed } from '../../../../seed/load/files/formats.ts';

const catalog = readCatalog();
const withReleases = catalog.listings.filter(({ written }) => written !== undefined);

test.each(catalog.listings)(
  '$name: its formats are read, its agreements exist, its addresses fit',
  (listing) => {
    expect(listing.formats.filter((format) => !formatNamed(format))).toEqual([]);
    expect(listing.licences.filter((each) => !(each in catalog.agreements))).toEqual([]);
    for (const { release, url } of listing.known) {
      const first = release === undefined ? undefined : firstDayNamed(listing, release);
      expect(first === undefined).toBe(listing.link === undefined);
      for (const each of ofEachPart(listing, url)) {
        if (listing.link === undefined) continue;
        const found = expressionOf(listing.link).exec(each);
        expect(found, each).not.toBeNull();
        const day = dayOf(found?.groups ?? {});
        if (day) expect([each, listing.revised ? quarterAfter(day) : day]).toEqual([each, first]);
        // A file behind an agreement is so by whichever way a user names it.
        expect(addressed(each, catalog).licences).toEqual(listing.licences);
      }
    }
  },
);

test.each(withReleases)('$name: what the rule gives is what the link expression finds', (listing) => {
  for (const { day } of listing.firsts)
    for (const url of addressesByRule(listing, `2027-${day}`)) {
      const found = expressionOf(listing.link ?? '').exec(url);
      expect(found, url).not.toBeNull();
      expect(dayOf(found?.groups ?? {}) ?? `2027-${day}`).toBe(`2027-${day}`);
    }
});

test('a release and its name stand for each other', () => {
  const release = fc.record({
    listing: fc.constantFrom(...withReleases),
    year: fc.integer({ min: 2010, max: 2089 }),
    of: fc.nat(),
  });
  fc.assert(
    fc.property(release, ({ listing, year, of }) => {
      const { day } = listing.firsts[of % listing.firsts.length] ?? { day: '' };
      const first = `${year}-${day}`;
      expect(firstDayNamed(listing, nameOf(listing, first))).toBe(first);
    }),
  );
});

test('the version of pair edits is that of the releases seen', () => {
  const link = expressionOf('v{version}r');
  const quarters = ['302', '313', '320', '321', '322', '323'].map((v) =>
    dayOf(link.exec(`v${v}r`)?.groups ?? {}),
  );
  expect(quarters).toEqual([
    '2024-07-01',
    '2025-10-01',
    '2026-01-01',
    '2026-04-01',
    '2026-07-01',
    '2026-10-01',
  ]);
  expect(dayOf(link.exec('v324r')?.groups ?? {})).toBeUndefined();
});

test.each([
  ['cms:rvu', '2026-12-31', 'cms:rvu26d', 'cms:rvu27a'],
  ['cms:rvu', '2027-01-01', 'cms:rvu27a', 'cms:rvu27b'],
  ['cms:icd10cm', '2026-09-30', 'cms:icd10cm-2026-04', 'cms:icd10cm-2027'],
  ['cms:icd10cm', '2026-10-01', 'cms:icd10cm-2027', 'cms:icd10cm-2027-04'],
  ['cms:use', '2026-04-30', 'cms:use-2023', 'cms:use-2024'],
  ['cms:use', '2026-05-01', 'cms:use-2024', 'cms:use-2025'],
  ['nucc:taxonomy', '2026-11-30', 'nucc:taxonomy-261', 'nucc:taxonomy-270'],
])('%s on %s: %s is expected and %s is next', (name, today, now, next) => {
  const listing = catalog.listings.find((each) => each.name === name);
  const due = listing && dueBy(listing, today);
  expect([due?.now.name, due?.next.name]).toEqual([now, next]);
});
