/** Everything that reads codes takes the same ones: the text of the seed, official files, and what clients ask. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CodeKind, isCode } from '../../../db/codes/code-shapes.ts';
import { code, coded, modifierCode } from '../../../seed/kit/value-types.ts';
import { fileOf, membersOf } from '../../../seed/load/files/archive.ts';
import { billingCodeIn, isDental } from '../../../seed/load/format/cells.ts';
import { FileError } from '../../../seed/load/format/file.ts';
import { icd10cm } from '../../../seed/official/codes/icd10cm.ts';
import { mcd } from '../../../seed/official/policies/mcd.ts';
import { codesOrSlips } from '../../kit/codes.ts';
import { query } from '../../kit/graph.ts';
import { inMemory, read } from '../../seed/kit/file-trial.ts';
import { tables } from '../../seed/kit/mcd-export.ts';
import { zip } from '../../seed/kit/zip.ts';

/** Whether a text is taken for a code. */
type Takes = (text: string) => boolean | Promise<boolean>;

const parsing =
  (schema: { safeParse(text: string): { success: boolean } }): Takes =>
  (text) =>
    schema.safeParse(text).success;

/** A question refuses what cannot be a code; that none is held of that name is another answer. */
const asking =
  (field: string): Takes =>
  async (text) => {
    const { errors = [] } = await query(`query ($text: String!) { ${field} }`, { text });
    const refused = errors.filter(({ extensions }) => extensions.code === 'BAD_USER_INPUT');
    for (const { message } of refused) expect(message).toMatch(/ is no .*\. Give .* such as "/);
    return refused.length === 0;
  };
const claiming = (line: string) => asking(`checkClaim(claim: { lines: [{ ${line} }] }) { __typename }`);

/** A claim line refuses what can be no code of any system; of what may be one of another, it says that its form is no code's. */
const judging =
  (line: string): Takes =>
  async (text) => {
    const question = `query ($text: String!) { checkClaim(claim: { lines: [{ ${line} }] }) { notChecked { reason } } }`;
    const { data, errors = [] } = await query(question, { text });
    expect(errors.every(({ extensions }) => extensions.code === 'BAD_USER_INPUT')).toBe(true);
    return errors.length === 0 && !/has the form of no|is not of the form of/.test(JSON.stringify(data));
  };

/** An order file refuses a row with its line; one of fixed width has room for seven characters and no point. */
const ordering: Takes = async (text) => {
  const row = `00001 ${text.padEnd(7)} 1 ${'synthetic'.padEnd(60)} synthetic`;
  const outcome = await read(icd10cm, inMemory(row)).catch((error: unknown) => error);
  if (!(outcome instanceof Error)) return true;
  expect(outcome).toBeInstanceOf(FileError);
  expect(outcome.message).toMatch(/^synthetic\.txt:1: /);
  return false;
};

/** The list of a coverage article counts what is no code among the rows that it leaves out. */
const listing =
  (table: string, heading: string, row: (text: string) => string): Takes =>
  async (text) => {
    const lists = {
      article_x_hcpc_code: undefined,
      article_x_icd10_covered: undefined,
      article_x_icd10_noncovered: undefined,
    };
    const all = { ...tables, ...lists, [table]: `${heading}\n${row(text)}\n` };
    const archive = zip(
      Object.entries(all).flatMap(([name, content]) => (content ? [{ name: `${name}.csv`, content }] : [])),
    );
    const members = await membersOf('synthetic.zip', archive);
    const { statements, skipped } = await read(
      mcd,
      fileOf({ path: 'synthetic.zip', chunks: inMemory(archive).chunks }, 'utf-8', members),
    );
    const taken = statements.filter(({ at }) => at?.startsWith(`${table}.csv`)).length;
    const leftOut = (skipped['no billing code'] ?? 0) + (skipped['no ICD-10-CM code'] ?? 0);
    expect(taken + leftOut).toBe(1);
    return taken === 1;
  };

const entrances: readonly (readonly [kind: CodeKind, entrance: string, takes: Takes])[] = [
  ['BILLING_CODE', 'the text of the seed', parsing(code)],
  ['BILLING_CODE', 'cells of official files', (text) => billingCodeIn(text) === text],
  [
    'BILLING_CODE',
    'lists of coverage articles',
    listing(
      'article_x_hcpc_code',
      'article_id,article_version,hcpc_code_id,hcpc_code_group',
      (text) => `90001,3,${text},1`,
    ),
  ],
  ['DENTAL_CODE', 'cells of official files', isDental],
  ['DIAGNOSIS', 'the text of the seed', parsing(coded('DIAGNOSIS'))],
  ['DIAGNOSIS', 'the question for one', asking('diagnosis(code: $text) { id }')],
  ['DIAGNOSIS', 'a claim line', judging('code: "77080", diagnoses: [$text]')],
  [
    'DIAGNOSIS',
    'lists of coverage articles',
    listing(
      'article_x_icd10_covered',
      'article_id,article_version,icd10_code_id,icd10_covered_group,description,asterisk',
      (text) => `90001,3,${text},1,Synthetic title,`,
    ),
  ],
  ['MODIFIER', 'the text of the seed', parsing(modifierCode)],
  ['MODIFIER', 'the question for one', asking('modifier(code: $text) { id }')],
  ['MODIFIER', 'a claim line', claiming('code: "77080", modifiers: [$text]')],
  ['PLACE_OF_SERVICE', 'the text of the seed', parsing(coded('PLACE_OF_SERVICE'))],
  ['PLACE_OF_SERVICE', 'the question for one', asking('placeOfService(code: $text) { id }')],
  ['PLACE_OF_SERVICE', 'a claim line', claiming('code: "77080", placeOfService: $text')],
];

const runs = { numRuns: 150 };

test.each(entrances)('what is a %s is taken by %s, and nothing else', async (kind, _entrance, takes) => {
  await fc.assert(
    fc.asyncProperty(codesOrSlips(kind), async (text) => {
      expect(await takes(text), text).toBe(isCode(kind, text));
    }),
    runs,
  );
});

test('what is a DIAGNOSIS without its point is taken by the order file, and nothing else', async () => {
  const fitting = codesOrSlips('DIAGNOSIS')
    .map((text) => text.replace('.', ''))
    .filter((text) => text.length <= 7);
  await fc.assert(
    fc.asyncProperty(fitting, async (text) => {
      expect(await ordering(text), text).toBe(isCode('DIAGNOSIS', text) && !text.includes('.'));
    }),
    runs,
  );
});

test.each([
  ['the question for one', asking('billingCode(code: $text) { id }')],
  ['a claim line', judging('code: $text')],
])('what is a billing code or a dental one is taken by %s, and nothing else', async (_entrance, takes) => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(codesOrSlips('BILLING_CODE'), codesOrSlips('DENTAL_CODE')), async (text) => {
      expect(await takes(text), text).toBe(isCode('BILLING_CODE', text) || isCode('DENTAL_CODE', text));
    }),
    runs,
  );
});
