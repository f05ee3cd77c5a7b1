/** Rules between and on codes: code-pair edits, add-on edits, unit limits, billing rules. */

import { addOnEdit, billingRule, codePairEdit, unitLimit } from '../../db/tables/index.ts';
import { aboutCodes } from '../codes/about-codes.ts';
import { BillingCode } from '../codes/code.ts';
import { statement } from '../evidence/statement.ts';
import { connections, lists } from '../kit/edge-to-many.ts';
import { Payer } from '../policies/payer.ts';

const CodePairEdit = statement({ table: codePairEdit });
connections(CodePairEdit, codePairEdit, {
  column1Id: [
    BillingCode,
    'editsAsColumn1',
    'Code-pair edits in which this code is paid and the other denied.',
  ],
  column2Id: [
    BillingCode,
    'editsAsColumn2',
    'Code-pair edits in which this code is denied and the other paid.',
  ],
});

const AddOnEdit = statement({ table: addOnEdit });
connections(AddOnEdit, addOnEdit, {
  codeId: [BillingCode, 'addOnEdits', 'The primary procedures with which this code, an add-on, may be paid.'],
  primaryId: [
    BillingCode,
    'addOnEditsAsPrimary',
    'The add-on codes that may be paid with this code as their primary procedure.',
  ],
});

const UnitLimit = statement({ table: unitLimit });
lists(UnitLimit, unitLimit, {
  codeId: [BillingCode, 'unitLimits', 'Medically unlikely edits on the date of service.'],
});

const BillingRule = statement({ table: billingRule });
aboutCodes(
  BillingRule,
  billingRule,
  'billingRules',
  'Rules on how the code is billed and its payment worked out.',
);
connections(BillingRule, billingRule, {
  payerId: [Payer, 'billingRules', 'Its billing rules.'],
});
