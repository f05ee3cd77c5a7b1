/** A sentence of the server that leads to its source: opened, it shows the passage. */

import { useState } from 'react';
import { useQuery } from 'urql';
import { PassageDocument, type ValueState } from '../graph/graphql.ts';
import { EvidenceBadge } from './badge.tsx';
import { Citations } from './citations.tsx';
import { Notice } from './notice.tsx';

interface Props {
  /** Of the statement. */
  readonly id: string;
  readonly text: string;
  readonly valueState: ValueState;
}

/** The sentence; opened, it leads to its source. */
export function Sentence({ id, text, valueState }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className="sentence" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {valueState === 'UNKNOWN_VALUE' && <span className="state UNKNOWN">Unknown</span>} {text}
      </summary>
      {open && <Passage id={id} />}
    </details>
  );
}

function Passage({ id }: { readonly id: string }) {
  const [{ data, error }] = useQuery({ query: PassageDocument, variables: { id } });
  const found = data?.node && 'citations' in data.node ? data.node : undefined;
  if (!found) return <Notice error={error} lines={2} />;
  const { evidence, freshness, citations } = found;
  return (
    <>
      <EvidenceBadge
        level={evidence}
        stale={freshness.state === 'STALE'}
        readAgainBy={freshness.readAgainBy}
      />
      <Citations of={citations} />
    </>
  );
}
