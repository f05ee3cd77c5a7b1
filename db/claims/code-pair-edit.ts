/** No procedure-to-procedure edit bars two codes of one day. Column 1 is paid, column 2 denied: the finding is on the line denied. */

import { lastPart } from '../kit/id-parts.ts';
import {
  asRead,
  type ClaimLine,
  type Finding,
  found,
  isMedicare,
  nothing,
  on,
  type Rule,
  serviceTypeOf,
  unjudged,
} from './claim.ts';

/**
 * The modifiers that NCCI knows: with one of them an edit with indicator 1 lets both codes through. Not kept with the
 * modifiers: no source that was read gives the list (chapter I of the NCCI policy manual would); of 59 and its X forms alone one speaks.
 */
const bypassing = new Set([
  ...['24', '25', '27', '57', '58', '59', '78', '79', '91', 'XE', 'XP', 'XS', 'XU'],
  ...['E1', 'E2', 'E3', 'E4', 'LT', 'RT', 'LC', 'LD', 'LM', 'RC', 'RI'],
  ...['FA', 'F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9'],
  ...['TA', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9'],
]);

export const codePairEdit: Rule = (line, claim, evidence) => {
  const sameDay = claim.lines.filter(
    ({ index, dateOfService }) => index !== line.index && dateOfService === line.dateOfService,
  );
  if (sameDay.length === 0) return nothing;
  if (!isMedicare(claim, evidence)) {
    return unjudged(
      'CODE_PAIR_EDIT',
      line,
      'NCCI edits are those of Medicare and Medicaid; whether this payer applies them is not known.',
    );
  }
  const table = serviceTypeOf(claim);
  const ofTable = on(line.dateOfService, evidence.edits).filter(({ serviceType }) => serviceType === table);
  const edits = ofTable.filter(
    ({ column2Id, modifierIndicator }) => column2Id === line.codeId && modifierIndicator !== 9,
  );
  const findings = edits
    .filter((edit) =>
      sameDay.some(
        ({ codeId, modifiers }) =>
          codeId === edit.column1Id &&
          (edit.modifierIndicator === 0 ||
            ![...line.modifiers, ...modifiers].some((modifier) => bypassing.has(modifier))),
      ),
    )
    .map((edit): Finding => {
      const [paid, denied] = [lastPart(edit.column1Id), lastPart(edit.column2Id)];
      const open = edit.modifierIndicator === 1;
      return {
        rule: 'CODE_PAIR_EDIT',
        severity: 'ERROR',
        line: line.index,
        message: `NCCI edit: ${paid} (column 1) with ${denied} (column 2) denies ${denied}; modifier indicator ${edit.modifierIndicator}, ${open ? 'a proper NCCI modifier may let both through' : 'no modifier lets both through'}.${asRead(edit)}`,
        fix: open
          ? 'Bill one of the two, or add 59 or an X modifier where the services were distinct.'
          : `Bill ${paid} or ${denied}, not both.`,
        because: [edit.id],
      };
    });
  const isStated = (otherId: string) =>
    ofTable.some(({ column1Id, column2Id }) =>
      [line.codeId, otherId].every((id) => id === column1Id || id === column2Id),
    );
  const unread = sameDay
    .map(({ codeId }) => codeId)
    .filter(
      (codeId) =>
        codeId !== line.codeId &&
        !isStated(codeId) &&
        !evidence.arePairsRead(line.codeId, codeId, line.dateOfService),
    );
  const names = [...new Set(unread.map(lastPart))].sort();
  return names.length === 0
    ? found(...findings)
    : { findings, ...open(line, `${lastPart(line.codeId)} with ${names.join(', ')}`) };
};

function open(line: ClaimLine, pair: string) {
  const reason = `No release of the procedure-to-procedure edits that takes in ${pair} was read for ${line.dateOfService}: whether it has an edit is not known.`;
  return { notChecked: [{ rule: 'CODE_PAIR_EDIT', line: line.index, reason } as const] };
}
