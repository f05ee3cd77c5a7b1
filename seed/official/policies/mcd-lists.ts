/** What the documents of a coverage database export refer to: codes, diagnoses, related documents, revisions. */

import { codeIn } from '../../../db/codes/code-shapes.ts';
import * as tables from '../../../db/tables/index.ts';
import { codeId, diagnosisId, payerId } from '../../kit/ids.ts';
import { billingCodeIn } from '../../load/format/cells.ts';
import { type Extracted, namedEntity, type Reading, statement } from '../../load/format/format.ts';
import { placeholderCode } from '../kit/placeholder-code.ts';
import { type DocumentKind, type Documents, keyOf, type Version } from './mcd-documents.ts';
import { type McdRow, type McdSource, rowsOf } from './mcd-tables.ts';

/** The reason for a row that lists something of a document that is left out itself. */
const leftOutWithIt = 'of a document that is left out';

/** The billing codes that documents list. */
export async function* codesOf(
  file: McdSource,
  kind: DocumentKind,
  documents: Documents,
  reading: Reading,
): AsyncGenerator<Extracted, void> {
  const needed = [`${kind.table}_id`, `${kind.table}_version`, 'hcpc_code_id'];
  for await (const row of rowsOf(file, `${kind.table}_x_hcpc_code`, needed)) {
    reading.rows?.begins(row.line);
    const document = documents.get(keyOf(row, kind));
    const code = billingCodeIn(row.text('hcpc_code_id'));
    if (!document) reading.skip(leftOutWithIt, keyOf(row, kind));
    else if (!code) reading.skip('no billing code', row.text('hcpc_code_id'));
    else if (!reading.wants(code)) reading.skip('code not among those wanted', code);
    else {
      const group = groupIn(row, 'hcpc_code_group');
      yield placeholderCode(code, row.line);
      const range = row.text('range');
      const values = { codeId: codeId(code), policyVersionId: document.id, groupNumber: group };
      const envelope =
        range === ''
          ? {}
          : { note: `The row gives a range of codes, ${range}; only the code itself was taken.` };
      const key = `${code}/${document.slug}/${document.number}/v${document.version}/${group}`;
      yield statement(tables.policyListing, { key, ...headOf(document, row), envelope }, values);
    }
  }
}

const lists = [
  { suffix: 'icd10_covered', effect: 'SUPPORTS_MEDICAL_NECESSITY' },
  { suffix: 'icd10_noncovered', effect: 'DOES_NOT_SUPPORT' },
] as const;

/** The diagnoses that documents list as supporting, or not supporting, the service. */
export async function* diagnosesOf(
  file: McdSource,
  kind: DocumentKind,
  documents: Documents,
  { skip, rows }: Pick<Reading, 'skip' | 'rows'>,
): AsyncGenerator<Extracted, void> {
  for (const { suffix, effect } of lists) {
    for await (const row of rowsOf(file, `${kind.table}_x_${suffix}`, [
      `${kind.table}_id`,
      'icd10_code_id',
    ])) {
      rows?.begins(row.line);
      const document = documents.get(keyOf(row, kind));
      if (!document) {
        skip(leftOutWithIt, keyOf(row, kind));
        continue;
      }
      const description = row.text('description');
      const code = codeIn('DIAGNOSIS', row.text('icd10_code_id'));
      // An otherwise empty list may have a row that states that no diagnosis applies.
      if (!code || /^not applicable$/i.test(description)) {
        skip('no ICD-10-CM code', row.text('icd10_code_id'));
        continue;
      }
      const group = groupIn(row, `${suffix}_group`);
      const label = description || `ICD-10-CM code ${code}`;
      yield namedEntity(
        tables.diagnosisCode,
        {
          id: diagnosisId(code),
          system: 'ICD_10_CM',
          code,
          label,
          billable: 1,
          parentId: null,
          release: 'as listed by a policy',
          topic: null,
          relevance: null,
        },
        { line: row.line, at: row.at },
      );
      const restricted = /^[1YT*]/i.test(row.text('asterisk')) ? 1 : 0;
      const values = {
        policyVersionId: document.id,
        diagnosisId: diagnosisId(code),
        groupNumber: group,
        effect,
        restricted,
      } as const;
      const key = `${document.slug}/${document.number}/v${document.version}/${code}/${effect === 'DOES_NOT_SUPPORT' ? 'not-' : ''}${group}`;
      yield statement(tables.policyDiagnosis, { key, ...headOf(document, row) }, values);
    }
  }
}

