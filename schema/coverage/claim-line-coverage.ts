/** What a payer says of what a claim line bills: the way in for a subgraph that holds claims. */

import { codeWritten, namedCode } from '../../db/codes/written-code.ts';
import { type Billed, cellsBilled, componentBilled } from '../../db/coverage/claim-line.ts';
import type { Cell } from '../../db/coverage/matrix.ts';
import { CodeSystem, LineOfBusiness } from '../../db/enums/index.ts';
import { withFamilies } from '../../db/fees/memory-with-families.ts';
import { type AsOf, parseDay } from '../../db/kit/as-of.ts';
import { billingCode, payer, serviceComponent } from '../../db/tables/index.ts';
import { BillingCode, knownCode } from '../codes/code.ts';
import { familyOf, proposedOf } from '../codes/code-families.ts';
import { ServiceComponent } from '../codes/family.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { keyed } from '../kit/entity.ts';
import { enumOf } from '../kit/enums.ts';
import { badInput, parsed } from '../kit/errors.ts';
import { at, type FactOf, mustHave, one } from '../kit/fact.ts';
import { grows } from '../kit/growth.ts';
import { loaderOf } from '../kit/loader.ts';
import { knownId } from '../kit/reference.ts';
import { Payer } from '../policies/payer.ts';
import { CoverageCell } from './matrix-cell.ts';

type Line = keyof typeof LineOfBusiness.values;

const linesOfBusiness = Object.keys(LineOfBusiness.values).join(', ');

/** The key of a claim line's coverage. None of it is null: routers differ in what they make of a null in a key. */
interface LineKey {
  readonly payer: { readonly slug: string };
  readonly code: { readonly system: string; readonly code: string };
  readonly modifiers: string;
  readonly lineOfBusiness: string;
  readonly dateOfService: string;
}

/** A claim line whose payer and code this release holds. */
interface ClaimLine {
  readonly payer: FactOf<typeof payer>;
  readonly code: FactOf<typeof billingCode>;
  readonly modifiers: string;
  /** Null where the key names none. */
  readonly lineOfBusiness: Line | null;
  /** Undefined where the code is billed with a modifier alone, and the line has none that fits. */
  readonly componentId: string | undefined;
  readonly asOf: AsOf;
}

const ClaimLineCoverage = builder.objectRef<ClaimLine>('ClaimLineCoverage').implement({
  description:
    'What a payer says of what a claim line bills, on its day of service. A subgraph that holds claims refers to it by its key and nothing of a patient; it is worked out, as the cells of `coverageMatrix` are. A payer or code that this release does not hold makes it null.',
  fields: (t) => ({
    payer: t.field({
      type: Payer,
      description:
        'The payer that is billed. Name the licensee: an association decides nothing, and its cells read UNKNOWN.',
      resolve: (line) => line.payer,
    }),
    lineOfBusiness: t.string({
      description: `Line of business of the plan as text, one of ${linesOfBusiness}; empty: not known, then there is a cell for each line that anything is known of.`,
      resolve: (line) => line.lineOfBusiness ?? '',
    }),
    code: t.field({ type: BillingCode, description: 'The code billed.', resolve: (line) => line.code }),
    modifiers: t.string({
      description: 'Modifiers of the line as text, separated by spaces, such as "26"; empty: none.',
      resolve: (line) => line.modifiers,
    }),
    dateOfService: t.field({
      type: 'Date',
      description: 'Day of the service. It goes before the header `as-of-date-of-service`.',
      resolve: (line) => line.asOf.dateOfService,
    }),
    component: t.field({
      type: ServiceComponent,
      nullable: true,
      description:
        'The component that the code with its modifiers reports, worked out for the day where people put the code in no family (`ServiceComponent.basis`); null when it reports none that this release has.',
      resolve: ({ componentId, asOf }, _args, context) =>
        componentId === undefined ? null : mustHave(context, serviceComponent, componentId, asOf),
    }),
    cells: t.field({
      type: [CoverageCell],
      ...grows({ items: () => 2 }), // most lines name their line of business
      description:
        'The answer for the line of business, one for each where the key names none. Empty only when `component` is null.',
      resolve: async (line, _args, context) =>
        (await cellsOf(line, context)).map((cell) => at(cell, line.asOf)),
    }),
  }),
});

const cells = loaderOf(
  ({ store, memory }, billed: readonly Billed[], line: Pick<ClaimLine, 'lineOfBusiness' | 'asOf'>) =>
    cellsBilled(store, memory, billed, line.lineOfBusiness, line.asOf),
);

