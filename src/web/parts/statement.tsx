/** A statement with what it rests on: its sentence, how it is known, its conditions, conflicts and passages. */

import type { ReactNode } from 'react';
import type { CitedFragment, EvidenceLevel, FreshnessState } from '../graph/graphql.ts';
import { EvidenceBadge } from './badge.tsx';
import { Citations } from './citations.tsx';
import { evidence as levels } from './words.ts';

interface Stated {
  readonly evidence: EvidenceLevel;
  readonly freshness: { readonly state: FreshnessState; readonly readAgainBy: string | null };
  readonly citations: readonly CitedFragment[];
}

interface Props {
  readonly of: Stated;
  /** Its sentence. */
  readonly text: string;
  /** What comes between the sentence and its passages. */
  readonly children?: ReactNode;
}

/** The statement; its passages are folded, one click away. */
export function StatementWithPassages({ of: { evidence, freshness, citations }, text, children }: Props) {
  const stale = freshness.state === 'STALE';
  return (
    <blockquote>
      <p>{text}</p>
      {children}
      <details className="written">
        <summary>
          Where it is written
          {citations[0]?.locator && `: ${citations[0].locator}`}{' '}
          <span className={`badge ${evidence}`}>{levels[evidence].name}</span>
          {stale && <span className="badge stale">◷ stale</span>}
        </summary>
        <EvidenceBadge level={evidence} stale={stale} readAgainBy={freshness.readAgainBy} />
        <Citations of={citations} />
      </details>
    </blockquote>
  );
}
