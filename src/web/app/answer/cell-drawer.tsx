/** One cell, opened beside the matrix: its state and all that it rests on. It closes by Escape, and leads back to the cell. */

import './drawer.css';
import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { CellDocument } from '../../graph/graphql.ts';
import { Notice } from '../../parts/notice.tsx';
import { State } from '../../parts/state.tsx';
import { CopyLink } from '../../parts/tools.tsx';
import { dayInWords, lines, nearest, reasons, states } from '../../parts/words.ts';
import { asOf, graphiqlAddress, type Question } from '../address.ts';
import { payerAddress } from '../things.ts';
import { CellEvidence } from './cell-evidence.tsx';
import { type AnsweredMatrix, type Component, codesOf } from './rows.ts';

interface Props {
  readonly question: Question;
  readonly matrix: AnsweredMatrix;
  /** The name of the cell, see `cellName`. */
  readonly name: string;
  readonly close: () => void;
}

/** The drawer of the cell of that name; nothing where the matrix has none. */
export function CellDrawer({ question, matrix, name, close }: Props) {
  const [slug, line, code] = name.split('.');
  const column = matrix.columns.find(
    ({ payer, lineOfBusiness }) => payer.slug === slug && lineOfBusiness === line,
  );
  const component = matrix.rows.find(({ component }) => codesOf(component)[0] === code)?.component;
  if (!column || !component) return null;
  return <Drawer question={question} matrix={matrix} column={column} component={component} close={close} />;
}

interface DrawerProps {
  readonly question: Question;
  readonly matrix: AnsweredMatrix;
  readonly column: AnsweredMatrix['columns'][number];
  readonly component: Component;
  readonly close: () => void;
}

function Drawer({ question, matrix, column: { payer, lineOfBusiness }, component, close }: DrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const [unit] = component.reportedBy;
  const variables = {
    payer: payer.id,
    lineOfBusiness,
    code: unit?.code.code ?? '',
    modifiers: unit?.modifiers.map(({ code }) => code) ?? [],
    asOf: asOf(question),
  };
  const [{ data, error }, again] = useQuery({ query: CellDocument, variables });
  const cell = data?.claimLineCoverage?.cells[0];
  const nextStep = matrix.summary.unknown.find(({ reason }) => reason === cell?.unknownReason)?.nextStep;
  return (
    <dialog
      ref={dialog}
      className="drawer"
      aria-labelledby="cell"
      onClose={close}
      // A click on the backdrop is one on the dialog itself.
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
      onKeyDown={() => {}}
    >
      <div className="sheet">
        <header>
          <h2 id="cell">
            <Link href={payerAddress(payer.slug, question.on)}>{payer.label}</Link>: {component.label}
          </h2>
          <form method="dialog">
            <button type="submit">Close</button>
          </form>
        </header>
        <p className="aside">
          {codesOf(component).join(', ')} · {lines[lineOfBusiness]} · {dayInWords(question.on)}
        </p>
        {cell ? (
          <>
            <p className="verdict">
              <State of={cell.state} /> {states[cell.state].meaning}
              {cell.unknownReason && <> The reason: {reasons[cell.unknownReason]}.</>} {nearest(cell)}
            </p>
            <CellEvidence cell={cell} payer={payer.label} nextStep={nextStep ?? null} />
          </>
        ) : (
          <Notice error={error} again={() => again({ requestPolicy: 'network-only' })} lines={10} />
        )}
        <div className="tools">
          <CopyLink />
          <a href={graphiqlAddress(CellDocument.text, variables)}>Open in GraphiQL</a>
        </div>
      </div>
    </dialog>
  );
}
