/** The code system of a code, as text: it is part of federation keys, and a key of plain types requires nothing of other subgraphs. */

import { CodeSystem } from '../../db/enums/index.ts';
import { cell, type FieldBuilder } from '../kit/fields-from-columns.ts';

const values = Object.keys(CodeSystem.values).join(', ');

/** The field `system` of an entity that has one. */
export function codeSystem(t: unknown) {
  return (t as FieldBuilder).string({
    description: `Code system, such as CPT; one of ${values}.`,
    resolve: (fact) => String(cell(fact, 'system')),
  });
}
