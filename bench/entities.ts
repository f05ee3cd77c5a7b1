/** Synthetic entities: codes, families, components, payers, policies and sources, all labelled as synthetic. */

import type { Row } from '../db/kit/table.ts';
import type * as t from '../db/tables/index.ts';
import { codeOf, codeSystem, ids } from './ids.ts';
import { familySize, type Scale } from './scale.ts';

const indexes = (count: number) => Array(count).keys();

export function sources({ sources: count }: Scale): Iterable<Row<typeof t.source>> {
  return indexes(count).map((i) => ({
    id: ids.source(i),
    slug: `synthetic-${i}`,
    title: `Synthetic source ${i}, made up for measuring`,
    publisher: 'Synthetic',
    url: `https://synthetic.example/source/${i}`,
    officialUrl: `https://synthetic.example/source/${i}`,
    relayed: 0,
    kind: 'COMMERCIAL_MEDICAL_POLICY',
    licence: 'Synthetic: holds no facts.',
    publishedOn: '2024',
    effectiveOn: null,
    retrievedOn: '2025-01-01',
    evidence: 'SECONDARY',
    cadence: 'YEARLY',
    sha256: null,
    note: 'Synthetic.',
  }));
}

export function families({ asked }: Scale): Iterable<Row<typeof t.serviceFamily>> {
  return indexes(asked / familySize).map((i) => ({
    id: ids.family(i),
    slug: `synthetic-${i}`,
    label: `Synthetic service ${i}`,
    description: 'A made-up service of four parts.',
    pattern: 'STAND_ALONE_CODES',
    groupId: null,
  }));
}

export function codes({ codes: count, asked }: Scale): Iterable<Row<typeof t.billingCode>> {
  return indexes(count).map((i) => ({
    id: ids.code(i),
    system: codeSystem,
    code: codeOf(i),
    category: 'LEVEL_II',
    label: `Synthetic code ${codeOf(i)}`,
    description: `A made-up code, number ${i}, that stands in no code set.`,
    familyId: i < asked ? ids.family(Math.floor(i / familySize)) : null,
  }));
}

const roles = [
  'GLOBAL',
  'TECHNICAL_ACQUISITION',
  'TECHNICAL_CALCULATION',
  'PROFESSIONAL_INTERPRETATION_AND_REPORT',
] as const;

export function components({ asked }: Scale): Iterable<Row<typeof t.serviceComponent>> {
  return indexes(asked).map((i) => ({
    id: ids.component(i),
    familyId: ids.family(Math.floor(i / familySize)),
    role: roles[i % familySize] ?? 'GLOBAL',
    label: `Synthetic component ${i}`,
    seq: i % familySize,
  }));
}

export function units({ asked }: Scale): Iterable<Row<typeof t.billingUnit>> {
  return indexes(asked).map((i) => ({ componentId: ids.component(i), codeId: ids.code(i), modifierId: '' }));
}

export function payers({ payers: count }: Scale): Iterable<Row<typeof t.payer>> {
  return indexes(count).map((i) => ({
    id: ids.payer(i),
    slug: `synthetic-${String(i).padStart(5, '0')}`,
    label: `Synthetic payer ${i}`,
    kind: 'NATIONAL_COMMERCIAL',
    parentId: null,
    aliases: '[]',
    namedInReports: 0,
    note: null,
  }));
}

export function policies({ policies: count, payers: among }: Scale): Iterable<Row<typeof t.policy>> {
  return indexes(count).map((i) => ({
    id: ids.policy(i),
    payerId: ids.payer(i % among),
    slug: `synthetic-${i}`,
    number: `SYN ${i}`,
    label: `Synthetic policy ${i}`,
    kind: 'MEDICAL_POLICY',
    linesOfBusiness: '["COMMERCIAL"]',
  }));
}

export function versions({ policies: count }: Scale): Iterable<Row<typeof t.policyVersion>> {
  return indexes(count).map((i) => ({
    id: ids.version(i),
    policyId: ids.policy(i),
    version: '2025',
    title: `Synthetic policy ${i}, version of 2025`,
    status: 'synthetic',
    linesOfBusinessStated: 'Commercial (synthetic)',
    validFrom: '2025-01-01',
    validTo: null,
    validEnd: 'OPEN',
    originalEffectiveOn: null,
    lastReviewedOn: null,
    textSeen: 'None: it is synthetic.',
    evidence: 'SECONDARY',
    note: null,
  }));
}
