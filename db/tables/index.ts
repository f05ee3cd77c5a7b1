/** The data dictionary: every table and column once, with meaning and unit. SQL, TypeScript and GraphQL are made from it. */

import { formatDecimal } from '../kit/decimal.ts';
import * as e from '../kit/enums.ts';
import { lastPart } from '../kit/id-parts.ts';
import { citationArms, holdingRows, plainFile, plainTable } from '../kit/plain.ts';
import {
  day,
  decimal,
  dollars,
  entityTable,
  flag,
  instant,
  linkTable,
  oneOf,
  origin,
  orNull,
  ref,
  statementTable,
  type Table,
  text,
  textList,
  type Values,
  whole,
  withPlain,
} from '../kit/table.ts';
import { ptpCitations, ptpStatements } from './pair-edit-views.ts';
import { inWords, priced, withModifier } from './sentences.ts';

/** What every statement carries beside what it says. */
export const envelope = {
  id: text('Readable and stable across rebuilds; a correction gets a new id and closes the old row.'),
  valueState: oneOf(e.ValueState, 'Whether a value is held.'),
  unknownReason: orNull(oneOf(e.UnknownReason, 'Set exactly when `valueState` is `UNKNOWN_VALUE`.')),
  rank: oneOf(e.StatementRank, 'Which to believe first; reads leave out `DEPRECATED` unless asked.'),
  rankReason: orNull(text('Why the rank is not the ordinary one.')),
  validFrom: orNull(
    day('First day on which it holds, tested against the date of service. Null: the beginning is not known.'),
  ),
  validTo: orNull(day('First day on which it no longer holds. Null: see `validEnd`.')),
  validEnd: oneOf(e.ValidityEnd, 'What is known of the end.'),
  recordedFrom: instant('Since when this graph holds it.'),
  recordedTo: orNull(instant('When this graph stopped holding it; null while it does.')),
  supersededBy: orNull(text('The id of the statement that corrected it.')),
  knowledgeLevel: oneOf(e.KnowledgeLevel, 'How it was come by.'),
  agentType: oneOf(e.AgentType, 'Who made it out of the source.'),
  evidence: oneOf(e.EvidenceLevel, 'How near the text that was read stands to the authority.'),
  note: orNull(text('What a reader should know beside it; own words.')),
} as const;

/** What every statement holds beside what it says. */
export type Envelope = Values<typeof envelope>;

// ---- sources ----

export const source = entityTable({
  name: 'source',
  type: 'Source',
  description: 'A document or data set that was really read.',
  held: true,
  columns: {
    slug: text('Short name, such as S-42CFR410-31; unique.'),
    title: text('Title.'),
    publisher: text('Who published it.'),
    url: orNull(text('Where it was published; null when no address is known.')),
    kind: oneOf(e.SourceKind, 'What kind of document it is.'),
    licence: text('Under which terms its facts may be used here.'),
    publishedOn: orNull(
      text('When it was published, as exactly as it says: YYYY, YYYY-MM or YYYY-MM-DD, such as 2026-10.'),
    ),
    effectiveOn: orNull(
      text('When it took effect, as exactly as it says: YYYY, YYYY-MM or YYYY-MM-DD, such as 2026-10.'),
    ),
    retrievedOn: day('The day by which it had been read.'),
    evidence: oneOf(e.EvidenceLevel, 'Whether it is the authority itself or speaks of it.'),
    sha256: orNull(
      text('SHA-256 of the file that was parsed, such as `sha256sum` prints; null where no file was kept.'),
    ),
    note: orNull(text('How it was read, and how much of it could be seen.')),
  },
});

export const citation = linkTable({
  name: 'citation',
  description: 'Where a statement or an entity comes from, down to the passage.',
  cluster: ['subjectId', 'seq'],
  walkedBy: ['sourceId'],
  own: 'citation_own',
  arms: ['hcpcs_record_plain', 'diagnosis_validity_plain', 'diagnosis_validity_held'].flatMap((name) =>
    citationArms({ name }),
  ),
  bulk: ptpCitations,
  columns: {
    subjectId: text('The statement or entity that is cited.'),
    seq: whole('Order; 0 is the primary source.'),
    sourceId: ref('source', 'The source.'),
    role: oneOf(e.SourceRole, 'What the source does for it.'),
    locator: orNull(
      text(
        'Section, page, table row or file line, such as "APC 5521"; null where the whole source is meant.',
      ),
    ),
    part: orNull(text('Which part of the subject it supports, such as one side of a disagreement.')),
  },
});

// ---- codes ----

export const serviceFamily = entityTable({
  name: 'service_family',
  type: 'ServiceFamily',
  description: 'Codes and modifiers that together report one service, such as trabecular bone score.',
  held: true,
  walkedBy: ['groupId'],
  columns: {
    slug: text('Short name, such as trabecular-bone-score; unique.'),
    label: text('Name in our own words.'),
    description: text('What the service is, in our own words.'),
    pattern: oneOf(e.ComponentPattern, 'How it is split.'),
    groupId: orNull(
      ref('service_family', 'The wider group of services it belongs to, such as bone densitometry.'),
    ),
  },
});

export const billingCode = entityTable({
  name: 'billing_code',
  type: 'BillingCode',
  description: 'A procedure code as billed. Timeless: when it was valid is a statement.',
  walkedBy: ['familyId', 'code'],
  columns: {
    system: oneOf(e.CodeSystem, 'Code system.'),
    code: text('The code as text, such as 77090 or 0554T.'),
    category: oneOf(e.CodeCategory, 'Category.'),
    label: text('Short name: our own words, or the short description of the HCPCS Level II file.'),
    description: text(
      'What it reports: our own words, or the long description of the HCPCS Level II file. CPT descriptors are never stored.',
    ),
    familyId: orNull(ref('service_family', 'The service family it reports; null when it belongs to none.')),
  },
});

export const serviceComponent = entityTable({
  name: 'service_component',
  type: 'ServiceComponent',
  description: 'One billable part of a service: what a payer covers or does not cover.',
  held: true,
  walkedBy: ['familyId'],
  columns: {
    familyId: ref('service_family', 'The service.'),
    role: oneOf(e.ComponentRole, 'Which part.'),
    label: text('Name in our own words.'),
    seq: whole('Order within the family; the whole service comes first.'),
  },
});

export const billingUnit = linkTable({
  name: 'billing_unit',
  description: 'A way to put a component on a claim line: a code and at most one component modifier.',
  cluster: ['componentId', 'codeId', 'modifierId'],
  walkedBy: ['codeId'],
  columns: {
    componentId: ref('service_component', 'The component.'),
    codeId: ref('billing_code', 'The code.'),
    modifierId: text('The modifier, or empty where the code stands alone.'),
  },
});

export const modifier = entityTable({
  name: 'modifier',
  type: 'Modifier',
  description: 'A two-character modifier of a claim line.',
  held: true,
  columns: {
    system: oneOf(e.CodeSystem, 'Code system.'),
    code: text('The modifier, such as 26 or TC.'),
    label: text('Short name: our own words, or the short description of the HCPCS Level II file.'),
    description: text(
      'What it says: our own words, or the long description of the HCPCS Level II file; its meanings one after another where it has several.',
    ),
    category: orNull(text('What it is used for, as grouped by this project; null where it was not grouped.')),
    maintainer: text('Who maintains it.'),
    useWhen: orNull(text('When to use it.')),
    doNotUseWhen: orNull(text('When not to use it.')),
    componentRole: orNull(
      oneOf(
        e.ComponentRole,
        'Which part of a service is billed with it, such as the professional one with 26; null where it names none.',
      ),
    ),
  },
});

export const indicator = entityTable({
  name: 'indicator',
  type: 'Indicator',
  description: 'The meaning of an indicator value in a Medicare file, such as PC/TC indicator 4.',
  held: true,
  walkedBy: ['field'],
  columns: {
    field: text('The field: pctc, status, oppsStatus, mueAdjudication, ptpModifier, global …'),
    value: text('The value as it stands in the file.'),
    label: text('Short name.'),
    meaning: text('What it means, in our own words.'),
    allowsComponentModifiers: orNull(
      flag('Whether 26 and TC can be used; null where the field does not speak of it.'),
    ),
  },
});

