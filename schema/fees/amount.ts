/** What Medicare allows for a code under the physician fee schedule: by day, setting and locality, with the rows it follows from. */

import { FeeSetting, UnknownReason } from '../../db/enums/index.ts';
import { type FeeAmount, feeAmounts, noAmount } from '../../db/fees/amount.ts';
import type { PracticeSetting } from '../../db/fees/rvu-arithmetic.ts';
import type { ZipRow } from '../../db/fees/zip-locality.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { formatDecimal } from '../../db/kit/decimal.ts';
import { jurisdiction } from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { Explanation, explainAnswer } from '../evidence/explanation.ts';
import { nearestFields } from '../evidence/nearest-days.ts';
import { AsOfInput, AsOfType, asOfFrom } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { enumOf } from '../kit/enums.ts';
import { at, type Fact, one } from '../kit/fact.ts';
import { loaderOf } from '../kit/loader.ts';
import { CitationRef, citationsOf } from '../kit/source.ts';
import { Jurisdiction } from '../policies/payer.ts';
import {
  FeeLocalityInput,
  requestedLocality,
  requestedMinutes,
  requestedModifier,
  requestedSetting,
} from './amount-input.ts';
import { AnesthesiaBaseUnits, AnesthesiaConversionFactor } from './anesthesia.ts';
import { ImagingCap, ZipLocality } from './locality.ts';
import { ConversionFactor, FeeScheduleEntry, LocalityIndex } from './schedule.ts';

interface Answer extends FeeAmount {
  readonly asOf: AsOf;
  readonly setting: PracticeSetting | null;
  readonly jurisdictionId: string | null;
  readonly zipRow: ZipRow | null;
}

const money = (cents: number | null) => (cents === null ? null : formatDecimal(cents, 2));

/** The statements that an answer follows from, in the order in which they are used. */
function because(answer: Answer): Fact[] {
  const { zipRow, entry, baseUnits, index, factor, anesthesiaFactor, capEntry, asOf } = answer;
  return [zipRow, entry, baseUnits, index, factor, anesthesiaFactor, capEntry]
    .filter((row) => row !== null)
    .map((row) => at(row, asOf));
}

const FeeScheduleAmount = builder.objectRef<Answer>('FeeScheduleAmount').implement({
  description:
    'What Medicare allows for a code under the physician fee schedule, before deductible, coinsurance and other adjustments, and every row that it follows from. Priced is not covered.',
  fields: (t) => ({
    asOf: t.field({
      type: AsOfType,
      description: 'The day and the state of knowledge that it is for.',
      resolve: ({ asOf }) => asOf,
    }),
    amount: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'US dollars, rounded half up once; null where none can be given, see `unknownReason`.',
      resolve: ({ amount }) => money(amount),
    }),
    unknownReason: t.field({
      type: enumOf(UnknownReason),
      nullable: true,
      description: 'Why there is no amount; set exactly when `amount` is null.',
      resolve: ({ unknownReason }) => unknownReason,
    }),
    ...nearestFields(t, 'unknownReason', ({ nearest }) => nearest),
    note: t.string({
      description: 'The sum in figures, or in words why there is none.',
      resolve: ({ note }) => note,
    }),
    setting: t.field({
      type: enumOf(FeeSetting),
      nullable: true,
      description:
        'Which practice expense counts at the place of service; null where no source that was read states it.',
      resolve: ({ setting }) => setting,
    }),
    uncappedAmount: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'US dollars, what the RVUs make before the cap; null where `amount` is.',
      resolve: ({ uncapped }) => money(uncapped),
    }),
    cap: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'US dollars, what the hospital outpatient system would pay, which imaging may not exceed; null where nothing caps it or no row says.',
      resolve: ({ cap }) => money(cap),
    }),
    locality: t.field({
      type: Jurisdiction,
      nullable: true,
      description: 'The locality; null for the whole country, or where the ZIP code leads to none.',
      resolve: ({ jurisdictionId, asOf }, _args, context) =>
        jurisdictionId ? one(context, jurisdiction, jurisdictionId, asOf) : null,
    }),
    zipLocality: t.field({
      type: ZipLocality,
      nullable: true,
      description: 'The row that leads from the ZIP code to the locality; null where no ZIP code was given.',
      resolve: ({ zipRow, asOf }) => zipRow && at(zipRow, asOf),
    }),
    entry: t.field({
      type: FeeScheduleEntry,
      nullable: true,
      description: 'The row of the fee schedule; null where none has the code and modifier on that day.',
      resolve: ({ entry, asOf }) => entry && at(entry, asOf),
    }),
    localityIndex: t.field({
      type: LocalityIndex,
      nullable: true,
      description: 'The indices of the locality; null for the whole country, where each is taken as 1.',
      resolve: ({ index, asOf }) => index && at(index, asOf),
    }),
    conversionFactor: t.field({
      type: ConversionFactor,
      nullable: true,
      description:
        'Dollars per RVU; null where only the row of the schedule itself states it, or no amount is set.',
      resolve: ({ factor, asOf }) => factor && at(factor, asOf),
    }),
    imagingCap: t.field({
      type: ImagingCap,
      nullable: true,
      description: 'The published cap of the locality; null where none was read.',
      resolve: ({ capEntry, asOf }) => capEntry && at(capEntry, asOf),
    }),
    baseUnits: t.field({
      type: AnesthesiaBaseUnits,
      nullable: true,
      description: 'The base units of an anaesthesia code; null for all others.',
      resolve: ({ baseUnits, asOf }) => baseUnits && at(baseUnits, asOf),
    }),
    timeUnits: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'Anaesthesia minutes divided by 15, rounded to one decimal; null for codes that are not paid by time, and where no amount is set.',
      resolve: ({ timeUnits }) => (timeUnits === null ? null : formatDecimal(timeUnits, 1)),
    }),
    anesthesiaFactor: t.field({
      type: AnesthesiaConversionFactor,
      nullable: true,
      description: 'Dollars per anaesthesia unit; null for all other codes, and where no amount is set.',
      resolve: ({ anesthesiaFactor, asOf }) => anesthesiaFactor && at(anesthesiaFactor, asOf),
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'The citations of all these rows; empty only where there is none of them.',
      resolve: async (answer, _args, context) =>
        (await Promise.all(because(answer).map((fact) => citationsOf(context, fact)))).flat(),
    }),
    explanation: t.field({
      type: Explanation,
      description: 'Each row from its file on, then the sum, or why there is none.',
      resolve: (answer, _args, context) =>
        explainAnswer(context, because(answer), 'fee-schedule-amount', answer.note),
    }),
  }),
});

