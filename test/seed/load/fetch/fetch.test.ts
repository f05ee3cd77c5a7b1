/** Loading by name from the address to the source that is cited, over synthetic files on a server of this machine. */

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdLock } from '../../../../db/kit/store.ts';
import { fetched, type NameOptions } from '../../../../seed/load/command/by-name.ts';
import { readCatalog } from '../../../../seed/load/fetch/catalog.ts';
import { client } from '../../../../seed/load/fetch/client.ts';
import { fetchedFolder } from '../../../../seed/load/fetch/download.ts';
import { statusOf, statusText } from '../../../../seed/load/fetch/status.ts';
import { type Loaded, libraryOf, readLibrary } from '../../../../seed/load/library/library.ts';
import { type Loading, loading } from '../../kit/loading.ts';
import { fileAt, type PublisherSite, publisherSite } from '../../kit/publisher-site.ts';
import { zip } from '../../kit/zip.ts';

/** Each load builds the whole database. */
const slow = { timeout: 120_000 };
const cms = 'https://www.cms.gov';

/** A laboratory fee schedule of one row, as its archive is published. */
const laboratory = (rate: string) =>
  zip([
    {
      name: 'PUF_CLFS_CY2026_Q4V1.csv',
      content: `Synthetic schedule\n\nYEAR,HCPCS,MOD,EFF_DATE,INDICATOR,RATE,SHORTDESC\n2026,80048,,20260101,N,${rate},synthetic\n`,
    },
  ]);
const landing = `${cms}/medicare/payment/fee-schedules/clinical-laboratory-fee-schedule-clfs/files`;
const file = `${cms}/files/zip/26clabq4.zip`;
const pages = {
  [landing]: `<a href='${landing}/26clabq4'>26CLABQ4</a>`,
  [`${landing}/26clabq4`]: '<a href="/license/ama?file=/files/zip/26clabq4.zip">the file</a>',
};
/** The file stands behind the agreement, whose button adds a parameter. */
const laboratorySite = (rate = '00008.46') =>
  publisherSite({
    ...pages,
    [file]: '<!DOCTYPE html><title>License</title>',
    [`${file}?agree=yes`]: fileAt(laboratory(rate)),
  });

async function fetchBy(
  trial: Loading,
  site: Pick<PublisherSite, 'client'>,
  names: readonly string[],
  options: Partial<NameOptions> = {},
) {
  const lines: string[] = [];
  const report = await fetched(
    {
      ...{ names, database: trial.database, now: new Date('2026-11-30T12:00:00Z'), location: undefined },
      ...{
        acceptLicence: [],
        dryRun: false,
        log: (line) => lines.push(line),
        progress: () => {},
        ...options,
      },
    },
    site.client,
  );
  return { ...report, paths: [...report.files.keys()], lines };
}

test('without a word about the agreement nothing is asked for: it is told what to accept, where and how', async () => {
  const [trial, site] = [loading(), await laboratorySite()];
  await expect(fetchBy(trial, site, ['cms:clfs-26q4'])).rejects.toThrow(
    /^cms:clfs-26q4: This contains works of the American Medical Association \(CPT\), whose agreement has to be accepted .* Read https:\/\/www\.cms\.gov\/license\/ama\?file=\/files\/zip\/26clabq4\.zip; then either accept here, which is recorded with the source: npm run load -- cms:clfs-26q4 --accept-licence ama; or open https:\S+ in a browser/,
  );
  await expect(fetchBy(trial, site, [file])).rejects.toThrow(`npm run load -- ${file} --accept-licence ama`);
  await expect(fetchBy(trial, site, ['cms:mcd'], { acceptLicence: ['ama'] })).rejects.toThrow(
    'works of the American Medical Association (CPT), American Dental Association (CDT) and American Hospital',
  );
  await expect(fetchBy(trial, site, ['cms:clfs'], { acceptLicence: ['all'] })).rejects.toThrow(
    /--accept-licence: There is no agreement "all"\. Say one of ama, American/,
  );
  expect(site.requests).toEqual([]);
});

