/** Published rates of a code: a row a payer and basis, as dots on one log scale. */

import RateDots, { type Rates } from '../../parts/rate-dots.tsx';
import type { ShownCode } from './shown-code.ts';

interface Props {
  readonly groups: ShownCode['rateSummary']['groups']['nodes'];
  readonly total: number;
}

/** The rates, by brand of the payers; amounts that name no payer are those of the hospitals themselves. */
export default function RateTable({ groups, total }: Props) {
  const rates = groups.map(
    ({ payerBrand, ...group }): Rates => ({
      ...group,
      payer: payerBrand?.label ?? 'No payer named',
      statements: [],
    }),
  );
  return (
    <>
      <RateDots rates={rates.sort((one, other) => (one.payer ?? '').localeCompare(other.payer ?? ''))} />
      {total > groups.length && (
        <p className="aside">
          The first {groups.length} of {total} bases; GraphiQL gives the rest.
        </p>
      )}
    </>
  );
}