interface AmountRequest {
  readonly modifierId: string | null;
  readonly setting: PracticeSetting;
  readonly jurisdictionId: string | null;
  readonly qualifyingApm: boolean;
  readonly anesthesiaMinutes: number | null;
  readonly asOf: AsOf;
}

/** The amount of a code; codes requested together with equal arguments are one batch. */
const amountOf = loaderOf(({ store, memory }, codeIds: readonly string[], request: AmountRequest) =>
  feeAmounts(store, memory, codeIds, request),
);

const unsettled = (place: string) => ({
  unknownReason: 'NOT_YET_REVIEWED' as const,
  note: `No source that was read says whether place of service ${place} is a facility, so it is open which practice expense counts.`,
});

builder.objectField(BillingCode, 'feeScheduleAmount', (t) =>
  t.field({
    type: FeeScheduleAmount,
    description:
      'What Medicare allows for the code under the physician fee schedule at a place, in a locality. Give `locality` or `zip`; without both it is the national amount, every index taken as 1.',
    args: {
      modifier: t.arg.string({
        required: false,
        description: 'Modifier of the row, such as "26", "TC" or "53". Default: the row without one.',
      }),
      placeOfService: t.arg.string({
        required: false,
        defaultValue: '11',
        description:
          'Place of service, two digits as text, such as "11"; it decides facility or not. Default: an office.',
      }),
      locality: t.arg({ type: FeeLocalityInput, required: false, description: 'The locality.' }),
      zip: t.arg.string({
        required: false,
        description:
          'ZIP code of where the service is given, five digits or nine, such as "77002" or "77002-1234".',
      }),
      qualifyingApm: t.arg.boolean({
        required: false,
        defaultValue: false,
        description:
          'Whether a qualifying participant of an advanced alternative payment model bills, who has a factor of their own from 2026 on.',
      }),
      anesthesiaMinutes: t.arg.int({
        required: false,
        description:
          'How long anaesthesia took, in minutes from 1 to 9999. Only codes with anaesthesia base units are paid by it, and without it they have no amount; for all others it does not count.',
      }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Another day or state of knowledge than above.',
      }),
    },
    resolve: async (code, args, context) => {
      const asOf = asOfFrom(args.asOf, code.asOf);
      const modifierId = args.modifier ? requestedModifier(args.modifier) : null;
      const anesthesiaMinutes = requestedMinutes(args.anesthesiaMinutes);
      const place = args.placeOfService ?? '11';
      const setting = await requestedSetting(place, context, asOf);
      const { jurisdictionId, zipRow, open } = await requestedLocality(args, context, asOf);
      const answer = { asOf, setting, jurisdictionId, zipRow };
      if (open) return { ...answer, ...noAmount, ...open };
      if (!setting) return { ...answer, ...noAmount, ...unsettled(place) };
      const qualifyingApm = args.qualifyingApm ?? false;
      const request = { modifierId, setting, jurisdictionId, qualifyingApm, anesthesiaMinutes, asOf };
      return { ...answer, ...(await amountOf(context, code.id, request)) };
    },
  }),
);
