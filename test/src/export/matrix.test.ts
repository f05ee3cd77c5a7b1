/** The export of the matrix holds the cells that GraphQL answers with, in the same order. */

import { expect, test } from 'vitest';
import { csvOf, ndjsonOf, requested, serveGraph } from '../kit/exporting.ts';

const document = `query ($input: MatrixInput!) { coverageMatrix(input: $input) { rows {
  component { id role reportedBy { code { code } modifiers { code } } }
  cells { payer { slug } lineOfBusiness state reach unknownReason
    priorAuthorization priorAuthorizationUnknownReason
    best { id covered basis summary policyVersion { version policy { number } }
      freshness { state readAgainBy } citations { locator sourceLevel source { title url officialUrl } } } } } } }`;

interface Answer {
  readonly coverageMatrix: { readonly rows: readonly Row[] };
}

interface Row {
  readonly component: {
    readonly id: string;
    readonly role: string;
    readonly reportedBy: readonly {
      readonly code: { readonly code: string };
      readonly modifiers: readonly { readonly code: string }[];
    }[];
  };
  readonly cells: readonly Cell[];
}

interface Cell {
  readonly payer: { readonly slug: string };
  readonly lineOfBusiness: string;
  readonly state: string;
  readonly reach: string;
  readonly unknownReason: string | null;
  readonly priorAuthorization: string;
  readonly priorAuthorizationUnknownReason: string | null;
  readonly best: {
    readonly id: string;
    readonly covered: string | null;
    readonly basis: string;
    readonly summary: string;
    readonly policyVersion: {
      readonly version: string;
      readonly policy: { readonly number: string | null };
    } | null;
    readonly citations: readonly {
      readonly locator: string | null;
      readonly sourceLevel: string;
      readonly source: {
        readonly title: string;
        readonly url: string | null;
        readonly officialUrl: string | null;
      };
    }[];
    readonly freshness: { readonly state: string; readonly readAgainBy: string | null };
  } | null;
}

/** The row that an export should hold for a cell. */
function expected({ component }: Row, cell: Cell) {
  const { best } = cell;
  const cited = best?.citations ?? [];
  return {
    component: component.id,
    role: component.role,
    codes: component.reportedBy.map(({ code, modifiers }) =>
      [code, ...modifiers].map((one) => one.code).join('-'),
    ),
    payer: cell.payer.slug,
    lineOfBusiness: cell.lineOfBusiness,
    state: cell.state,
    reach: cell.reach,
    unknownReason: cell.unknownReason,
    covered: best?.covered ?? null,
    basis: best?.basis ?? null,
    statement: best?.id ?? null,
    summary: best?.summary ?? null,
    policyNumber: best?.policyVersion?.policy.number ?? null,
    policyVersion: best?.policyVersion?.version ?? null,
    sourceTitles: cited.map(({ source }) => source.title),
    locators: cited.map(({ locator }) => locator),
    urls: cited.map(({ source }) => source.url),
    priorAuthorization: cell.priorAuthorization,
    priorAuthorizationUnknownReason: cell.priorAuthorizationUnknownReason,
    officialUrls: cited.map(({ source }) => source.officialUrl),
    sourceLevels: cited.map(({ sourceLevel }) => sourceLevel),
    freshness: best?.freshness.state ?? null,
    readAgainBy: best?.freshness.readAgainBy ?? null,
  };
}

const asText = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((item) => item ?? '').join(' | ') : (value ?? ''),
    ]),
  );

const day = { dateOfService: '2026-11-24' };

test.each([
  [
    'codes=77090,77092&dateOfService=2026-11-24',
    { codes: [{ code: '77090' }, { code: '77092' }], asOf: day },
  ],
  [
    'codes=CPT:77080&payers=Payer:aetna,Payer:bcbs&dateOfService=2026-11-24',
    { codes: [{ system: 'CPT', code: '77080' }], payers: ['Payer:aetna', 'Payer:bcbs'], asOf: day },
  ],
  [
    'families=ServiceFamily:trabecular-bone-score&linesOfBusiness=COMMERCIAL&dateOfService=2020-01-01&knownAt=2026-11-25T00:00:00Z',
    {
      families: ['ServiceFamily:trabecular-bone-score'],
      linesOfBusiness: ['COMMERCIAL'],
      asOf: { dateOfService: '2020-01-01', knownAt: '2026-11-25T00:00:00Z' },
    },
  ],
  [
    'codes=76499&families=ServiceFamily:ct-bone-strength&payers=Payer:medicare&dateOfService=2026-11-01&knownAt=2026-11-30T00:00:00Z',
    {
      codes: [{ code: '76499' }],
      families: ['ServiceFamily:ct-bone-strength'],
      payers: ['Payer:medicare'],
      asOf: { dateOfService: '2026-11-01', knownAt: '2026-11-30T00:00:00Z' },
    },
  ],
])('%s', async (parameters, input) => {
  const served = await serveGraph();
  const { coverageMatrix } = await requested<Answer>(served, document, { input });
  const rows = coverageMatrix.rows.flatMap((row) => row.cells.map((cell) => expected(row, cell)));
  expect(rows.length).toBeGreaterThan(3);
  expect(await ndjsonOf(served, `/export/matrix.ndjson?${parameters}`)).toEqual(rows);
  expect(await csvOf(served, `/export/matrix.csv?${parameters}`)).toEqual(rows.map(asText));
});