export const codeValidity = statementTable({
  name: 'code_validity',
  type: 'CodeValidity',
  description: 'That a code exists in its code set in an interval.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  exclusiveBy: ['codeId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    codeStatus: oneOf(e.CodeStatus, 'Status in the interval.'),
  },
  sentence: (row) =>
    `${lastPart(row.codeId)} is ${inWords(row.codeStatus)} from ${row.validFrom ?? 'a day not known'}.`,
});

export const modifierValidity = statementTable({
  name: 'modifier_validity',
  type: 'ModifierValidity',
  description: 'That a modifier exists in its code set in an interval.',
  envelope,
  subject: 'modifierId',
  walkedBy: ['modifierId'],
  exclusiveBy: ['modifierId'],
  columns: {
    modifierId: ref('modifier', 'The modifier.'),
    codeStatus: oneOf(e.CodeStatus, 'Status in the interval.'),
  },
  sentence: (row) =>
    `Modifier ${lastPart(row.modifierId)} is ${inWords(row.codeStatus)} from ${row.validFrom ?? 'a day not known'}.`,
});

const hcpcsRecordSays = {
  codeId: ref('billing_code', 'The code.'),
  release: origin(text('The release in which it was read, such as HCPC2026_OCT.')),
  coverage: orNull(oneOf(e.HcpcsCoverage, 'Coverage indicator; null where the file gives none.')),
  pricing: textList('Pricing indicators as in the file, such as 11 fee schedule or 51 drugs.'),
  multiplePricing: orNull(text('Multiple pricing indicator as in the file; null where it gives none.')),
  coverageReferences: textList('Sections of the coverage issues or NCD manual, as in the file.'),
  manualReferences: textList('Sections of the Medicare carriers manual, as in the file.'),
  statute: orNull(text('The statute behind the treatment; null where the file names none.')),
  crossReferences: textList('Codes to see instead, as in the file.'),
  betos: orNull(text('BETOS class; null where the file gives none.')),
  typesOfService: textList('Types of service as in the file.'),
  laboratoryCertifications: textList('CLIA certifications that a laboratory needs, as in the file.'),
  action: orNull(text('Last action code, such as A added, C long text changed, N none.')),
  actionOn: orNull(day('Day from which the last action counts; null where the file gives none.')),
} as const;

const hcpcsRecordTable = statementTable({
  name: 'hcpcs_record',
  type: 'HcpcsRecord',
  description:
    'What the HCPCS Level II file says of a code beside its text: how Medicare treats and prices it in general. Other payers decide for themselves.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  exclusiveBy: ['codeId'],
  columns: hcpcsRecordSays,
  sentence: (row) => {
    const coverage = row.coverage ? inWords(row.coverage.slice(0, -2)) : 'no coverage indicator';
    return `HCPCS file ${row.release}: ${lastPart(row.codeId)}, ${coverage}.`;
  },
});

/** Its plain rows. */
const hcpcsRecordPlain = plainTable(hcpcsRecordTable, hcpcsRecordSays);

export const hcpcsRecord = withPlain(hcpcsRecordTable, {
  name: hcpcsRecordPlain.name,
  table: hcpcsRecordPlain,
});

export const serviceClassification = statementTable({
  name: 'service_classification',
  type: 'ServiceClassification',
  description: 'Where a taxonomy puts a code, such as the Restructured BETOS classes.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    taxonomy: text('The taxonomy, such as RBCS.'),
    category: text('Category.'),
    subcategory: orNull(text('Subcategory.')),
    family: orNull(text('Family.')),
  },
  sentence: (row) =>
    `${row.taxonomy} puts ${lastPart(row.codeId)} under ${[row.category, row.subcategory, row.family].filter(Boolean).join(', ')}.`,
});

export const pcTcIndicator = statementTable({
  name: 'pc_tc_indicator',
  type: 'PcTcIndicatorStatement',
  description: 'The PC/TC indicator that the Medicare physician fee schedule gives a code.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  exclusiveBy: ['codeId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    indicator: oneOf(e.PcTcIndicator, 'The indicator.'),
  },
  sentence: (row) =>
    `The fee schedule gives ${lastPart(row.codeId)} PC/TC indicator ${row.indicator.slice(-1)} (${inWords(row.indicator.slice(0, -2))}).`,
});

export const modifierRule = statementTable({
  name: 'modifier_rule',
  type: 'ModifierRule',
  description: 'What a source says of a modifier on a code.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId', 'modifierId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    modifierId: ref('modifier', 'The modifier.'),
    effect: oneOf(e.ModifierEffect, 'What the source says.'),
    reason: text('The ground or the wording, summarised.'),
  },
  sentence: (row) =>
    `Modifier ${lastPart(row.modifierId)} on ${lastPart(row.codeId)}: ${inWords(row.effect)}. ${row.reason}`,
});

export const codeRelation = statementTable({
  name: 'code_relation',
  type: 'CodeRelation',
  description: 'How one code relates to another.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId', 'otherCodeId'],
  columns: {
    codeId: ref('billing_code', 'The first code.'),
    otherCodeId: ref('billing_code', 'The second code.'),
    relation: oneOf(e.CodeRelationKind, 'How the first relates to the second.'),
    summary: text('In our own words.'),
  },
  sentence: ({ summary }) => summary,
});

export const codePairEdit = statementTable({
  name: 'code_pair_edit',
  type: 'CodePairEdit',
  description: 'Two codes that are not paid together. Column 1 is paid, column 2 denied; the order matters.',
  envelope,
  subject: 'column1Id',
  walkedBy: ['column1Id', 'column2Id'],
  bulk: ptpStatements,
  columns: {
    column1Id: ref('billing_code', 'The code that is paid.'),
    column2Id: ref('billing_code', 'The code that is denied when both are billed.'),
    kind: oneOf(e.CodePairEditKind, 'Which rule.'),
    serviceType: oneOf(e.ServiceType, 'Practitioner or hospital table.'),
    modifierIndicator: whole(
      '0: no modifier lets both through; 1: a proper NCCI modifier may; 9: the edit was deleted.',
    ),
    rationale: text('Rationale given in the table.'),
  },
  sentence: (row) => {
    const [paid, denied] = [lastPart(row.column1Id), lastPart(row.column2Id)];
    return `NCCI (${inWords(row.serviceType)}): ${paid} with ${denied} denies ${denied}; modifier indicator ${row.modifierIndicator}.`;
  },
});

export const ptpFile = linkTable({
  name: 'ptp_file',
  description: 'An official file of procedure-to-procedure edits that was taken in.',
  cluster: ['sourceId'],
  walkedBy: ['number'],
  columns: {
    sourceId: ref('source', 'The file as a source.'),
    number: whole('In the order of taking in.'),
    practitioner: flag('Whether it is of the practitioner table; the hospital table else.'),
    releasedFrom: day('First day of its release.'),
    recordedFrom: instant('Since when this graph holds what it states first.'),
    codes: orNull(textList('The codes whose rows were wanted; null where all were.')),
    firstColumn1: text('The least code in column 1.'),
    lastColumn1: text('The greatest code in column 1.'),
    statedFirst: whole('How many edits it stated first.'),
    statedLast: whole('How many edits it stated last that another file had stated first.'),
  },
});

export const ptpTerm = linkTable({
  name: 'ptp_term',
  description: 'What edits state beside their codes and their first day; what many state stands here once.',
  cluster: ['number'],
  columns: {
    number: whole('By which edits name it.'),
    validTo: orNull(day('First day on which they no longer hold; null while they do.')),
    modifierIndicator: whole('0, 1 or 9, as in the statement.'),
    rationale: text('Rationale given in the table.'),
    before1996: flag('Whether the table says that they were in existence before 1996.'),
  },
});

