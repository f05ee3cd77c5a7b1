/** The view of the graph around a thing: a picture, the same as a list, and the ways to another thing. */

import './graph.css';
import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { useLocation, useParams, useSearch } from 'wouter';
import { NeighboursDocument, WaysDocument } from '../../graph/later.ts';
import { Notice } from '../../parts/notice.tsx';
import { Tools } from '../../parts/tools.tsx';
import { dayInWords } from '../../parts/words.ts';
import { graphAddress, type Neighbours, readNeighbours } from '../graph-address.ts';
import { kindOf } from '../search/places.ts';
import { Chosen } from './chosen.tsx';
import { GraphForm } from './graph-form.tsx';
import { KindChoice } from './kind-choice.tsx';
import { typesOf } from './kinds.ts';
import { LinkList } from './link-list.tsx';
import { tableOf } from './link-table.ts';
import { Measure } from './measure.tsx';
import { longName, many, shownOf } from './shown.ts';
import { Ways } from './ways.tsx';

const Picture = lazy(() => import('./picture.tsx'));

/** Things that can be open at once, as many as the server takes. */
const mostOpen = 12;

/** The thing in the address, and what is around it. */
export default function GraphView() {
  const [, navigate] = useLocation();
  const { '*': named } = useParams<{ '*'?: string }>();
  const shown = readNeighbours(named, useSearch());
  const { of } = shown;
  const go = (next: Partial<Neighbours>) => navigate(graphAddress({ ...shown, ...next }));
  const types = typesOf(shown.only);
  const asOf = { dateOfService: shown.on };
  const variables = {
    input: {
      of: [shown.of, ...shown.open].slice(0, mostOpen),
      first: shown.first,
      asOf,
      ...(types && { types }),
    },
  };
  const ends = { input: { from: shown.of, to: shown.to ?? '', asOf } };
  const [{ data, error, fetching }, again] = useQuery({ query: NeighboursDocument, variables });
  const [found] = useQuery({ query: WaysDocument, variables: ends, pause: !shown.to });
  const near = error ? undefined : (data?.neighbourhood ?? undefined);
  const ways = shown.to && !found.error ? (found.data?.paths ?? undefined) : undefined;
  const [chosen, choose] = useState<string>();
  const [first] = near?.nodes ?? [];
  const content = near && shownOf(near, ways);
  const open = near?.around.map(({ entity }) => entity.id) ?? [];
  const middle = open[0];
  const toggle = (id: string) => {
    if (id === middle) return;
    const others = open.slice(1);
    const next = others.includes(id) ? others.filter((one) => one !== id) : [...others, id];
    if (next.length < mostOpen) go({ open: next });
  };
  const acts = {
    open,
    full: open.length >= mostOpen,
    toggle,
    around: (id: string) => graphAddress({ of: id, on: shown.on }),
  };
  const thing = content?.things.find(({ id }) => id === chosen);
  return (
    <>
      <GraphForm key={`${of} ${shown.to} ${shown.on}`} shown={shown} go={go} />
      <h1>
        {first ? longName(first) : of} {first && <span className="aside">{kindOf({ entity: first })}</span>}
      </h1>
      {near && content ? (
        <div className={fetching ? 'stale-answer' : ''} aria-busy={fetching}>
          <Measure near={near} shown={shown} go={go} on={dayInWords(shown.on)} />
          {shown.to && (
            <Ways
              answer={ways}
              error={found.error}
              from={first ? longName(first) : of}
              to={shown.to}
              query={ends}
            />
          )}
          <KindChoice only={shown.only} choose={(only) => go({ only })} />
          <div className={`around ${content.things.length > many ? 'wide' : ''}`}>
            <div className="around-picture">
              <Suspense fallback={<div className="net-box skeleton" />}>
                <Picture {...content} open={open} chosen={chosen} choose={choose} toggle={toggle} />
              </Suspense>
              <Chosen thing={thing} acts={acts} />
            </div>
            <LinkList {...content} acts={acts} chosen={chosen} />
          </div>
          <Tools query={NeighboursDocument} variables={variables} csv={tableOf(content)} />
        </div>
      ) : (
        <Notice error={error} again={() => again({ requestPolicy: 'network-only' })} lines={14} />
      )}
    </>
  );
}
