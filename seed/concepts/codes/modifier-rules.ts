/** Modifier rules: what a source states about a modifier on a code. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, sources } from '../../kit/citations.ts';
import { type Entry, entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placedLike, placeOf } from '../../kit/files.ts';
import { codeId, codeKey, modifierId } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import type { RowsSoFar } from '../../kit/rows-so-far.ts';
import { code, modifierCode, text, valueIn, word } from '../../kit/value-types.ts';

/** What a source states about a modifier. */
export const modifierRule = z.strictObject({
  modifier: modifierCode,
  effect: word(e.ModifierEffect),
  reason: text,
  useWhen: text.optional(),
  ...envelopeKeys,
  sources,
});

export function* modifierRuleRows(
  found: z.infer<typeof modifierRule>,
  ofCode: string,
  soFar: RowsSoFar,
): Iterable<Entry> {
  const citations = listed(found.sources);
  const id = `ModifierRule:${codeKey(ofCode)}/${found.modifier}/${citations[0]?.source}`;
  const row = {
    ...envelope(found, soFar, { citations }),
    id,
    codeId: codeId(ofCode),
    modifierId: modifierId(found.modifier),
    effect: valueIn(e.ModifierEffect, found.effect),
    reason: found.reason,
    useWhen: found.useWhen ?? null,
  };
  yield entry(tables.modifierRule, row, placeOf(found, 'modifier'));
  yield* cite(id, citations, soFar);
}

const record = modifierRule
  .omit({ modifier: true })
  .extend({ code, modifiers: z.array(modifierCode).min(1) });

export default source(
  'data/codes/modifier-rules.yaml',
  z.strictObject({ modifierRules: z.array(record) }),
  function* (data, soFar) {
    for (const found of data.modifierRules) {
      const { code: ofCode, modifiers, ...rest } = found;
      for (const modifier of modifiers) {
        yield* modifierRuleRows(placedLike(found, { ...rest, modifier }), ofCode, soFar);
      }
    }
  },
);