export const ptpEdit = linkTable({
  name: 'ptp_edit',
  description:
    'A row of the official tables of procedure-to-procedure edits, as small as can be; a view reads it as a CodePairEdit.',
  cluster: ['column1', 'column2', 'practitioner', 'starts', 'version'],
  walkedBy: ['column2'],
  summed: true,
  columns: {
    column1: text('The code that is paid.'),
    column2: text('The code that is denied.'),
    practitioner: flag('Whether it stands in the practitioner table; in the hospital table else.'),
    starts: text('First day on which it holds, or `start-not-known`.'),
    version: whole('0, and more for each correction of what stands in the table for that day.'),
    term: whole('Number of the term.'),
    firstFile: whole('Number of the file that stated it first.'),
    lastFile: whole('Number of the last file that stated it.'),
    line: whole('Line in the first of them.'),
    closedBy: orNull(
      whole('Number of the file with which the graph stopped holding it; null while it does.'),
    ),
  },
});

export const ptpTally = linkTable({
  name: 'ptp_tally',
  description:
    'How many edits hold and are held for the same days: counting them one by one would take a second.',
  cluster: ['number'],
  columns: {
    number: whole('In any order.'),
    starts: text('First day on which they hold, or `start-not-known`.'),
    validTo: orNull(day('First day on which they no longer hold; null while they do.')),
    firstFile: whole('Number of the file that stated them first.'),
    closedBy: orNull(
      whole('Number of the file with which the graph stopped holding them; null while it does.'),
    ),
    edits: whole('How many.'),
  },
});

export const unitLimit = statementTable({
  name: 'unit_limit',
  type: 'UnitLimit',
  description: 'Medically unlikely edit: the most units of a code for one patient and day.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  exclusiveBy: ['codeId', 'serviceType'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    serviceType: oneOf(e.ServiceType, 'Which table.'),
    maxUnits: whole('Units; 0 means that none is payable.'),
    adjudication: text(
      'MUE adjudication indicator: 1 line edit, 2 date of service (policy), 3 date of service (clinical).',
    ),
    rationale: text('Rationale given in the table.'),
  },
  sentence: (row) =>
    `MUE (${inWords(row.serviceType)}): at most ${row.maxUnits} of ${lastPart(row.codeId)}, adjudication indicator ${row.adjudication}.`,
});

export const addOnEdit = statementTable({
  name: 'add_on_edit',
  type: 'AddOnEdit',
  description:
    'NCCI add-on code edit: an add-on code and a primary procedure with which it may be paid, or that the contractor decides which.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId', 'primaryId'],
  columns: {
    codeId: ref('billing_code', 'The add-on code.'),
    primaryId: orNull(
      ref('billing_code', 'The primary procedure; null where the Medicare contractor decides.'),
    ),
    editType: oneOf(e.AddOnEditType, 'How far the primaries are listed.'),
    instruction: orNull(text('Special instruction given with it; null where there is none.')),
  },
  sentence: (row) => {
    const primary = row.primaryId ? lastPart(row.primaryId) : 'a primary that the contractor accepts';
    return `NCCI add-on code edit: ${lastPart(row.codeId)} goes with ${primary} (${inWords(row.editType.slice(0, -2))}).`;
  },
});

// ---- places ----

export const placeOfService = entityTable({
  name: 'place_of_service',
  type: 'PlaceOfService',
  description: 'CMS two-digit place of service.',
  held: true,
  columns: {
    code: text('Two digits as text, such as "11".'),
    label: text('Name in the CMS code set.'),
    description: text('What it is: our own words, or the definition of CMS.'),
    setting: orNull(
      oneOf(e.FeeSetting, 'Which practice expense Medicare pays there; null where no source read says.'),
    ),
  },
});

export const siteOfService = entityTable({
  name: 'site_of_service',
  type: 'SiteOfService',
  description: 'A kind of place as people name it, such as outpatient imaging center.',
  held: true,
  columns: {
    slug: text('Short name, such as physician-office; unique.'),
    label: text('Name.'),
    description: text('In our own words.'),
  },
});

export const sitePlace = statementTable({
  name: 'site_place',
  type: 'SitePlaceMapping',
  description:
    'That a site as people name it is billed under a place of service. The mapping is ours where no source makes it.',
  envelope,
  subject: 'siteId',
  walkedBy: ['siteId', 'placeId'],
  columns: {
    siteId: ref('site_of_service', 'The site.'),
    placeId: ref('place_of_service', 'The place of service.'),
  },
  sentence: (row) => `${lastPart(row.siteId)} is billed under place of service ${lastPart(row.placeId)}.`,
});

export const siteRule = statementTable({
  name: 'site_rule',
  type: 'SiteOfServiceRule',
  description: 'What a source says of a code at a site.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId', 'siteId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    siteId: ref('site_of_service', 'The site.'),
    payerId: orNull(ref('payer', 'The payer whose rule it is; null when the source speaks generally.')),
    effect: oneOf(e.SiteEffect, 'What the source says.'),
    passage: text('The passage that names the site; passages of one source are held against each other.'),
    statedAs: text('The words of the source for the site.'),
  },
  sentence: (row) =>
    `${lastPart(row.codeId)} at ${lastPart(row.siteId)}: ${inWords(row.effect)} ("${row.statedAs}", in ${row.passage}).`,
});

export const jurisdiction = entityTable({
  name: 'jurisdiction',
  type: 'Jurisdiction',
  description: 'An area in which a rule or an amount holds.',
  held: true,
  columns: {
    kind: oneOf(e.JurisdictionKind, 'What kind of area.'),
    code: text('Code: contractor number and locality for a fee-schedule locality, such as 01182-18.'),
    label: text('Name.'),
    state: orNull(text('State or territory, two letters.')),
    contractorNumber: orNull(text('Number of the Medicare contractor, such as 01112.')),
  },
});

// ---- payers and policies ----

export const payer = entityTable({
  name: 'payer',
  type: 'Payer',
  description: 'Who decides and pays.',
  held: true,
  walkedBy: ['parentId'],
  columns: {
    slug: text('Short name, such as aetna; unique.'),
    label: text('Name.'),
    kind: oneOf(e.PayerKind, 'What kind of payer.'),
    parentId: orNull(ref('payer', 'The association, programme or company it belongs to.')),
    aliases: textList('Other names.'),
    namedInReports: flag('Whether a founding report names it.'),
    note: orNull(text('What a reader should know.')),
  },
});

export const policy = entityTable({
  name: 'policy',
  type: 'Policy',
  description: 'A coverage or payment policy of a payer, over all its versions.',
  held: true,
  walkedBy: ['payerId'],
  columns: {
    payerId: ref('payer', 'Whose policy.'),
    slug: text('Short name, such as 0134; unique within the payer.'),
    number: orNull(text('Number that the payer gives it, such as CPB 0134; null where none was seen.')),
    label: text('Title.'),
    kind: oneOf(e.PolicyKind, 'What kind of policy.'),
    linesOfBusiness: textList('Lines of business it speaks for, as values of LineOfBusiness.'),
  },
});

export const policyVersion = entityTable({
  name: 'policy_version',
  type: 'PolicyVersion',
  description: 'One version of a policy, as far as it could be read.',
  held: true,
  walkedBy: ['policyId'],
  columns: {
    policyId: ref('policy', 'The policy.'),
    version: text('Which version: a year, a number, or what tells it apart.'),
    title: text('Title of the version.'),
    status: text('Its status when seen, in the words of the research.'),
    linesOfBusinessStated: text('Lines of business as the source puts them.'),
    validFrom: orNull(day('First day in force; null: not known.')),
    validTo: orNull(day('First day no longer in force; null: see `validEnd`.')),
    validEnd: oneOf(e.ValidityEnd, 'What is known of the end.'),
    originalEffectiveOn: orNull(
      text(
        'When the policy first took effect, as exactly as the source says, such as 1996-08-15 or 2007-06.',
      ),
    ),
    lastReviewedOn: orNull(text('Last review, as exactly as the source says, such as 2011 or 2024-04.')),
    textSeen: text('How much of the text could be read.'),
    evidence: oneOf(e.EvidenceLevel, 'How near the text that was read stands to the payer.'),
    note: orNull(text('What a reader should know.')),
  },
});

