/** Parts of amounts that loaded files and the seed text share. */

/** The values of these columns for an amount that distinguishes none of them. */
export const indistinguishable = {
  payerStated: null,
  network: null,
  facility: null,
  modifiers: null,
  careSetting: null,
  places: null,
  negotiatedType: null,
  arrangement: null,
  algorithm: null,
  percentageBase: null,
  additionalNotes: null,
  revenueCodes: null,
  codeVersion: null,
  severityOfIllness: null,
  zeros: null,
  placeholders: null,
  lowOutliers: null,
  highOutliers: null,
} as const;

/** How figures were worked out: one sentence, whether a load or the seed text states them. */
export const methodOf = {
  rounding: (written: string) => `Rounded half up to two places from ${written}.`,
  roundingEach: (rounded: number) =>
    `Each figure is rounded half up to two places${rounded > 0 ? `: ${rounded} were` : ''}.`,
  outliers: (from: string) =>
    `Outliers are below a tenth of ${from} or above ten times it; they are counted, not left out.`,
} as const;

/** What Medicare pays, as the comparison with it names it: in dollars, and of which schedule and year. */
export const nationalAmount = (dollars: string, of: string) =>
  `the national Medicare amount of $${dollars} (${of})`;
