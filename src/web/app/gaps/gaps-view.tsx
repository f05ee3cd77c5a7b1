/** The view of gaps: a worklist by payer, each gap with the question to ask, what was searched and the address to open. */

import './gaps.css';
import { useQuery } from 'urql';
import { Link, useLocation, useSearch } from 'wouter';
import type { GapProperty, GapsPageQuery, UnknownReason } from '../../graph/graphql.ts';
import { GapsPageDocument } from '../../graph/later.ts';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { ThingLink } from '../../parts/thing-links.tsx';
import { gapProperties } from '../../parts/thing-words.ts';
import { Tools } from '../../parts/tools.tsx';
import { counted, reasons, sentence } from '../../parts/words.ts';
import { gapsAddress, gapsCsvAddress, readGaps, type WantedGaps } from '../things.ts';
import { GapFilters } from './gap-filters.tsx';

type Gap = NonNullable<GapsPageQuery['gaps']>['nodes'][number];

const isProperty = (text: string): text is GapProperty => Object.hasOwn(gapProperties, text);
const isReason = (text: string): text is UnknownReason => Object.hasOwn(reasons, text);

const variablesOf = ({ payer, family, property, reason, after }: WantedGaps) => ({
  ...(payer && { payers: [payer] }),
  ...(family && { families: [family] }),
  ...(property && isProperty(property) && { properties: [property] }),
  ...(reason && isReason(reason) && { reasons: [reason] }),
  ...(after && { after }),
});

/** The filters, then the worklist. */
export default function GapsView() {
  const [, navigate] = useLocation();
  const wanted = readGaps(useSearch());
  const variables = variablesOf(wanted);
  const [{ data, error, fetching }, again] = useQuery({ query: GapsPageDocument, variables });
  const gaps = error ? undefined : data?.gaps;
  return (
    <>
      <h1>What is not known, and whom to ask</h1>
      <GapFilters
        wanted={wanted}
        families={data?.serviceFamilies ?? []}
        go={(next) => navigate(gapsAddress(next))}
      />
      {gaps ? (
        <div className={fetching ? 'stale-answer' : ''} aria-busy={fetching}>
          <p className="lead">
            {counted(gaps.totalCount, 'gap')}. Not to know is no denial: each is a question to ask.
          </p>
          <Worklist gaps={gaps.nodes} />
          <p className="pages">
            {wanted.after && <Link href={gapsAddress({ ...wanted, after: undefined })}>First page</Link>}
            {gaps.pageInfo.hasNextPage && gaps.pageInfo.endCursor && (
              <Link href={gapsAddress({ ...wanted, after: gaps.pageInfo.endCursor })}>Next page</Link>
            )}
          </p>
          <Tools query={GapsPageDocument} variables={variables} csv={gapsCsvAddress(wanted)} />
        </div>
      ) : (
        <Notice error={error} again={() => again({ requestPolicy: 'network-only' })} lines={14} />
      )}
    </>
  );
}

/** The gaps by payer; of what is searched alike, once. */
function Worklist({ gaps }: { readonly gaps: readonly Gap[] }) {
  const payers = [...Map.groupBy(gaps, ({ payer }) => payer?.id ?? '')];
  return payers.map(([id, some]) => {
    const [first] = some;
    const payer = first?.payer ?? null;
    return (
      <Section
        key={id}
        id={payer?.slug ?? 'any'}
        title={payer?.label ?? 'No payer is meant'}
        none={undefined}
      >
        {payer && (
          <p>
            <Link href={gapsAddress({ payer: payer.slug })}>All gaps of {payer.label}</Link>, or what is
            known: <ThingLink of={payer} />
          </p>
        )}
        {[...Map.groupBy(some, alikeBy)].map(([key, alike]) => (
          <div key={key} className="work">
            <p className="aside">{key.split('\n')[0]}</p>
            <ul className="texts">
              {alike.map(({ id, question, code }) => {
                const [before = '', ...after] = question.split(code.code);
                return (
                  <li key={id}>
                    {before}
                    <ThingLink of={{ id: code.id, label: code.code }} />
                    {after.join(code.code)}
                  </li>
                );
              })}
            </ul>
            <Searched of={alike[0]?.searched ?? []} />
          </div>
        ))}
      </Section>
    );
  });
}

/** What gaps have in common: why, and what was searched. */
const alikeBy = ({ reason, note, searched }: Gap) =>
  `${sentence(reasons[reason])}. ${note}\n${searched.map(({ id }) => id).join()}`;

/** What was searched, and at which address it can be opened. */
function Searched({ of }: { readonly of: Gap['searched'] }) {
  if (of.length === 0) return <p className="aside">Nothing was searched: no source of it is known.</p>;
  return (
    <details>
      <summary>What was searched, with addresses to open: {counted(of.length, 'source')}</summary>
      <ul className="citations">
        {of.map(({ id, title, url, officialUrl }) => {
          const address = officialUrl ?? url;
          return (
            <li key={id}>
              <ThingLink of={{ id, label: title }} />
              {address && (
                <span className="aside">
                  <a href={address} target="_blank" rel="noreferrer">
                    {new URL(address, location.href).host}
                  </a>
                  {officialUrl ? ', official address' : ', where it was read'}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
