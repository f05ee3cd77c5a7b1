/** Modifiers: what each says and when it is used. */

import { z } from 'zod';
import { modifierSystemOf } from '../../../db/codes/code-shapes.ts';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, sources } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { placeOf } from '../../kit/files.ts';
import { modifierId } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { modifierCode, text, valueIn, word } from '../../kit/value-types.ts';

const record = z.strictObject({
  code: modifierCode,
  label: text,
  description: text,
  category: text,
  maintainer: text,
  useWhen: text.optional(),
  doNotUseWhen: text.optional(),
  componentRole: word(e.ComponentRole).optional(),
  sources,
});

export default source(
  'data/codes/modifiers.yaml',
  z.strictObject({ modifiers: z.array(record) }),
  function* (data, soFar) {
    for (const found of data.modifiers) {
      const { sources: cited, ...said } = found;
      const id = modifierId(said.code);
      const place = placeOf(found);
      const row = {
        ...said,
        id,
        system: modifierSystemOf(said.code),
        useWhen: said.useWhen ?? null,
        doNotUseWhen: said.doNotUseWhen ?? null,
        componentRole: said.componentRole ? valueIn(e.ComponentRole, said.componentRole) : null,
      };
      yield entry(tables.modifier, row, place);
      yield* cite(id, listed(cited), soFar);
    }
  },
);
