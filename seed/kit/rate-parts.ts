/** The columns that price files distinguish and other sources of amounts do not. */

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
