/** Synthetic rates of given codes, always the same. */

import { groupAt, termsWith, type WholeRate } from './generated-rates.ts';

/** Ten rates of each code, of two networks and three groups. */
export function someRates(codes: readonly string[]): readonly WholeRate[] {
  const groups = [groupAt('60637'), groupAt('77030', '60611'), groupAt()] as const;
  return codes.flatMap((code) =>
    Array.from({ length: 10 }, (_, index) => ({
      ...{ code, cents: 100 * index, line: index + 1 },
      terms: termsWith({ network: index % 2 === 0 ? 'synthetic' : null }),
      group: groups[index % 3] ?? groupAt(),
    })),
  );
}