export const coverage = statementTable({
  name: 'coverage',
  type: 'CoverageStatement',
  description: 'What a payer says about covering a component.',
  envelope,
  subject: 'componentId',
  walkedBy: ['componentId', 'payerId', 'codeId', 'policyVersionId'],
  columns: {
    componentId: ref('service_component', 'The component.'),
    codeId: ref('billing_code', 'The code through which the source or the match reaches the component.'),
    payerId: ref('payer', 'Who decides.'),
    lineOfBusiness: oneOf(e.LineOfBusiness, 'Line of business.'),
    lineOfBusinessStated: text('Line of business in the words of the source.'),
    policyVersionId: orNull(
      ref('policy_version', 'The policy version that says so; null where the source is no policy.'),
    ),
    covered: orNull(oneOf(e.CoveredStatus, 'Whether it is covered; null unless a value is held.')),
    basis: oneOf(e.CoverageBasis, 'The ground given.'),
    statedAt: orNull(oneOf(e.StatedAt, 'How precisely the source speaks; null when it says nothing.')),
    mappingCertainty: orNull(
      oneOf(e.MappingCertainty, 'How sure the match to the code is; null where no match was needed.'),
    ),
    summary: text('What the source says, summarised in our own words.'),
    reachedBy: text('How the source was tied to the code.'),
    frequency: orNull(text('Frequency limit given with it, summarised.')),
  },
  sentence: (row) => {
    const answer = row.covered
      ? `${inWords(row.covered)} (${inWords(row.basis)})`
      : `unknown (${inWords(row.unknownReason ?? '')})`;
    return `${lastPart(row.payerId)}, ${inWords(row.lineOfBusiness)}, ${lastPart(row.codeId)}: ${answer}. ${row.summary}`;
  },
});

export const priorAuthorization = statementTable({
  name: 'prior_authorization',
  type: 'PriorAuthorizationStatement',
  description: 'What a payer says about prior authorization for a component.',
  envelope,
  subject: 'componentId',
  walkedBy: ['componentId', 'payerId', 'codeId', 'policyVersionId'],
  columns: {
    componentId: ref('service_component', 'The component.'),
    codeId: ref('billing_code', 'The code.'),
    payerId: ref('payer', 'The payer.'),
    lineOfBusiness: oneOf(e.LineOfBusiness, 'Line of business.'),
    policyVersionId: orNull(ref('policy_version', 'The policy version that says so.')),
    priorAuthorization: orNull(
      oneOf(e.PriorAuthorizationStatus, 'Whether it is needed; null unless a value is held.'),
    ),
    summary: text('What the source says, summarised.'),
  },
  sentence: (row) =>
    `${lastPart(row.payerId)}, ${lastPart(row.codeId)}, prior authorization: ${inWords(row.priorAuthorization ?? 'unknown')}. ${row.summary}`,
});

export const coverageCriterion = statementTable({
  name: 'coverage_criterion',
  type: 'CoverageCriterion',
  description:
    'A condition, limit or definition in a policy version. The codes it speaks of are its `codes`.',
  envelope,
  subject: 'policyVersionId',
  walkedBy: ['policyVersionId'],
  columns: {
    policyVersionId: ref('policy_version', 'The policy version.'),
    kind: oneOf(e.CriterionKind, 'What it is about.'),
    summary: text('In our own words.'),
    interval: orNull(
      whole(
        'The least time between two services that a criterion on frequency asks for, counted in `intervalUnit`, such as 23; null where the source gives none that can be counted.',
      ),
    ),
    intervalUnit: orNull(oneOf(e.IntervalUnit, 'How it is counted; null exactly where `interval` is.')),
  },
  sentence: ({ summary }) => summary,
});

export const policyEvent = statementTable({
  name: 'policy_event',
  type: 'PolicyEvent',
  description: 'Something that happened to a code, a policy or the law behind it.',
  envelope,
  subject: 'subjectId',
  walkedBy: ['subjectId', 'payerId', 'policyId'],
  columns: {
    subjectId: text('What it happened to: a policy, payer, code or service family.'),
    payerId: orNull(ref('payer', 'The payer.')),
    policyId: orNull(ref('policy', 'The policy.')),
    happenedOn: day('The day, or the first day of the month or year; see `precision`.'),
    precision: oneOf(e.DatePrecision, 'How exactly the date is known.'),
    kind: oneOf(e.PolicyEventKind, 'What kind of event.'),
    summary: text('In our own words.'),
  },
  sentence: (row) =>
    `${row.happenedOn.slice(0, { DAY: 10, MONTH: 7, YEAR: 4 }[row.precision])}: ${row.summary}`,
});

export const billingRule = statementTable({
  name: 'billing_rule',
  type: 'BillingRule',
  description: 'How to bill or how a payment is worked out. The codes it speaks of are its `codes`.',
  envelope,
  subject: 'subjectId',
  walkedBy: ['subjectId', 'payerId'],
  columns: {
    subjectId: text('A service family, a code or a payer.'),
    payerId: orNull(ref('payer', 'Whose rule; null when the source speaks generally.')),
    kind: oneOf(e.BillingRuleKind, 'What it is about.'),
    label: orNull(text('Name of the rule; null where it has none.')),
    summary: text('In our own words, or the formula.'),
  },
  sentence: ({ summary }) => summary,
});

export const policyListing = statementTable({
  name: 'policy_listing',
  type: 'PolicyListing',
  description:
    'That a policy version lists a billing code. Being listed is not being covered: the policy says which it is.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId', 'policyVersionId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    policyVersionId: ref('policy_version', 'The policy version.'),
    groupNumber: whole(
      'The group of codes it stands in, counted from 1. Which diagnoses go with a group is said in prose only.',
    ),
  },
  sentence: ({ id }) => id,
});

export const policyDiagnosis = statementTable({
  name: 'policy_diagnosis',
  type: 'PolicyDiagnosis',
  description:
    'That a policy version lists a diagnosis. Which of its billing codes the list is for is said in prose only.',
  envelope,
  subject: 'policyVersionId',
  walkedBy: ['policyVersionId', 'diagnosisId'],
  columns: {
    policyVersionId: ref('policy_version', 'The policy version.'),
    diagnosisId: ref('diagnosis_code', 'The diagnosis.'),
    groupNumber: whole('The group of diagnoses it stands in, counted from 1.'),
    effect: oneOf(e.DiagnosisEffect, 'What the list is of.'),
    restricted: flag('Marked with an asterisk: a condition that the prose of the group tells goes with it.'),
  },
  sentence: ({ id }) => id,
});

export const policyRelation = statementTable({
  name: 'policy_relation',
  type: 'PolicyRelation',
  description:
    'That one policy names another as related, such as a determination and the billing article that holds its codes.',
  envelope,
  subject: 'policyId',
  walkedBy: ['policyId', 'otherPolicyId'],
  columns: {
    policyId: ref('policy', 'The policy that names the other.'),
    otherPolicyId: ref('policy', 'The policy that is named.'),
  },
  sentence: ({ id }) => id,
});

export const contractorArea = statementTable({
  name: 'contractor_area',
  type: 'ContractorArea',
  description: 'That a Medicare contractor decides in a state or a part of one.',
  envelope,
  subject: 'payerId',
  walkedBy: ['payerId', 'jurisdictionId'],
  columns: {
    payerId: ref('payer', 'The contractor.'),
    jurisdictionId: ref('jurisdiction', 'The state, or the part of one.'),
    contractorNumber: text('The number of the contract under which it decides there, such as 01182.'),
  },
  sentence: ({ id }) => id,
});

/** Which codes a statement speaks of where it speaks of several. */
export const statementCode = linkTable({
  name: 'statement_code',
  description: 'The codes that a statement of several codes speaks of.',
  cluster: ['statementId', 'codeId'],
  walkedBy: ['codeId'],
  columns: {
    statementId: text('The statement.'),
    codeId: ref('billing_code', 'The code.'),
    type: text('The type of the statement.'),
  },
});

// ---- diagnoses ----

