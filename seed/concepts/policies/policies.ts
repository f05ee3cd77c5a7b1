/** Policies: a file each, named seed/policies/<payer>/<policy>.yaml, with what every version says. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, merged, sources } from '../../kit/citations.ts';
import { type Entry, entry } from '../../kit/entry.ts';
import { interval, joined, startNote } from '../../kit/envelope.ts';
import { placedLike, placeOf } from '../../kit/files.ts';
import { payerId, policyId } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import type { RowsSoFar } from '../../kit/rows-so-far.ts';
import { day, dayOrLess, oneOf, text, textOf, valueIn, word } from '../../kit/value-types.ts';
import { type CoverageText, coverageRows, coverageText } from '../coverage/coverage.ts';
import { type CriterionText, criterionRows, criterionText } from '../coverage/criteria.ts';
import { type DiagnosisText, diagnosisRows, diagnosisText } from './diagnosis-support.ts';
import { eventRows, eventText } from './events.ts';

const version = z.strictObject({
  version: text.regex(
    /^[A-Za-z0-9.-]+$/,
    'Expected letters, digits, points and hyphens: a year, a number, or what tells it apart.',
  ),
  title: textOf('its title, as the source has it'),
  status: textOf('how it stood when it was read, in the words of the source, such as active'),
  lineOfBusiness: word(e.LineOfBusiness),
  lineOfBusinessStated: textOf('the line of business in the words of the source, such as commercial'),
  from: dayOrLess.optional(),
  through: day.optional(),
  end: oneOf(['open']).optional(),
  originallyEffective: dayOrLess.optional(),
  lastReviewed: dayOrLess.optional(),
  textSeen: textOf('how much of the text was read, such as full or opening only'),
  evidence: word(e.EvidenceLevel),
  note: text.optional(),
  superseded: text.optional(),
  sources,
  coverage: z.array(coverageText).optional(),
  criteria: z.array(criterionText).optional(),
  diagnoses: z.array(diagnosisText).optional(),
});
type Version = z.infer<typeof version>;

const schema = z.strictObject({
  number: text.optional(),
  label: text,
  kind: word(e.PolicyKind),
  linesOfBusiness: z.array(word(e.LineOfBusiness)).min(1),
  versions: z.array(version).min(1, 'A policy has at least one version.'),
  events: z.array(eventText).optional(),
});

/** A statement of a version that was superseded, end unknown, no longer speaks for the payer. */
function ranked<R extends CoverageText | CriterionText | DiagnosisText>(record: R, found: Version): R {
  if (!found.superseded || record.rank || record.through) return record;
  const rank = { rank: 'deprecated', rankReason: `Its version is no longer in force: ${found.superseded}.` };
  return placedLike(record, { ...record, ...rank });
}

/** What a coverage text does not say of its dates, its version says. */
function dated(record: CoverageText, found: Version): CoverageText {
  const { from, ...rest } = record;
  if (from === 'unknown') return placedLike(record, rest);
  const start = from ?? found.from;
  const through = record.through ?? found.through;
  return placedLike(record, { ...rest, ...(start ? { from: start } : {}), ...(through ? { through } : {}) });
}

function* versionRows(found: Version, policy: string, soFar: RowsSoFar): Iterable<Entry> {
  const slug = policy.slice('Policy:'.length);
  const id = `PolicyVersion:${slug}/${found.version}`;
  const citations = listed(found.sources);
  const days = interval(found, soFar);
  const row = {
    id,
    policyId: policy,
    version: found.version,
    title: found.title,
    status: found.status,
    linesOfBusinessStated: found.lineOfBusinessStated,
    ...days,
    originalEffectiveOn: found.originallyEffective ?? null,
    lastReviewedOn: found.lastReviewed ?? null,
    textSeen: found.textSeen,
    evidence: valueIn(e.EvidenceLevel, found.evidence),
    note: joined([found.note, startNote(found)]),
  } as const;
  yield entry(tables.policyVersion, row, placeOf(found));
  yield* cite(id, citations, soFar);
  // What hangs on a version whose days are wrong would only repeat the complaint.
  if (days.validFrom && days.validTo && days.validTo <= days.validFrom) return;
  const context = {
    payerId: payerId(slug.slice(0, slug.indexOf('/'))),
    policyVersionId: id,
    tail: `${slug.slice(slug.indexOf('/') + 1)}/${found.version}`,
    lineOfBusiness: valueIn(e.LineOfBusiness, found.lineOfBusiness),
    lineOfBusinessStated: found.lineOfBusinessStated,
    citations,
  };
  for (const record of found.coverage ?? []) {
    yield* coverageRows(ranked(dated(record, found), found), context, soFar);
  }
  for (const record of found.criteria ?? [])
    yield* criterionRows(ranked(record, found), id, citations, soFar);
  for (const record of found.diagnoses ?? [])
    yield* diagnosisRows(ranked(record, found), id, citations, soFar);
}

export default source('policies/*/*.yaml', schema, function* (data, soFar, file) {
  const [, payer = '', name = ''] = file.path.split('/');
  const id = policyId(`${payer}/${name.replace(/\.yaml$/, '')}`);
  const row = {
    id,
    payerId: payerId(payer),
    slug: name.replace(/\.yaml$/, ''),
    number: data.number ?? null,
    label: data.label,
    kind: valueIn(e.PolicyKind, data.kind),
    linesOfBusiness: JSON.stringify(data.linesOfBusiness.map((line) => line.toUpperCase())),
  };
  yield entry(tables.policy, row, placeOf(data, 'label'));
  yield* cite(id, merged(data.versions.flatMap((found) => listed(found.sources))), soFar);
  for (const found of data.versions) yield* versionRows(found, id, soFar);
  for (const record of data.events ?? [])
    yield* eventRows(record, soFar, { subjectId: id, payerId: payerId(payer), policyId: id });
});
