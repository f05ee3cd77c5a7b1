/** Synthetic statements: those of every payer about every code that has a family, with their citations. */

import type { Row } from '../db/kit/table.ts';
import type * as t from '../db/tables/index.ts';
import { ids } from './ids.ts';
import { randomFrom } from './random.ts';
import type { Scale } from './scale.ts';

const envelope = {
  valueState: 'VALUE',
  unknownReason: null,
  rank: 'NORMAL',
  rankReason: null,
  validFrom: '2025-01-01',
  validTo: null,
  validEnd: 'OPEN',
  recordedFrom: '2025-02-01T00:00:00Z',
  recordedTo: null,
  supersededBy: null,
  knowledgeLevel: 'ASSERTION',
  agentType: 'AUTOMATED_AGENT',
  evidence: 'SECONDARY',
  note: 'Synthetic.',
} as const;

const covered = ['COVERED', 'COVERED', 'NOT_COVERED', 'CONDITIONAL', 'INDETERMINATE'] as const;
const bases = ['MEDICALLY_NECESSARY_CRITERIA', 'EXPERIMENTAL_INVESTIGATIONAL', 'NOT_STATED'] as const;
const unknownReasons = ['POLICY_SILENT_ON_CODE', 'POLICY_TEXT_NOT_SEEN', 'NO_POLICY_FOUND'] as const;

/** One for each such code and payer, in the order in which the table is stored. One in ten has no value. */
export function* coverages(scale: Scale): Generator<Row<typeof t.coverage>> {
  const random = randomFrom(scale.seed);
  const perPayer = Math.floor(scale.policies / scale.payers);
  for (let code = 0; code < scale.asked; code += 1) {
    for (let payer = 0; payer < scale.payers; payer += 1) {
      const isUnknown = random.below(10) === 0;
      yield {
        ...envelope,
        id: ids.coverage(code, payer),
        valueState: isUnknown ? 'UNKNOWN_VALUE' : 'VALUE',
        unknownReason: isUnknown ? random.pick(unknownReasons) : null,
        componentId: ids.component(code),
        codeId: ids.code(code),
        payerId: ids.payer(payer),
        lineOfBusiness: 'COMMERCIAL',
        lineOfBusinessStated: 'Commercial (synthetic)',
        policyVersionId: ids.version(payer + scale.payers * random.below(perPayer)),
        covered: isUnknown ? null : random.pick(covered),
        basis: isUnknown ? 'NOT_STATED' : random.pick(bases),
        statedAt: isUnknown ? null : 'NAMED_CODE',
        mappingCertainty: isUnknown ? null : 'HIGH',
        summary: `Synthetic statement ${code} of payer ${payer}: made up for measuring, says nothing of the world.`,
        reachedBy: 'Synthetic.',
        frequency: null,
      };
    }
  }
}

/** Statements on prior authorization, by every tenth payer. */
export function* authorizations({ asked, payers }: Scale): Generator<Row<typeof t.priorAuthorization>> {
  for (let code = 0; code < asked; code += 1) {
    for (let payer = code % 10; payer < payers; payer += 10) {
      yield {
        ...envelope,
        id: ids.authorization(code, payer),
        componentId: ids.component(code),
        codeId: ids.code(code),
        payerId: ids.payer(payer),
        lineOfBusiness: 'COMMERCIAL',
        policyVersionId: ids.version(payer),
        priorAuthorization: 'AUTH_NEEDED',
        summary: 'Synthetic.',
      };
    }
  }
}

export function* validities({ codes }: Scale): Generator<Row<typeof t.codeValidity>> {
  for (let code = 0; code < codes; code += 1) {
    yield { ...envelope, id: ids.validity(code), codeId: ids.code(code), codeStatus: 'ACTIVE' };
  }
}

/** The citations of every subject, in the order in which the table is stored: two for a coverage statement, else one. */
export function* citations(scale: Scale): Generator<Row<typeof t.citation>> {
  const random = randomFrom(scale.seed + 1);
  const cite = (subjectId: string, seq: number): Row<typeof t.citation> => ({
    subjectId,
    seq,
    sourceId: ids.source(random.below(scale.sources)),
    role: seq === 0 ? 'PRIMARY_KNOWLEDGE_SOURCE' : 'SUPPORTING_DATA_SOURCE',
    locator: `synthetic section ${random.below(50)}`,
    part: null,
  });
  function* once(id: (index: number) => string, count: number) {
    for (let i = 0; i < count; i += 1) yield cite(id(i), 0);
  }
  yield* once(ids.code, scale.codes);
  yield* once(ids.validity, scale.codes);
  for (let code = 0; code < scale.asked; code += 1) {
    for (let payer = 0; payer < scale.payers; payer += 1) {
      yield cite(ids.coverage(code, payer), 0);
      yield cite(ids.coverage(code, payer), 1);
    }
  }
  yield* once(ids.payer, scale.payers);
  yield* once(ids.policy, scale.policies);
  yield* once(ids.version, scale.policies);
  for (let code = 0; code < scale.asked; code += 1) {
    for (let payer = code % 10; payer < scale.payers; payer += 10)
      yield cite(ids.authorization(code, payer), 0);
  }
  yield* once(ids.component, scale.asked);
  yield* once(ids.family, scale.asked / 4);
}
