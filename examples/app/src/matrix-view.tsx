/** The coverage matrix: the answer in a sentence, then a row a payer and line of business, a column a component, each cell open to its evidence. */

import { useState } from 'react';
import { useQuery } from 'urql';
import type { Shown } from './address.ts';
import { CellDialog } from './cell-dialog.tsx';
import { type CoverageCellState, MatrixDocument, type MatrixQuery } from './graph/graphql.ts';
import { MatrixForm, type Payers } from './matrix-form.tsx';
import { Notice } from './notice.tsx';
import { lines, reasons, states } from './words.ts';

type Matrix = NonNullable<MatrixQuery['coverageMatrix']>;
type Row = Matrix['rows'][number];
type Cell = Row['cells'][number];

/** A cell that is open, and where it stands. */
export interface Opened {
  readonly cell: Cell;
  readonly column: Matrix['columns'][number];
  readonly component: Row['component'];
}

interface Props {
  readonly shown: Shown;
  readonly go: (next: Shown) => void;
  readonly payers: Payers;
}

/** The form, the matrix that it asks for, and the cell that is open. */
export function MatrixView({ shown, go, payers }: Props) {
  const { codes, on } = shown;
  const input = {
    codes,
    // None chosen asks for all that decide.
    ...(shown.payers.length > 0 && { payers: shown.payers }),
    asOf: { dateOfService: on },
  };
  const [{ data, error, fetching }] = useQuery({ query: MatrixDocument, variables: { input } });
  const [opened, open] = useState<Opened>();
  const matrix = data?.coverageMatrix;
  return (
    <>
      <MatrixForm shown={shown} go={go} payers={payers} />
      {matrix && !error && !fetching ? (
        <>
          <p className="answer">{matrix.summary.sentence}</p>
          <Tally of={matrix} />
          {families(matrix.rows).map((rows) => (
            <Table key={rows[0]?.component.family.id} matrix={matrix} rows={rows} on={on} open={open} />
          ))}
        </>
      ) : (
        <Notice error={error} />
      )}
      {opened && <CellDialog opened={opened} shown={shown} close={() => open(undefined)} />}
    </>
  );
}

/** The rows of each family, since only parts of one service stand side by side. */
function families(rows: readonly Row[]): readonly (readonly Row[])[] {
  return [...Map.groupBy(rows, ({ component }) => component.family.id).values()];
}

function Tally({ of }: { readonly of: Matrix }) {
  const counts = new Map(of.tally.map(({ state, count }) => [state, count]));
  const found = (Object.keys(states) as CoverageCellState[]).filter((state) => counts.get(state));
  return (
    <dl className="tally">
      {found.map((state) => (
        <div key={state}>
          <dt className={`state ${state}`}>
            <span aria-hidden="true">{states[state].sign}</span> {states[state].name}
          </dt>
          <dd>
            {counts.get(state)} {counts.get(state) === 1 ? 'cell' : 'cells'}. {states[state].meaning}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface TableProps {
  readonly matrix: Matrix;
  readonly rows: readonly Row[];
  readonly on: string;
  readonly open: (opened: Opened) => void;
}

function Table({ matrix, rows, on, open }: TableProps) {
  const family = rows[0]?.component.family.label;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="scroll" tabIndex={0} aria-label={`Coverage of ${family}`}>
      <table>
        <caption>
          {family} on {on}
        </caption>
        <thead>
          <tr>
            <th scope="col">Payer</th>
            {rows.map(({ component }) => (
              <th scope="col" key={component.id}>
                <span className="codes">{component.reportedBy.map(codeOf).join(', ')}</span> {component.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.columns.map((column, i) => (
            <tr key={`${column.payer.id} ${column.lineOfBusiness}`}>
              <th scope="row">
                {column.payer.label} <span className="aside">{lines[column.lineOfBusiness]}</span>
              </th>
              {rows.map(({ component, cells }) => {
                const cell = cells[i];
                return (
                  <td key={component.id}>
                    {cell && <CellButton cell={cell} open={() => open({ cell, column, component })} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function codeOf({ code, modifiers }: Row['component']['reportedBy'][number]): string {
  return [code.code, ...modifiers.map((modifier) => modifier.code)].join('-');
}

function CellButton({ cell, open }: { readonly cell: Cell; readonly open: () => void }) {
  const { name, sign } = states[cell.state];
  return (
    <button type="button" className={`state ${cell.state}`} aria-haspopup="dialog" onClick={open}>
      <span className="name">
        <span aria-hidden="true">{sign}</span> {name}
      </span>
      {cell.unknownReason && <span className="why">{reasons[cell.unknownReason]}</span>}
    </button>
  );
}
