/** The modifiers of the HCPCS Level II file. One may stand there several times, with one meaning or several. */

import { isCode, modifierSystemOf } from '../../../db/codes/code-shapes.ts';
import { modifier, modifierMeaning } from '../../../db/tables/index.ts';
import { modifierId } from '../../kit/ids.ts';
import { type Extracted, namedEntity, type Reading, statement } from '../../load/format/format.ts';
import { beginEntry, type HcpcsEntry } from './hcpcs-records.ts';
import { endWithin, modifierValidities } from './hcpcs-validity.ts';

/** Each thing once, in the order in which it came. */
function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== ''))];
}

/** The words of a modifier over some of its meanings. */
function wordsOf(code: string, meanings: readonly HcpcsEntry[]) {
  const texts = distinct(meanings.map(({ long }) => long));
  const labels = distinct(meanings.map(({ row }) => row.cell('short')));
  const label = labels.join('; ') || texts[0] || `modifier ${code}`;
  return { label, description: texts.join('; or: ') || label };
}

/** What the file names and states of modifiers. */
export function* modifiersIn(entries: readonly HcpcsEntry[], reading: Reading): Generator<Extracted, void> {
  for (const [code, meanings] of Map.groupBy(entries, (entry) => entry.code)) {
    const [first] = meanings;
    if (!first) continue;
    if (!isCode('MODIFIER', code) || modifierSystemOf(code) !== 'HCPCS_MODIFIER')
      throw first.row.wrong(
        'code',
        `Expected a modifier of Level II such as TC, got ${JSON.stringify(code)}.`,
      );
    for (const meaning of meanings.slice(1)) {
      beginEntry(meaning, reading.rows);
      reading.rows?.joins();
    }
    beginEntry(first, reading.rows);
    const where = { line: first.line, at: `record ${code}` };
    const words = wordsOf(code, meanings);
    yield namedEntity(
      modifier,
      {
        id: modifierId(code),
        system: 'HCPCS_MODIFIER',
        code,
        ...words,
        category: null,
        maintainer: 'CMS (HCPCS Level II)',
        useWhen: null,
        doNotUseWhen: null,
        componentRole: null,
      },
      { ...where, authority: true },
    );
    yield* modifierValidities(meanings, code, where);
    const current = meanings.filter((each) => endWithin(reading, [each]) !== undefined);
    const ends = current.length > 0 ? endWithin(reading, current) : undefined;
    if (ends !== undefined)
      yield statement(
        modifierMeaning,
        { key: `${modifierSystemOf(code)}:${code}`, from: reading.from, to: ends, ...where },
        { modifierId: modifierId(code), ...wordsOf(code, current), release: reading.release },
      );
  }
}
