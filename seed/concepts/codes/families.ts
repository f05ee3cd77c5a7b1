/** Service families: which codes and modifiers report one service, and into which components it splits. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, sources } from '../../kit/citations.ts';
import { type Entry, entry } from '../../kit/entry.ts';
import { placeOf } from '../../kit/files.ts';
import { codeId, familyId, modifierId } from '../../kit/ids.ts';
import type { Place } from '../../kit/problems.ts';
import { source } from '../../kit/reader.ts';
import type { RowsSoFar } from '../../kit/rows-so-far.ts';
import { code, slug, text, valueIn, word } from '../../kit/value-types.ts';

const named = { slug, label: text, description: text, sources };
const component = z.strictObject({ role: word(e.ComponentRole), code, label: text, sources });
const family = z.strictObject({
  ...named,
  pattern: word(e.ComponentPattern),
  group: slug.optional(),
  code: code.optional(),
  components: z.array(component).optional(),
});
const schema = z.strictObject({ groups: z.array(z.strictObject(named)), families: z.array(family) });

type Family = z.infer<typeof family>;
type Role = keyof typeof e.ComponentRole.values;

/** The components of a code that modifiers split; a code that nothing splits has only the first. */
const split: readonly (readonly [Role, string, string])[] = [
  ['GLOBAL', '', 'whole service'],
  ['TECHNICAL', 'TC', 'technical part'],
  ['PROFESSIONAL_INTERPRETATION_AND_REPORT', '26', 'interpretation and report'],
];

interface Part {
  readonly role: Role;
  readonly code: string;
  readonly modifier: string;
  readonly label: string;
  readonly sources: z.infer<typeof sources>;
  readonly place: Place;
}

function partsOf(record: Family, soFar: RowsSoFar): readonly Part[] {
  const { components, code: only, pattern } = record;
  if (pattern === 'stand_alone_codes' && components) {
    return components.map((part) => ({
      ...part,
      role: valueIn(e.ComponentRole, part.role),
      modifier: '',
      place: placeOf(part, 'code'),
    }));
  }
  if (!only || components) {
    soFar.report(
      placeOf(record),
      `The pattern ${pattern} needs ${pattern === 'stand_alone_codes' ? '`components`' : '`code`, and no `components`'}.`,
    );
    return [];
  }
  const roles = pattern === 'modifier_split' ? split : split.slice(0, 1);
  return roles.map(([role, modifier, part]) => ({
    role,
    code: only,
    modifier,
    label: `${record.label}: ${part}`,
    sources: record.sources,
    place: placeOf(record, 'code'),
  }));
}

function* componentRows(record: Family, soFar: RowsSoFar): Iterable<Entry> {
  for (const [seq, part] of partsOf(record, soFar).entries()) {
    const id = `ServiceComponent:${record.slug}/${part.role.toLowerCase().replaceAll('_', '-')}`;
    yield entry(
      tables.serviceComponent,
      { id, familyId: familyId(record.slug), role: part.role, label: part.label, seq },
      part.place,
    );
    yield* cite(id, listed(part.sources), soFar);
    const modifier = part.modifier === '' ? '' : modifierId(part.modifier);
    yield entry(
      tables.billingUnit,
      { componentId: id, codeId: codeId(part.code), modifierId: modifier },
      part.place,
    );
  }
}

export default source('data/codes/families.yaml', schema, function* (data, soFar) {
  for (const record of data.groups) {
    const id = familyId(record.slug);
    const { slug, label, description } = record;
    yield entry(
      tables.serviceFamily,
      { id, slug, label, description, pattern: 'GROUP_OF_SERVICES', groupId: null },
      placeOf(record),
    );
    yield* cite(id, listed(record.sources), soFar);
  }
  for (const record of data.families) {
    const id = familyId(record.slug);
    const { slug, label, description } = record;
    const groupId = record.group ? familyId(record.group) : null;
    const pattern = valueIn(e.ComponentPattern, record.pattern);
    yield entry(
      tables.serviceFamily,
      { id, slug, label, description, pattern, groupId },
      placeOf(record, record.group ? 'group' : 'slug'),
    );
    yield* cite(id, listed(record.sources), soFar);
    yield* componentRows(record, soFar);
  }
});
