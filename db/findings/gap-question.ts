/** The question that would close a gap, as one can put it to a payer or look it up. */

import type { GapProperty, LineOfBusiness, ValueOf } from '../enums/index.ts';
import { lineInWords } from '../tables/sentences.ts';

/** What a gap is about, by name. */
export interface NamedGap {
  readonly property: ValueOf<typeof GapProperty>;
  /** Null where no payer is meant. */
  readonly payer: string | null;
  readonly lineOfBusiness: ValueOf<typeof LineOfBusiness> | null;
  /** The code with the name of what it reports, such as "77092 (TBS, calculation)". */
  readonly service: string;
}

/** The question in words. */
export function gapQuestion({ property, payer, lineOfBusiness, service }: NamedGap): string {
  const line =
    lineOfBusiness && lineOfBusiness !== 'ANY_NOT_STATED' ? ` (${lineInWords(lineOfBusiness)})` : '';
  const who = (payer ?? 'a payer') + line;
  const questions: Readonly<Record<NamedGap['property'], string>> = {
    COVERAGE: `Does ${who} cover ${service}, under which conditions, and in which policy is that written?`,
    PRIOR_AUTHORIZATION: `Does ${who} require prior authorization for ${service}, and where is that written?`,
    DIAGNOSES: `Which diagnoses does ${who} accept for ${service}, and in which policy are they listed?`,
    PROVIDER_TAXONOMIES: `Which provider taxonomies report ${service}, by which source?`,
    RATES: `What does ${who} pay for ${service}, by which price file or contract?`,
    UTILIZATION: `How often is ${service} billed, by which count of claims?`,
    DEFINITION: `What does ${service} report, in words that may be kept?`,
    SERVICE_TYPE: `What kind of service is ${service}, by which classification?`,
    SITES_OF_SERVICE: `At which sites is ${service} done, by which source?`,
    CLINICAL_CONTEXT: `For whom and for what is ${service} done, by which guideline or policy?`,
    MODIFIERS: `With which modifiers is ${service} reported, by which source?`,
    RELATED_CODES: `Which codes stand beside ${service}, by which source?`,
    POLICY_UPDATES: `What changed in policies on ${service}, and when?`,
    REPORT_DATA: `Which data did the report on ${service} not have?`,
  };
  return questions[property];
}
