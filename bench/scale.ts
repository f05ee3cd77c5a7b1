/** How large a synthetic graph is. */

/** Counts of what a graph holds; the same counts and seed give the same rows. */
export interface Scale {
  /** Codes in all; those that are not asked belong to no family and nobody speaks of them. */
  readonly codes: number;
  /** Codes of which every payer says something, four to a family, each with its own component. */
  readonly asked: number;
  readonly payers: number;
  readonly policies: number;
  readonly sources: number;
  /** Start of the pseudo-random numbers. */
  readonly seed: number;
}

/** The graphs that can be asked for by name. `full` holds 500,000 coverage statements and a million citations. */
export const scales = {
  full: { codes: 12_000, asked: 8_336, payers: 60, policies: 400, sources: 200, seed: 1 },
  small: { codes: 600, asked: 200, payers: 60, policies: 120, sources: 40, seed: 1 },
} as const satisfies Record<string, Scale>;

export type ScaleName = keyof typeof scales;

/** Codes of a family, and so components too. */
export const familySize = 4;
