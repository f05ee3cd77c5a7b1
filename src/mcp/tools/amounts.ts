/** What Medicare allows for a code, and which rates price files publish for it. */

import { z } from 'zod';
import { type AmountKind, UnknownReason } from '../../../db/enums/index.ts';
import { inWords } from '../../../db/tables/sentences.ts';
import {
  type Answering,
  answeredBy,
  dayAndRelease,
  fitted,
  leftOut,
  paragraphs,
  releaseFields,
  sourcesPart,
} from '../kit/answer-text.ts';
import { answered, code, dateOfService, length, numberedSources, roomOf } from '../kit/arguments.ts';
import { type CitedPassage, citationFields, createCitations } from '../kit/citations.ts';
import { tool } from '../kit/tool.ts';

const document = `query AssistantAmounts(
  $code: String!, $asOf: AsOfInput, $modifier: String, $placeOfService: String!, $zip: String, $first: Int!
) {
  ${releaseFields}
  billingCode(code: $code, asOf: $asOf) {
    id label
    feeScheduleAmount(modifier: $modifier, placeOfService: $placeOfService, zip: $zip) {
      amount unknownReason note nearestBefore nearestAfter setting
      locality { label }
      entry { id }
      citations { ${citationFields} }
    }
    rateSummary(by: BRAND) {
      groups(first: $first) {
        totalCount
        nodes {
          payerBrand { label } amountKind billingClass careSetting modifiers
          rates hospitals minimum median maximum
          statements { id citations { ${citationFields} } }
        }
      }
    }
  }
}`;

interface Rates {
  readonly payerBrand: { readonly label: string } | null;
  readonly amountKind: keyof typeof AmountKind.values;
  readonly billingClass: string;
  readonly careSetting: string | null;
  readonly modifiers: readonly string[] | null;
  readonly rates: number;
  readonly hospitals: number;
  readonly minimum: string | null;
  readonly median: string | null;
  readonly maximum: string | null;
  readonly statements: readonly { readonly id: string; readonly citations: readonly CitedPassage[] }[];
}

interface Result extends Answering {
  readonly billingCode: {
    readonly id: string;
    readonly label: string;
    readonly feeScheduleAmount: {
      readonly amount: string | null;
      readonly unknownReason: keyof typeof UnknownReason.values | null;
      readonly note: string;
      readonly nearestBefore: string | null;
      readonly nearestAfter: string | null;
      readonly setting: string | null;
      readonly locality: { readonly label: string } | null;
      readonly entry: { readonly id: string } | null;
      readonly citations: readonly CitedPassage[];
    };
    readonly rateSummary: {
      readonly groups: { readonly totalCount: number; readonly nodes: readonly Rates[] };
    };
  };
}

/** Characters for rates and for the sources, and the groups of rates that are read. */
const room = { rates: 2_600, sources: 1_600, groups: 12 };

