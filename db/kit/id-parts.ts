/** The parts of an id: `BillingCode:CPT:77090` is its type, then its key, of which people write the last part. */

/** The part before the first colon: "BillingCode" of BillingCode:CPT:77090. */
export function typeOf(id: string): string {
  return id.slice(0, id.indexOf(':'));
}

/** The part after the type: "CPT:77090" of BillingCode:CPT:77090. */
export function keyOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

/** The part after the last colon: "77090" of BillingCode:CPT:77090, and "aetna" of Payer:aetna. */
export function lastPart(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1);
}
