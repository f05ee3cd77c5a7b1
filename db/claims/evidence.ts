/** Reads what the rules need about a claim: a fixed number of statements, whatever the number of lines. */

import { rowsOfCodes } from '../codes/rows-of-codes.ts';
import { componentBilled } from '../coverage/claim-line.ts';
import { type Cell, coverageMatrix } from '../coverage/matrix.ts';
import { daysRead, editionsOfStatements, lastConfirmed } from '../history/releases-read.ts';
import { accepted, recordedByDates } from '../kit/as-of.ts';
import { lastPart } from '../kit/id-parts.ts';
import type { Store } from '../kit/store.ts';
import { type Row, selectList, type Table } from '../kit/table.ts';
import * as t from '../tables/index.ts';
import { ptpStatements } from '../tables/pair-edit-views.ts';
import { type CheckContext, type Claim, type Evidence, serviceTypeOf } from './claim.ts';
import { type FamiliesOfDay, familiesByDay, proposedComponents } from './proposed-components.ts';

/** Rows of a statement table about the codes of the claim that were recorded as known at `:knownAt`. */
const ofCodes = (table: Table) => rowsOfCodes(table, accepted('t'));

const editsIn = (relation: string, accepted: string) => `
  select ${selectList(t.codePairEdit, 't')}
  from json_each(:codes) k
  cross join ${relation} t
  where t.column1_id = k.value and ${accepted}
    and t.column2_id in (select value from json_each(:codes))`;
const editsBetweenCodes = `${[
  editsIn(t.codePairEdit.name, accepted('t')),
  editsIn(ptpStatements.view, recordedByDates('t')),
].join('\n  union all')}
  order by "id"`;

const supportOfCodes = `
  select ${selectList(t.diagnosisSupport, 't')}, p.payer_id as "payerId"
  from json_each(:codes) k
  cross join diagnosis_support t
  left join policy_version v on v.id = t.policy_version_id
  left join policy p on p.id = v.policy_id
  where t.code_id = k.value and ${accepted('t')}
  order by t.id`;

const frequenciesOfPayer = `
  select ${selectList(t.coverageCriterion, 't')}, s.code_id as "codeId"
  from policy p
  cross join policy_version v
  cross join coverage_criterion t
  cross join statement_code s
  where p.payer_id = :payer and v.policy_id = p.id
    and t.policy_version_id = v.id and t.kind = 'FREQUENCY' and ${accepted('t')}
    and s.statement_id = t.id and s.code_id in (select value from json_each(:codes))
  order by t.id`;

/** Those of the AMA have no dates here: no file that was read tells them. */
const validityOfModifiers = `
  select ${selectList(t.modifierValidity, 't')}
  from json_each(:modifiers) k
  cross join modifier_validity t
  where t.modifier_id = 'Modifier:HCPCS_MODIFIER:' || k.value and ${accepted('t')}
  order by t.id`;

const validityOfDiagnoses = `
  select ${selectList(t.diagnosisValidity, 't')}
  from json_each(:ids) k
  cross join diagnosis_validity t
  where t.diagnosis_id = k.value and ${accepted('t')}
  order by t.id`;

/** Those of Medicare, and those that sources state of any payer's claims. */
const billingRules = `
  select ${selectList(t.billingRule, 't')}
  from billing_rule t
  where t.subject_id = 'Payer:medicare' and ${accepted('t')}
  order by t.id`;

/** The files of a table of edits, and of which days and codes each states what there is. */
const pairFiles = `
  select f.codes, f.first_column1 as "first", f.last_column1 as "last", d.valid_from as "from",
    coalesce(d.confirmed_to, d.valid_to, '9999-12-31') as "to"
  from series s cross join ptp_file f cross join edition d
  where s.part = :part and f.series = s.number
    and d.series = f.series and d.number = f.edition and d.recorded_from <= :knownAt`;

const byId = (table: Table) =>
  `select ${selectList(table, 't')} from json_each(:ids) k cross join ${table.name} t where t.id = k.value`;
const codesById = byId(t.billingCode);
const diagnosesById = byId(t.diagnosisCode);

