/** What a statement of several codes is about, and the codes it speaks of. */

import { typeOf } from '../../db/kit/id-parts.ts';
import { statementCode } from '../../db/tables/index.ts';
import { type Entry, entry } from './entry.ts';
import { placeOf } from './files.ts';
import { codeId, familyId, payerId, policyId } from './ids.ts';
import type { Place } from './problems.ts';
import { familiesFile, type RowsSoFar } from './rows-so-far.ts';
import { unwritten } from './shape.ts';
import { text } from './value-types.ts';

/** A subject as it is written: `code/77080`, `family/trabecular-bone-score`, `payer/medicare`, `policy/aetna/0134`. */
export const subjectText = text.regex(
  /^(code|family|payer|policy)\/.+$/,
  'Expected a subject such as code/77080, family/trabecular-bone-score, payer/medicare or policy/aetna/0134.',
);

const idOf: Readonly<Record<string, (key: string) => string>> = {
  code: codeId,
  family: familyId,
  payer: payerId,
  policy: policyId,
};

export interface About {
  readonly subject?: string | undefined;
  readonly codes?: readonly string[] | undefined;
}

/** The subject that is written; else the one code, the one family, or the one wider group of the codes; else `otherwise`. */
export function subjectOf(record: About & object, soFar: RowsSoFar, otherwise?: string): string {
  const { subject, codes = [] } = record;
  if (subject) {
    const slash = subject.indexOf('/');
    return idOf[subject.slice(0, slash)]?.(subject.slice(slash + 1)) ?? subject;
  }
  const ids = codes.map(codeId);
  const found =
    one(ids) ?? one(ids.map(soFar.familyOf)) ?? one(ids.map((id) => groupOf(id, soFar))) ?? otherwise;
  if (!found) {
    soFar.report(
      placeOf(record),
      'What this is about does not follow from its codes. Add `subject`, such as family/trabecular-bone-score.',
      { ids, file: familiesFile },
    );
  }
  return found ?? unwritten;
}

function groupOf(id: string, soFar: RowsSoFar): string | undefined {
  const family = soFar.familyOf(id);
  return family ? soFar.groupOf(family) : undefined;
}

/** The value that all have in common. */
function one(values: readonly (string | undefined)[]): string | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

/** The links from a statement to the codes it speaks of. */
export function* codeLinks(
  statementId: string,
  codes: readonly string[] | undefined,
  place: Place,
): Iterable<Entry> {
  const type = typeOf(statementId);
  for (const one of codes ?? [])
    yield entry(statementCode, { statementId, codeId: codeId(one), type }, place);
}
