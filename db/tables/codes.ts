/** Billing codes, their families and components, modifiers, and what sources state about them. */

import * as e from '../enums/index.ts';
import { lastPart } from '../kit/id-parts.ts';
import {
  day,
  entityTable,
  flag,
  linkTable,
  oneOf,
  origin,
  orNull,
  ref,
  statementTable,
  text,
  textList,
  whole,
} from '../kit/table.ts';
import { believed, envelope } from './envelope.ts';
import { inWords } from './sentences.ts';

export const serviceFamily = entityTable({
  name: 'service_family',
  type: 'ServiceFamily',
  description: 'Codes and modifiers that together report one service, such as trabecular bone score.',
  inMemory: true,
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
  inMemory: true,
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
    modifierId: text('The modifier, or empty where the code is billed without one.'),
  },
});

export const modifier = entityTable({
  name: 'modifier',
  type: 'Modifier',
  description: 'A two-character modifier of a claim line.',
  inMemory: true,
  columns: {
    system: oneOf(e.CodeSystem, 'Code system.'),
    code: text('The modifier, such as 26 or TC.'),
    label: text('Short name: our own words, or the short description of the HCPCS Level II file.'),
    description: text(
      'What it means: our own words, or the long description of the HCPCS Level II file; several meanings follow one another.',
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
  inMemory: true,
  walkedBy: ['field'],
  columns: {
    field: text('The field: pctc, status, oppsStatus, mueAdjudication, ptpModifier, global …'),
    value: text('The value as in the file.'),
    label: text('Short name.'),
    meaning: text('What it means, in our own words.'),
    allowsComponentModifiers: orNull(
      flag('Whether 26 and TC can be used; null where the field does not decide it.'),
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

export const hcpcsRecord = statementTable({
  name: 'hcpcs_record',
  type: 'HcpcsRecord',
  description:
    'What the HCPCS Level II file states about a code besides its text: how Medicare treats and prices it in general. Other payers decide for themselves.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  exclusiveBy: ['codeId'],
  columns: {
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
    actionOn: orNull(day('Day from which the last action is in effect; null where the file gives none.')),
  },
  sentence: (row) => {
    const coverage = row.coverage ? inWords(row.coverage.slice(0, -2)) : 'no coverage indicator';
    return `HCPCS file ${row.release}: ${lastPart(row.codeId)}, ${coverage}.`;
  },
});

export const unlistedCode = statementTable({
  name: 'unlisted_code',
  type: 'UnlistedCode',
  description:
    'That CMS lists a code as one for what has no code of its own (not otherwise classified). A claim with it has to say what was done; a payer prices it case by case.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  exclusiveBy: ['codeId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    release: origin(text('The release in which it was read, such as NOC2026_OCT.')),
  },
  sentence: (row) => `HCPCS list ${row.release}: ${lastPart(row.codeId)} is a code not otherwise classified.`,
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
  description:
    'What a source states about a modifier on a code. Lists give the preferred first, then what the authority states itself, then the later.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId', 'modifierId'],
  order: believed,
  columns: {
    codeId: ref('billing_code', 'The code.'),
    modifierId: ref('modifier', 'The modifier.'),
    effect: oneOf(e.ModifierEffect, 'What the source states.'),
    reason: text('The ground or the wording, summarised.'),
    useWhen: orNull(
      text(
        'When to use the modifier on the code, as the source puts it, summarised; null where it does not say.',
      ),
    ),
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
