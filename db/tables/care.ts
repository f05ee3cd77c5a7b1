/** Places and sites of service, areas, clinical facts, for whom and by whom a service is done, devices, workflows. */

import * as e from '../enums/index.ts';
import { lastPart } from '../kit/id-parts.ts';
import {
  day,
  decimal,
  entityTable,
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

export const placeOfService = entityTable({
  name: 'place_of_service',
  type: 'PlaceOfService',
  description: 'CMS two-digit place of service.',
  inMemory: true,
  columns: {
    code: text('Two digits as text, such as "11".'),
    label: text('Name in the CMS code set.'),
    description: text('What it is: our own words, or the definition of CMS.'),
    setting: orNull(
      oneOf(
        e.FeeSetting,
        'Which practice expense Medicare pays there; null where no source that was read states it.',
      ),
    ),
  },
});

export const siteOfService = entityTable({
  name: 'site_of_service',
  type: 'SiteOfService',
  description: 'A kind of place as people name it, such as outpatient imaging center.',
  inMemory: true,
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
  sentence: (row, nameOf) =>
    `${nameOf(row.siteId)} is billed under place of service ${lastPart(row.placeId)} (${nameOf(row.placeId)}).`,
});

export const siteRule = statementTable({
  name: 'site_rule',
  type: 'SiteOfServiceRule',
  description:
    'What a source states about a code at a site. Lists give the preferred first, then what the authority states itself, then the later.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId', 'siteId'],
  order: believed,
  columns: {
    codeId: ref('billing_code', 'The code.'),
    siteId: ref('site_of_service', 'The site.'),
    payerId: orNull(ref('payer', 'The payer whose rule it is; null when the source names no payer.')),
    effect: oneOf(e.SiteEffect, 'What the source states.'),
    passage: text('The passage that names the site; passages of one source are compared with each other.'),
    statedAs: text('The words of the source for the site.'),
  },
  sentence: (row, nameOf) =>
    `${nameOf(row.siteId)}, ${lastPart(row.codeId)}: ${inWords(row.effect)} ("${row.statedAs}", in ${row.passage}).`,
});

export const jurisdiction = entityTable({
  name: 'jurisdiction',
  type: 'Jurisdiction',
  description: 'An area in which a rule or an amount applies.',
  inMemory: true,
  columns: {
    kind: oneOf(e.JurisdictionKind, 'What kind of area.'),
    code: text('Code: contractor number and locality for a fee-schedule locality, such as 01182-18.'),
    label: text('Name.'),
    state: orNull(text('State or territory, two letters.')),
    contractorNumber: orNull(text('Number of the Medicare contractor, such as 01112.')),
  },
});

export const zipArea = linkTable({
  name: 'zip_area',
  description:
    'Where the area of a ZIP code lies: its ZIP Code Tabulation Area of the Census Bureau, made of the places whose addresses have it. One of post office boxes alone, or of one large receiver of mail, has none.',
  cluster: ['latitude', 'longitude', 'zip'],
  walkedBy: ['zip'],
  columns: {
    zip: text('Five digits as text.'),
    latitude: decimal(
      6,
      'Of its internal point, at or near the middle of the area; degrees, south of the equator below zero.',
    ),
    longitude: decimal(6, 'Of the same point; degrees, west of Greenwich below zero.'),
    sourceId: ref('source', 'The source that gives the point.'),
  },
});

export const providerTaxonomy = entityTable({
  name: 'provider_taxonomy',
  type: 'ProviderTaxonomy',
  description:
    'A code of the health care provider taxonomy of NUCC, which claims and the provider registry use for specialties. Its names and definitions belong to NUCC and are not stored: look them up at nucc.org by the code.',
  walkedBy: ['parentId'],
  columns: {
    code: text('Ten characters, such as 207Q00000X.'),
    label: text('The code in words of this project; the name of NUCC is not stored.'),
    level: oneOf(e.TaxonomyLevel, 'Its level.'),
    parentId: orNull(
      ref(
        'provider_taxonomy',
        'The classification above a specialization, of the same first four characters; null on the level of classifications, or where the release has none.',
      ),
    ),
  },
});

export const providerTaxonomyValidity = statementTable({
  name: 'provider_taxonomy_validity',
  type: 'ProviderTaxonomyValidity',
  description: 'That a provider code is in a release of the taxonomy.',
  envelope,
  subject: 'taxonomyId',
  walkedBy: ['taxonomyId'],
  exclusiveBy: ['taxonomyId'],
  columns: {
    taxonomyId: ref('provider_taxonomy', 'The code.'),
    holder: orNull(oneOf(e.TaxonomyHolder, 'Who has it; null in releases that do not tell.')),
    addedOn: orNull(
      day('Day on which it became effective, as the notes of the release tell; null for most.'),
    ),
    inactiveOn: orNull(
      day('Day from which it is marked inactive, as the notes of the release tell; null where they do not.'),
    ),
    release: origin(text('The release in which it was read, such as 25.1.')),
  },
  sentence: (row) =>
    `NUCC ${row.release}: ${lastPart(row.taxonomyId)} is in the provider taxonomy${row.inactiveOn ? `, inactive from ${row.inactiveOn}` : ''}.`,
});

export const clinicalFact = statementTable({
  name: 'clinical_fact',
  type: 'ClinicalFact',
  description: 'What a source states about the service itself: use, limits, cut-offs, evidence.',
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

export const serviceContext = entityTable({
  name: 'service_context',
  type: 'ServiceContext',
  description:
    'A kind of patient, an indication, a kind of interpreter or an audience that sources name together with codes. To be named is not to be covered, nor to be required.',
  inMemory: true,
  columns: {
    kind: oneOf(e.ServiceContextKind, 'What it is.'),
    slug: text('Short name, such as osteopenia; unique.'),
    label: text('Name.'),
    description: text('In our own words.'),
  },
  called: ({ kind, label }) => `${inWords(kind)}: ${label}`,
});

export const serviceContextStatement = statementTable({
  name: 'service_context_statement',
  type: 'ServiceContextStatement',
  description:
    'That a source names a patient, an indication, an interpreter or an audience together with a code.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId', 'contextId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    contextId: ref('service_context', 'What is named with it.'),
    statedAs: text('The words of the source for it.'),
  },
  sentence: (row, nameOf) =>
    `Named with ${lastPart(row.codeId)}, ${nameOf(row.contextId)} ("${row.statedAs}").`,
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
  sentence: (row) => `${row.label} (${row.submission}), decided on ${row.decidedOn}: ${row.summary}`,
});

export const workflow = entityTable({
  name: 'workflow',
  type: 'Workflow',
  description: 'A clinical path from order to follow-up, with who does what and what each step bills.',
  inMemory: true,
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
  inMemory: true,
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
    outputs: textList('What it produces, including what must be on record.'),
    nextIds: textList('The steps that follow.'),
    evidence: oneOf(e.EvidenceLevel, 'How close the text that was read is to the authority.'),
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
