/** What a name stands for, by the pages of publishers in every form that their links have. The pages are synthetic. */

import { expect, test } from 'vitest';
import { readCatalog } from '../../../../seed/load/fetch/catalog.ts';
import { listingNamed } from '../../../../seed/load/fetch/catalogued.ts';
import { resolve } from '../../../../seed/load/fetch/resolve.ts';
import { Unreachable } from '../../../../seed/load/fetch/unreachable.ts';
import type { Which } from '../../../../seed/load/fetch/wanted.ts';

const catalog = readCatalog();
const today = '2026-11-30';
const cms = 'https://www.cms.gov';
const zips = `${cms}/files/zip`;

/** A page with links as they are given, each with its own quotes. */
const page = (...links: readonly string[]) =>
  `<html><body>${links.map((link) => `<td><a class="x" href=${link}>a file</a></td>`).join('\n')}</body></html>`;

/** Resolves a name over pages by their address; one that is not there cannot be read. */
function resolved(name: string, pages: Readonly<Record<string, string>>, which?: Which, on = today) {
  const found = listingNamed(name, catalog);
  return resolve(found.listing, which ?? found.which, on, async (url) => {
    const text = pages[url];
    if (text === undefined) throw new Unreachable(url, 'It answers with status 404, and with no file.');
    return text;
  });
}

const urlsOf = async (...given: Parameters<typeof resolved>) =>
  (await resolved(...given)).files.map(({ url }) => url.replace(zips, ''));

const landingOf = (name: string) => {
  const { listing } = listingNamed(name, catalog);
  return listing.read ?? listing.landing;
};

const rvu = landingOf('cms:rvu');
const rvuPages = {
  [rvu]: page(
    `"/medicare/payment/fee-schedules/physician/pfs-relative-value-files/rvu27a"`,
    `'/medicare/payment/fee-schedules/physician/pfs-relative-value-files/rvu26d'`,
    `"/medicare/payment/fee-schedules/physician/pfs-relative-value-files/rvu24a"`,
    `"/medicare/payment/fee-schedules/physician/pfs-relative-value-files/rvu24ar"`,
    `"https://elsewhere.example/rvu26d"`,
  ),
  [`${rvu}/rvu27a`]: page(`"/files/zip/rvu27a.zip"`),
  [`${rvu}/rvu26d`]: page(`"/files/document/rvu26d.pdf"`, `'/files/zip/rvu26d-updated-08-26-2026.zip'`),
  [`${rvu}/rvu25d`]: page(
    `"/files/zip/rvu25d.zip"`,
    `"/files/zip/rvu25d-updated-08/20/2025.zip"`,
    `"/files/zip/rvu25d-updated-09/11/2025.zip"`,
  ),
  [`${rvu}/rvu24ar`]: page(`"/files/zip/rvu24ar-posted-04/01/2024.zip"`),
};

test('a name without a release is what is in force, and what is there already is named', async () => {
  const { files, upcoming, notes } = await resolved('cms:rvu', rvuPages);
  expect(files).toEqual([
    {
      ...{ name: 'cms:rvu26d', url: `${zips}/rvu26d-updated-08-26-2026.zip`, part: '', first: '2026-10-01' },
      ...{ licences: [], page: `${rvu}/rvu26d`, bytes: 6_200_000 },
    },
  ]);
  expect([upcoming, notes]).toEqual([['cms:rvu27a'], []]);
  expect(await urlsOf('cms:rvu', rvuPages, undefined, '2027-01-01')).toEqual(['/rvu27a.zip']);
});

test('what is to come is had by asking for it', async () => {
  expect(await urlsOf('cms:rvu', rvuPages, 'next')).toEqual(['/rvu27a.zip']);
  expect(await urlsOf('cms:rvu', rvuPages, 'next', '2027-01-01')).toEqual([]);
});

test('a release that the landing page does not list has its page by rule; of its links the newest is taken', async () => {
  expect(await urlsOf('cms:rvu25d', rvuPages)).toEqual(['/rvu25d-updated-09/11/2025.zip']);
});

test('a correction goes before what it corrects', async () => {
  expect(await urlsOf('cms:rvu24a', rvuPages)).toEqual(['/rvu24ar-posted-04/01/2024.zip']);
});

const ptp = landingOf('cms:ptp');
const behind = (name: string) => `"/license/ama?file=/files/zip/${name}.zip"`;
const parts = (of: string, list = [1, 2, 3, 4]) => list.map((part) => behind(`${of}-f${part}`));

