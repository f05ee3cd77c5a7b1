/** A draft claim as clients give it: checked piece by piece, before anything is read. */

import type { Claim, ClaimLine } from '../../db/claims/claim.ts';
import type { CodeKind } from '../../db/codes/code-shapes.ts';
import { codeWritten } from '../../db/codes/written-code.ts';
import { ClaimForm, LineOfBusiness } from '../../db/enums/index.ts';
import { type AsOf, parseDay } from '../../db/kit/as-of.ts';
import { payer } from '../../db/tables/index.ts';
import { codeIdIfAny } from '../codes/code.ts';
import { codeGiven } from '../codes/code-given.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { enumOf } from '../kit/enums.ts';
import { badInput, parsed } from '../kit/errors.ts';
import { knownId } from '../kit/reference.ts';

/** The most that a claim, and a line of it, may have. */
const maxLines = 50;
const maxDiagnoses = 12;
const maxModifiers = 4;
const mostUnits = 9_999_999.9;

const ClaimLineInput = builder.inputType('ClaimLineInput', {
  description: 'A line of a draft claim.',
  fields: (t) => ({
    code: t.string({
      required: true,
      description:
        'Billing code, such as "77090" or "CPT:77090". What has the form of no code, such as "77080-26", is a finding on its line.',
    }),
    modifiers: t.stringList({
      required: false,
      defaultValue: [],
      description: `Two-character modifiers, such as ["26"]; at most ${maxModifiers}.`,
    }),
    units: t.float({
      required: false,
      defaultValue: 1,
      description: 'Units, from 0.1 to 9999999.9, as a claim of 837 may have them: with one decimal at most.',
    }),
    placeOfService: t.string({ required: false, description: 'Two digits as text, such as "11".' }),
    diagnoses: t.stringList({
      required: false,
      defaultValue: [],
      description: `ICD-10-CM codes, such as ["M81.0"]; at most ${maxDiagnoses}. One of another form, such as 733.01 of ICD-9-CM, is a finding on its line.`,
    }),
    dateOfService: t.field({
      type: 'Date',
      required: false,
      description: 'Day of the service; default: that of `asOf`, else today.',
    }),
    lastServiceOn: t.field({
      type: 'Date',
      required: false,
      description: 'Day of the last service of this kind, for frequency rules.',
    }),
  }),
});

/** A draft claim as a client gives it. */
export const ClaimInput = builder.inputType('ClaimInput', {
  description: 'A draft claim. It takes no patient data, and none is wanted.',
  fields: (t) => ({
    payer: t.id({ required: false, description: 'The payer by slug or id, such as medicare.' }),
    lineOfBusiness: t.field({
      type: enumOf(LineOfBusiness),
      required: false,
      description: 'Line of business; needed where the payer has several.',
    }),
    claimForm: t.field({
      type: enumOf(ClaimForm),
      required: false,
      defaultValue: 'PROFESSIONAL_837P_CMS1500',
      description: 'Kind of claim.',
    }),
    lines: t.field({ type: [ClaimLineInput], required: true, description: `Lines, from 1 to ${maxLines}.` }),
  }),
});

type LineShape = typeof ClaimLineInput.$inferInput;

function atMost(limit: number, field: string, items: readonly unknown[]): void {
  if (items.length > limit)
    throw badInput(field, `${field} holds ${items.length} items: give at most ${limit}.`);
}

/** What may be a code of another system or with something added to it, such as 733.01 or 77080-26: left to its line, where it cannot pass. */
const likeOne = /^[0-9A-Z][0-9A-Z.-]{1,15}$/;

/** A text of no known form that stands in the place of a code; throws a typed error where it is no code of any system. */
function unlike(field: string, kind: CodeKind, written: string): string {
  const text = written.trim().toUpperCase();
  return likeOne.test(text) ? text : codeGiven(field, kind, written);
}

function lineOf(line: LineShape, index: number, asOf: AsOf): ClaimLine {
  const at = `claim.lines[${index}]`;
  const written = line.modifiers ?? [];
  atMost(maxModifiers, `${at}.modifiers`, written);
  const modifiers = written.map((modifier) => codeGiven(`${at}.modifiers`, 'MODIFIER', modifier));
  const units = line.units ?? 1;
  if (units < 0.1 || units > mostUnits || Math.abs(units * 10 - Math.round(units * 10)) > 1e-6)
    throw badInput(
      `${at}.units`,
      `${at}.units is ${units}: give a number from 0.1 to ${mostUnits} with one decimal at most.`,
    );
  const { placeOfService, dateOfService, lastServiceOn } = line;
  atMost(maxDiagnoses, `${at}.diagnoses`, line.diagnoses ?? []);
  return {
    index,
    codeId:
      codeIdIfAny({ code: line.code }) ??
      `BillingCode:CPT:${unlike(`${at}.code`, 'BILLING_CODE', line.code)}`,
    modifiers,
    units,
    placeOfService:
      placeOfService != null ? codeGiven(`${at}.placeOfService`, 'PLACE_OF_SERVICE', placeOfService) : null,
    diagnosisIds: (line.diagnoses ?? []).map(
      (code) =>
        `DiagnosisCode:ICD_10_CM:${codeWritten('DIAGNOSIS', code) ?? unlike(`${at}.diagnoses`, 'DIAGNOSIS', code)}`,
    ),
    dateOfService:
      dateOfService != null
        ? parsed(`${at}.dateOfService`, () => parseDay(dateOfService))
        : asOf.dateOfService,
    lastServiceOn:
      lastServiceOn != null ? parsed(`${at}.lastServiceOn`, () => parseDay(lastServiceOn)) : null,
  };
}

/** The claim that the input describes; typed errors name the line and the field. */
export function claimOf(input: typeof ClaimInput.$inferInput, asOf: AsOf, context: GraphContext): Claim {
  const { payer: billedTo, lineOfBusiness, claimForm, lines } = input;
  if (lines.length === 0 || lines.length > maxLines) {
    throw badInput('claim.lines', `claim.lines holds ${lines.length} lines: give from 1 to ${maxLines}.`);
  }
  return {
    payerId: billedTo != null ? knownId(context, payer, 'claim.payer', billedTo) : null,
    lineOfBusiness: lineOfBusiness ?? null,
    claimForm: claimForm ?? 'PROFESSIONAL_837P_CMS1500',
    lines: lines.map((line, index) => lineOf(line, index, asOf)),
  };
}
