/** The view of changes: what payers and others did, day by day, and what this graph came to know, release by release. */

import './changes.css';
import { useQuery } from 'urql';
import { Link, useLocation, useSearch } from 'wouter';
import type { ChangeKind, ChangesPageQuery, PolicyEventKind } from '../../graph/graphql.ts';
import { ChangesPageDocument } from '../../graph/later.ts';
import { Citations } from '../../parts/citations.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { ThingLink } from '../../parts/thing-links.tsx';
import { changeKinds, eventKinds, happenedInWords } from '../../parts/thing-words.ts';
import { Tools } from '../../parts/tools.tsx';
import { counted, dayInWords } from '../../parts/words.ts';
import { address } from '../address.ts';
import { changesAddress, readChanges, type WantedChanges } from '../things.ts';
import { ChangeEntry } from './change-entry.tsx';
import { ChangeFilters } from './change-filters.tsx';

const isEventKind = (kind: string): kind is PolicyEventKind => Object.hasOwn(eventKinds, kind);
const isChangeKind = (kind: string): kind is ChangeKind => Object.hasOwn(changeKinds, kind);

function variablesOf({ payer, code, kind, since, events, feed }: WantedChanges) {
  const ofEvents = kind && isEventKind(kind) ? kind : undefined;
  const ofFeed = kind && isChangeKind(kind) ? kind : undefined;
  return {
    ...(payer && { payers: [payer] }),
    ...(code && { codes: [code] }),
    ...(ofEvents && { eventKinds: [ofEvents] }),
    ...(ofFeed && { changeKinds: [ofFeed] }),
    ...(since && { since }),
    ...(events && { beforeEvent: events }),
    ...(feed && { beforeChange: feed }),
    withEvents: !ofFeed,
    withFeed: !ofEvents,
  };
}

/** The filters, then both lists. */
export default function ChangesView() {
  const [, navigate] = useLocation();
  const wanted = readChanges(useSearch());
  const variables = variablesOf(wanted);
  const [{ data, error, fetching }, again] = useQuery({ query: ChangesPageDocument, variables });
  const found = error ? undefined : data;
  return (
    <>
      <h1>What changed</h1>
      <ChangeFilters wanted={wanted} go={(next) => navigate(changesAddress(next))} />
      {found ? (
        <div className={fetching ? 'stale-answer' : ''} aria-busy={fetching}>
          <nav aria-label="Sections" className="tiles">
            {found.events && (
              <a href="#events">
                <strong>The world changed</strong>
                <span>{counted(found.events.totalCount, 'event')}</span>
              </a>
            )}
            {found.changes && (
              <a href="#feed" className={found.changes.totalCount > 0 ? '' : 'empty'}>
                <strong>Our knowledge changed</strong>
                <span>{counted(found.changes.totalCount, 'entry', 'entries')}</span>
              </a>
            )}
          </nav>
          {found.events && <Events of={found.events} wanted={wanted} />}
          {found.changes && <Feed of={found.changes} wanted={wanted} />}
          <Tools query={ChangesPageDocument} variables={variables} csv={csvOf(wanted)} />
        </div>
      ) : (
        <Notice error={error} again={() => again({ requestPolicy: 'network-only' })} lines={12} />
      )}
    </>
  );
}

/** The events of the payer as CSV, of whatever day. */
const csvOf = ({ payer }: WantedChanges): string =>
  address('/export/statements.csv', { types: 'PolicyEvent', payers: payer });

interface EventsProps {
  readonly of: NonNullable<ChangesPageQuery['events']>;
  readonly wanted: WantedChanges;
}

function Events({ of: { totalCount, nodes, pageInfo }, wanted }: EventsProps) {
  return (
    <Section
      id="events"
      title={`The world changed: what payers and others did, ${counted(totalCount, 'event')}`}
      none={undefined}
    >
      {nodes.length > 0 && (
        <ol className="feed">
          {nodes
            .toReversed()
            .map(
              ({ id, happenedOn, precision, kind, summary, payer, policy, codes, recorded, citations }) => (
                <li key={id}>
                  <p>
                    <strong>{happenedInWords(happenedOn, precision)}</strong>{' '}
                    <span className="badge">{eventKinds[kind]}</span> {summary}
                  </p>
                  <p className="aside">
                    {[...(payer ? [payer] : []), ...(policy ? [policy] : [])].map((thing) => (
                      <span key={thing.id} className="coded">
                        <ThingLink of={thing} />
                      </span>
                    ))}
                    {codes.map(({ id, code }) => (
                      <span key={id} className="coded">
                        <ThingLink of={{ id, label: code }} />
                      </span>
                    ))}
                    This graph knows it since {dayInWords(recorded.from.slice(0, 10))}.
                  </p>
                  <details>
                    <summary>Where it is written</summary>
                    <Citations of={citations} />
                  </details>
                </li>
              ),
            )}
        </ol>
      )}
      <p className="pages">
        {wanted.events && <Link href={changesAddress({ ...wanted, events: undefined })}>Latest events</Link>}
        {pageInfo.hasPreviousPage && pageInfo.startCursor && (
          <Link href={changesAddress({ ...wanted, events: pageInfo.startCursor })}>Earlier events</Link>
        )}
      </p>
    </Section>
  );
}

interface FeedProps {
  readonly of: NonNullable<ChangesPageQuery['changes']>;
  readonly wanted: WantedChanges;
}

/** The feed, back to the day since which changes are wanted. */
function Feed({ of: { nodes, pageInfo }, wanted }: FeedProps) {
  const { since = '' } = wanted;
  const shown = nodes.filter(({ at }) => at.slice(0, 10) >= since).toReversed();
  const more = pageInfo.hasPreviousPage && shown.length === nodes.length;
  return (
    <section id="feed" aria-labelledby="feed-title" className="section">
      <h2 id="feed-title">What this graph came to know, from release to release</h2>
      {shown.length > 0 ? (
        <ol className="feed">
          {shown.map((entry) => (
            <ChangeEntry key={entry.cursor} of={entry} />
          ))}
        </ol>
      ) : (
        <p className="gap">
          No release that replaced another changed anything of this here. A graph that was built once has no
          earlier release to differ from: what changed since comes with the next one.
        </p>
      )}
      <p className="pages">
        {wanted.feed && <Link href={changesAddress({ ...wanted, feed: undefined })}>Latest changes</Link>}
        {more && pageInfo.startCursor && (
          <Link href={changesAddress({ ...wanted, feed: pageInfo.startCursor })}>Earlier changes</Link>
        )}
      </p>
    </section>
  );
}