test('pair edits are known by their version, whichever way the quarter is written, and a revision goes before', async () => {
  const pages = {
    [ptp]: page(
      ...parts('medicare-ncci-2027q1-practitioner-ptp-edits-ccipra-v330r0'),
      ...parts('medicare-ncci-2026-q4-practitioner-ptp-edits-ccipra-v323r1'),
      ...parts('medicare-ncci-2026q4-practitioner-ptp-edits-ccipra-v323r0'),
      ...parts('medicare-ncci-2026q4-hospital-ptp-edits-ccioph-v323r0'),
    ),
  };
  const { files, upcoming } = await resolved('cms:ptp', pages);
  expect(files.map(({ url }) => url)).toEqual(
    [1, 2, 3, 4].map((n) => `${zips}/medicare-ncci-2026-q4-practitioner-ptp-edits-ccipra-v323r1-f${n}.zip`),
  );
  expect(files[0]).toMatchObject({ name: 'cms:ptp-2026q4', part: '1', licences: ['ama'] });
  expect(upcoming).toEqual(['cms:ptp-2027q1']);
  expect(await urlsOf('cms:ptp-hospital-2026q4', pages)).toHaveLength(4);
});

test('a release of which a part is not there yet is not fetched', async () => {
  const pages = { [ptp]: page(...parts('x-ptp-edits-ccipra-v323r0', [1, 2, 4])) };
  await expect(resolved('cms:ptp', pages)).rejects.toThrow(/This page has cms:ptp-2026q4 without 3\./);
});

test.each([
  [
    'cms:mue',
    [
      `"/files/zip/medicare-ncci-2026-q4-practitioner-services-mue-table.zip"`,
      `"/files/zip/medicare-ncci-2026-q4-facility-outpatient-hospital-services-mue-table.zip"`,
      `"/files/zip/medicare-ncci-2026q4-dme-supplier-services-mue-table.zip"`,
      `"/files/zip/medicare-ncci-2026-q3-practitioner-services-mue-table.zip"`,
    ],
    [
      '/medicare-ncci-2026-q4-practitioner-services-mue-table.zip',
      '/medicare-ncci-2026-q4-facility-outpatient-hospital-services-mue-table.zip',
      '/medicare-ncci-2026q4-dme-supplier-services-mue-table.zip',
    ],
  ],
  [
    'cms:zip-locality',
    [
      `"/files/zip/zip-code-carrier-locality-file-revised-11-18-2026.zip"`,
      `"/files/zip/zip-code-carrier-locality-file-revised-08%2F14%2F2026.zip"`,
      `"/files/zip/zip-codes-requiring-4-extension-revised-08/14/2026.zip"`,
    ],
    ['/zip-code-carrier-locality-file-revised-08%2F14%2F2026.zip'],
  ],
  [
    'cms:add-on',
    [
      `"/files/zip/add-code-edits-medicare-effective-07012026.zip"`,
      `"/files/zip/add-code-edits-replacement-file-medicare-effective-01012026-zip.zip"`,
    ],
    ['/add-code-edits-medicare-effective-07012026.zip'],
  ],
  [
    'cms:icd10cm',
    [
      `'/files/zip/april-1-2026-code-descriptions-tabular-order.zip'`,
      `'/files/zip/2027-code-descriptions-tabular-order.zip'`,
      `'/files/zip/2027-addendum.zip'`,
    ],
    ['/2027-code-descriptions-tabular-order.zip'],
  ],
  [
    'cms:icd10cm-2026-04',
    [`/files/zip/april-1-2026-code-descriptions-tabular-order.zip`, `"/files/zip/2026-x.zip"`],
    ['/april-1-2026-code-descriptions-tabular-order.zip'],
  ],
  [
    'cms:icd10cm-2024',
    [`"/files/zip/2024-code-descriptions-tabular-order-updated-02/01/2024.zip"`],
    ['/2024-code-descriptions-tabular-order-updated-02/01/2024.zip'],
  ],
  [
    'cms:hcpcs',
    [
      `"/files/zip/January-2027-alpha-numeric-hcpcs-file.zip"`,
      `"https://www.cms.gov/files/zip/october-2026-alpha-numeric-hcpcs-file.zip?a=1&amp;b=2"`,
    ],
    ['/october-2026-alpha-numeric-hcpcs-file.zip?a=1&b=2'],
  ],
] as const)('%s is found on its page', async (name, links, expected) => {
  expect(await urlsOf(name, { [landingOf(name)]: page(...links) })).toEqual(expected);
});

