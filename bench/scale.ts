/** How large a synthetic graph is. */

/** The counts of a graph's rows; the same counts and seed give the same rows. */
export interface Scale {
  /** All codes; those beyond the count below have no family and no coverage statements. */
  readonly codes: number;
  /** Codes about which every payer has a statement, four to a family, each with its own component. */
  readonly asked: number;
  readonly payers: number;
  readonly policies: number;
  readonly sources: number;
  /** Seed of the pseudo-random numbers. */
  readonly seed: number;
}

/** The graphs by name. `full` has 500,000 coverage statements and a million citations. */
export const scales = {
  full: { codes: 12_000, asked: 8_336, payers: 60, policies: 400, sources: 200, seed: 1 },
  small: { codes: 600, asked: 200, payers: 60, policies: 120, sources: 40, seed: 1 },
} as const satisfies Record<string, Scale>;

export type ScaleName = keyof typeof scales;

/** Codes per family, and so components per family. */
export const familySize = 4;
