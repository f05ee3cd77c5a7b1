/** One cell, opened: its state, why, the statements it rests on with their passages, and what was searched. */

import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import type { Shown } from './address.ts';
import { Citations, Source } from './citations.tsx';
import { CellDocument, type CellQuery } from './graph/graphql.ts';
import type { Opened } from './matrix-view.tsx';
import { Notice } from './notice.tsx';
import { authorizations, lines, nearest, reasons, states } from './words.ts';

type Cell = NonNullable<CellQuery['coverageMatrix']>['rows'][number]['cells'][number];
type Statement = Extract<NonNullable<NonNullable<CellQuery['nodes']>[number]>, { readonly text: string }>;

interface Props {
  readonly opened: Opened;
  readonly shown: Shown;
  readonly close: () => void;
}

/** Opens with a cell; closed, it leads back to it. */
export function CellDialog({ opened: { cell, column, component }, shown, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const input = {
    codes: shown.codes,
    payers: [column.payer.id],
    linesOfBusiness: [column.lineOfBusiness],
    asOf: { dateOfService: shown.on },
  };
  const because = cell.because.map(({ id }) => id);
  const variables = { input, because, rests: because.length > 0 };
  const [{ data, error }] = useQuery({ query: CellDocument, variables });
  const statements = (data?.nodes ?? []).filter((node): node is Statement => node !== null && 'text' in node);
  const found = data?.coverageMatrix?.rows.find((row) => row.component.id === component.id)?.cells[0];
  const { name, sign, meaning } = states[cell.state];
  return (
    <dialog ref={dialog} aria-labelledby="cell" onClose={close}>
      <form method="dialog">
        <button type="submit" className="close">
          Close
        </button>
      </form>
      <h2 id="cell">
        {column.payer.label}: {component.label}
      </h2>
      <p className="aside">
        {lines[column.lineOfBusiness]}, on {shown.on}
      </p>
      <p>
        <strong className={`state ${cell.state}`}>
          <span aria-hidden="true">{sign}</span> {name}
        </strong>{' '}
        {meaning}
        {cell.unknownReason && <> The reason: {reasons[cell.unknownReason]}.</>} {nearest(cell)}
      </p>
      {found ? <Evidence cell={found} statements={statements} /> : <Notice error={error} />}
    </dialog>
  );
}

interface EvidenceProps {
  readonly cell: Cell;
  readonly statements: readonly Statement[];
}

function Evidence({ cell, statements }: EvidenceProps) {
  const { searched, explanation } = cell;
  return (
    <>
      <h3>{statements.length > 0 ? 'What it rests on' : 'It rests on no statement'}</h3>
      {statements.map((statement) => (
        <article key={statement.id}>
          <p>{statement.text}</p>
          {'policyVersion' in statement && statement.policyVersion && (
            <p className="aside">
              {[statement.policyVersion.policy.number, statement.policyVersion.title]
                .filter(Boolean)
                .join(', ')}
              , version {statement.policyVersion.version}
            </p>
          )}
          <Citations of={statement.citations} />
        </article>
      ))}
      {searched.length > 0 && (
        <>
          <h3>What was searched</h3>
          <ul className="citations">
            {searched.map(({ id, title, url }) => (
              <li key={id}>
                <Source title={title} url={url} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>Prior authorization</h3>
      <p>
        {sentence(authorizations[cell.priorAuthorization])}
        {cell.priorAuthorizationUnknownReason && `: ${reasons[cell.priorAuthorizationUnknownReason]}`}. It is
        a question of its own and not inferred from coverage.
      </p>
      <details>
        <summary>How this was worked out</summary>
        <p>{explanation.text}</p>
      </details>
    </>
  );
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