test('what stands behind the page of an agreement is its own address, and the agreement has to be accepted', async () => {
  const landing = landingOf('cms:opps-b');
  const pages = {
    [landing]: page(`"${landing}/october-2026-addendum-b"`, `"${landing}/july-2026-addendum-b"`),
    [`${landing}/october-2026-addendum-b`]: page(
      `"/license/ama?file=/files/zip/October-2026-OPPS-Addendum-B.zip"`,
    ),
  };
  const { files } = await resolved('cms:opps-b-2026-10', pages);
  expect(files).toMatchObject([{ url: `${zips}/October-2026-OPPS-Addendum-B.zip`, licences: ['ama'] }]);
  const unlisted = { [landingOf('cms:hcpcs')]: page(behind('october-2026-alpha-numeric-hcpcs-file')) };
  expect((await resolved('cms:hcpcs', unlisted)).files).toMatchObject([{ licences: ['ama'] }]);
});

test('what data.cms.gov lists is taken from its catalog', async () => {
  const listed = (release: string) =>
    `"downloadURL": "https:\\/\\/data.cms.gov/sites/synthetic/MUP_PHY_${release}_Geo.csv"`;
  const pages = {
    'https://data.cms.gov/data.json': `{${listed('R26_P05_V10_D24')}, ${listed('R25_P05_V20_D23')}}`,
  };
  expect(await urlsOf('cms:use', pages)).toEqual([
    'https://data.cms.gov/sites/synthetic/MUP_PHY_R26_P05_V10_D24_Geo.csv',
  ]);
  expect(await urlsOf('cms:use-2023', pages)).toHaveLength(1);
});

test('the exports of the Coverage Database have fixed addresses, without a page', async () => {
  const { files } = await resolved('cms:mcd', {});
  expect(files.map(({ url }) => url.split('/').at(-1))).toEqual([
    'current_lcd.zip',
    'current_article.zip',
    'ncd.zip',
  ]);
});

test('a page that cannot be read is made up for by what is known, and that is told', async () => {
  const { files, notes } = await resolved('cms:rvu', {});
  expect(files.map(({ url }) => url)).toEqual([`${zips}/rvu26d-updated-08-26-2026.zip`]);
  expect(notes).toEqual([
    expect.stringMatching(/status 404.* In its place the address is taken that this version knows: /),
  ]);
  const later = await resolved('cms:mue', {}, undefined, '2027-01-15');
  expect(later.files.map(({ url }) => url)).toContain(
    `${zips}/medicare-ncci-2027-q1-dme-supplier-services-mue-table.zip`,
  );
  expect(later.notes).toEqual([expect.stringContaining('that this version derives by rule')]);
  const none = resolved('cms:zip-locality', {});
  await expect(none).rejects.toThrow(
    /pfs|fee-schedules: .*known without this page\. Open it in a browser, save the file/,
  );
});

test('without network nothing is made up', async () => {
  const { listing } = listingNamed('cms:rvu', catalog);
  const offline = resolve(listing, 'current', today, async (url) => {
    throw new Unreachable(url, 'It does not answer.', { offline: true });
  });
  await expect(offline).rejects.toThrow('It does not answer.');
});

test('a page that is read and lacks the release says what it has, and nothing is guessed', async () => {
  const pages = { [landingOf('cms:hcpcs')]: page(`"/files/zip/april-2026-alpha-numeric-hcpcs-file.zip"`) };
  await expect(resolved('cms:hcpcs-2026-10', pages)).rejects.toThrow(
    /quarterly-update: This page has no link to cms:hcpcs-2026-10\. It has cms:hcpcs-2026-04\. .*npm run load -- FILE/,
  );
  await expect(resolved('cms:hcpcs', { [landingOf('cms:hcpcs')]: '<html></html>' })).rejects.toThrow(
    /Its layout may have changed/,
  );
});

test.each(['cms:nonsense', 'cms:rvu26e', 'cms:hcpcs-2026-13', 'cms:add-on-2026-02-31'])(
  '%s is no name, and the names are listed',
  (name) => {
    expect(() => listingNamed(name, catalog)).toThrow(
      /There is no such name\. Say one of cms:current, .*cms:rvu26d/,
    );
  },
);
