/** No procedure-to-procedure edit bars two codes of one day. Column 1 is paid, column 2 denied: the finding stands on the line denied. */

import {
  asRead,
  type Finding,
  found,
  isMedicare,
  nothing,
  on,
  type Rule,
  unjudged,
  written,
} from '../claim.ts';

/** Modifiers that let an edit with indicator 1 through. */
const bypassing = new Set(['59', 'XE', 'XP', 'XS', 'XU']);

export const codePairEdit: Rule = (line, claim, evidence) => {
  const sameDay = claim.lines.filter(
    ({ index, dateOfService }) => index !== line.index && dateOfService === line.dateOfService,
  );
  if (sameDay.length === 0) return nothing;
  if (!isMedicare(claim)) {
    return unjudged(
      'CODE_PAIR_EDIT',
      line,
      'NCCI edits are those of Medicare and Medicaid; whether this payer applies them is not known.',
    );
  }
  const table = claim.claimForm === 'PROFESSIONAL_837P_CMS1500' ? 'PRACTITIONER' : 'OUTPATIENT_HOSPITAL';
  const edits = on(line.dateOfService, evidence.edits).filter(
    ({ serviceType, column2Id, modifierIndicator }) =>
      serviceType === table && column2Id === line.codeId && modifierIndicator !== 9,
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
      const [paid, denied] = [written(edit.column1Id), written(edit.column2Id)];
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
  return found(...findings);
};
