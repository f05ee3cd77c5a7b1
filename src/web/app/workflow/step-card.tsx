/** A step: what is done, by whom and where, what it bills, and what the payer says of that. */

import { Link } from 'wouter';
import { Citations } from '../../parts/citations.tsx';
import { State } from '../../parts/state.tsx';
import { counted, evidence, lines, nearest, reasons } from '../../parts/words.ts';
import { answerAddress, codeAddress } from '../address.ts';
import { type Alike, type AnsweredSteps, actors, answersOn, type ShownStep } from './steps.ts';

interface Props {
  readonly step: ShownStep;
  /** The step below it. */
  readonly next: ShownStep | undefined;
  readonly answers: AnsweredSteps | undefined;
  readonly on: string;
}

/** The card of a step. */
export function StepCard({ step, next, answers, on }: Props) {
  const { order, label, actor, actorStated, codes, placesOfService, inputs, outputs, note } = step;
  const others = step.next.filter(({ id }) => id !== next?.id);
  return (
    <article className={`step-card ${codes.length > 0 ? 'billed' : ''}`}>
      <h2>
        <span className="number">{order}</span> {label}
      </h2>
      <p className="aside">
        <span className="actor">{actors[actor]}: </span>
        {actorStated}
      </p>
      {placesOfService.length > 0 && (
        <p className="aside">
          Place{' '}
          {placesOfService.map(({ id, code, label }, i) => (
            <span key={id}>
              {i > 0 && ', '}
              <abbr title={label}>{code}</abbr>
            </span>
          ))}
        </p>
      )}
      {codes.length === 0 && <p className="aside">Nothing of its own is billed.</p>}
      {codes.map(({ id, code, label }) => (
        <div key={id} className="billed-code">
          <Link href={codeAddress(code, on)} className="code">
            {code}
          </Link>{' '}
          <span className="aside">{label}</span>
          {answers && <Answers of={answersOn(code, answers)} code={code} on={on} />}
        </div>
      ))}
      {note && <p className="note">{note}</p>}
      {others.length > 0 && (
        <p className="aside">Leads to step {others.map(({ order }) => order).join(' and ')}.</p>
      )}
      <details>
        <summary>What it needs and gives</summary>
        <p>Needs {inputs.join(', ') || 'nothing that is stated'}.</p>
        <p>Gives {outputs.join(', ') || 'nothing that is stated'}.</p>
        {placesOfService.length > 0 && (
          <p>Done at {placesOfService.map(({ code, label }) => `${code} ${label}`).join(', ')}.</p>
        )}
        <span className={`badge ${step.evidence}`}>{evidence[step.evidence].name}</span>
        <Citations of={step.citations} />
      </details>
    </article>
  );
}

interface AnswersProps {
  readonly of: readonly Alike[];
  readonly code: string;
  readonly on: string;
}

/** The answers on a code: states, and in words why one is unknown or in what sources conflict. */
function Answers({ of, code, on }: AnswersProps) {
  if (of.length === 0) return <p className="gap">The matrix has no answer for the code by itself.</p>;
  const several = new Set(of.flatMap(({ payers }) => payers.map(({ id }) => id))).size > 1;
  return (
    <ul className="step-answers">
      {of.map((alike) => {
        const { cell, lines: some, payers } = alike;
        const { state, unknownReason, best } = cell;
        const [only] = payers;
        const who = whose(alike, several);
        return (
          <li key={`${state} ${unknownReason} ${who}`}>
            <State of={state} />{' '}
            {best && state !== 'UNKNOWN' && (
              <span className={`badge ${best.evidence}`}>
                {evidence[best.evidence].name}
                {payers.length === 1 && best.freshness.state === 'STALE' && ' · ◷ stale'}
              </span>
            )}
            <span className="aside">{who}</span>
            {unknownReason && (
              <p className="aside">
                The reason: {reasons[unknownReason]}. {payers.length === 1 && nearest(cell)}
              </p>
            )}
            {payers.length === 1 &&
              best?.conflicts.nodes.map(({ id, summary, resolutionReason }) => (
                <p key={id} className="conflict">
                  <strong>Sources conflict.</strong> {summary} {resolutionReason}
                </p>
              ))}
            <Link
              href={answerAddress({
                codes: [code],
                payers: payers.map(({ slug }) => slug),
                on,
                ...(payers.length === 1 && { cell: `${only?.slug}.${some[0]}.${code}` }),
              })}
              aria-label={`What it rests on: ${code}, ${who}`}
              className="rests"
            >
              What it rests on
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** Names of payers that are written out. */
const fewNames = 3;

/** Of whom an answer is: the lines of business of one payer; of several, which payers. */
function whose({ lines: some, payers }: Alike, several: boolean): string {
  if (!several) return some.map((line) => lines[line]).join(', ');
  const names = payers.slice(0, fewNames).map(({ label }) => label);
  const more = payers.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${counted(more, 'further payer')}` : names.join(', ');
}
