/** The view of a source: what was read, when, where it is published, and page by page what rests on it. */

import './source.css';
import { useQuery } from 'urql';
import { Link, useParams, useSearch } from 'wouter';
import type { SourcePageQuery } from '../../graph/graphql.ts';
import { SourcePageDocument } from '../../graph/later.ts';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { ThingLink } from '../../parts/thing-links.tsx';
import { cadences, sourceKinds, sourceLevels, statedDayInWords } from '../../parts/thing-words.ts';
import { Tools } from '../../parts/tools.tsx';
import { counted, dayInWords, evidence as levels, reasons, roles } from '../../parts/words.ts';
import { sourceAddress } from '../things.ts';

type ShownSource = Extract<NonNullable<SourcePageQuery['node']>, { readonly title: string }>;
type Resting = ShownSource['citedBy']['nodes'][number];

const isSource = (node: SourcePageQuery['node']): node is ShownSource => node !== null && 'title' in node;

/** The source in the address. */
export default function SourceView() {
  const { slug = '' } = useParams<{ slug: string }>();
  const after = new URLSearchParams(useSearch()).get('after');
  const variables = { id: `Source:${slug}`, ...(after && { after }) };
  const [{ data, error, fetching }, again] = useQuery({ query: SourcePageDocument, variables });
  const source = !error && isSource(data?.node ?? null) ? (data?.node as ShownSource) : undefined;
  if (source)
    return (
      <div className={`source ${fetching ? 'stale-answer' : ''}`} aria-busy={fetching}>
        <SourceOf source={source} after={after} />
        <Tools query={SourcePageDocument} variables={variables} />
      </div>
    );
  return (
    <>
      <h1>{slug}</h1>
      {data && !error && !fetching ? (
        <p role="alert" className="error">
          This release has no source {slug}.
        </p>
      ) : (
        <Notice error={error} again={() => again({ requestPolicy: 'network-only' })} lines={12} />
      )}
    </>
  );
}

function SourceOf({ source, after }: { readonly source: ShownSource; readonly after: string | null }) {
  const { id, title, publisher, url, officialUrl, kind, level, evidence, freshness, citedBy } = source;
  const stale = freshness.state === 'STALE';
  const relays = relaysOf(source);
  const facts: readonly (readonly [string, string | null])[] = [
    ['Kind', sourceKinds[kind]],
    ['What was read', sourceLevels[level]],
    ['Published', source.publishedOn && statedDayInWords(source.publishedOn)],
    ['Effective', source.effectiveOn && statedDayInWords(source.effectiveOn)],
    ['Read on', dayInWords(source.retrievedOn)],
    ['To be read again', cadences[source.cadence]],
    ['Terms', source.licence],
    ['SHA-256 of the file', source.sha256],
  ];
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{publisher}</p>
      <p>
        <span className={`badge ${evidence}`}>{levels[evidence].name}</span>{' '}
        {stale && <span className="badge stale">◷ stale</span>} {levels[evidence].meaning}{' '}
        {stale
          ? `It should have been read again${source.staleFrom ? ` by ${dayInWords(source.staleFrom)}` : ''}.`
          : source.staleFrom && `It is to be read again by ${dayInWords(source.staleFrom)}.`}
      </p>
      <dl className="facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        <div>
          <dt>Where it was read</dt>
          <dd>{url ? <Address url={url} /> : 'No address is known.'}</dd>
        </div>
        <div>
          <dt>Official address</dt>
          <dd>
            {officialUrl ? (
              <Address url={officialUrl} />
            ) : (
              `Not known${source.officialUrlUnknownReason ? `: ${reasons[source.officialUrlUnknownReason]}` : ''}.`
            )}
          </dd>
        </div>
      </dl>
      {source.note && <p>{source.note}</p>}
      {source.relayed && (
        <p className="gap">
          It was read in a copy that another than its publisher keeps, not at the publisher.
        </p>
      )}
      {relays.length > 0 && (
        <Section id="relays" title="Relays: what was read through what" none={undefined}>
          <ul className="texts">
            {relays.map(({ label, ...other }) => (
              <li key={`${label} ${other.id}`}>
                {label} <ThingLink of={{ id: other.id, label: other.title }} />
              </li>
            ))}
          </ul>
          <p className="aside">By the statements on this page of the list below.</p>
        </Section>
      )}
      <Section
        id="rests"
        title={`What rests on it: ${counted(citedBy.totalCount, 'statement or thing', 'statements and things')}`}
        none={undefined}
      >
        {citedBy.nodes.length > 0 && (
          <ul className="texts">
            {citedBy.nodes.map((node) => (
              <RestingOf key={node.id} node={node} source={id} />
            ))}
          </ul>
        )}
        <p className="pages">
          {after && <Link href={sourceAddress(id)}>First page</Link>}
          {citedBy.pageInfo.hasNextPage && citedBy.pageInfo.endCursor && (
            <Link href={sourceAddress(id, citedBy.pageInfo.endCursor)}>Next page</Link>
          )}
        </p>
      </Section>
    </>
  );
}

function Address({ url }: { readonly url: string }) {
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {url}
    </a>
  );
}

/** Relays through which it was read, and what was read through it. */
function relaysOf({ id, citedBy }: ShownSource) {
  const relay = 'AGGREGATOR_KNOWLEDGE_SOURCE';
  const found = citedBy.nodes.flatMap((node) => {
    if (!('citations' in node)) return [];
    const own = node.citations.find(({ source }) => source.id === id)?.role;
    return node.citations.flatMap(({ role, source }) => {
      if (source.id === id) return [];
      if (own === relay && role === 'PRIMARY_KNOWLEDGE_SOURCE') return [{ label: 'It relays', ...source }];
      return role === relay ? [{ label: 'Read through', ...source }] : [];
    });
  });
  return [...new Map(found.map((each) => [`${each.label} ${each.id}`, each])).values()];
}

function RestingOf({ node, source }: { readonly node: Resting; readonly source: string }) {
  if ('text' in node) {
    const own = node.citations.find((cited) => cited.source.id === source);
    return (
      <li>
        {node.text} <ThingLink of={node.subject} />{' '}
        <span className="aside">
          {own && roles[own.role]}
          {own?.locator && `, ${own.locator}`}
        </span>
      </li>
    );
  }
  if ('question' in node) {
    return (
      <li>
        {node.question} <span className="aside">not known</span>
      </li>
    );
  }
  return (
    <li>
      {'label' in node ? <ThingLink of={node} /> : node.id}{' '}
      <span className="aside">{(node.__typename ?? '').replace(/(?<!^)[A-Z]/g, ' $&').toLowerCase()}</span>
    </li>
  );
}
