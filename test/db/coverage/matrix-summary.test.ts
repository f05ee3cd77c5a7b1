/** The matrix in short: folding loses no cell, joins what is the same and nothing else, and its words are those of the cells. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CoverageRow } from '../../../db/coverage/decide-cell.ts';
import type { Cell, Matrix } from '../../../db/coverage/matrix.ts';
import { type CellGroup, summarize } from '../../../db/coverage/matrix-summary.ts';
import { summarySentence } from '../../../db/coverage/summary-sentence.ts';
import { groupText, inOrderOfText, summaryMarkdown, unknownText } from '../../../db/coverage/summary-text.ts';
import type { SummaryNames } from '../../../db/coverage/summary-words.ts';
import { coverage } from '../../../db/tables/index.ts';
import { rowWith } from '../../kit/synthetic.ts';

interface Answer {
  readonly state: Cell['state'];
  readonly unknownReason: Cell['unknownReason'];
  readonly summary: string | null;
  readonly priorAuthorization: Cell['priorAuthorization'];
  readonly reach?: Cell['reach'];
  readonly basis?: CoverageRow['basis'];
}

const nothing: Answer = {
  state: 'UNKNOWN',
  unknownReason: 'NOT_YET_REVIEWED',
  summary: null,
  priorAuthorization: 'UNKNOWN',
};

const statement = (id: string, { summary, state, basis = 'NOT_STATED' }: Answer) =>
  rowWith(coverage, {
    id: `CoverageStatement:${id}`,
    covered: state === 'UNKNOWN' ? null : 'CONDITIONAL',
    basis,
    summary,
  }) as unknown as CoverageRow; // a row of that table

/** A synthetic matrix: `answers[component][column]`, each statement a row of its own. */
function matrixOf(columns: Matrix['columns'], answers: readonly (readonly (Answer | undefined)[])[]): Matrix {
  const rows = answers.map((ofRow, i) => {
    const componentId = `ServiceComponent:synthetic/${i}`;
    const cells = columns.map((column, j): Cell => {
      const answer = ofRow[j] ?? nothing;
      const statements = answer.summary === null ? [] : [statement(`${i}/${j}`, answer)];
      return {
        ...column,
        ...answer,
        componentId,
        asOf: { dateOfService: '2026-11-24', knownAt: '2026-11-24T12:00:00Z' },
        reach: answer.reach ?? 'STATED',
        rule: 'best-statements-agree',
        because: statements,
        statements,
        gaps: [],
        priorAuthorizationReason: answer.priorAuthorization === 'UNKNOWN' ? 'NOT_YET_REVIEWED' : null,
        priorAuthorizationStatements: [],
        nearest: null,
        priorAuthorizationNearest: null,
      };
    });
    return { componentId, cells };
  });
  return { columns, rows };
}

const column = (payer: string, lineOfBusiness: Cell['lineOfBusiness'] = 'COMMERCIAL') => ({
  payerId: `Payer:${payer}`,
  lineOfBusiness,
});

const noConditions = () => [];

/** Cells as (component, payer, line, state, reason). */
const cellKeys = (
  cells: readonly Pick<Cell, keyof ReturnType<typeof column> | 'componentId' | 'state' | 'unknownReason'>[],
) =>
  cells
    .map(({ componentId, payerId, lineOfBusiness, state, unknownReason }) =>
      [componentId, payerId, lineOfBusiness, state, unknownReason].join(' '),
    )
    .sort();

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({
    state: fc.constant<Cell['state']>('UNKNOWN'),
    unknownReason: fc.constantFrom<Cell['unknownReason']>(
      'NOT_YET_REVIEWED',
      'POLICY_TEXT_NOT_SEEN',
      'NO_POLICY_FOUND',
    ),
    summary: fc.constantFrom(null, 'a', 'b'),
    priorAuthorization: fc.constantFrom<Cell['priorAuthorization']>('UNKNOWN', 'NO_AUTH'),
  }),
  fc.record({
    state: fc.constantFrom<Cell['state']>('COVERED', 'CONDITIONAL', 'NOT_COVERED', 'NOT_APPLICABLE'),
    unknownReason: fc.constant(null),
    summary: fc.constantFrom('a', 'b'),
    priorAuthorization: fc.constantFrom<Cell['priorAuthorization']>('UNKNOWN', 'NO_AUTH'),
  }),
);
const someColumns = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom('one', 'two', 'three'),
    fc.constantFrom<Cell['lineOfBusiness']>('COMMERCIAL', 'MEDICAID'),
  ),
  { minLength: 1, selector: (pair) => pair.join(' ') },
);
const matrices = someColumns.chain((columns) =>
  fc
    .array(fc.array(answer, { minLength: columns.length, maxLength: columns.length }), { maxLength: 5 })
    .map((answers) =>
      matrixOf(
        columns.map(([payer, line]) => column(payer, line)),
        answers,
      ),
    ),
);

