/** Into which components the PC/TC indicator of Medicare splits a code. Pure: rows in, components out. */

import type * as e from '../enums/index.ts';
import type { Row } from '../kit/table.ts';
import type { indicator, modifier } from '../tables/index.ts';
import { inWords } from '../tables/sentences.ts';

type Role = keyof typeof e.ComponentRole.values;

/** A way to bill a part of the service of a code: alone, or with a component modifier. */
export interface IndicatedPart {
  readonly role: Role;
  /** Null where the code is billed without one. */
  readonly modifierId: string | null;
}

/** What follows from an indicator, and the rule in words. */
export interface IndicatedSplit {
  readonly pattern: keyof typeof e.ComponentPattern.values;
  readonly parts: readonly IndicatedPart[];
  readonly note: string;
}

/** The values of which CMS says that the code itself names a part. */
const ownPart: Readonly<Record<string, Role>> = { 2: 'PROFESSIONAL', 3: 'TECHNICAL', 8: 'PROFESSIONAL' };

/** A laboratory test whose interpretation a physician may bill with a modifier; that of the technical part does not apply. */
const interpreted = '6';

/**
 * The components of a code by the value of its indicator, as the row of its meaning says. Where that row allows component
 * modifiers, those are the modifiers of which `modifiers` say which part they name. Every code has one component at least.
 */
export function splitByIndicator(
  value: string,
  meaning: Row<typeof indicator> | undefined,
  modifiers: readonly Row<typeof modifier>[],
): IndicatedSplit {
  const reads = meaning
    ? `: ${meaning.label}. ${meaning.meaning}`
    : ', of which this release has no meaning.';
  const note = `PC/TC indicator ${value}${reads}`;
  const role = ownPart[value];
  if (role)
    return {
      pattern: 'STAND_ALONE_CODES',
      parts: [{ role, modifierId: null }],
      note: `${note} The code itself is the ${inWords(role)} part of a service.`,
    };
  const named = modifiers.flatMap(({ id, componentRole }) =>
    componentRole === null ? [] : [{ role: componentRole, modifierId: id }],
  );
  const fitting = named
    .filter(
      (part) =>
        meaning?.allowsComponentModifiers === 1 || (value === interpreted && part.role !== 'TECHNICAL'),
    )
    .sort((a, b) => Number(b.role === 'TECHNICAL') - Number(a.role === 'TECHNICAL'));
  const pattern = fitting.length > 0 ? 'MODIFIER_SPLIT' : 'GLOBAL_ONLY';
  return { pattern, parts: [{ role: 'GLOBAL', modifierId: null }, ...fitting], note };
}