test(
  'what is accepted is fetched, loaded and cited by its address, with what was accepted and when',
  slow,
  async () => {
    const [trial, site] = [loading(), await laboratorySite()];
    const { paths, files, lines } = await fetchBy(trial, site, ['cms:clfs-26q4'], { acceptLicence: ['ama'] });
    expect(paths).toEqual([join(fetchedFolder(trial.database), 'www.cms.gov', '26clabq4.zip')]);
    expect(lines).toEqual([
      `To fetch cms:clfs-26q4: ${file}`,
      expect.stringMatching(/^Fetching cms:clfs-26q4: \d+ bytes$/),
      expect.stringMatching(/^Kept .*26clabq4\.zip: \d+ bytes, SHA-256 [0-9a-f]{64}$/),
    ]);
    await trial.load(paths, { fetched: files });
    const { source } = await trial.ask<{ source: { url: string; note: string } }>(
      `{ source: node(id: "${sourceOf(trial)}") { ... on Source { url note } } }`,
    );
    const sha256 = createHash('sha256').update(laboratory('00008.46')).digest('hex');
    expect(source).toEqual({
      url: file,
      note: `The file itself was loaded and read by a program. Fetched as cms:clfs-26q4 from this address on 2026-11-30; what was fetched has the SHA-256 ${sha256}. The agreement of the American Medical Association (CPT) (${cms}/license/ama?file=/files/zip/26clabq4.zip) was accepted at 2026-11-30T12:00:00Z by the flag --accept-licence ama.`,
    });
    const clfs = statusOf(readLibrary(libraryOf(trial.database)), '2026-11-30', readCatalog()).find(
      ({ name }) => name === 'cms:clfs',
    );
    expect(clfs).toMatchObject({
      state: 'CURRENT',
      loaded: { release: 'CLFS CY2026 Q4V1', from: '2026-10-01' },
    });
    // Posted again: told, and superseding what it corrects.
    site.put(`${file}?agree=yes`, fileAt(laboratory('00009.00')));
    const again = await fetchBy(trial, site, ['cms:clfs'], { acceptLicence: ['ama'] });
    expect(again.lines.at(-1)).toMatch(
      /^cms:clfs-26q4 was posted again with another content: on 2026-11-30 https:\S+ had/,
    );
    const report = await trial.load(again.paths, { fetched: again.files });
    expect(report.build?.brought.at(-1)).toMatchObject({ corrected: 1 });
    // The same again.
    const third = await fetchBy(trial, site, ['cms:clfs'], { acceptLicence: ['ama'] });
    expect(third.lines.at(-1)).toContain('as it was: the publisher has not changed it');
    expect((await trial.load(third.paths, { fetched: third.files })).alreadyLoaded).toHaveLength(1);
  },
);

function sourceOf(trial: Loading): string {
  const sql = `select t.id from source t where t.id like 'Source:S-CLFS-%'`;
  return trial.release().store.get<{ readonly id: string }>(sql, {})?.id ?? '';
}

const hcpcsLanding = `${cms}/medicare/coding-billing/healthcare-common-procedure-system/quarterly-update`;
const hcpcs = `${cms}/files/zip/october-2026-alpha-numeric-hcpcs-file.zip`;

test('what is current is fetched as far as it can be had; what asks for an agreement and what fails is told', async () => {
  const [trial, site] = [
    loading(),
    await publisherSite({
      [hcpcsLanding]: `<a href="/files/zip/october-2026-alpha-numeric-hcpcs-file.zip">x</a><a href="/files/zip/january-2027-alpha-numeric-hcpcs-file.zip">x</a>`,
      [hcpcs]: fileAt(zip([{ name: 'synthetic.txt', content: 'synthetic' }])),
    }),
  ];
  const { paths, failures, lines } = await fetchBy(trial, site, ['cms:current']);
  expect(paths.map((path) => path.split('/').at(-1))).toEqual(['october-2026-alpha-numeric-hcpcs-file.zip']);
  expect(lines).toContain('cms:hcpcs-2027-01 is there as well, and not yet in force.');
  const asking = lines.filter(
    (line) => line.includes('has to be accepted') || line.includes('have to be accepted'),
  );
  expect(asking.map((line) => line.split(': ')[0])).toEqual([
    'cms:ptp',
    'cms:ptp-hospital',
    'cms:opps-b',
    'cms:clfs',
    'cms:mcd',
  ]);
  expect(
    failures.some((failure) => failure.includes('rvu26d-updated-08-26-2026.zip: It answers with status 404')),
  ).toBe(true);
  expect(site.requests.filter(({ url }) => /cci(pra|oph)|clab|addendum/.test(url))).toEqual([]);
  const next = await fetchBy(trial, site, ['cms:next']);
  expect(next.lines).toContain(
    `To fetch cms:hcpcs-2027-01: ${cms}/files/zip/january-2027-alpha-numeric-hcpcs-file.zip`,
  );
});

test('a dry run reads the pages and fetches no file', async () => {
  const [trial, site] = [loading(), await laboratorySite()];
  const { lines, paths } = await fetchBy(trial, site, ['cms:clfs'], { acceptLicence: ['ama'], dryRun: true });
  expect([lines, paths]).toEqual([[`Would fetch cms:clfs-26q4: ${file}`], []]);
  expect(site.requests.map(({ url }) => url)).toEqual([landing, `${landing}/26clabq4`]);
});

const contents = 'https://payer.example/2026-11-01_synthetic_index.json';
const rates = 'https://payer.example/2026-11-01_synthetic_in-network-rates.json';
const entity = {
  reporting_entity_name: 'Synthetic Health Plan',
  reporting_entity_type: 'health insurance issuer',
};