describe('folding any matrix', () => {
  test('keeps every cell once, with its component, payer, line, state and reason', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const { known, unknown } = summarize(matrix, noConditions);
        const groups = [...known, ...unknown.flatMap((some) => some.groups)];
        const unfolded = groups.flatMap(({ cells, ...group }) =>
          cells.map(({ componentId }) => ({ ...group, componentId })),
        );
        expect(cellKeys(unfolded)).toEqual(cellKeys(matrix.rows.flatMap(({ cells }) => cells)));
        const counted = unknown.reduce((sum, { count }) => sum + count, 0);
        const inKnown = known.flatMap(({ cells }) => cells).length;
        expect(inKnown + counted).toBe(matrix.rows.length * matrix.columns.length);
      }),
    );
  });

  test('joins the cells of a column that have the same answer on the same grounds, and no others', () => {
    const answerOf = (cell: Cell) =>
      JSON.stringify([
        cellKeys([{ ...cell, componentId: '' }]),
        cell.priorAuthorization,
        cell.statements.map(({ summary }) => summary),
      ]);
    fc.assert(
      fc.property(matrices, (matrix) => {
        const { known, unknown } = summarize(matrix, noConditions);
        const groups = [...known, ...unknown.flatMap((some) => some.groups)];
        for (const { cells } of groups) expect(new Set(cells.map(answerOf)).size).toBe(1);
        const answers = new Set(matrix.rows.flatMap(({ cells }) => cells.map(answerOf)));
        expect(groups).toHaveLength(answers.size);
      }),
    );
  });

  test('puts what is known in the order of the columns, and reasons by how many cells they have', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const { known, unknown } = summarize(matrix, noConditions);
        const places = known.map(({ payerId, lineOfBusiness }) =>
          matrix.columns.findIndex(
            (each) => each.payerId === payerId && each.lineOfBusiness === lineOfBusiness,
          ),
        );
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        const counts = unknown.map(({ count }) => count);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
        expect(new Set(unknown.map(({ reason }) => reason)).size).toBe(unknown.length);
      }),
    );
  });

  test('writes every group down: none is left out of the order of the text', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const summary = summarize(matrix, noConditions);
        const groups = [...summary.known, ...summary.unknown.flatMap((some) => some.groups)];
        const ordered = inOrderOfText(summary, namesOf(matrix));
        expect(new Set(ordered)).toEqual(new Set(groups));
        expect(ordered).toHaveLength(groups.length);
      }),
    );
  });
});

test('statements with other conditions are another answer', () => {
  const conditional: Answer = { ...nothing, state: 'CONDITIONAL', unknownReason: null, summary: 'If so.' };
  const matrix = matrixOf([column('one')], [[conditional], [conditional]]);
  expect(summarize(matrix, noConditions).known).toHaveLength(1);
  expect(summarize(matrix, (id) => (id.endsWith('0/0') ? ['CoverageCriterion:a'] : [])).known).toHaveLength(
    2,
  );
});

/** Names of a synthetic matrix: its codes are 99990 and on; payers of the association are named in `licensees`. */
function namesOf(
  { rows }: Matrix,
  licensees: readonly string[] = [],
  given: Partial<SummaryNames> = {},
): SummaryNames {
  return {
    day: '2026-11-24',
    services: ['Synthetic service'],
    components: new Map(
      rows.map(({ componentId }, i) => [componentId, { codes: `9999${i}`, label: `part ${i}` }]),
    ),
    payerOf: (id) => ({
      label: id.replace('Payer:', 'Payer '),
      association: licensees.includes(id)
        ? { id: 'Payer:blue', label: 'The association', licensees: licensees.length }
        : null,
    }),
    evidenceOf: () => ({ conditions: [], level: 'PUBLISHER_DOCUMENT', staleFrom: null, numbers: [1] }),
    ...given,
  };
}