export const diagnosisCode = entityTable({
  name: 'diagnosis_code',
  type: 'DiagnosisCode',
  description: 'An ICD-10-CM code or heading.',
  walkedBy: ['parentId'],
  ...holdingRows('DiagnosisValidity', 'DiagnosisCode'),
  columns: {
    system: oneOf(e.CodeSystem, 'Code system.'),
    code: text('The code with its point, such as M81.0.'),
    label: text('Official title (public domain).'),
    billable: flag('Whether it can stand on a claim; a heading cannot.'),
    parentId: orNull(
      ref('diagnosis_code', 'The heading above; null at the top or where the heading is not held.'),
    ),
    release: text('The release of the code set it was read in, such as January 2021.'),
    topic: orNull(
      text('The group of conditions it was put in by this project; null where it was not grouped.'),
    ),
    relevance: orNull(
      text(
        'Why it matters for bone density or TBS, as grouped by this project; null where it was not grouped.',
      ),
    ),
  },
});

const diagnosisValiditySays = {
  diagnosisId: ref('diagnosis_code', 'The code or heading.'),
  billable: flag('Whether it can stand on a claim in that time.'),
  title: text('Official title in that time (public domain).'),
  release: origin(text('The release in which it was read, such as FY2026.')),
} as const;

const diagnosisValidityTable = statementTable({
  name: 'diagnosis_validity',
  type: 'DiagnosisValidity',
  description:
    'That a diagnosis code or heading stands in a release of ICD-10-CM. A code that a release no longer holds has none for its time.',
  envelope,
  subject: 'diagnosisId',
  walkedBy: ['diagnosisId'],
  exclusiveBy: ['diagnosisId'],
  columns: diagnosisValiditySays,
  sentence: (row) =>
    `ICD-10-CM ${row.release}: ${lastPart(row.diagnosisId)}, ${row.billable ? 'billable' : 'a heading'}, "${row.title}".`,
});

/** Its plain rows that stand beside the codes: what their first release states stands in the rows of the codes themselves. */
const diagnosisValidityPlain = plainTable(diagnosisValidityTable, diagnosisValiditySays);

export const diagnosisValidity = withPlain(
  diagnosisValidityTable,
  { name: diagnosisValidityPlain.name, table: diagnosisValidityPlain },
  {
    name: 'diagnosis_validity_held',
    within: diagnosisCode,
    called: { billable: 'billable', title: 'label' },
  },
);

export const diagnosisSupport = statementTable({
  name: 'diagnosis_support',
  type: 'DiagnosisSupport',
  description: 'What a source says of a diagnosis for a code.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId', 'diagnosisId', 'policyVersionId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    diagnosisId: ref('diagnosis_code', 'The diagnosis.'),
    policyVersionId: orNull(
      ref('policy_version', 'The policy version; null where no payer stands behind it.'),
    ),
    effect: oneOf(e.DiagnosisEffect, 'What the source says.'),
  },
  sentence: (row) => `${lastPart(row.diagnosisId)} for ${lastPart(row.codeId)}: ${inWords(row.effect)}.`,
});

// ---- money ----

export const feeScheduleEntry = statementTable({
  name: 'fee_schedule_entry',
  type: 'FeeScheduleEntry',
  description: 'A row of the Medicare physician fee schedule. It prices a code; it does not cover it.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  exclusiveBy: ['codeId', 'modifierId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    modifierId: orNull(ref('modifier', 'The modifier of the row; null for the row without one.')),
    release: origin(text('The release or releases in which the row was read, such as RVU25D.')),
    statusCode: text(
      'Status code, such as A active, C contractor-priced, N not covered by statute. A is no coverage decision.',
    ),
    workRvu: decimal(2, 'Work RVU.'),
    practiceExpenseRvuNonFacility: decimal(2, 'Practice expense RVU, non-facility.'),
    nonFacilityNotApplicable: flag('The file flags the non-facility amount as not applicable.'),
    practiceExpenseRvuFacility: decimal(2, 'Practice expense RVU, facility.'),
    facilityNotApplicable: flag('The file flags the facility amount as not applicable. That is not a zero.'),
    malpracticeRvu: decimal(2, 'Malpractice RVU.'),
    totalRvuNonFacility: decimal(2, 'Total RVU, non-facility.'),
    totalRvuFacility: decimal(2, 'Total RVU, facility.'),
    pcTcIndicator: text('PC/TC indicator as in the file, such as 1.'),
    globalDays: text('Global days, such as XXX.'),
    multipleProcedure: text('Multiple procedure indicator.'),
    bilateralSurgery: text('Bilateral surgery indicator.'),
    assistantSurgery: text('Assistant at surgery indicator.'),
    coSurgeons: text('Co-surgeons indicator.'),
    teamSurgery: text('Team surgery indicator.'),
    supervision: text('Physician supervision of diagnostic procedures.'),
    imagingFamily: text('Diagnostic imaging family indicator.'),
    conversionFactor: decimal(4, 'Conversion factor in US dollars per RVU.'),
    oppsPeNonFacility: decimal(2, 'Practice expense used for the OPPS comparison, non-facility.'),
    oppsPeFacility: decimal(2, 'Practice expense used for the OPPS comparison, facility.'),
    oppsMalpractice: decimal(2, 'Malpractice used for the OPPS comparison.'),
    nonFacilityAmount: orNull(
      decimal(
        2,
        'US dollars, national, all GPCIs at 1, rounded half up, before any OPPS cap; null when not priced or not applicable.',
      ),
    ),
    facilityAmount: orNull(
      decimal(
        2,
        'US dollars, national, all GPCIs at 1, rounded half up, before any OPPS cap; null when not priced or not applicable.',
      ),
    ),
    amountDerivation: text('How the amounts were worked out.'),
  },
  sentence: (row) => {
    const code = withModifier(row.codeId, row.modifierId);
    const facility = row.facilityNotApplicable ? 'not applicable' : priced(row.facilityAmount);
    return `Medicare ${row.release}: ${code}, status ${row.statusCode}, non-facility ${priced(row.nonFacilityAmount)}, facility ${facility}. Priced is not covered.`;
  },
});

export const imagingCap = statementTable({
  name: 'imaging_cap',
  type: 'ImagingCap',
  description:
    'The most that Medicare pays for imaging under the physician fee schedule in a locality: what the hospital outpatient system would pay.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId', 'jurisdictionId'],
  exclusiveBy: ['codeId', 'modifierId', 'jurisdictionId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    modifierId: orNull(ref('modifier', 'The modifier of the row; null for the row without one.')),
    jurisdictionId: ref('jurisdiction', 'The locality.'),
    release: origin(text('The release in which it was read, such as RVU25D.')),
    statusCode: text('Status code; C is priced by the contractor, which may not go above the cap.'),
    nonFacilityCap: decimal(2, 'US dollars, non-facility.'),
    facilityCap: decimal(2, 'US dollars, facility.'),
  },
  sentence: (row) => {
    const code = withModifier(row.codeId, row.modifierId);
    return `Imaging cap ${row.release}: ${code} in ${lastPart(row.jurisdictionId)}, at most ${priced(row.nonFacilityCap)} non-facility and ${priced(row.facilityCap)} facility.`;
  },
});

export const oppsStatus = statementTable({
  name: 'opps_status',
  type: 'OppsStatus',
  description: 'How the hospital outpatient payment system treats a code.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  exclusiveBy: ['codeId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    year: whole('Calendar year.'),
    statusIndicator: text(
      'Status indicator, such as S separately paid, M not billable to the contractor, Q1 conditionally packaged.',
    ),
    apc: orNull(text('APC as in Addendum B, such as 5521; null where it gives none or was not read.')),
    relativeWeight: orNull(decimal(4, 'Relative weight; null where there is none or it was not read.')),
    paymentRate: orNull(dollars('National rate in US dollars; null where none is paid.')),
    nationalCopayment: orNull(
      dollars('National unadjusted copayment in US dollars; null where there is none or it was not read.'),
    ),
    minimumCopayment: orNull(
      dollars('Minimum unadjusted copayment in US dollars; null where there is none or it was not read.'),
    ),
    adjustedCopayment: orNull(
      dollars(
        'Copayment in US dollars after the cap at the inpatient deductible and the adjustment of drugs for inflation; null where the file gives none.',
      ),
    ),
    passThroughEnds: orNull(
      text('When pass-through payment of a drug or device ends, as in the file; null where it says nothing.'),
    ),
    apcInferred: origin(orNull(text('APC inferred from the rate by this project; null where none fits.'))),
  },
  sentence: (row) =>
    `OPPS ${row.year}: ${lastPart(row.codeId)}, status indicator ${row.statusIndicator}, rate ${priced(row.paymentRate, 4)}.`,
});

