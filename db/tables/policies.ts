/** Payers, policies and their versions, and what policies list. */

import * as e from '../enums/index.ts';
import { lastPart } from '../kit/id-parts.ts';
import { laterFirst } from '../kit/order.ts';
import {
  day,
  entityTable,
  flag,
  linkTable,
  oneOf,
  orNull,
  ref,
  statementTable,
  text,
  textList,
  whole,
} from '../kit/table.ts';
import { believed, envelope } from './envelope.ts';
import { inWords } from './sentences.ts';

export const payer = entityTable({
  name: 'payer',
  type: 'Payer',
  description: 'Who decides and pays.',
  inMemory: true,
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
  inMemory: true,
  walkedBy: ['payerId'],
  columns: {
    payerId: ref('payer', 'Whose policy.'),
    slug: text('Short name, such as 0134; unique within the payer.'),
    number: orNull(text('Number that the payer gives it, such as CPB 0134; null where none was seen.')),
    label: text('Title.'),
    kind: oneOf(e.PolicyKind, 'What kind of policy.'),
    linesOfBusiness: textList('Lines of business it applies to, as values of LineOfBusiness.'),
  },
  called: ({ payerId, number, label }, nameOf) =>
    `${nameOf(payerId)}, ${number && !label.includes(number) ? `${number} ` : ''}${label}`,
});

export const policyVersion = entityTable({
  name: 'policy_version',
  type: 'PolicyVersion',
  description:
    'One version of a policy, as far as it could be read. Lists give the latest first, those without a first day last.',
  inMemory: true,
  walkedBy: ['policyId'],
  order: [laterFirst('validFrom')],
  columns: {
    policyId: ref('policy', 'The policy.'),
    version: text('Which version: a year, a number, or what else identifies it.'),
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
    evidence: oneOf(e.EvidenceLevel, 'How close the text that was read is to the payer.'),
    note: orNull(text('What a reader should know.')),
  },
  called: ({ policyId, version }, nameOf) => `${nameOf(policyId)} (${version})`,
});

export const policyEvent = statementTable({
  name: 'policy_event',
  type: 'PolicyEvent',
  description:
    'Something that happened to a code, a policy or the law behind it. Lists give the latest first.',
  envelope,
  subject: 'subjectId',
  walkedBy: ['subjectId', 'payerId', 'policyId'],
  order: [laterFirst('happenedOn')],
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
  description:
    'How to bill or how a payment is computed. The codes it is about are its `codes`. Lists give the preferred first, then what the authority states itself, then the later.',
  envelope,
  subject: 'subjectId',
  walkedBy: ['subjectId', 'payerId'],
  order: believed,
  columns: {
    subjectId: text('A service family, a code or a payer.'),
    payerId: orNull(ref('payer', 'Whose rule; null when the source names no payer.')),
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
      'The group of codes it is in, counted from 1. Which diagnoses go with a group is stated in prose only.',
    ),
  },
  sentence: (row, nameOf) =>
    `${nameOf(row.policyVersionId)} lists ${lastPart(row.codeId)} in code group ${row.groupNumber}.`,
});

export const policyDiagnosis = statementTable({
  name: 'policy_diagnosis',
  type: 'PolicyDiagnosis',
  description:
    'That a policy version lists a diagnosis. Which of its billing codes the list is for is stated in prose only.',
  envelope,
  subject: 'policyVersionId',
  walkedBy: ['policyVersionId', 'diagnosisId'],
  columns: {
    policyVersionId: ref('policy_version', 'The policy version.'),
    diagnosisId: ref('diagnosis_code', 'The diagnosis.'),
    groupNumber: whole('The group of diagnoses it is in, counted from 1.'),
    effect: oneOf(e.DiagnosisEffect, 'What being on the list means.'),
    restricted: flag('Marked with an asterisk: it has a condition, which the prose of the group states.'),
  },
  sentence: (row, nameOf) =>
    `${nameOf(row.policyVersionId)} lists ${lastPart(row.diagnosisId)} in diagnosis group ${row.groupNumber}: ${inWords(row.effect)}${row.restricted ? ', on a condition that the prose of the group states' : ''}.`,
});

export const policyRelation = statementTable({
  name: 'policy_relation',
  type: 'PolicyRelation',
  description:
    'That one policy names another as related, such as a determination and the billing article that lists its codes.',
  envelope,
  subject: 'policyId',
  walkedBy: ['policyId', 'otherPolicyId'],
  columns: {
    policyId: ref('policy', 'The policy that names the other.'),
    otherPolicyId: ref('policy', 'The policy that is named.'),
  },
  sentence: (row, nameOf) => `${nameOf(row.policyId)} names ${nameOf(row.otherPolicyId)} as related.`,
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
    contractorNumber: text(
      'The number of the contract under which it decides there, such as 01182; empty where the file gives none.',
    ),
  },
  sentence: (row, nameOf) =>
    `${nameOf(row.payerId)} decides in ${nameOf(row.jurisdictionId)}${row.contractorNumber && ` under contract ${row.contractorNumber}`}.`,
});

export const payerIdentifier = statementTable({
  name: 'payer_identifier',
  type: 'PayerIdentifier',
  description:
    'An identifier by which claims, filings and FHIR resources name a payer; without a value, that one was looked for and not found. An association has none: those of its licensees are theirs.',
  envelope,
  subject: 'payerId',
  walkedBy: ['payerId', 'value'],
  columns: {
    payerId: ref('payer', 'The payer.'),
    system: oneOf(e.PayerIdentifierSystem, 'Who numbers payers so.'),
    value: orNull(
      text(
        'The identifier in capitals, such as 60054 or BCSNC; null unless `valueState` is `VALUE`. Leading zeros count.',
      ),
    ),
    assignedTo: orNull(
      text(
        'The company or plan that the source gives it to, in its words: of a company code it is the company alone. Null without a value.',
      ),
    ),
    usedFor: orNull(
      text(
        'What it is used for, such as professional and institutional claims; null where it was not stated.',
      ),
    ),
  },
  sentence: (row, nameOf) => {
    const system = inWords(row.system);
    if (row.value === null)
      return `${nameOf(row.payerId)}, ${system}: unknown (${inWords(row.unknownReason ?? '')}).`;
    const of = row.assignedTo && row.assignedTo !== nameOf(row.payerId) ? ` of ${row.assignedTo}` : '';
    return `${nameOf(row.payerId)}, ${system}: ${row.value}${of}${row.usedFor ? `, for ${row.usedFor}` : ''}.`;
  },
});

/** The codes of a statement that is about several. */
export const statementCode = linkTable({
  name: 'statement_code',
  description: 'The codes of a statement that is about several codes.',
  cluster: ['statementId', 'codeId'],
  walkedBy: ['codeId'],
  columns: {
    statementId: text('The statement.'),
    codeId: ref('billing_code', 'The code.'),
    type: text('The type of the statement.'),
  },
});