const covers: Answer = {
  state: 'CONDITIONAL',
  unknownReason: null,
  summary: 'Covered beside another test.',
  priorAuthorization: 'AUTH_NEEDED',
};
const denies: Answer = { ...covers, state: 'NOT_COVERED', summary: 'Not covered.' };
const five = ['one', 'two', 'three', 'four', 'five'].map((name) => column(name));

const sentenceOf = (matrix: Matrix, licensees: readonly string[] = [], given: Partial<SummaryNames> = {}) =>
  summarySentence(summarize(matrix, noConditions), namesOf(matrix, licensees, given));

describe('the sentence', () => {
  test('says of how many payers an answer is known, what it is, and of whom none is', () => {
    expect(sentenceOf(matrixOf(five, [[covers], [covers]]))).toBe(
      'On 24 November 2026 an answer on synthetic service is known of one of five payers: Payer one covers it with conditions (commercial); none is known of Payer two, Payer three, Payer four and Payer five, which does not mean that they do not cover it.',
    );
  });

  test('names the codes where an answer is on some, and joins payers that answer alike', () => {
    const matrix = matrixOf(five.slice(0, 3), [
      [covers, denies, denies],
      [nothing, denies, denies],
    ]);
    expect(sentenceOf(matrix)).toBe(
      'On 24 November 2026 an answer on synthetic service is known of three of three payers: Payer one covers 99990 with conditions (commercial); Payer two and Payer three do not cover it (commercial).',
    );
  });

  test('says where it rests on a secondary report', () => {
    const evidenceOf = () => ({
      conditions: [],
      level: 'SECONDARY_REPORT' as const,
      staleFrom: null,
      numbers: [],
    });
    expect(sentenceOf(matrixOf(five.slice(0, 1), [[covers]]), [], { evidenceOf })).toBe(
      'On 24 November 2026 an answer on synthetic service is known of the one payer: Payer one covers it with conditions (commercial; by a secondary report).',
    );
  });

  test('never turns silence to a denial', () => {
    expect(sentenceOf(matrixOf(five, [[]]))).toBe(
      'On 24 November 2026 no answer on synthetic service is known of any of five payers, which does not mean that it is not covered.',
    );
  });

  test('counts licensees as their association only where none of them answers', () => {
    const licensees = ['Payer:two', 'Payer:three'];
    expect(sentenceOf(matrixOf(five.slice(0, 3), [[covers]]), licensees)).toContain(
      'one of two payers: Payer one covers it with conditions (commercial); none is known of The association (2 licensees),',
    );
    expect(sentenceOf(matrixOf(five.slice(0, 3), [[covers, denies]]), licensees)).toContain(
      'two of three payers: Payer one covers it with conditions (commercial); Payer two does not cover it (commercial); none is known of Payer three,',
    );
  });

  test('counts payers by their answer where they give many', () => {
    const states: readonly Cell['state'][] = [
      'COVERED',
      'CONDITIONAL',
      'NOT_COVERED',
      'INDETERMINATE',
      'CONFLICTING',
    ];
    const matrix = matrixOf(five, [states.map((state) => ({ ...covers, state }))]);
    expect(sentenceOf(matrix)).toBe(
      'On 24 November 2026 an answer on synthetic service is known of five of five payers: one covers it at least in part, one covers it at least in part with conditions, one does not cover it at least in part, one leaves it at least in part open, one has conflicting statements on it at least in part.',
    );
  });

  test('says that no code existed, and that there is nothing to answer', () => {
    const none: Answer = { ...covers, state: 'NOT_APPLICABLE', summary: null };
    expect(sentenceOf(matrixOf(five, [[none, none, none, none, none]]))).toBe(
      'On 24 November 2026 no code of synthetic service existed, so that the question does not apply to any payer.',
    );
    expect(sentenceOf(matrixOf([], []))).toMatch(/^The request leads to no component or to no payer/);
  });
});

const first = (matrix: Matrix): CellGroup => {
  const [group] = summarize(matrix, noConditions).known;
  if (!group) throw new Error('Nothing is known.');
  return group;
};

