/** The view at `/`: the answer in a sentence, then as a matrix; every cell opens what it rests on. */

import './answer.css';
import { useCallback } from 'react';
import { useQuery } from 'urql';
import { useLocation, useSearch } from 'wouter';
import { MatrixDocument } from '../../graph/graphql.ts';
import { Legend } from '../../parts/legend.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Tools } from '../../parts/tools.tsx';
import { counted, dayInWords } from '../../parts/words.ts';
import { answerAddress, asOf, csvAddress, type Question, readQuestion } from '../address.ts';
import { CellDrawer } from './cell-drawer.tsx';
import { DaySlider } from './day-slider.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { QuestionForm } from './question-form.tsx';
import type { AnsweredMatrix } from './rows.ts';
import { TwoPayers } from './two-payers.tsx';

const inputOf = (question: Question) => ({
  input: {
    codes: question.codes,
    ...(question.payers.length > 0 && { payers: question.payers }),
    asOf: asOf(question),
  },
});

/** Characters up to which a sentence is set large. */
const longest = 500;

/** The form, the sentence, the days, the matrix, and the drawer of the cell that the address names. */
export function AnswerView() {
  const [, navigate] = useLocation();
  const question = readQuestion(useSearch());
  const { codes, payers, on, known, beside, cell } = question;
  const go = (next: Question) => navigate(answerAddress(next));
  const goTo = useCallback(
    (day: string) => navigate(answerAddress({ ...question, on: day, cell: undefined })),
    [codes.join(), payers.join(), known, beside, navigate],
  );
  const variables = inputOf(question);
  const [{ data, error, fetching }, again] = useQuery({ query: MatrixDocument, variables });
  const [other] = useQuery({
    query: MatrixDocument,
    variables: inputOf({ ...question, on: beside ?? on }),
    pause: !beside,
  });
  const matrix = error ? undefined : data?.coverageMatrix;
  const compared = beside ? (other.data?.coverageMatrix ?? undefined) : undefined;
  return (
    <>
      <h1 className="unseen">Who covers what</h1>
      <QuestionForm question={question} go={go} />
      <div className={fetching && matrix ? 'stale-answer' : ''} aria-busy={fetching}>
        {matrix ? (
          <p className={`answer ${matrix.summary.sentence.length > longest ? 'long' : ''}`}>
            {matrix.summary.sentence}
          </p>
        ) : (
          <Notice error={error} again={() => again({ requestPolicy: 'network-only' })} lines={5} />
        )}
        <DaySlider question={question} go={goTo} />
        {matrix && compared && beside && <Compared matrix={matrix} beside={compared} day={beside} />}
        {matrix ? (
          <MatrixTable
            matrix={matrix}
            beside={compared}
            on={on}
            open={(name) => go({ ...question, cell: name })}
          />
        ) : (
          !error && <div className="skeleton table" aria-hidden="true" />
        )}
        {matrix && payers.length === 2 && <Differences matrix={matrix} question={question} />}
      </div>
      <Legend />
      <Tools query={MatrixDocument} variables={variables} csv={csvAddress(question)} />
      {matrix && cell && (
        <CellDrawer
          key={cell}
          question={question}
          matrix={matrix}
          name={cell}
          close={() => navigate(answerAddress({ ...question, cell: undefined }), { replace: true })}
        />
      )}
    </>
  );
}

/** Where the two payers of a question differ, service by service. */
function Differences({ matrix, question }: { readonly matrix: AnsweredMatrix; readonly question: Question }) {
  const [left = '', right = ''] = question.payers;
  const names = new Map(
    matrix.columns.flatMap(({ payer }) => [
      [payer.slug, payer.label],
      ...(payer.parent ? [[payer.parent.slug, payer.parent.label] as const] : []),
    ]),
  );
  const families = new Map(matrix.rows.map(({ component: { family } }) => [family.slug, family]));
  return [...families.values()].map((family) => (
    <TwoPayers
      key={family.slug}
      left={left}
      right={right}
      names={names}
      family={family}
      asOf={asOf(question)}
    />
  ));
}

/** How many cells differ from those of the other day. */
function Compared({
  matrix,
  beside,
  day,
}: {
  readonly matrix: AnsweredMatrix;
  readonly beside: AnsweredMatrix;
  readonly day: string;
}) {
  const key = (of: AnsweredMatrix) =>
    new Map(
      of.rows.flatMap(({ component, cells }) =>
        cells.map((cell, i) => [
          `${component.id} ${of.columns[i]?.payer.id} ${of.columns[i]?.lineOfBusiness}`,
          cell.state,
        ]),
      ),
    );
  const before = key(beside);
  const pairs = [...key(matrix)].filter(([name]) => before.has(name));
  const differing = pairs.filter(([name, state]) => before.get(name) !== state).length;
  return (
    <p className="compared">
      Beside {dayInWords(day)}: {differing} of {counted(pairs.length, 'cell')}{' '}
      {differing === 1 ? 'differs' : 'differ'}. {beside.summary.sentence}
    </p>
  );
}
