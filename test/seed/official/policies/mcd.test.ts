/** Medicare Coverage Database exports. Every document, code group and date in these tables is synthetic. */

import { expect, test } from 'vitest';
import { mcd } from '../../../../seed/official/policies/mcd.ts';
import { loading } from '../../kit/loading.ts';
import { exported, tables } from '../../kit/mcd-export.ts';

const question = `query ($code: String!) {
  billingCode(code: $code) {
    policyListings { edges { node {
      id groupNumber validity { from to }
      policyVersion { version policy { number label payer { slug } }
        diagnosisListings { edges { node { effect restricted groupNumber diagnosis { code } citations { locator } } } } }
      citations { locator source { sha256 } }
    } } }
  }
}`;

test('it is known by the tables in it, not by its name', () => {
  const seen = (members: readonly string[]) => mcd.recognise({ name: 'x.zip', head: '', members });
  expect(seen(['ARTICLE.csv', 'article_x_contractor.csv'])).toEqual({});
  expect(seen(['in/ncd_trkg.csv'])).toEqual({});
  expect(seen(['lcd.csv', 'other.csv'])).toBeUndefined();
});

test('an article tells which codes it lists on the day, with its contractor, its diagnoses and the row as citation', async () => {
  const trial = loading();
  const report = await trial.load([trial.put('current_article.zip', exported())]);
  expect(report.passedOver).toEqual([
    { path: expect.stringMatching(/article_dictionary\.pdf$/), reason: 'no known format' },
  ]);
  const answer = await trial.ask<{ billingCode: { policyListings: unknown } }>(question, { code: '77092' });
  expect(answer.billingCode.policyListings).toEqual({
    edges: [
      {
        node: {
          id: 'PolicyListing:77092/mac-cgs/A90001/v3/2/2025-01-01',
          groupNumber: 2,
          validity: { from: '2025-01-01', to: null },
          policyVersion: {
            version: 'v3',
            policy: {
              number: 'A90001',
              label: 'Synthetic article, third version',
              payer: { slug: 'mac-cgs' },
            },
            diagnosisListings: {
              edges: [
                {
                  node: {
                    effect: 'SUPPORTS_MEDICAL_NECESSITY',
                    restricted: true,
                    groupNumber: 1,
                    diagnosis: { code: 'M81.0' },
                    citations: [{ locator: 'article_x_icd10_covered.csv line 2' }],
                  },
                },
                {
                  node: {
                    effect: 'DOES_NOT_SUPPORT',
                    restricted: false,
                    groupNumber: 1,
                    diagnosis: { code: 'M85.80' },
                    citations: [{ locator: 'article_x_icd10_noncovered.csv line 2' }],
                  },
                },
              ],
            },
          },
          citations: [
            {
              locator: 'article_x_hcpc_code.csv line 3',
              source: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
            },
          ],
        },
      },
    ],
  });
});

test('what it states reads as sentences', async () => {
  const trial = loading();
  await trial.load([trial.put('current_article.zip', exported())]);
  const { statements } = await trial.ask<{ statements: { nodes: readonly { text: string }[] } }>(
    `{ statements(first: 50, filter: {
         types: ["PolicyListing", "PolicyDiagnosis", "PolicyRelation", "ContractorArea"] }) { nodes { text } } }`,
  );
  expect(statements.nodes.map(({ text }) => text)).toEqual([
    'CGS Administrators decides in Kentucky under contract 15102.',
    'CGS Administrators, A90001 Synthetic article, third version (v3) lists M81.0 in diagnosis group 1: supports medical necessity, on a condition that the prose of the group states.',
    'CGS Administrators, A90001 Synthetic article, third version (v3) lists M85.80 in diagnosis group 1: does not support.',
    'Synthetic Medicare Services, A90002 Synthetic article of another service (v1) lists Z00.00 in diagnosis group 1: supports medical necessity.',
    'CGS Administrators, A90001 Synthetic article, third version (v3) lists 77080 in code group 1.',
    'CGS Administrators, A90001 Synthetic article, third version (v3) lists 77092 in code group 2.',
    'Synthetic Medicare Services, A90002 Synthetic article of another service (v1) lists 99213 in code group 1.',
    'CGS Administrators, A90001 Synthetic article, third version names CGS Administrators, L90009 as related.',
  ]);
});

test('no descriptor and no prose of the export is in the database', async () => {
  const trial = loading();
  await trial.load([trial.put('current_article.zip', exported())]);
  const { store } = trial.release();
  const { image } = trial.release();
  const parts: Uint8Array[] = [];
  for await (const part of image?.parts() ?? []) parts.push(part);
  const bytes = Buffer.concat(parts);
  expect(bytes.includes('SYNTHETIC DESCRIPTOR')).toBe(false);
  expect(bytes.includes('PROSE OF')).toBe(false);
  expect(store.all('select 1 from policy_listing')).toHaveLength(4);
});

