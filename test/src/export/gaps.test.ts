/** The export of gaps holds what GraphQL answers, as a worklist: the question to ask and the addresses to open. */

import { expect, test } from 'vitest';
import { csvOf, ndjsonOf, requested, serveGraph } from '../kit/exporting.ts';

interface Answer {
  readonly gaps: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly id: string;
      readonly question: string;
      readonly payer: { readonly label: string } | null;
      readonly searched: readonly { readonly url: string | null; readonly officialUrl: string | null }[];
    }[];
  };
}

test('all gaps of a service, each with its question and addresses, in the order of their ids', async () => {
  const served = await serveGraph();
  const { gaps } = await requested<Answer>(
    served,
    `{ gaps(families: ["trabecular-bone-score"], payers: ["cigna", "uhc"], first: 100) { totalCount
      nodes { id question payer { label } searched { url officialUrl } } } }`,
    {},
  );
  const rows = await ndjsonOf<Record<string, unknown>>(
    served,
    '/export/gaps.ndjson?families=trabecular-bone-score&payers=cigna,uhc',
  );
  expect(rows).toHaveLength(gaps.totalCount);
  expect(
    rows.map(({ id, question, payerName, addresses }) => ({ id, question, payerName, addresses })),
  ).toEqual(
    gaps.nodes.map(({ id, question, payer, searched }) => ({
      id,
      question,
      payerName: payer?.label ?? null,
      addresses: searched.map(({ url, officialUrl }) => officialUrl ?? url),
    })),
  );
  const [first] = await csvOf(served, '/export/gaps.csv?payers=cigna&families=trabecular-bone-score');
  expect(first).toMatchObject({ payer: 'cigna', property: 'COVERAGE' });
  expect(String(first?.question)).toMatch(
    /^Does Cigna Healthcare \(commercial\) cover 77\d{3} \(TBS, .*\), under which conditions/,
  );
  for (const [parameters, field] of [
    ['payers=nobody', 'payers[0]'],
    ['reasons=WHIM', 'reasons'],
    ['first=3', 'first'],
  ]) {
    const refused = await fetch(`${served.origin}/export/gaps.csv?${parameters}`);
    expect([refused.status, await refused.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { field } }] },
    ]);
  }
});
