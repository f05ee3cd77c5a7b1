/** The release of a quarterly drug file of Medicare Part B: its days from the lines above the table, else from its name. */

import { parseDay } from '../../../db/kit/as-of.ts';
import { quarterAfter } from '../../../db/kit/quarter.ts';
import type { Recognised, Sighting } from '../../load/format/format.ts';
import { effectiveSpan, monthInName, monthNamed } from '../kit/calendar.ts';

/** `January 2026 Medicare Part B Payment Limit File 121725.csv` was published on 17 December 2025. */
function publishedIn(name: string): string | undefined {
  const [, month, day, year] = /(?<!\d)(\d\d)[_.-]?(\d\d)[_.-]?(?:20)?(\d\d)(?!\d)[^\d]*$/.exec(name) ?? [];
  try {
    return month && parseDay(`20${year}-${month}-${day}`);
  } catch {
    return undefined;
  }
}

/** The release: it holds for its quarter, and what comes after it is not stated. */
export function drugRelease({ name, within = '' }: Sighting, above: string): Recognised {
  const published = publishedIn(name);
  const stated = effectiveSpan(above);
  const from = stated?.from ?? monthNamed(above) ?? monthInName(name) ?? monthInName(within);
  if (!from) return { published };
  return { release: `ASP ${from.slice(0, 7)}`, from, to: stated?.to ?? quarterAfter(from), published };
}