function mapById<R extends { readonly id: string }>(rows: readonly R[]): ReadonlyMap<string, R> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everything that the rules may look at. */
export function readEvidence(context: CheckContext, claim: Claim): Evidence {
  const { store, memory, knownAt, today, release } = context;
  const codes = JSON.stringify([...new Set(claim.lines.map(({ codeId }) => codeId))]);
  const diagnoses = JSON.stringify([...new Set(claim.lines.flatMap(({ diagnosisIds }) => diagnosisIds))]);
  const about = { codes, knownAt };
  const frequencies = readFrequencies(store, claim, codes, knownAt);
  const places = memory.all('place_of_service') as unknown as readonly Row<typeof t.placeOfService>[]; // rows of that table
  const modifiers = memory.all('modifier') as unknown as readonly Row<typeof t.modifier>[]; // rows of that table
  const indicators = memory.all('indicator') as unknown as readonly Row<typeof t.indicator>[]; // rows of that table
  const days = [...new Set(claim.lines.map(({ dateOfService }) => dateOfService))];
  const families = familiesByDay(context, claim);
  const payer = claim.payerId && (memory.get('payer', claim.payerId) as Row<typeof t.payer> | undefined); // a row of that table
  const releases = readReleases(store, days, diagnoses, knownAt);
  return {
    payerKind: payer ? payer.kind : undefined,
    payerLabel: payer ? payer.label : 'The payer',
    codes: mapById(store.all<Row<typeof t.billingCode>>(codesById, { ids: codes })),
    diagnoses: mapById(store.all<Row<typeof t.diagnosisCode>>(diagnosesById, { ids: diagnoses })),
    ...releases,
    ...readStated(store, about, releases.diagnosisValidity),
    modifierValidity: store.all(validityOfModifiers, {
      modifiers: JSON.stringify([...new Set(claim.lines.flatMap(({ modifiers }) => modifiers))]),
      knownAt,
    }),
    meanings: new Map(indicators.map((meaning) => [`${meaning.field}/${meaning.value}`, meaning])),
    billingRules: mapById(store.all<Row<typeof t.billingRule>>(billingRules, { knownAt })),
    modifiers: new Set(modifiers.map(({ code }) => code)),
    componentModifiers: new Set(
      modifiers.filter(({ componentRole }) => componentRole !== null).map(({ code }) => code),
    ),
    modifierRules: store.all(ofCodes(t.modifierRule), about),
    addOnDays: daysRead(store, t.addOnEdit, days, knownAt),
    edits: store.all(editsBetweenCodes, about),
    arePairsRead: readPairFiles(store, claim, knownAt),
    support: store.all(supportOfCodes, about),
    frequencies: [...mapById(frequencies).values()],
    frequencyCodes: new Map(
      [...Map.groupBy(frequencies, ({ id }) => id)].map(([id, rows]) => [
        id,
        new Set(rows.map(({ codeId }) => codeId)),
      ]),
    ),
    places: new Map(places.map((place) => [place.code, place])),
    standAlone: standAloneComponents(context),
    proposed: new Map([...families].map(([day, { found }]) => [day, proposedComponents(found)])),
    cells: cellsOf(context, claim, families),
    today,
    release,
  };
}

/** What releases state of the codes and diagnoses of the claim, and up to which day these were published. */
function readStated(
  store: Store,
  about: { readonly codes: string; readonly knownAt: string },
  diagnosisValidity: readonly Row<typeof t.diagnosisValidity>[],
) {
  const stated = {
    validity: store.all<Row<typeof t.codeValidity>>(ofCodes(t.codeValidity), about),
    indicators: store.all<Row<typeof t.pcTcIndicator>>(ofCodes(t.pcTcIndicator), about),
    addOnEdits: store.all<Row<typeof t.addOnEdit>>(ofCodes(t.addOnEdit), about),
    limits: store.all<Row<typeof t.unitLimit>>(ofCodes(t.unitLimit), about),
    fees: store.all<Row<typeof t.feeScheduleEntry>>(ofCodes(t.feeScheduleEntry), about),
    oppsStatuses: store.all<Row<typeof t.oppsStatus>>(ofCodes(t.oppsStatus), about),
  };
  const ids = [...Object.values(stated).flat(), ...diagnosisValidity].map(({ id }) => id);
  const editions = new Map(editionsOfStatements(store, ids).map((each, i) => [ids[i], each]));
  return {
    ...stated,
    lastConfirmed: (id: string, day: string) =>
      lastConfirmed(editions.get(id) ?? [], { dateOfService: day, knownAt: about.knownAt }),
  };
}

