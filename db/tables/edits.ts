/** NCCI: pairs of codes, limits on units, add-on codes. */

import * as e from '../enums/index.ts';
import { lastPart } from '../kit/id-parts.ts';
import {
  day,
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
import { envelope } from './envelope.ts';
import { ptpStatements } from './pair-edit-views.ts';
import { inWords } from './sentences.ts';

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
  description:
    'A file of a release of procedure-to-procedure edits, and what of the table it covers. Each file is an edition of its table. It states the edits in what it covers that were on record when it was loaded, but for those in `ptp_unstated`.',
  cluster: ['sourceId'],
  walkedBy: ['number', 'series'],
  columns: {
    sourceId: ref('source', 'The file as a source.'),
    number: whole('Its number, in the order of loading.'),
    series: whole('Number of the series: the practitioner table or the hospital table.'),
    edition: whole('Number of the edition.'),
    part: whole('Which of the files of its release it is.'),
    codes: orNull(textList('The codes whose rows were selected; null where all were.')),
    firstColumn1: text('The least code in column 1.'),
    lastColumn1: text('The greatest code in column 1.'),
    edits: whole('How many edits it states.'),
  },
});

export const ptpUnstated = linkTable({
  name: 'ptp_unstated',
  description: 'An edit in what a file covers that the file does not state.',
  cluster: ['file', 'column1', 'column2', 'starts', 'version'],
  columns: {
    file: whole('Number of the file.'),
    column1: text('The code that is paid.'),
    column2: text('The code that is denied.'),
    starts: text('First day on which it holds, or `start-not-known`.'),
    version: whole('As in the edit.'),
  },
});

export const ptpTerm = linkTable({
  name: 'ptp_term',
  description:
    'What edits state besides their codes and their first day; what many state is stored here once.',
  cluster: ['number'],
  columns: {
    number: whole('The number by which edits refer to it.'),
    validTo: orNull(day('First day on which they no longer hold; null while they do.')),
    modifierIndicator: whole('0, 1 or 9, as in the statement.'),
    rationale: text('Rationale given in the table.'),
    before1996: flag('Whether the table states that they were in existence before 1996.'),
  },
});

export const ptpEdit = linkTable({
  name: 'ptp_edit',
  description:
    'A row of the official tables of procedure-to-procedure edits, stored as compactly as possible; a view reads it as a CodePairEdit.',
  cluster: ['column1', 'column2', 'practitioner', 'starts', 'version'],
  walkedBy: ['column2'],
  columns: {
    column1: text('The code that is paid.'),
    column2: text('The code that is denied.'),
    practitioner: flag('Whether it is in the practitioner table; otherwise it is in the hospital table.'),
    starts: text('First day on which it holds, or `start-not-known`.'),
    version: whole('0, and one more for each correction of the edit with the same first day.'),
    term: whole('Number of the term.'),
    run: whole('The run of editions in which it is stated: from the file that stated it first.'),
    line: whole('Line in that file.'),
  },
});

export const ptpTally = linkTable({
  name: 'ptp_tally',
  description:
    'How many edits have the same validity and recorded time: counting them one by one would take a second.',
  cluster: ['number'],
  columns: {
    number: whole('Its number, in any order.'),
    starts: text('First day on which they hold, or `start-not-known`.'),
    validTo: orNull(day('First day on which they no longer hold; null while they do.')),
    run: whole('The run of editions in which they are stated.'),
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
    'NCCI add-on code edit: an add-on code and a primary procedure with which it may be paid, or none where the contractor decides.',
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
