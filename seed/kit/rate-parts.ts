/** What price files tell apart and other sources of amounts do not. */

/** The columns of an amount that is parted by none of it. */
export const notToldApart = {
  payerStated: null,
  network: null,
  facility: null,
  modifiers: null,
  careSetting: null,
  places: null,
  negotiatedType: null,
  arrangement: null,
  algorithm: null,
  zeros: null,
  placeholders: null,
  lowOutliers: null,
  highOutliers: null,
} as const;