function cellsOf(line: ClaimLine, context: GraphContext): readonly Cell[] | Promise<readonly Cell[]> {
  const { payer, componentId, lineOfBusiness, asOf } = line;
  return componentId === undefined
    ? []
    : cells(context, { componentId, payerId: payer.id }, { lineOfBusiness, asOf });
}

/** The line of business that a key names, if any; a typed error when there is none of that name. */
function lineOf(text: string): Line | null {
  if (text === '') return null;
  if (Object.hasOwn(LineOfBusiness.values, text)) return text as Line;
  throw badInput(
    'lineOfBusiness',
    `lineOfBusiness: ${JSON.stringify(text.slice(0, 40))} is no line of business. Give one of ${linesOfBusiness}, or an empty text.`,
  );
}

/** Modifiers in capitals; a typed error when one cannot be a modifier. */
function modifiersOf(written: readonly string[]): readonly string[] {
  const modifiers = [...new Set(written.map((modifier) => codeWritten('MODIFIER', modifier)))];
  if (modifiers.length > 4 || !modifiers.every((modifier) => modifier !== undefined))
    throw badInput(
      'modifiers',
      `modifiers: ${JSON.stringify(written.join(' ').slice(0, 40))} is no list of modifiers. Give at most four of two characters each, such as 26 and 59.`,
    );
  return modifiers;
}

/** The component that a code and modifiers bill; undefined where none is billed so. */
async function componentOf(
  context: GraphContext,
  code: FactOf<typeof billingCode>,
  modifiers: readonly string[],
): Promise<string | undefined> {
  const family = await familyOf(context, code);
  return componentBilled(withFamilies(context.memory, [proposedOf(family)]), code.id, modifiers);
}

keyed(ClaimLineCoverage, {
  keys: ['payer { slug } lineOfBusiness code { system code } modifiers dateOfService'],
  find: async (reference, context): Promise<ClaimLine | null> => {
    const key = reference as unknown as LineKey; // the fields of the only key, each of its type
    const asOf = {
      dateOfService: parsed('dateOfService', () => parseDay(key.dateOfService)),
      knownAt: context.asOf.knownAt,
    };
    const lineOfBusiness = lineOf(key.lineOfBusiness);
    const modifiers = modifiersOf(key.modifiers.split(/\s+/).filter(Boolean));
    const billedTo = await one(context, payer, `Payer:${key.payer.slug}`, asOf);
    const code = await one(context, billingCode, `BillingCode:${key.code.system}:${key.code.code}`, asOf);
    if (!billedTo || !code) return null;
    const componentId = await componentOf(context, code, modifiers);
    return { payer: billedTo, code, modifiers: key.modifiers, lineOfBusiness, componentId, asOf };
  },
});

builder.queryField('claimLineCoverage', (t) =>
  t.field({
    type: ClaimLineCoverage,
    nullable: true,
    description:
      'What a payer says of what one claim line bills: the cells of `coverageMatrix` for it alone, with room for all that they rest on. An unknown payer or code is an error of code UNKNOWN_ID.',
    args: {
      payer: t.arg.id({ required: true, description: 'The payer by slug or id, such as aetna.' }),
      lineOfBusiness: t.arg({
        type: enumOf(LineOfBusiness),
        required: false,
        description: 'Line of business of the plan. Default: each that anything is known of.',
      }),
      system: t.arg({
        type: enumOf(CodeSystem),
        required: false,
        description:
          'CPT or HCPCS_LEVEL_II. Default: HCPCS_LEVEL_II for a code that begins with a letter, else CPT.',
      }),
      code: t.arg.string({
        required: true,
        description: 'The code billed, such as "77080", or "77080-26" with a modifier of the line.',
      }),
      modifiers: t.arg.stringList({
        required: false,
        defaultValue: [],
        description: 'Modifiers of the line, such as ["26"]; at most four.',
      }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Day of the service, and state of knowledge.',
      }),
    },
    resolve: async (
      _root,
      { payer: id, lineOfBusiness, system, code: written, modifiers, asOf },
      context,
    ) => {
      const day = rootAsOf({ asOf }, context);
      // "77080-26" is the code with its modifier.
      const { codeId, modifier } = namedCode(written, system) ?? {};
      const named = modifiersOf(modifier ? [modifier, ...(modifiers ?? [])] : (modifiers ?? []));
      const code = await knownCode(
        'code',
        { system, code: modifier ? (codeId ?? '') : written },
        context,
        day,
      );
      const billedTo = await mustHave(context, payer, knownId(context, payer, 'payer', id), day);
      return {
        payer: billedTo,
        code,
        modifiers: named.join(' '),
        lineOfBusiness: lineOfBusiness ?? null,
        componentId: await componentOf(context, code, named),
        asOf: day,
      };
    },
  }),
);