describe('a line', () => {
  test('says who, what, on which grounds, under which conditions, how fresh, and where it is cited', () => {
    const matrix = matrixOf([column('one')], [[{ ...covers, basis: 'ADJUNCT', reach: 'SAME_CODE' }]]);
    const evidenceOf = () => ({
      conditions: ['Every two years.'],
      level: 'SECONDARY_REPORT' as const,
      staleFrom: '2026-01-01',
      numbers: [2, 3],
    });
    expect(groupText(first(matrix), namesOf(matrix, [], { evidenceOf }))).toBe(
      'Payer one, commercial: covered with conditions (adjunct) for 99990 (with a modifier by entailment). Covered beside another test. Conditions: Every two years. Prior authorization: needed. Secondary report. Stale: to be read again by 2026-01-01. [2][3]',
    );
  });

  test('of statements that conflict says what each of them states', () => {
    const [one, other] = [
      statement('one', { ...covers, basis: 'ADJUNCT' }),
      { ...statement('other', denies), covered: 'NOT_COVERED' as const },
    ];
    const group: CellGroup = { ...first(matrixOf([column('one')], [[covers]])), state: 'CONFLICTING' };
    const cells = group.cells.map((cell) => ({ ...cell, because: [one, other] }));
    const matrix = matrixOf([column('one')], [[covers]]);
    expect(groupText({ ...group, cells }, namesOf(matrix))).toBe(
      'Payer one, commercial: statements conflict for 99990. Conditional: Covered beside another test. Not covered: Not covered. Prior authorization: needed. Publisher document. [1]',
    );
  });

  test('counts components and payers of which there are many', () => {
    const many = Array.from({ length: 15 }, (_, n) => column(`p${n}`));
    const matrix = matrixOf(
      many,
      Array.from({ length: 14 }, (_, n) => (n === 0 ? [] : [covers])),
    );
    const names = namesOf(matrix);
    expect(groupText(first(matrix), names)).toContain('covered with conditions for 13 of 14 components.');
    const [unknown] = summarize(matrix, noConditions).unknown;
    expect(unknown && unknownText(unknown, names)).toContain('; Payer p11, commercial; 3 others.');
  });

  test('of a group that rests on no code says so once, for any payer', () => {
    const none: Answer = { ...covers, state: 'NOT_APPLICABLE', summary: null };
    const matrix = matrixOf(five, [five.map(() => none), []]);
    const text = summaryMarkdown(summarize(matrix, noConditions), namesOf(matrix), [
      '[1] A synthetic source.',
    ]);
    expect(text).toContain('**Not applicable: 5 of 10 cells.** No code of 99990 existed on 2026-11-24. [1]');
    expect(text).not.toContain('Known');
  });

  test('is left out of the Markdown after forty, which says how many', () => {
    const many = Array.from({ length: 42 }, (_, n) => column(`p${n}`));
    const matrix = matrixOf(many, [many.map(() => covers)]);
    const text = summaryMarkdown(summarize(matrix, noConditions), namesOf(matrix), [
      '[1] A synthetic source.',
    ]);
    expect(text.match(/^- /gm)).toHaveLength(40);
    expect(text).toContain('Left out here, of the groups in `known`: 2.');
  });

  test('of a reason counts its cells, says what it means, names payers and lines, and what to do', () => {
    const licensees = ['Payer:four', 'Payer:five'];
    const silent: Answer = { ...nothing, summary: 'It names no code.' };
    const matrix = matrixOf(five, [
      [nothing, silent],
      [covers, silent],
    ]);
    const [unknown] = summarize(matrix, noConditions).unknown;
    expect(unknown && unknownText(unknown, namesOf(matrix, licensees))).toBe(
      "Not yet reviewed, 9 cells: nobody has looked yet. Payer one, commercial for 99990; Payer three, commercial; The association, 2 of 2 licensees. Payer two, commercial: It names no code. [1] Look for the payer's policy.",
    );
  });
});

test('the Markdown has the sentence, a line for each group with the id of its statement, reasons, parts and sources', () => {
  const matrix = matrixOf(five.slice(0, 2), [[covers]]);
  const text = summaryMarkdown(summarize(matrix, noConditions), namesOf(matrix), ['[1] A synthetic source.']);
  expect(text.split('\n')).toEqual([
    sentenceOf(matrix),
    '',
    '**Known: 1 of 2 cells**',
    '',
    '- Payer one, commercial: covered with conditions for 99990. Covered beside another test. Prior authorization: needed. Publisher document. [1] Why: `CoverageStatement:0/0`',
    '',
    '**Unknown: 1 of 2 cells, which does not mean not covered**',
    '',
    "- Not yet reviewed, 1 cell: nobody has looked yet. Payer two, commercial. Look for the payer's policy.",
    '',
    'Components: 99990 part 0.',
    '',
    expect.stringMatching(/^Why: /),
    '',
    '[1] A synthetic source.',
  ]);
});
