/** An entry of the feed in words: what happened to a statement, and whether the world changed or this graph's knowledge did. */

import { keyOf, lastPart } from '../../../../db/kit/id-parts.ts';
import type { ChangesPageQuery } from '../../graph/graphql.ts';
import { ThingLink } from '../../parts/thing-links.tsx';
import { changeKinds, daysInWords } from '../../parts/thing-words.ts';
import { counted, dayInWords } from '../../parts/words.ts';

/** An entry as it was answered. */
type Entry = NonNullable<ChangesPageQuery['changes']>['nodes'][number];

/** The entry. */
export function ChangeEntry({ of }: { readonly of: Entry }) {
  const { at, kind, cause, effectiveOn, note, text, previousText, statement, source, statementCount } = of;
  const changed = cause === 'PUBLISHER';
  const payers = of.payerIds.map((id) => ({ id, label: keyOf(id) }));
  const codes = of.codeIds.map((id) => ({ id, label: lastPart(id) }));
  return (
    <li>
      <p>
        <strong>{dayInWords(at.slice(0, 10))}</strong>{' '}
        <span className="badge">{changed ? 'the payer changed' : 'our knowledge changed'}</span>{' '}
        {changeKinds[kind]}
        {changed && effectiveOn && ` as of ${dayInWords(effectiveOn)}`}.{' '}
        {source && (
          <>
            <ThingLink of={{ id: source.id, label: source.title }} />
            {statementCount !== null &&
              `: ${counted(statementCount, 'statement')} that have no entry of their own`}
            .
          </>
        )}
      </p>
      {text && (
        <p>
          {text}{' '}
          <span className="aside">
            {statement ? `It holds ${daysInWords(statement.validity)}.` : 'It is no longer in this release.'}
          </span>
        </p>
      )}
      {previousText && <p className="aside">Before: {previousText}</p>}
      <p className="aside">
        {note}{' '}
        {[...payers, ...codes].map((thing) => (
          <span key={thing.id} className="coded">
            <ThingLink of={thing} />
          </span>
        ))}
      </p>
    </li>
  );
}
