/** Closed lists about coverage. */

import { list } from '../kit/enums.ts';

export const CoveredStatus = list(
  'CoveredStatus',
  'Whether the service is covered (HL7 Da Vinci CRD coverage-information).',
  {
    COVERED: 'Covered.',
    NOT_COVERED: 'Not covered.',
    CONDITIONAL: 'Covered when conditions are met.',
    INDETERMINATE: 'The payer itself leaves it open, for instance to case-by-case decision.',
  },
);

export const CoverageBasis = list(
  'CoverageBasis',
  'The ground a coverage statement gives. A separate question from whether it is covered.',
  {
    MEDICALLY_NECESSARY_CRITERIA: 'Covered where medical-necessity criteria are met.',
    ADJUNCT: 'Covered as an adjunct to another test.',
    CONTRACTOR_DISCRETION: 'The Medicare contractor decides case by case.',
    EXPERIMENTAL_INVESTIGATIONAL: 'Considered experimental or investigational.',
    NOT_MEDICALLY_NECESSARY: 'Considered not medically necessary.',
    BENEFIT_EXCLUSION: 'Excluded, or outside the benefit.',
    BUNDLED_NOT_SEPARATELY_PAYABLE: 'No separate payment is made.',
    NOT_STATED: 'The source gives no ground, or none is known.',
  },
);

export const StatedAt = list('StatedAt', 'How precisely the source names the code.', {
  NAMED_CODE: 'It names the code.',
  CODE_RANGE: 'It names a range or list that contains the code.',
  SERVICE_FAMILY:
    'It names the service or technology; the code was matched to it by this project, so the statement is an entailment.',
  GENERAL_RULE: 'A general rule that applies to the code; an entailment.',
});

export const MappingCertainty = list(
  'MappingCertainty',
  'How sure the match of a named technology to a code is.',
  {
    HIGH: 'The technology has this code and no other.',
    MEDIUM: 'The likely code; others are possible.',
    LOW: 'A guess worth checking.',
  },
);

export const PriorAuthorizationStatus = list(
  'PriorAuthorizationStatus',
  'Whether prior authorization is needed (Da Vinci CRD pa-needed).',
  {
    NO_AUTH: 'Not needed.',
    AUTH_NEEDED: 'Needed.',
    CONDITIONAL: 'Needed under stated conditions.',
    INDETERMINATE: 'The source says to ask.',
  },
);

export const CriterionKind = list('CriterionKind', 'What a coverage criterion is about.', {
  INDICATION: 'A condition in which the service is covered.',
  EXCLUSION: 'What is not covered.',
  FREQUENCY: 'How often.',
  AGE: 'Age.',
  METHOD: 'Which technique.',
  DOCUMENTATION: 'What must be on record.',
  ORDER: 'Who must order it, and how.',
  SUPERVISION: 'Who must supervise.',
  COMPONENT: 'Which part of the service is paid to whom.',
  UNITS: 'How many units.',
  COST_SHARING: 'What the patient pays.',
  BENEFIT: 'What the benefit is.',
  DEFINITION: 'A definition.',
});

export const IntervalUnit = list('IntervalUnit', 'How the time between two services is counted.', {
  DAYS: 'Days from the day of the last service to the day of the next.',
  MONTHS:
    'Months to the day: from 15 March to 15 April is one, from 31 January to 28 February none. A year is 12.',
  FULL_MONTHS: 'Full calendar months between the month of the last service and that of the next.',
});

export const CellState = list(
  'CoverageCellState',
  'The state of a cell of the coverage matrix. It is never null.',
  {
    COVERED: 'Every best statement says covered.',
    NOT_COVERED: 'Every best statement says not covered.',
    CONDITIONAL: 'Every best statement says covered when conditions are met.',
    INDETERMINATE: 'The payer itself leaves it open.',
    CONFLICTING: 'Best statements that hold on the day differ; all are given.',
    UNKNOWN:
      'No statement gives a value for that day; `unknownReason` gives the reason. It does not mean not covered.',
    NOT_APPLICABLE: 'No code of the component existed on that day.',
  },
);

export const CellReach = list('CoverageCellReach', 'How the statements of a cell reach its component.', {
  STATED: 'They are about this component.',
  SAME_CODE:
    'They are about the code without a modifier; that they reach the component that the modifier names is an entailment.',
  NONE: 'There are none.',
});

export const PriorAuthorizationAnswer = list(
  'PriorAuthorizationAnswerState',
  'What is known about prior authorization. It is never inferred from coverage.',
  {
    NO_AUTH: 'Not needed.',
    AUTH_NEEDED: 'Needed.',
    CONDITIONAL: 'Needed under stated conditions.',
    INDETERMINATE: 'The source says to ask.',
    UNKNOWN: 'No statement gives a value for that day; `unknownReason` gives the reason.',
  },
);