test('only the documents that list a wanted code are taken, and of them only its rows', async () => {
  const trial = loading();
  const report = await trial.load([trial.put('current_article.zip', exported())], { codes: ['77080'] });
  const { store } = trial.release();
  expect(store.all('select t.code_id as code from policy_listing t')).toEqual([
    { code: 'BillingCode:CPT:77080' },
    { code: 'BillingCode:CPT:77080' },
  ]);
  expect(report.build?.brought[0]?.skipped).toEqual({
    'ARTICLE that lists no wanted code': 2,
    'code not among those wanted': 1,
    'area of a contract that has ended, or without a contractor or state': 1,
    'of a document that is left out': 2,
  });
});

test('what a list holds that is no code is counted, and the rest is taken', async () => {
  const trial = loading();
  const heading = 'article_id,article_version,icd10_code_id,icd10_covered_group,description,asterisk';
  const codes = ['QA0.0101', 'M810', '77080', 'XX000,Not Applicable', 'M81.0X.1', 'N/A'];
  const rows = codes.map((code) => {
    const [id, description = 'Synthetic title'] = code.split(',');
    return `90001,3,${id},1,${description},`;
  });
  const report = await trial.load([
    trial.put(
      'current_article.zip',
      exported({
        article_x_icd10_covered: `${heading}\n${rows.join('\n')}\n`,
        article_x_icd10_noncovered: `${heading}\n`,
      }),
    ),
  ]);
  expect(report.build?.brought[0]?.skipped).toMatchObject({ 'no ICD-10-CM code': 4 });
  const found = trial.release().store.all(
    `select p.diagnosis_id as id from policy_diagnosis p
       where p.policy_version_id like '%a90001/v3' order by p.diagnosis_id`,
  );
  expect(found).toEqual([
    { id: 'DiagnosisCode:ICD_10_CM:M81.0' },
    { id: 'DiagnosisCode:ICD_10_CM:QA0.0101' },
  ]);
});

test('a contractor that is known by its name is that payer, another is a new one', async () => {
  const trial = loading();
  await trial.load([trial.put('current_article.zip', exported())]);
  const { store } = trial.release();
  const found = store.all(
    `select p.slug, p.label from payer p where p.label like 'CGS%' or p.label like 'Synthetic%' order by p.slug`,
  );
  expect(found).toEqual([
    { slug: 'mac-cgs', label: 'CGS Administrators' },
    { slug: 'mac-synthetic-medicare-services', label: 'Synthetic Medicare Services' },
  ]);
  const areas = store.all(
    'select a.payer_id as payer, a.jurisdiction_id as place, a.valid_from as "from" from contractor_area a',
  );
  expect(areas).toEqual([{ payer: 'Payer:mac-cgs', place: 'Jurisdiction:KY', from: '2011-04-30' }]);
});

test('the same export again is nothing to do; a newer one adds what is new', async () => {
  const trial = loading();
  await trial.load([trial.put('current_article.zip', exported())]);
  const again = await trial.load([trial.put('other-name.zip', exported())]);
  expect(again.build).toBeUndefined();
  expect(again.alreadyLoaded).toHaveLength(1);
  const more = `${tables.article_x_hcpc_code}\n90001,3,77081,1,1,,,,2025-01-01\n`;
  const report = await trial.load([trial.put('newer.zip', exported({ article_x_hcpc_code: more }))]);
  expect(report.build?.brought.at(-1)).toMatchObject({ added: 1, ended: 0, corrected: 0 });
});

test.each([
  [
    'a column that is not there',
    'article_x_hcpc_code',
    'article_id,hcpc_code_id\n90001,77080\n',
    /article_x_hcpc_code\.csv:1: Expected the columns .* article_version is not there/,
  ],
  [
    'a row that is cut short',
    'article_x_hcpc_code',
    'article_id,article_version,hcpc_code_id\n90001,3\n',
    /article_x_hcpc_code\.csv:2: Expected 3 cells as in the heading, found 2/,
  ],
  [
    'a day that is none',
    'article',
    tables.article.replace('2025-01-01 00:00:00', '2025-13-01 00:00:00'),
    /article\.csv:\d+: article_eff_date: Expected a day of the calendar/,
  ],
  [
    'a quote that never ends',
    'article',
    `${tables.article}\n90004,1,1,"Synthetic`,
    /article\.csv:\d+: This is not CSV/,
  ],
])(
  '%s is refused with file, row and column, and nothing is changed',
  async (_what, table, content, message) => {
    const trial = loading();
    await trial.load([trial.put('current_article.zip', exported())]);
    const { info } = trial.release();
    expect(await trial.failure([trial.put('bad.zip', exported({ [table]: content }))])).toMatch(message);
    expect(trial.release().info.hash).toBe(info.hash);
    expect(trial.besides().filter((name) => /draft|arriving\/./.test(name))).toEqual([]);
  },
);