function groupIn(row: McdRow, column: string): number {
  const found = row.text(column);
  return /^\d+$/.test(found) ? Number(found) : 1;
}

/** A listing is valid as long as its version. */
function headOf({ from, to }: Version, { line, at }: McdRow) {
  return { from, to, dated: true, line, at };
}

/** The related documents that documents name. */
export async function* relationsOf(
  file: McdSource,
  kind: DocumentKind,
  documents: Documents,
  { skip, rows }: Pick<Reading, 'skip' | 'rows'>,
): AsyncGenerator<Extracted, void> {
  const known = new Map([...documents.values()].map(({ number, policyId }) => [number, policyId]));
  const seen = new Set<string>();
  for await (const row of rowsOf(file, `${kind.table}_related_documents`, [`${kind.table}_id`])) {
    rows?.begins(row.line);
    const document = documents.get(keyOf(row, kind));
    const other = row.text('r_lcd_id')
      ? `L${row.text('r_lcd_id')}`
      : row.text('r_article_id') && `A${row.text('r_article_id')}`;
    if (!document || !other) {
      skip(document ? 'related document without a number' : leftOutWithIt, keyOf(row, kind));
      continue;
    }
    const key = `${document.slug}/${document.number}/${other}`;
    const otherPolicyId = known.get(other) ?? `Policy:${document.slug}/${other.toLowerCase()}`;
    if (seen.has(key)) {
      rows?.joins();
      continue;
    }
    seen.add(key);
    if (!known.has(other)) yield namedOnly(otherPolicyId, other, document, row);
    yield statement(
      tables.policyRelation,
      { key, ...headOf(document, row) },
      { policyId: document.policyId, otherPolicyId },
    );
  }
}

/** A document that another names and that is not in this export. */
function namedOnly(id: string, number: string, { slug }: Version, { line, at }: McdRow): Extracted {
  const policy = {
    ...{ id, payerId: payerId(slug), slug: number.toLowerCase(), number, label: number },
    kind: number.startsWith('L') ? ('LCD' as const) : ('ARTICLE' as const),
    linesOfBusiness: '["MEDICARE_FFS"]',
  };
  return namedEntity(tables.policy, policy, { line, at });
}

/** The dates of revisions. The prose of the history is not copied. */
export async function* revisionsOf(
  file: McdSource,
  kind: DocumentKind,
  documents: Documents,
  { skip, rows }: Pick<Reading, 'skip' | 'rows'>,
): AsyncGenerator<Extracted, void> {
  const seen = new Set<string>();
  for await (const row of rowsOf(file, `${kind.table}_x_revision_history`, [
    `${kind.table}_id`,
    'rev_hist_num',
  ])) {
    rows?.begins(row.line);
    const document = documents.get(keyOf(row, kind));
    const happenedOn = row.day('rev_hist_date');
    const revision = row.text('rev_hist_num');
    const key = `${document?.slug}/${document?.number}/revision-${revision}`;
    if (!document || !happenedOn) {
      skip(document ? 'revision without a day' : leftOutWithIt, revision);
      continue;
    }
    if (seen.has(key)) {
      rows?.joins();
      continue;
    }
    seen.add(key);
    const { policyId, slug, number } = document;
    const values = {
      subjectId: policyId,
      payerId: payerId(slug),
      policyId,
      happenedOn,
      precision: 'DAY',
      kind: 'COVERAGE',
      summary: `Revision ${revision} of ${number}.`,
    } as const;
    yield statement(
      tables.policyEvent,
      { key, from: happenedOn, dated: true, line: row.line, at: row.at },
      values,
    );
  }
}
