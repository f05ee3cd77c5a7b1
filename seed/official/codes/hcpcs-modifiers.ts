/** The modifiers of the HCPCS Level II file. One may stand there several times, with one meaning or several. */

import { isCode, modifierSystemOf } from '../../../db/codes/code-shapes.ts';
import { modifier } from '../../../db/tables/index.ts';
import { modifierId } from '../../kit/ids.ts';
import { type Extracted, namedEntity } from '../../load/format/format.ts';
import type { RowLog } from '../../load/format/row-log.ts';
import { beginEntry, type HcpcsEntry } from './hcpcs-records.ts';
import { modifierValidities } from './hcpcs-validity.ts';

/** Each thing once, in the order in which it came. */
function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== ''))];
}

/** What the file names and states of modifiers. */
export function* modifiersIn(
  entries: readonly HcpcsEntry[],
  rows: RowLog | undefined,
): Generator<Extracted, void> {
  for (const [code, meanings] of Map.groupBy(entries, (entry) => entry.code)) {
    const [first] = meanings;
    if (!first) continue;
    if (!isCode('MODIFIER', code) || modifierSystemOf(code) !== 'HCPCS_MODIFIER')
      throw first.row.wrong(
        'code',
        `Expected a modifier of Level II such as TC, got ${JSON.stringify(code)}.`,
      );
    for (const meaning of meanings.slice(1)) {
      beginEntry(meaning, rows);
      rows?.joins();
    }
    beginEntry(first, rows);
    const where = { line: first.line, at: `record ${code}` };
    const texts = distinct(meanings.map(({ long }) => long));
    const labels = distinct(meanings.map(({ row }) => row.cell('short')));
    const label = labels.join('; ') || texts[0] || `modifier ${code}`;
    yield namedEntity(
      modifier,
      {
        id: modifierId(code),
        system: 'HCPCS_MODIFIER',
        code,
        label,
        description: texts.join('; or: ') || label,
        category: null,
        maintainer: 'CMS (HCPCS Level II)',
        useWhen: null,
        doNotUseWhen: null,
        componentRole: null,
      },
      { ...where, authority: true },
    );
    yield* modifierValidities(meanings, code, where);
  }
}
