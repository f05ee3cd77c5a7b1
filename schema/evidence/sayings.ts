/** How the kinds of statement read that carry no summary of their own. */

import { formatDecimal } from '../../db/kit/decimal.ts';
import type { Row, Table } from '../../db/kit/table.ts';
import * as t from '../../db/tables/index.ts';
import { codeIn, sayAs, words } from './says.ts';

function say<T extends Table>(table: T, sentence: (row: Row<T>) => string): void {
  sayAs(table.type, sentence);
}

/** The last part of an id: "aetna" of Payer:aetna. */
const name = codeIn;
const dollars = (scaled: number | null, places = 2) =>
  scaled === null ? 'not priced' : `$${formatDecimal(scaled, places, 2)}`;
const withModifier = (codeId: string, modifierId: string | null) =>
  codeIn(codeId) + (modifierId ? `-${codeIn(modifierId)}` : '');

say(
  t.codeValidity,
  (row) => `${codeIn(row.codeId)} is ${words(row.codeStatus)} from ${row.validFrom ?? 'a day not known'}.`,
);
say(
  t.modifierValidity,
  (row) =>
    `Modifier ${codeIn(row.modifierId)} is ${words(row.codeStatus)} from ${row.validFrom ?? 'a day not known'}.`,
);
say(t.hcpcsRecord, (row) => {
  const coverage = row.coverage ? words(row.coverage.slice(0, -2)) : 'no coverage indicator';
  return `HCPCS file ${row.release}: ${codeIn(row.codeId)}, ${coverage}.`;
});
say(
  t.serviceClassification,
  (row) =>
    `${row.taxonomy} puts ${codeIn(row.codeId)} under ${[row.category, row.subcategory, row.family].filter(Boolean).join(', ')}.`,
);
say(
  t.pcTcIndicator,
  (row) =>
    `The fee schedule gives ${codeIn(row.codeId)} PC/TC indicator ${row.indicator.slice(-1)} (${words(row.indicator.slice(0, -2))}).`,
);
say(
  t.modifierRule,
  (row) => `Modifier ${codeIn(row.modifierId)} on ${codeIn(row.codeId)}: ${words(row.effect)}. ${row.reason}`,
);
say(t.codePairEdit, (row) => {
  const [paid, denied] = [codeIn(row.column1Id), codeIn(row.column2Id)];
  return `NCCI (${words(row.serviceType)}): ${paid} with ${denied} denies ${denied}; modifier indicator ${row.modifierIndicator}.`;
});
say(
  t.unitLimit,
  (row) =>
    `MUE (${words(row.serviceType)}): at most ${row.maxUnits} of ${codeIn(row.codeId)}, adjudication indicator ${row.adjudication}.`,
);
say(t.addOnEdit, (row) => {
  const primary = row.primaryId ? codeIn(row.primaryId) : 'a primary that the contractor accepts';
  return `NCCI add-on code edit: ${codeIn(row.codeId)} goes with ${primary} (${words(row.editType.slice(0, -2))}).`;
});
say(t.sitePlace, (row) => `${name(row.siteId)} is billed under place of service ${codeIn(row.placeId)}.`);
say(
  t.siteRule,
  (row) =>
    `${codeIn(row.codeId)} at ${name(row.siteId)}: ${words(row.effect)} ("${row.statedAs}", in ${row.passage}).`,
);
say(t.coverage, (row) => {
  const answer = row.covered
    ? `${words(row.covered)} (${words(row.basis)})`
    : `unknown (${words(row.unknownReason ?? '')})`;
  return `${name(row.payerId)}, ${words(row.lineOfBusiness)}, ${codeIn(row.codeId)}: ${answer}. ${row.summary}`;
});
say(
  t.priorAuthorization,
  (row) =>
    `${name(row.payerId)}, ${codeIn(row.codeId)}, prior authorization: ${words(row.priorAuthorization ?? 'unknown')}. ${row.summary}`,
);
say(
  t.policyEvent,
  (row) => `${row.happenedOn.slice(0, { DAY: 10, MONTH: 7, YEAR: 4 }[row.precision])}: ${row.summary}`,
);
say(
  t.diagnosisValidity,
  (row) =>
    `ICD-10-CM ${row.release}: ${codeIn(row.diagnosisId)}, ${row.billable ? 'billable' : 'a heading'}, "${row.title}".`,
);
say(
  t.diagnosisSupport,
  (row) => `${codeIn(row.diagnosisId)} for ${codeIn(row.codeId)}: ${words(row.effect)}.`,
);
say(t.feeScheduleEntry, (row) => {
  const code = withModifier(row.codeId, row.modifierId);
  const facility = row.facilityNotApplicable ? 'not applicable' : dollars(row.facilityAmount);
  return `Medicare ${row.release}: ${code}, status ${row.statusCode}, non-facility ${dollars(row.nonFacilityAmount)}, facility ${facility}. Priced is not covered.`;
});
say(
  t.oppsStatus,
  (row) =>
    `OPPS ${row.year}: ${codeIn(row.codeId)}, status indicator ${row.statusIndicator}, rate ${dollars(row.paymentRate, 4)}.`,
);
say(t.laboratoryFee, (row) => {
  const price = row.amount === null ? 'priced by the contractor' : dollars(row.amount);
  return `Clinical laboratory fee schedule ${row.year}: ${withModifier(row.codeId, row.modifierId)}, ${price}. Priced is not covered.`;
});
say(t.apcRate, (row) => `APC ${row.apc} (${row.label}): ${dollars(row.paymentRate)}.`);
say(
  t.conversionFactor,
  (row) => `Conversion factor $${formatDecimal(row.factor, 4)} per RVU, for ${words(row.appliesTo)}.`,
);
say(t.localityIndex, (row) => {
  const [work, practice, malpractice] = [row.workGpci, row.practiceExpenseGpci, row.malpracticeGpci].map(
    (index) => formatDecimal(index, 3),
  );
  return `GPCI of ${name(row.jurisdictionId)}: work ${work}, practice expense ${practice}, malpractice ${malpractice}.`;
});
say(t.rateBenchmark, (row) => {
  const unit = row.amountKind === 'NEGOTIATED_PERCENTAGE';
  const figure = (scaled: number) => (unit ? `${formatDecimal(scaled, 2)} %` : dollars(scaled));
  const range = row.minimum === null || row.maximum === null ? undefined : [row.minimum, row.maximum];
  const amounts = row.amount === null ? range?.map(figure).join(' to ') : figure(row.amount);
  const said = amounts ?? (row.algorithm ? 'by a formula' : 'not priced');
  const parts = [words(row.amountKind), row.payerStated, row.network, row.n === null ? null : `n ${row.n}`];
  return `${row.measure}, ${row.population}, ${row.period}: ${said} (${parts.filter(Boolean).join(', ')}).`;
});
say(
  t.priceFile,
  (row) =>
    `${name(row.payerId)} lists ${row.location} (${row.label}) for ${row.plans} plans. Listed is not loaded.`,
);
say(
  t.utilization,
  (row) =>
    `${row.measure}, ${row.population}, ${row.period}: ${row.value === null ? 'none' : formatDecimal(row.value, 2)} ${row.unit}.`,
);
say(t.disagreement, (row) => `${row.topic}: ${row.claimA} Against: ${row.claimB} ${row.assessment}`);
say(t.imagingCap, (row) => {
  const code = withModifier(row.codeId, row.modifierId);
  return `Imaging cap ${row.release}: ${code} in ${name(row.jurisdictionId)}, at most ${dollars(row.nonFacilityCap)} non-facility and ${dollars(row.facilityCap)} facility.`;
});
say(t.zipLocality, (row) => {
  const digits = row.plusFourFrom ? `${row.zip}-${row.plusFourFrom} to -${row.plusFourTo}` : row.zip;
  return `ZIP ${digits} lies in ${row.needsPlusFour && !row.plusFourFrom ? 'several localities, one of them ' : ''}${name(row.jurisdictionId)}.`;
});
