/** The matrix as a table: a row a payer and line of business, a column a component, the unknown folded by its reason. */

import './matrix.css';
import { Fragment, useState } from 'react';
import { Link } from 'wouter';
import { Scroll } from '../../parts/scroll.tsx';
import { State } from '../../parts/state.tsx';
import { counted, evidence, lines, reasons, sentence, states } from '../../parts/words.ts';
import { codeAddress } from '../address.ts';
import { payerAddress } from '../things.ts';
import {
  type AnsweredMatrix,
  type Component,
  cellName,
  codesOf,
  type Family,
  type Fold,
  type MatrixCell,
  type PayerRow,
  readMatrix,
} from './rows.ts';

/** What a table does with its cells. */
interface Cells {
  readonly components: readonly Component[];
  /** The date of service. */
  readonly on: string;
  readonly open: (name: string) => void;
  /** The cell of the day that it is compared with. */
  readonly before: ((name: string) => MatrixCell | undefined) | undefined;
}

interface Props {
  readonly matrix: AnsweredMatrix;
  /** The answer on the day that it is compared with. */
  readonly beside: AnsweredMatrix | undefined;
  readonly on: string;
  readonly open: (name: string) => void;
}

/** Rem that a cell needs at least for the name of its state. */
const widest = 3.9;

/** The whole matrix. */
export function MatrixTable({ matrix, beside, on, open }: Props) {
  const components = matrix.rows.map(({ component }) => component);
  const { known, folds } = readMatrix(matrix);
  const cells: Cells = { components, on, open, before: beside && cellsOf(beside) };
  return (
    <Scroll label="Coverage by payer and component">
      <table className="matrix" style={{ minWidth: `${5 + components.length * widest}rem` }}>
        <thead>
          <tr>
            <th scope="col">Payer</th>
            {components.map((component) => (
              <th key={component.id} scope="col">
                {codesOf(component).map((code) => (
                  <Link key={code} href={codeAddress(code.split('-')[0] ?? '', on)} className="code">
                    {code}
                  </Link>
                ))}
                <span className="aside">{component.label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {known.map((row) => (
            <Row key={keyOf(row)} row={row} {...cells} />
          ))}
        </tbody>
        {folds.map((fold) => (
          <FoldBody key={fold.reason} fold={fold} {...cells} />
        ))}
      </table>
    </Scroll>
  );
}

const keyOf = ({ payer, lineOfBusiness }: PayerRow) => `${payer.id} ${lineOfBusiness}`;

function cellsOf(matrix: AnsweredMatrix): (name: string) => MatrixCell | undefined {
  const { known, folds } = readMatrix(matrix);
  const rows = [...known, ...folds.flatMap(({ families }) => families.flatMap(({ rows }) => rows))];
  const found = new Map(
    rows.flatMap((row) =>
      row.cells.map((cell, i) => {
        const component = matrix.rows[i]?.component;
        return [component ? cellName(row, component) : '', cell] as const;
      }),
    ),
  );
  return (name) => found.get(name);
}

function FoldBody({ fold, ...cells }: { readonly fold: Fold } & Cells) {
  const [open, setOpen] = useState(false);
  const { reason, families, count, nextStep } = fold;
  return (
    <tbody className="fold">
      <tr>
        <th scope="rowgroup" colSpan={cells.components.length + 1}>
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            <State of="UNKNOWN" />
            <span className="why">
              {sentence(reasons[reason])}: {namesOf(families)}
            </span>
            <span className="aside">
              {counted(count, 'cell')}. {nextStep}
            </span>
          </button>
        </th>
      </tr>
      {open &&
        families.map((family) => <FamilyRows key={family.rows[0]?.payer.id} family={family} {...cells} />)}
    </tbody>
  );
}

/** The payers of a fold in words: the licensees of an association as a number. */
function namesOf(families: readonly Family[]): string {
  return families
    .map(({ parent, rows }) => {
      const payers = new Set(rows.map(({ payer }) => payer.id)).size;
      const [first] = rows;
      return parent && payers > 1 ? `${parent.label} (${payers})` : (first?.payer.label ?? '');
    })
    .join(', ');
}

function FamilyRows({ family: { parent, rows }, ...cells }: { readonly family: Family } & Cells) {
  const [open, setOpen] = useState(false);
  if (!parent || rows.length === 1) return rows.map((row) => <Row key={keyOf(row)} row={row} {...cells} />);
  return (
    <>
      <tr className="family">
        <th scope="row" colSpan={cells.components.length + 1}>
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {parent.label}: {counted(new Set(rows.map(({ payer }) => payer.id)).size, 'payer')}, each for
            itself
          </button>
        </th>
      </tr>
      {open && rows.map((row) => <Row key={keyOf(row)} row={row} {...cells} />)}
    </>
  );
}

function Row({ row, components, on, open, before }: { readonly row: PayerRow } & Cells) {
  return (
    <tr>
      <th scope="row">
        <Link href={payerAddress(row.payer.slug, on)}>{row.payer.label}</Link>{' '}
        <span className="aside">{lines[row.lineOfBusiness]}</span>
      </th>
      {components.map((component, i) => {
        const cell = row.cells[i];
        const name = cellName(row, component);
        return (
          <td key={component.id}>
            {cell && <CellButton cell={cell} before={before?.(name)} open={() => open(name)} />}
          </td>
        );
      })}
    </tr>
  );
}

interface CellProps {
  readonly cell: MatrixCell;
  readonly before: MatrixCell | undefined;
  readonly open: () => void;
}

function CellButton({ cell: { state, best }, before, open }: CellProps) {
  const changed = before && before.state !== state;
  return (
    <button type="button" className={`cell ${state} ${changed ? 'changed' : ''}`} onClick={open}>
      <State of={state}>
        {best && state !== 'UNKNOWN' && (
          <Fragment>
            <span className={`badge ${best.evidence}`}>{evidence[best.evidence].name}</span>
            {best.freshness.state === 'STALE' && <span className="badge stale">◷ stale</span>}
          </Fragment>
        )}
      </State>
      {changed && <span className="was">was {states[before.state].name.toLowerCase()}</span>}
    </button>
  );
}