export const oppsComparison = statementTable({
  name: 'opps_comparison',
  type: 'OppsComparison',
  description: 'What the OPPS comparison values of a fee-schedule row let one infer about hospital payment.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    modifierId: orNull(ref('modifier', 'The modifier of the row.')),
    year: whole('Calendar year.'),
    comparisonRvu: decimal(2, 'Comparison RVU.'),
    comparisonAmount: decimal(2, 'Comparison amount in US dollars.'),
    nearestApc: orNull(text('APC with the nearest rate; null where none is near.')),
    summary: text('The inference in our own words.'),
  },
  sentence: ({ summary }) => summary,
});

export const apcRate = statementTable({
  name: 'apc_rate',
  type: 'ApcRate',
  description: 'The weight and rate of an ambulatory payment classification.',
  envelope,
  subject: 'payerId',
  walkedBy: ['payerId'],
  columns: {
    payerId: ref('payer', 'Medicare.'),
    apc: text('APC number, such as 5521.'),
    label: text('In our own words.'),
    statusIndicator: text('Status indicator, such as S.'),
    relativeWeight: decimal(4, 'Relative weight.'),
    paymentRate: decimal(2, 'US dollars.'),
    minimumCopayment: decimal(2, 'US dollars.'),
  },
  sentence: (row) => `APC ${row.apc} (${row.label}): ${priced(row.paymentRate)}.`,
});

export const laboratoryFee = statementTable({
  name: 'laboratory_fee',
  type: 'LaboratoryFee',
  description:
    'A row of the Medicare clinical laboratory fee schedule: what Medicare pays for a test. It prices a code; it does not cover it.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId', 'modifierId'],
  exclusiveBy: ['codeId', 'modifierId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    modifierId: orNull(ref('modifier', 'The modifier of the row, such as QW; null for the row without one.')),
    year: whole('Calendar year of the schedule.'),
    feeKind: oneOf(e.LaboratoryFeeKind, 'How the fee is set.'),
    amount: orNull(
      decimal(2, 'US dollars, the same in the whole country; null where the contractor sets it. Never 0.'),
    ),
  },
  sentence: (row) => {
    const price = row.amount === null ? 'priced by the contractor' : priced(row.amount);
    return `Clinical laboratory fee schedule ${row.year}: ${withModifier(row.codeId, row.modifierId)}, ${price}. Priced is not covered.`;
  },
});

export const conversionFactor = statementTable({
  name: 'conversion_factor',
  type: 'ConversionFactor',
  description: 'Dollars per RVU under the Medicare physician fee schedule.',
  envelope,
  subject: 'payerId',
  walkedBy: ['payerId'],
  exclusiveBy: ['payerId', 'appliesTo'],
  columns: {
    payerId: ref('payer', 'Medicare.'),
    appliesTo: oneOf(e.ApmStatus, 'To whom.'),
    factor: decimal(4, 'US dollars per RVU.'),
  },
  sentence: (row) =>
    `Conversion factor $${formatDecimal(row.factor, 4)} per RVU, for ${inWords(row.appliesTo)}.`,
});

export const localityIndex = statementTable({
  name: 'locality_index',
  type: 'LocalityIndex',
  description: 'Geographic practice cost indices (GPCI) of a fee-schedule locality.',
  envelope,
  subject: 'jurisdictionId',
  walkedBy: ['jurisdictionId'],
  exclusiveBy: ['jurisdictionId'],
  columns: {
    jurisdictionId: ref('jurisdiction', 'The locality.'),
    workGpci: decimal(3, 'Work index, with the statutory floor of 1 applied.'),
    practiceExpenseGpci: decimal(3, 'Practice expense index.'),
    malpracticeGpci: decimal(3, 'Malpractice index.'),
  },
  sentence: (row) => {
    const [work, practice, malpractice] = [row.workGpci, row.practiceExpenseGpci, row.malpracticeGpci].map(
      (index) => formatDecimal(index, 3),
    );
    return `GPCI of ${lastPart(row.jurisdictionId)}: work ${work}, practice expense ${practice}, malpractice ${malpractice}.`;
  },
});

export const zipLocality = statementTable({
  name: 'zip_locality',
  type: 'ZipLocality',
  description:
    'The locality of the Medicare physician fee schedule in which a ZIP code lies. It prices by where the service is given.',
  envelope,
  subject: 'jurisdictionId',
  walkedBy: ['zip', 'jurisdictionId'],
  exclusiveBy: ['zip', 'plusFourFrom'],
  columns: {
    zip: text('Five digits as text.'),
    plusFourFrom: orNull(
      text('First four-digit extension that it speaks of, as text; null where it speaks of the five digits.'),
    ),
    plusFourTo: orNull(
      text('Last extension of a run without a gap; null where it speaks of the five digits.'),
    ),
    jurisdictionId: ref('jurisdiction', 'The locality.'),
    needsPlusFour: flag(
      'Whether the ZIP code lies in several localities, so that the four-digit extension decides.',
    ),
    release: origin(text('The release in which it was read, such as ZIP5_20254.')),
  },
  sentence: (row) => {
    const digits = row.plusFourFrom ? `${row.zip}-${row.plusFourFrom} to -${row.plusFourTo}` : row.zip;
    return `ZIP ${digits} lies in ${row.needsPlusFour && !row.plusFourFrom ? 'several localities, one of them ' : ''}${lastPart(row.jurisdictionId)}.`;
  },
});

