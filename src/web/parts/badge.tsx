/** How a statement is known, as a badge that opens its meaning. */

import { useId } from 'react';
import type { EvidenceLevel } from '../graph/graphql.ts';
import { evidence } from './words.ts';

interface Props {
  readonly level: EvidenceLevel;
  readonly stale: boolean;
  readonly readAgainBy: string | null;
}

/** The badge of a level of evidence; a clock where it should have been read again. */
export function EvidenceBadge({ level, stale, readAgainBy }: Props) {
  const id = useId();
  const { name, meaning } = evidence[level];
  return (
    <>
      <button type="button" className={`badge ${level}`} popoverTarget={id}>
        {name}
        {stale && ' · ◷ stale'}
      </button>
      <span id={id} popover="auto" className="meaning">
        {meaning}
        {readAgainBy &&
          ` ${stale ? 'It should have been read again by' : 'To be read again by'} ${readAgainBy}.`}
      </span>
    </>
  );
}
