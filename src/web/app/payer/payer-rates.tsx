/** What price files publish of the rates of a payer, component by component: on an axis of its own. */

import { lazy, Suspense } from 'react';
import type { Rates } from '../../parts/rate-dots.tsx';
import { Section } from '../../parts/section.tsx';
import { codesOf } from '../answer/rows.ts';
import type { PayerMatrix } from './answered.ts';

const RateDots = lazy(() => import('../../parts/rate-dots.tsx'));

interface Props {
  readonly matrix: PayerMatrix;
  readonly payerId: string;
}

/** The published rates of each component, on one scale; a rate changes nothing in an answer. */
export function PayerRates({ matrix, payerId }: Props) {
  const [first] = matrix.columns.flatMap(({ payer: { id } }, i) => (id === payerId ? [i] : []));
  const rates = matrix.rows.flatMap(({ component, cells }) => {
    // Rates are of a payer in any line of business.
    const cell = cells[first ?? 0];
    return (cell && 'publishedRates' in cell ? cell.publishedRates : []).map(
      (group): Rates => ({ ...group, statements: [], payer: codesOf(component).join(', ') }),
    );
  });
  return (
    <Section id="rates" title="Published rates, which are no coverage" none={undefined}>
      {rates.length > 0 && (
        <Suspense fallback={<div className="skeleton table" />}>
          <RateDots rates={rates} what="Component" />
        </Suspense>
      )}
    </Section>
  );
}
