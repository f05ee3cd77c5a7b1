/** Modifiers and what sources say of them on a code. */

import { modifier, modifierMeaning, modifierRule, modifierValidity } from '../../db/tables/index.ts';
import { otherDays } from '../evidence/other-days.ts';
import { statement } from '../evidence/statement.ts';
import { builder } from '../kit/builder.ts';
import { connections, lists } from '../kit/edge-to-many.ts';
import { entity } from '../kit/entity.ts';
import { unknownId } from '../kit/errors.ts';
import { allOf, nearOf } from '../kit/fact.ts';
import { BillingCode } from './code.ts';
import { codeGiven } from './code-given.ts';
import { codeSystem } from './code-system.ts';
import { meaningFields } from './meaning.ts';

/** A two-character modifier of a claim line. */
export const Modifier = entity({
  table: modifier,
  leaveOut: ['system', 'label', 'description'],
  fields: (t) => ({
    system: codeSystem(t),
    ...meaningFields(t, { entities: modifier, meanings: modifierMeaning, column: 'modifier_id' }),
  }),
  keys: { 'system code': ({ system, code }) => `Modifier:${system}:${code}` },
});

otherDays(Modifier);

const ModifierValidity = statement({ table: modifierValidity });
lists(ModifierValidity, modifierValidity, {
  modifierId: [
    Modifier,
    'validity',
    'Whether the modifier existed on the date of service. Empty: no statement covers that day.',
  ],
});

const ModifierMeaning = statement({ table: modifierMeaning });
lists(ModifierMeaning, modifierMeaning, {
  modifierId: [
    Modifier,
    'meanings',
    'What the modifier means by the release of HCPCS Level II that holds on the date of service. Empty for modifiers of CPT, and where no release was read for that day or it does not have it.',
  ],
});

const ModifierRule = statement({ table: modifierRule });
lists(ModifierRule, modifierRule, {
  codeId: [
    BillingCode,
    'modifierRules',
    'What sources say of modifiers on the code. Where they disagree, see `conflicts` of each.',
  ],
});
connections(ModifierRule, modifierRule, {
  modifierId: [Modifier, 'rules', 'What sources say of the modifier, code by code.'],
});

builder.queryFields((t) => ({
  modifier: t.field({
    type: Modifier,
    nullable: true,
    description: 'A modifier by its two characters.',
    args: { code: t.arg.string({ required: true, description: 'Such as "26" or "TC".' }) },
    resolve: (_root, { code }, context) => {
      const written = codeGiven('code', 'MODIFIER', code);
      const found = allOf(context, modifier, context.asOf).find((row) => row.code === written);
      if (!found)
        throw unknownId(
          'code',
          `code: this release holds no modifier ${written}. List them with modifiers.`,
          nearOf(context, modifier, `Modifier:${written}`),
        );
      return found;
    },
  }),
  modifiers: t.field({
    type: [Modifier],
    description: 'All modifiers in the graph.',
    resolve: (_root, _args, context) => allOf(context, modifier, context.asOf),
  }),
}));
