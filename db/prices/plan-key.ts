/** The numbers of health plans, which are written in several ways. */

import { shapes } from '../codes/code-shapes.ts';

/** Letters and digits alone, by which a plan is looked up: an EIN is written with and without its hyphen, and without a zero before it where it was taken for a number. */
export function planKeyOf(planId: string): string {
  const key = planId.toUpperCase().replace(/[^A-Z0-9]+/g, '');
  return /^\d{7,8}$/.test(key) ? key.padStart(9, '0') : key;
}

/** A HIOS plan: issuer, state, product and plan, fourteen characters in all; a variant of it may follow. */
const hiosPlan = new RegExp(`^${shapes.HIOS_PLAN.form}(?:\\d{2})?$`);

/** The keys under which files may list a plan: a HIOS plan also by its product, the first ten characters. */
export function planKeysOf(planId: string): readonly string[] {
  const key = planKeyOf(planId);
  return hiosPlan.test(key) ? [...new Set([key, key.slice(0, 14), key.slice(0, 10)])] : [key];
}
