/** The edges to statements of every type: the relation to read, and the bulk view of those stored by the million. */

import type { MixedEdge } from '../kit/ids-along-edge.ts';
import { ptpCiting, ptpInReports, ptpStatements } from '../tables/pair-edit-views.ts';

/** To every statement. */
export const everyStatement: MixedEdge = {
  relation: 'statement',
  by: [],
  id: 'id',
  dated: 'BY_RUN',
  bulk: ptpStatements,
};

/** From a thing to the statements about it. */
export const statementsAbout: MixedEdge = {
  ...everyStatement,
  by: ['subject_id'],
  ordered: 'statement_in_order',
};

/** From a code and a section of its report to the statements there. */
export const statementsReported: MixedEdge = {
  relation: 'code_report',
  by: ['code_id', 'section'],
  id: 'statement_id',
  dated: 'BY_RUN',
  ordered: 'code_report_in_order',
  bulk: ptpInReports,
};

/** From a source to the statements and entities that cite it. */
export const citingSource: MixedEdge = {
  relation: 'citing',
  by: ['source_id'],
  id: 'subject_id',
  bulk: ptpCiting,
};
