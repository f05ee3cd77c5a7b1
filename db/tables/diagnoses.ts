/** Diagnosis codes, their validity, and what sources state about them for a billing code. */

import * as e from '../enums/index.ts';
import { lastPart } from '../kit/id-parts.ts';
import { entityTable, flag, oneOf, origin, orNull, ref, statementTable, text } from '../kit/table.ts';
import { believed, envelope } from './envelope.ts';
import { inWords } from './sentences.ts';

export const diagnosisCode = entityTable({
  name: 'diagnosis_code',
  type: 'DiagnosisCode',
  description: 'An ICD-10-CM code or heading.',
  walkedBy: ['parentId'],
  columns: {
    system: oneOf(e.CodeSystem, 'Code system.'),
    code: text('The code with its point, such as M81.0.'),
    label: text('Official title (public domain).'),
    billable: flag('Whether it can be billed on a claim; a heading cannot.'),
    parentId: orNull(
      ref('diagnosis_code', 'The heading above; null at the top or where the heading is not in the graph.'),
    ),
    release: origin(text('The release of the code set that these words were read in, such as January 2021.')),
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

export const diagnosisValidity = statementTable({
  name: 'diagnosis_validity',
  type: 'DiagnosisValidity',
  description:
    'That a diagnosis code or heading is in a release of ICD-10-CM. A code that a release no longer has gets none for its time.',
  envelope,
  subject: 'diagnosisId',
  walkedBy: ['diagnosisId'],
  exclusiveBy: ['diagnosisId'],
  columns: {
    diagnosisId: ref('diagnosis_code', 'The code or heading.'),
    billable: flag('Whether it can be billed on a claim in that time.'),
    title: text('Official title in that time (public domain).'),
    release: origin(text('The release in which it was read, such as FY2026.')),
  },
  sentence: (row) =>
    `ICD-10-CM ${row.release}: ${lastPart(row.diagnosisId)}, ${row.billable ? 'billable' : 'a heading'}, "${row.title}".`,
});

export const diagnosisSupport = statementTable({
  name: 'diagnosis_support',
  type: 'DiagnosisSupport',
  description:
    'What a source states about a diagnosis for a code. Lists give the preferred first, then what the authority states itself, then the later.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId', 'diagnosisId', 'policyVersionId'],
  order: believed,
  columns: {
    codeId: ref('billing_code', 'The code.'),
    diagnosisId: ref('diagnosis_code', 'The diagnosis.'),
    policyVersionId: orNull(ref('policy_version', 'The policy version; null where no payer published it.')),
    effect: oneOf(e.DiagnosisEffect, 'What the source states.'),
  },
  sentence: (row) => `${lastPart(row.diagnosisId)} for ${lastPart(row.codeId)}: ${inWords(row.effect)}.`,
});