test('a determination holds from its revision to its last day, and a national one is the policy that the seed has', async () => {
  const trial = loading();
  const lcd =
    'lcd_id,lcd_version,display_id,title,orig_det_eff_date,ent_det_end_date,rev_eff_date,rev_end_date,date_retired,status,last_reviewed_on\r\n' +
    '90009,4,L90009,Synthetic determination,2020-01-01,,2024-07-25 00:00:00,2025-06-30 00:00:00,,A,2024-07-16\r\n' +
    '90009,5,L90009,Synthetic determination,2020-01-01,,2025-07-01 00:00:00,,N/A,A,2025-06-01\r\n';
  const national =
    'NCD_id,NCD_vrsn_num,NCD_mnl_sect,NCD_mnl_sect_title,NCD_efctv_dt,NCD_trmntn_dt,indctn_lmtn\r\n256,2,150.3,Synthetic title,01/01/2007,,PROSE OF the determination\r\n';
  await trial.load([
    trial.put(
      'everything.zip',
      exported({
        lcd,
        lcd_x_contractor:
          'lcd_id,lcd_version,contractor_id,contractor_type_id,contractor_version\r\n90009,4,1,8,2\r\n90009,5,1,8,2\r\n',
        ncd_trkg: national,
      }),
    ),
  ]);
  const answer = await trial.ask(
    `{ local: policy(number: "L90009") { kind payer { slug } versionInForce { version } versions { nodes { version validity { from to } } }
        relatedFrom { nodes { policy { number } } } }
      national: policy(number: "NCD 150.3") { kind label versions { nodes { id version validity { from to } citations { source { sha256 } } } } } }`,
  );
  expect(answer).toMatchObject({
    local: {
      kind: 'LCD',
      payer: { slug: 'mac-cgs' },
      versionInForce: { version: 'v5' },
      versions: {
        nodes: [
          { version: 'v5', validity: { from: '2025-07-01', to: null } },
          { version: 'v4', validity: { from: '2024-07-25', to: '2025-07-01' } },
        ],
      },
      relatedFrom: { nodes: [{ policy: { number: 'A90001' } }] },
    },
    // The seed's own words stay; the export adds its version.
    national: { kind: 'NCD', label: 'Bone (Mineral) Density Studies' },
  });
  const versions = (answer as { national: { versions: { nodes: readonly { id: string }[] } } }).national
    .versions.nodes;
  expect(versions.map(({ id }) => id)).toEqual([
    'PolicyVersion:medicare/ncd-150-3/2007',
    'PolicyVersion:medicare/ncd-150-3/v2',
  ]);
});

test('an area without the number of a contract is a sentence too', async () => {
  const trial = loading();
  const contractor = tables.contractor.replace(',15102\r\n', ',\r\n');
  await trial.load([trial.put('current_article.zip', exported({ contractor }))]);
  const answer = await trial.ask(
    '{ statements(first: 5, filter: { types: ["ContractorArea"] }) { nodes { text } } }',
  );
  expect(answer).toEqual({ statements: { nodes: [{ text: 'CGS Administrators decides in Kentucky.' }] } });
});

test('a whole state is the area that other files speak of; a part of one is an area of its own', async () => {
  const trial = loading();
  await trial.load([
    trial.put(
      'parts.zip',
      exported({
        state_lookup:
          'state_id,state_abbrev,description\r\n20,CA,California - Entire State\r\n21,CA,California - Northern\r\n',
        contractor_jurisdiction:
          'contractor_id,contractor_type_id,contractor_version,state_id,active_date,term_date\r\n1,8,2,20,,\r\n2,8,1,21,,\r\n',
      }),
    ),
  ]);
  const places = trial
    .release()
    .store.all(
      'select j.id, j.label, j.state from contractor_area a join jurisdiction j on j.id = a.jurisdiction_id order by j.id',
    );
  expect(places).toEqual([
    { id: 'Jurisdiction:CA', label: 'California', state: 'CA' },
    { id: 'Jurisdiction:state/california-northern', label: 'California - Northern', state: 'CA' },
  ]);
});