export const rateBenchmark = statementTable({
  name: 'rate_benchmark',
  type: 'RateBenchmark',
  description:
    'Money seen for a code: an amount or a distribution, never a coverage statement. That there is none says that no rate was published, not that the code is not covered.',
  envelope,
  subject: 'subjectId',
  walkedBy: ['subjectId', 'payerId', 'jurisdictionId'],
  exclusiveBy: [
    'subjectId',
    'payerId',
    'payerStated',
    'network',
    'facility',
    'amountKind',
    'billingClass',
    'modifiers',
    'careSetting',
    'places',
    'negotiatedType',
    'arrangement',
    'algorithm',
    'measure',
    'population',
    'jurisdictionId',
    'setting',
    'period',
  ],
  columns: {
    subjectId: text('The code, or the service family where the source speaks of several codes.'),
    payerId: orNull(
      ref(
        'payer',
        'The payer; null for prices across payers, and where `payerStated` names one that is not held.',
      ),
    ),
    payerStated: orNull(
      text('The payer in the words of a price file; null where the source is none or names none.'),
    ),
    network: orNull(
      text('The network or plan in the words of a price file; null where the source is none or names none.'),
    ),
    facility: orNull(
      text(
        'The hospital whose prices these are, as it names itself; null where they are of no one hospital.',
      ),
    ),
    amountKind: oneOf(e.AmountKind, 'Which kind of money.'),
    billingClass: oneOf(e.BillingClass, 'Which kind of claim.'),
    modifiers: orNull(
      textList(
        'The modifiers with which the code is priced, sorted; empty where it is priced without any; null where the source does not tell them apart.',
      ),
    ),
    careSetting: orNull(oneOf(e.CareSetting, 'Inpatient or outpatient; null where the source does not say.')),
    places: orNull(
      textList(
        'The places of service for which it is priced, two digits each or CSTM-00 for all, sorted; empty where a price file names none; null where the source does not tell them apart.',
      ),
    ),
    negotiatedType: orNull(
      oneOf(e.NegotiatedType, 'How the rate is set; null where the source does not say.'),
    ),
    arrangement: orNull(
      oneOf(e.NegotiationArrangement, 'What the rate pays for; null where the source does not say.'),
    ),
    algorithm: orNull(
      text(
        'The formula in the words of the source; where there is no amount it is all that was agreed. Null where the source gives none.',
      ),
    ),
    statistic: oneOf(e.AmountStatistic, 'Which figure `amount` is.'),
    measure: text('What was measured.'),
    population: text('Over whom or what; what `n` counts, where the source is a price file.'),
    jurisdictionId: orNull(ref('jurisdiction', 'The area; null where the source does not tell areas apart.')),
    setting: orNull(
      oneOf(e.FeeSetting, 'Where it was performed; null where the source does not tell settings apart.'),
    ),
    period: text('Over which time.'),
    amount: orNull(
      decimal(
        2,
        'US dollars, as all figures of this statement are; for NEGOTIATED_PERCENTAGE they all are percent. Null when the source holds none.',
      ),
    ),
    n: orNull(
      whole('Sample size, without what `zeros` and `placeholders` count; null where the source gives none.'),
    ),
    p10: orNull(decimal(2, '10th percentile.')),
    p25: orNull(decimal(2, '25th percentile.')),
    p50: orNull(decimal(2, 'Median.')),
    p75: orNull(decimal(2, '75th percentile.')),
    p90: orNull(decimal(2, '90th percentile.')),
    minimum: orNull(decimal(2, 'Smallest.')),
    maximum: orNull(decimal(2, 'Largest.')),
    zeros: orNull(
      whole(
        'How many figures of 0.00 were left out: a price file means by them that there is no price, not that it is free. Null where nobody counted.',
      ),
    ),
    placeholders: orNull(
      whole('How many placeholders such as 999999999 were left out. Null where nobody counted.'),
    ),
    lowOutliers: orNull(
      whole(
        'How many of `n` are below a tenth of what `method` measures them by. They are in the figures. Null where nobody counted.',
      ),
    ),
    highOutliers: orNull(
      whole(
        'How many of `n` are above ten times what `method` measures them by. They are in the figures. Null where nobody counted.',
      ),
    ),
    method: orNull(text('How it was worked out; null where the source states the figure itself.')),
  },
  sentence: (row) => {
    const unit = row.amountKind === 'NEGOTIATED_PERCENTAGE';
    const figure = (scaled: number) => (unit ? `${formatDecimal(scaled, 2)} %` : priced(scaled));
    const range = row.minimum === null || row.maximum === null ? undefined : [row.minimum, row.maximum];
    const amounts = row.amount === null ? range?.map(figure).join(' to ') : figure(row.amount);
    const said = amounts ?? (row.algorithm ? 'by a formula' : 'not priced');
    const parts = [
      inWords(row.amountKind),
      row.payerStated,
      row.network,
      row.n === null ? null : `n ${row.n}`,
    ];
    return `${row.measure}, ${row.population}, ${row.period}: ${said} (${parts.filter(Boolean).join(', ')}).`;
  },
});

export const priceFile = statementTable({
  name: 'price_file',
  type: 'PriceFile',
  description:
    'That a payer lists a file of prices in its table of contents. Listed is not loaded: what is in the file is not known from it.',
  envelope,
  subject: 'payerId',
  walkedBy: ['payerId'],
  exclusiveBy: ['payerId', 'location'],
  columns: {
    payerId: ref('payer', 'The payer.'),
    kind: oneOf(e.PriceFileKind, 'What kind of prices it holds.'),
    location: text('Where it is, without the signature that lets it be fetched for a time.'),
    label: text('How the payer describes it, such as the network.'),
    plans: whole('How many plans the table of contents lists it for.'),
  },
  sentence: (row) =>
    `${lastPart(row.payerId)} lists ${row.location} (${row.label}) for ${row.plans} plans. Listed is not loaded.`,
});

export const utilization = statementTable({
  name: 'utilization',
  type: 'UtilizationStatement',
  description: 'How much a code or service is used: counts, shares and rates.',
  envelope,
  subject: 'subjectId',
  walkedBy: ['subjectId', 'payerId', 'jurisdictionId'],
  columns: {
    subjectId: text('The code, or the service family where the source speaks of several codes.'),
    payerId: orNull(ref('payer', 'The payer; null where the source speaks of several.')),
    measure: text('What was measured.'),
    population: text('Over whom or what.'),
    jurisdictionId: orNull(ref('jurisdiction', 'The area; null where the source does not tell areas apart.')),
    setting: orNull(
      oneOf(e.FeeSetting, 'Where it was performed; null where the source does not tell settings apart.'),
    ),
    period: text('Over which time.'),
    value: orNull(decimal(2, 'The figure; null when the source gives none.')),
    low: orNull(decimal(2, 'Low end, where the source gives a range.')),
    high: orNull(decimal(2, 'High end, where the source gives a range.')),
    unit: text('Unit.'),
    beneficiaries: orNull(whole('To how many people; null where the source does not count them with it.')),
    providers: orNull(whole('By how many providers; null where the source does not count them with it.')),
    beneficiaryDays: orNull(
      whole('On how many days, counted a person a day; null where the source does not count them with it.'),
    ),
    n: orNull(whole('Sample size; null where the source gives none.')),
    method: orNull(text('How it was worked out; null where the source states the figure itself.')),
  },
  sentence: (row) =>
    `${row.measure}, ${row.population}, ${row.period}: ${row.value === null ? 'none' : formatDecimal(row.value, 2)} ${row.unit}.`,
});

// ---- clinical ----

export const clinicalFact = statementTable({
  name: 'clinical_fact',
  type: 'ClinicalFact',
  description: 'What a source says about the service itself: use, limits, cut-offs, evidence.',
  envelope,
  subject: 'familyId',
  walkedBy: ['familyId'],
  columns: {
    familyId: ref('service_family', 'The service.'),
    topic: text('Topic, such as threshold or intended use.'),
    summary: text('In our own words.'),
    low: orNull(decimal(3, 'Low value or cut-off.')),
    high: orNull(decimal(3, 'High value or cut-off.')),
    value: orNull(decimal(3, 'Single value.')),
    unit: orNull(text('Unit of the values.')),
    population: orNull(text('In whom.')),
    classes: orNull(textList('Classes that the cut-offs divide, in order.')),
  },
  sentence: ({ summary }) => summary,
});

export const deviceClearance = statementTable({
  name: 'device_clearance',
  type: 'DeviceClearance',
  description: 'A device that performs the service and was cleared by the FDA.',
  envelope,
  subject: 'familyId',
  walkedBy: ['familyId'],
  columns: {
    familyId: ref('service_family', 'The service it performs.'),
    submission: text('510(k) number, such as K152299.'),
    label: text('Name of the device.'),
    maker: text('Maker.'),
    productCode: text('FDA product code, such as KGI.'),
    regulation: text('Regulation number, such as 21 CFR 892.1170.'),
    deviceClass: text('Device class.'),
    decidedOn: day('Decision date.'),
    summary: text('In our own words.'),
  },
  sentence: ({ summary }) => summary,
});

export const workflow = entityTable({
  name: 'workflow',
  type: 'Workflow',
  description: 'A clinical path from order to follow-up, with who does what and what each step bills.',
  held: true,
  columns: {
    slug: text('Short name, such as tbs-remote; unique.'),
    label: text('Name.'),
    description: text('In our own words.'),
  },
});

export const workflowStep = entityTable({
  name: 'workflow_step',
  type: 'WorkflowStep',
  description: 'A step of a workflow.',
  held: true,
  walkedBy: ['workflowId', 'componentId'],
  columns: {
    workflowId: ref('workflow', 'The workflow.'),
    seq: whole('Order.'),
    label: text('What is done.'),
    actor: oneOf(e.WorkflowActor, 'Who does it.'),
    actorStated: text('Who does it, in the words of the research.'),
    componentId: orNull(
      ref('service_component', 'The component it performs; null when it is not billed by itself.'),
    ),
    inputs: textList('What it needs.'),
    outputs: textList('What it leaves, including what must be on record.'),
    nextIds: textList('The steps that follow.'),
    evidence: oneOf(e.EvidenceLevel, 'How near the text that was read stands to the authority.'),
    note: orNull(text('What a reader should know.')),
  },
});