/** Amounts. */
export const amounts = tool({
  name: 'amounts',
  title: 'What is paid for a code',
  description:
    'The Medicare fee schedule amount of a code at a place of service, in a ZIP code or nationally, worked out and cited; and the negotiated rates and charges that price files publish for it, by brand of payer with counts and ranges. A price is no coverage.',
  input: z.object({
    code,
    modifier: z.string().max(10).optional().describe('Such as "26" or "TC".'),
    placeOfService: z.string().max(10).default('11').describe('Two digits.'),
    zip: z.string().max(10).optional().describe('Five digits. Default: the whole country.'),
    dateOfService,
    length,
  }),
  output: z.object({
    ...answered,
    code: z.string(),
    medicareAmount: z.string().nullable().describe('US dollars.'),
    unknownReason: z.string().nullable(),
    entry: z.string().nullable().describe('Id of the row of the fee schedule, for `why`.'),
    rates: z.array(
      z.object({
        payer: z.string().nullable(),
        kind: z.string(),
        minimum: z.string().nullable(),
        maximum: z.string().nullable(),
        count: z.number(),
        statement: z.string().nullable().describe('One of them, for `why`.'),
      }),
    ),
    ratesTotal: z.number(),
    sources: numberedSources,
  }),
  documents: [document],

  async answer(given, graph) {
    const { dateOfService: day, modifier, placeOfService, zip } = given;
    const times = roomOf(given.length);
    const result = await graph.ask<Result>(document, {
      code: given.code,
      asOf: day && { dateOfService: day },
      modifier,
      placeOfService,
      zip,
      first: room.groups * times,
    });
    const { id, label, feeScheduleAmount: fee, rateSummary } = result.billingCode;
    const { nodes, totalCount } = rateSummary.groups;
    const citations = createCitations();
    const allowed = feeText(fee, citations.marks(fee.citations));
    const rates = fitted(nodes, room.rates * times, (group) => {
      const [first] = group.statements;
      return `- ${rateText(group)} ${citations.marks(first?.citations.slice(0, 1) ?? [])}`;
    });
    const sources = fitted(citations.lines(), room.sources * times, (line) => line);
    return {
      text: paragraphs(
        `${label} (${id}).`,
        [`Medicare, place of service ${placeOfService}, ${fee.locality?.label ?? 'national'}:`, allowed],
        totalCount > 0
          ? [
              'Published amounts, none of which says that the service is covered:',
              ...rates.lines,
              ...leftOut(
                { ...rates, left: totalCount - rates.shown.length },
                'groups',
                'Ask for `length: "long"`.',
              ),
            ]
          : 'No price file that was read publishes an amount for it. That says nothing about coverage.',
        sourcesPart(sources.lines),
        dayAndRelease(result, day),
      ),
      data: {
        ...answeredBy(result, day),
        code: id,
        medicareAmount: fee.amount,
        unknownReason: fee.unknownReason,
        entry: fee.entry?.id ?? null,
        rates: rates.shown.map((group) => ({
          payer: group.payerBrand?.label ?? null,
          kind: group.amountKind,
          minimum: group.minimum,
          maximum: group.maximum,
          count: group.rates,
          statement: group.statements[0]?.id ?? null,
        })),
        ratesTotal: totalCount,
        sources: [...citations.list()].slice(0, sources.shown.length),
      },
    };
  },
});

function feeText(fee: Result['billingCode']['feeScheduleAmount'], marks: string): string {
  const { amount, unknownReason, note, nearestBefore, nearestAfter } = fee;
  if (amount !== null) return `$${amount}. ${note} ${marks}`;
  const near = [nearestBefore, nearestAfter].filter(Boolean).join(' and ');
  const reason = unknownReason ? ` ${UnknownReason.values[unknownReason]}` : '';
  return `No amount is known: ${note}${reason}${near ? ` Stated for ${near}: ask for such a day.` : ''} ${marks}`;
}

function rateText(group: Rates): string {
  const { payerBrand, amountKind, billingClass, careSetting, modifiers, rates, hospitals } = group;
  const { minimum, median, maximum } = group;
  const unit = amountKind === 'NEGOTIATED_PERCENTAGE' ? '' : '$';
  const range = minimum === maximum ? `${unit}${minimum}` : `${unit}${minimum} to ${unit}${maximum}`;
  const middle = median ? `, median ${unit}${median}` : '';
  const how = [
    inWords(billingClass),
    careSetting && careSetting !== 'BOTH' && inWords(careSetting),
    modifiers?.join(' '),
  ].filter(Boolean);
  const where = hospitals > 0 ? ` of ${hospitals} ${hospitals === 1 ? 'hospital' : 'hospitals'}` : '';
  const amount = minimum === null ? 'no single amount' : `${range}${middle}`;
  return `${payerBrand?.label ?? 'No payer named'}, ${inWords(amountKind)} (${how.join(', ')}): ${amount}; ${rates} amounts${where}.`;
}
