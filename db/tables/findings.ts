/** Report pages, disagreements, gaps, conflicts, and the checks of the data. */

import * as e from '../enums/index.ts';
import { inOrder, lowerFirst } from '../kit/order.ts';
import {
  day,
  entityTable,
  instant,
  linkTable,
  oneOf,
  orNull,
  ref,
  statementTable,
  text,
  whole,
} from '../kit/table.ts';
import { envelope } from './envelope.ts';

export const reportPassage = statementTable({
  name: 'report_passage',
  type: 'ReportPassage',
  description:
    'What a published report page states about a code in one of its sections, summarised. Lists follow the report, section by section.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  order: [inOrder('section', ...Object.keys(e.ReportSectionKey.values)), lowerFirst('seq')],
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
    'Two claims of sources that do not agree, as found by reading. Citations name the side that they support in `part`.',
  envelope,
  subject: 'subjectId',
  walkedBy: ['subjectId'],
  columns: {
    subjectId: text('The service family or the code it is about.'),
    topic: text('What the sources disagree on.'),
    claimA: text('One side, in our own words.'),
    claimB: text('The other side, in our own words.'),
    assessment: text('How this project judges it.'),
  },
  sentence: (row) => `${row.topic}: ${row.claimA} Against: ${row.claimB} ${row.assessment}`,
});

export const dataGap = entityTable({
  name: 'data_gap',
  type: 'DataGap',
  description:
    'Something that was searched for and not found: what a payer states about a code, or what any source states about one.',
  walkedBy: ['payerId', 'codeId', 'componentId'],
  columns: {
    property: oneOf(e.GapProperty, 'What is not known.'),
    payerId: orNull(ref('payer', 'The payer; null where no source at all states it.')),
    lineOfBusiness: orNull(oneOf(e.LineOfBusiness, 'Line of business; null where no payer is meant.')),
    codeId: ref('billing_code', 'The code.'),
    componentId: orNull(
      ref(
        'service_component',
        'The component; null where the code as a whole is meant, whatever reports it.',
      ),
    ),
    reason: oneOf(e.UnknownReason, 'Why it is not known.'),
    note: text('What was looked at, in our own words.'),
    statementId: orNull(
      text('The statement that shows it, where one does; such gaps are derived when the graph is built.'),
    ),
    recordedFrom: instant('Since when the gap is recorded in this graph.'),
    recordedTo: orNull(instant('When the gap was closed; null while it is open.')),
  },
});

export const conflict = entityTable({
  name: 'conflict',
  type: 'Conflict',
  description:
    'Statements that cannot all be true, found by a rule when the graph was built. Never entered by hand.',
  walkedBy: ['subjectId', 'kind'],
  columns: {
    kind: oneOf(e.ConflictKind, 'What they disagree on.'),
    rule: text('The rule that found it: the name of a file.'),
    subjectId: text('The code or component it is about.'),
    summary: text('The conflict in a sentence.'),
    resolution: oneOf(e.ConflictResolution, 'Whether and how it is resolved.'),
    resolutionReason: text('The order of authority or the dates that decide; or why nothing does.'),
    preferredId: orNull(text('The statement that outranks the others, when a rule decides.')),
    validFrom: orNull(day('First day on which all its statements are valid; null: not known.')),
    validTo: orNull(day('First day on which they no longer all are; null: not known.')),
    recordedFrom: instant('Since when all of them are recorded in this graph.'),
    recordedTo: orNull(instant('When the recorded time of one of them ended; null while all are recorded.')),
  },
});

export const conflictMember = linkTable({
  name: 'conflict_member',
  description: 'The statements that take part in a conflict.',
  cluster: ['conflictId', 'statementId'],
  walkedBy: ['statementId'],
  columns: { conflictId: ref('conflict', 'The conflict.'), statementId: text('The statement.') },
});

export const checkResult = linkTable({
  name: 'check_result',
  description: 'The rules that the data was checked against when it was built, and what each found.',
  cluster: ['rule'],
  columns: {
    rule: text('Name of the rule: a file of db/findings/checks.'),
    statement: text('The rule in a sentence.'),
    offenders: whole('Rows that break it; a build with any is refused.'),
  },
});
