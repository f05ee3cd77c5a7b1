/** Rules between and on codes: relations, code-pair edits, add-on edits, unit limits, billing rules. */

import { addOnEdit, billingRule, codePairEdit, codeRelation, unitLimit } from '../../db/tables/index.ts';
import { aboutCodes } from '../codes/about-codes.ts';
import { BillingCode } from '../codes/code.ts';
import { statement } from '../evidence/statement.ts';
import { listed, related } from '../kit/edge-to-many.ts';
import { Payer } from '../policies/payer.ts';

const CodeRelation = statement({ table: codeRelation });
listed(BillingCode, 'relatedCodes', CodeRelation, {
  to: codeRelation,
  by: 'codeId',
  description: 'How the code relates to others.',
});
listed(BillingCode, 'relatedFrom', CodeRelation, {
  to: codeRelation,
  by: 'otherCodeId',
  description: 'How others relate to the code.',
});

const CodePairEdit = statement({ table: codePairEdit });
related(BillingCode, 'editsAsColumn1', CodePairEdit, {
  to: codePairEdit,
  by: 'column1Id',
  description: 'Code-pair edits in which this code is paid and the other denied.',
});
related(BillingCode, 'editsAsColumn2', CodePairEdit, {
  to: codePairEdit,
  by: 'column2Id',
  description: 'Code-pair edits in which this code is denied and the other paid.',
});

const AddOnEdit = statement({ table: addOnEdit });
related(BillingCode, 'addOnEdits', AddOnEdit, {
  to: addOnEdit,
  by: 'codeId',
  description: 'The primary procedures with which this code, an add-on, may be paid.',
});
related(BillingCode, 'addOnEditsAsPrimary', AddOnEdit, {
  to: addOnEdit,
  by: 'primaryId',
  description: 'The add-on codes that may be paid with this code as their primary procedure.',
});

const UnitLimit = statement({ table: unitLimit });
listed(BillingCode, 'unitLimits', UnitLimit, {
  to: unitLimit,
  by: 'codeId',
  description: 'Medically unlikely edits on the date of service.',
});

const BillingRule = statement({ table: billingRule });
aboutCodes(
  BillingRule,
  billingRule,
  'billingRules',
  'Rules on how the code is billed and its payment worked out.',
);
related(Payer, 'billingRules', BillingRule, {
  to: billingRule,
  by: 'payerId',
  description: 'Its billing rules.',
});