export const workflowStepCode = linkTable({
  name: 'workflow_step_code',
  description: 'The codes that a step bills.',
  cluster: ['stepId', 'codeId'],
  walkedBy: ['codeId'],
  columns: { stepId: ref('workflow_step', 'The step.'), codeId: ref('billing_code', 'The code.') },
});

export const workflowStepPlace = linkTable({
  name: 'workflow_step_place',
  description: 'The places of service in which a step is done.',
  cluster: ['stepId', 'placeId'],
  walkedBy: ['placeId'],
  columns: {
    stepId: ref('workflow_step', 'The step.'),
    placeId: ref('place_of_service', 'The place of service.'),
  },
});

// ---- reports, gaps, conflicts ----

export const reportPassage = statementTable({
  name: 'report_passage',
  type: 'ReportPassage',
  description: 'What a published report page says of a code in one of its sections, summarised.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  columns: {
    codeId: ref('billing_code', 'The code the report is about.'),
    section: oneOf(e.ReportSectionKey, 'The section.'),
    seq: whole('Order within the section.'),
    summary: text('In our own words.'),
  },
  sentence: ({ summary }) => summary,
});

export const disagreement = statementTable({
  name: 'disagreement',
  type: 'SourceDisagreement',
  description:
    'Two claims of sources that do not agree, as found by reading. Citations say which side they stand on in `part`.',
  envelope,
  subject: 'subjectId',
  walkedBy: ['subjectId'],
  columns: {
    subjectId: text('The service family or the code it is about.'),
    topic: text('What the sources disagree on.'),
    claimA: text('One side, in our own words.'),
    claimB: text('The other side, in our own words.'),
    assessment: text('What this project makes of it.'),
  },
  sentence: (row) => `${row.topic}: ${row.claimA} Against: ${row.claimB} ${row.assessment}`,
});

export const dataGap = entityTable({
  name: 'data_gap',
  type: 'DataGap',
  description: 'Something that was looked for and not found: what a payer says of a code.',
  walkedBy: ['payerId', 'codeId', 'componentId'],
  columns: {
    payerId: ref('payer', 'The payer.'),
    lineOfBusiness: oneOf(e.LineOfBusiness, 'Line of business.'),
    codeId: ref('billing_code', 'The code.'),
    componentId: ref('service_component', 'The component.'),
    reason: oneOf(e.UnknownReason, 'Why it is not known.'),
    note: text('What was looked at, in our own words.'),
    statementId: orNull(
      text('The statement that says so, where one does; such gaps are derived when the graph is built.'),
    ),
    recordedFrom: instant('Since when this graph holds the gap.'),
    recordedTo: orNull(instant('When the gap was closed; null while it stands.')),
  },
});

export const conflict = entityTable({
  name: 'conflict',
  type: 'Conflict',
  description: 'Statements that cannot all hold, found by a rule when the graph was built. Never typed in.',
  walkedBy: ['subjectId', 'kind'],
  columns: {
    kind: oneOf(e.ConflictKind, 'What they disagree on.'),
    rule: text('The rule that found it: the name of a file.'),
    subjectId: text('The code or component it is about.'),
    summary: text('The conflict in a sentence.'),
    resolution: oneOf(e.ConflictResolution, 'How it stands.'),
    resolutionReason: text('The order of authority or the dates that decide; or why nothing does.'),
    preferredId: orNull(text('The statement that outranks the others, when a rule decides.')),
    validFrom: orNull(day('First day on which its statements hold together; null: not known.')),
    validTo: orNull(day('First day on which they no longer do; null: not known.')),
    recordedFrom: instant('Since when this graph holds all of them.'),
    recordedTo: orNull(instant('When this graph stopped holding one of them; null while it holds all.')),
  },
});

export const conflictMember = linkTable({
  name: 'conflict_member',
  description: 'The statements that take part in a conflict.',
  cluster: ['conflictId', 'statementId'],
  walkedBy: ['statementId'],
  columns: { conflictId: ref('conflict', 'The conflict.'), statementId: text('The statement.') },
});

export const changeEvent = linkTable({
  name: 'change_event',
  description:
    'What happened to statements from release to release, in order. Carried on by every build; says nothing of the data itself.',
  cluster: ['seq'],
  columns: {
    seq: whole('Place in the feed, counted from 1 over all releases.'),
    at: instant('When the release that brought it was built.'),
    kind: oneOf(e.ChangeKind, 'What happened.'),
    statementId: text('The statement; the release need not hold it any more.'),
    previousId: orNull(text('The statement that it corrects, when it does.')),
    payerIds: textList('The payers it speaks of, or spoke of before.'),
    codeIds: textList('The billing codes it speaks of, or spoke of before.'),
    note: orNull(text('What changed, in a sentence; null when the kind says it all.')),
  },
});

export const checkResult = linkTable({
  name: 'check_result',
  description: 'The rules that the data was held against when it was built, and what each found.',
  cluster: ['rule'],
  columns: {
    rule: text('Name of the rule: a file of db/findings/checks.'),
    statement: text('The rule in a sentence.'),
    offenders: whole('Rows that break it; a build with any is refused.'),
  },
});

export const release = linkTable({
  name: 'release',
  description: 'What this database is: one row, written last.',
  cluster: ['contentHash'],
  columns: {
    contentHash: text(
      'Hash over every row of every table; the version of the data, the cache key and the ETag.',
    ),
    feedId: text('The feed of changes that this release carries on; another one begins where it cannot.'),
    seedHash: text('Hash of the seed files it was built from.'),
    programHash: text(
      'Hash of the program files that shaped its rows; a program with another one refuses to serve it.',
    ),
    programVersion: text('The version of the program that built it.'),
    builtAt: instant('When it was built.'),
    counts: text('Rows per table as a JSON object.'),
    largestGroups: orNull(
      text(
        'For each column that rows are walked by, the most rows that share one value in it, as a JSON object such as {"coverage.payer_id": 812}; where that holds ids of any type, also for each of the types. Null where nobody measured.',
      ),
    ),
  },
});

/** Every table, parents before children. */
export const tables: readonly Table[] = [
  source,
  citation,
  serviceFamily,
  billingCode,
  serviceComponent,
  modifier,
  billingUnit,
  indicator,
  placeOfService,
  siteOfService,
  jurisdiction,
  payer,
  policy,
  policyVersion,
  diagnosisCode,
  workflow,
  workflowStep,
  workflowStepCode,
  workflowStepPlace,
  codeValidity,
  modifierValidity,
  hcpcsRecord,
  hcpcsRecordPlain,
  serviceClassification,
  pcTcIndicator,
  modifierRule,
  codeRelation,
  codePairEdit,
  plainFile,
  ptpFile,
  ptpTerm,
  ptpEdit,
  ptpTally,
  unitLimit,
  addOnEdit,
  sitePlace,
  siteRule,
  coverage,
  priorAuthorization,
  coverageCriterion,
  policyEvent,
  billingRule,
  policyListing,
  policyDiagnosis,
  policyRelation,
  contractorArea,
  statementCode,
  diagnosisValidity,
  diagnosisValidityPlain,
  diagnosisSupport,
  feeScheduleEntry,
  imagingCap,
  oppsStatus,
  oppsComparison,
  apcRate,
  laboratoryFee,
  conversionFactor,
  localityIndex,
  zipLocality,
  rateBenchmark,
  priceFile,
  utilization,
  clinicalFact,
  deviceClearance,
  reportPassage,
  disagreement,
  dataGap,
  conflict,
  conflictMember,
  changeEvent,
  checkResult,
  release,
];

/** Tables that speak of the release and its making. What they hold is no data: it is not counted and not hashed. */
export const bookkeeping: ReadonlySet<Table> = new Set<Table>([changeEvent, checkResult, release]);

/** The tables whose rows are statements. */
export const statementTables: readonly Table[] = tables.filter((table) => table.kind === 'statement');
