/** What a cell rests on: statements with their passages, conditions and conflicts, what was searched, what to ask, what is paid. */

import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import type { CellQuery } from '../../graph/graphql.ts';
import { EvidenceBadge } from '../../parts/badge.tsx';
import { Citations, Source } from '../../parts/citations.tsx';
import { authorizations, reasons, sentence } from '../../parts/words.ts';
import { policyAddress, sourceAddress } from '../things.ts';

const RateDots = lazy(() => import('../../parts/rate-dots.tsx'));

type Cell = NonNullable<CellQuery['claimLineCoverage']>['cells'][number];

interface Props {
  readonly cell: Cell;
  readonly payer: string;
  /** What to do about an unknown cell, in the server's words. */
  readonly nextStep: string | null;
}

/** Its sections, those that hold something. */
export function CellEvidence({ cell, payer, nextStep }: Props) {
  const { because, searched, gaps, explanation, publishedRates } = cell;
  return (
    <>
      <h3>{because.length > 0 ? 'The sentence it rests on' : 'It rests on no statement'}</h3>
      {because.map((statement) => (
        <StatementOf key={statement.id} statement={statement} />
      ))}
      {searched.length > 0 && (
        <>
          <h3>What was searched</h3>
          <ul className="citations">
            {searched.map(({ id, title, url }) => (
              <li key={id}>
                <Source title={title} url={url} />{' '}
                <span className="aside">
                  <Link href={sourceAddress(id)}>what rests on it</Link>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {(nextStep || gaps.length > 0) && (
        <>
          <h3>What to ask {payer}</h3>
          {nextStep && <p>{nextStep}</p>}
          {gaps.map(({ id, note }) => (
            <p key={id}>{note}</p>
          ))}
        </>
      )}
      <h3>Prior authorization</h3>
      <p>
        {sentence(authorizations[cell.priorAuthorization])}
        {cell.priorAuthorizationUnknownReason && `: ${reasons[cell.priorAuthorizationUnknownReason]}`}. It is
        a question of its own and not inferred from coverage.
      </p>
      {cell.priorAuthorizationStatements.map(({ id, text, citations }) => (
        <blockquote key={id}>
          <p>{text}</p>
          <Citations of={citations} />
        </blockquote>
      ))}
      <h3>Published rates</h3>
      {publishedRates.length > 0 ? (
        <Suspense fallback={<div className="dots" />}>
          <RateDots rates={publishedRates} />
        </Suspense>
      ) : (
        <p>No price file that was read names a rate of this payer for it. That is not a denial.</p>
      )}
      <details>
        <summary>Why: how this was worked out</summary>
        <ol>
          {explanation.steps.map(({ note, rule }) => (
            <li key={note}>
              {note} {rule && <span className="aside">Rule: {rule}</span>}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

function StatementOf({ statement }: { readonly statement: Cell['because'][number] }) {
  const { text, evidence, freshness, knowledgeLevel, citations } = statement;
  const coverage = 'policyVersion' in statement ? statement : undefined;
  const version = coverage?.policyVersion;
  return (
    <blockquote>
      <p className="passage">{coverage?.summary ?? text}</p>
      <p>
        <EvidenceBadge
          level={evidence}
          stale={freshness.state === 'STALE'}
          readAgainBy={freshness.readAgainBy}
        />
        {knowledgeLevel === 'ENTAILMENT' && <span className="badge">entailed</span>}
      </p>
      <Citations of={citations} />
      {version && (
        <p className="aside">
          <Link href={policyAddress(version.policy.id)}>
            {[version.policy.number, version.title].filter(Boolean).join(', ')}
          </Link>
          , version {version.version}
        </p>
      )}
      {coverage?.frequency && <p>Frequency: {coverage.frequency}</p>}
      {coverage && coverage.conditions.length > 0 && (
        <>
          <h4>Conditions</h4>
          <ul>
            {coverage.conditions.map(({ id, summary }) => (
              <li key={id}>{summary}</li>
            ))}
          </ul>
        </>
      )}
      {coverage?.conflicts.nodes.map(({ id, summary, resolutionReason }) => (
        <p key={id} className="conflict">
          <strong>Sources conflict.</strong> {summary} {resolutionReason}
        </p>
      ))}
    </blockquote>
  );
}