test('of a payer the table of contents is loaded, and the rates behind it are not asked for', async () => {
  const plan = {
    plan_name: 'Synthetic plan',
    ...{ plan_id_type: 'hios', plan_id: '12345', plan_market_type: 'group' },
  };
  const listed = { description: 'Synthetic network', location: rates };
  const structure = [{ reporting_plans: [plan], in_network_files: [listed] }];
  const site = await publisherSite({
    [contents]: JSON.stringify({ ...entity, reporting_structure: structure }),
    [rates]: JSON.stringify({ ...entity, version: '1.0.0', in_network: [], provider_references: [] }),
  });
  const trial = loading();
  const { files } = await fetchBy(trial, site, [`payer:${contents}`]);
  expect([...files.values()]).toMatchObject([{ url: contents, name: `payer:${contents}` }]);
  expect(site.requests.map(({ url }) => url)).toEqual([contents]);
  await expect(fetchBy(trial, site, [`payer:${rates}`])).rejects.toThrow(
    /This is no table of contents, it is a file of/,
  );
  await expect(fetchBy(trial, site, ['payer:somebody'])).rejects.toThrow(
    'Only addresses that begin with https://',
  );
});

test('an address that is in no catalog is fetched as it is', async () => {
  const address = 'https://publisher.example/a/synthetic.csv?plan=1';
  const [trial, site] = [loading(), await publisherSite({ [address]: 'a,b\n' })];
  const { files } = await fetchBy(trial, site, [address]);
  expect([...files.values()]).toMatchObject([{ url: address, name: address }]);
  for (const none of ['http://publisher.example/a.csv', 'https:', 'https:///'])
    await expect(fetchBy(trial, site, [none])).rejects.toThrow('Only addresses that begin with https://');
});

test('without network the addresses, the pages and the command for saved files are told', async () => {
  const cause = Object.assign(new Error('getaddrinfo ENOTFOUND www.cms.gov'), { code: 'ENOTFOUND' });
  const nowhere = client({
    send: async () => {
      throw new TypeError('fetch failed', { cause });
    },
    wait: async () => {},
  });
  await expect(
    fetchBy(loading(), { client: nowhere }, ['cms:rvu', 'hospital:hospital.example']),
  ).rejects.toThrow(
    /There seems to be no network\. [\s\S]*page {6}https:\/\/www\.cms\.gov\/medicare\/\S+\n {2}address {3}https:\/\/www\.cms\.gov\/files\/zip\/rvu26d-updated-08-26-2026\.zip\n[\s\S]*https:\/\/hospital\.example\/cms-hpt\.txt[\s\S]*Save the files in one folder, and load it: npm run load -- FOLDER$/,
  );
});

test('two commands do not fetch for one database at once', async () => {
  const [trial, site] = [loading(), await publisherSite({ 'https://publisher.example/a.csv': 'a,b\n' })];
  const name = 'https://publisher.example/a.csv';
  await fetchBy(trial, site, [name]);
  const release = holdLock(join(fetchedFolder(trial.database), 'lock'));
  await expect(fetchBy(trial, site, [name])).rejects.toThrow('Another load fetches files');
  release?.();
});

test('the status tells of every kind what is loaded, what the calendar expects and what is next', () => {
  const loaded: Loaded = {
    ...{ format: 'pprrvu', path: 'synthetic.csv', sha256: 'a'.repeat(64), release: 'RVU26C', part: '' },
    ...{ from: '2026-07-01', to: null, published: null, codes: null, loadedAt: '2026-07-05T00:00:00Z' },
    ...{ encoding: 'utf-8', kept: 'file', publication: null },
  };
  const ahead = { ...loaded, release: 'RVU27A', from: '2027-01-01' };
  const price = {
    ...loaded,
    format: 'hospital-prices',
    release: 'Synthetic Hospital 2026-05-01',
    from: '2026-05-01',
  };
  const hospital = {
    ...loaded,
    format: 'ncci-ptp',
    part: 'outpatient-hospital-f1',
    release: '2026Q4',
    from: '2026-10-01',
  };
  const kinds = statusOf([loaded, ahead, price, hospital], '2026-11-30', readCatalog());
  const of = (name: string) => kinds.find((each) => each.name === name);
  expect(of('cms:rvu')).toMatchObject({
    state: 'OLDER',
    loaded: { release: 'RVU26C', from: '2026-07-01' },
    ahead: [{ release: 'RVU27A' }],
    expected: { name: 'cms:rvu26d', first: '2026-10-01' },
    next: { name: 'cms:rvu27a' },
  });
  expect(of('cms:ptp')?.state).toBe('NOT_LOADED');
  expect(of('cms:ptp-hospital')?.state).toBe('CURRENT');
  expect(of('hospital-prices')).toMatchObject({ state: 'ANY_DAY', label: 'in no catalog, 1 loaded' });
  expect(statusText(kinds, '2026-11-30')).toContain(
    [
      'cms:rvu: physician fee schedule, relative values: older than the calendar expects',
      '  loaded    RVU26C, from 2026-07-01, on 2026-07-05; ahead RVU27A, from 2027-01-01',
      '  expected  cms:rvu26d, from 2026-10-01',
      '  next      cms:rvu27a, from 2027-01-01, appears in November or December, and again late in December',
    ].join('\n'),
  );
});