function readReleases(store: Store, days: readonly string[], ids: string, knownAt: string) {
  const diagnosisValidity = store.all<Row<typeof t.diagnosisValidity>>(validityOfDiagnoses, { ids, knownAt });
  // Where no release holds any of them, no day can tell of one that was taken out.
  const diagnosisDays =
    diagnosisValidity.length > 0 ? daysRead(store, t.diagnosisValidity, days, knownAt) : new Set<string>();
  return { diagnosisValidity, diagnosisDays };
}

function readPairFiles(store: Store, claim: Claim, knownAt: string): Evidence['arePairsRead'] {
  interface PairFile {
    readonly codes: string | null;
    readonly first: string;
    readonly last: string;
    readonly from: string;
    readonly to: string;
  }
  const table = serviceTypeOf(claim).toLowerCase().replaceAll('_', '-');
  const files = store.all<PairFile>(pairFiles, {
    part: JSON.stringify(['ncci-ptp', null, table]),
    knownAt,
  });
  return (codeId, otherId, day) => {
    const pair = [lastPart(codeId), lastPart(otherId)];
    const ofDay = files.filter(
      ({ codes, from, to }) =>
        from <= day && to > day && (codes === null || pair.some((code) => codes.includes(`"${code}"`))),
    );
    // Either may be the code of column 1.
    return pair.every((code) => ofDay.some(({ first, last }) => first <= code && code <= last));
  };
}

function readFrequencies(store: Store, claim: Claim, codes: string, knownAt: string) {
  type FrequencyRow = Row<typeof t.coverageCriterion> & { readonly codeId: string };
  return claim.payerId
    ? store.all<FrequencyRow>(frequenciesOfPayer, { payer: claim.payerId, codes, knownAt })
    : [];
}

/** The component of each code in families whose components have codes of their own. */
function standAloneComponents({ memory }: CheckContext): Evidence['standAlone'] {
  return new Map(
    memory.units.flatMap(({ codeId, componentId }) => {
      const component = memory.get('service_component', componentId) as
        | Row<typeof t.serviceComponent>
        | undefined; // a row of that table
      const family = component && memory.get('service_family', component.familyId);
      return component && family?.pattern === 'STAND_ALONE_CODES'
        ? [[codeId, { familyId: component.familyId, role: component.role }] as const]
        : [];
    }),
  );
}

/** The matrix cells of each line, one reading for each day that the claim names. */
function cellsOf(
  context: CheckContext,
  claim: Claim,
  families: ReadonlyMap<string, FamiliesOfDay>,
): Evidence['cells'] {
  const cells = new Map<number, readonly Cell[]>();
  const { payerId, lineOfBusiness } = claim;
  if (!payerId) return cells;
  for (const [dateOfService, lines] of Map.groupBy(claim.lines, (line) => line.dateOfService)) {
    const memory = families.get(dateOfService)?.memory ?? context.memory;
    const components = new Map(
      lines.map((line) => [line.index, componentBilled(memory, line.codeId, line.modifiers)]),
    );
    const { rows } = coverageMatrix(context.store, memory, {
      componentIds: [...new Set(components.values())].filter((id) => id !== undefined),
      payerIds: [payerId],
      linesOfBusiness: lineOfBusiness ? [lineOfBusiness] : null,
      asOf: { dateOfService, knownAt: context.knownAt },
    });
    for (const [index, componentId] of components) {
      const row = rows.find((found) => found.componentId === componentId);
      if (row) cells.set(index, row.cells);
    }
  }
  return cells;
}
