/** The view of a payer: what it is, what it answers on each component, its policies, prior authorization, rates, gaps, and what happened. */

import './payer.css';
import { useQuery } from 'urql';
import { Link, useLocation, useParams, useSearch } from 'wouter';
import type { PayerViewQuery } from '../../graph/graphql.ts';
import { PayerViewDocument } from '../../graph/later.ts';
import { Citations } from '../../parts/citations.tsx';
import { DayForm } from '../../parts/day-form.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { StatementWithPassages } from '../../parts/statement.tsx';
import { ThingLink } from '../../parts/thing-links.tsx';
import { happenedInWords, membersOf, payerKinds, policyKinds } from '../../parts/thing-words.ts';
import { Tools } from '../../parts/tools.tsx';
import { counted, dayInWords, lines } from '../../parts/words.ts';
import { answerAddress, readDay, readQuestion } from '../address.ts';
import { changesAddress, gapsAddress, payerAddress, payerCsvAddress } from '../things.ts';
import { PayerAnswers } from './payer-answers.tsx';

type ShownPayer = NonNullable<PayerViewQuery['payer']>;

/** The payer in the address, on its day. */
export default function PayerView() {
  const { slug = '' } = useParams<{ slug: string }>();
  const [, navigate] = useLocation();
  const on = readDay(useSearch());
  const variables = { slug, asOf: { dateOfService: on } };
  const [{ data, error, fetching }, again] = useQuery({ query: PayerViewDocument, variables });
  const payer = error ? undefined : data?.payer;
  const families = (data?.serviceFamilies ?? []).flatMap(({ slug, pattern }) =>
    // A group gives the rows of its members, which are here themselves.
    pattern === 'GROUP_OF_SERVICES' ? [] : [slug],
  );
  return (
    <>
      <DayForm on={on} go={(day) => navigate(payerAddress(slug, day))} />
      {payer ? (
        <div className={fetching ? 'stale-answer' : ''} aria-busy={fetching}>
          <PayerOf payer={payer} families={families} on={on} />
          <Tools
            query={PayerViewDocument}
            variables={variables}
            {...(payer.kind !== 'ASSOCIATION' && { csv: payerCsvAddress(payer.slug, families, on) })}
          />
        </div>
      ) : (
        <>
          <h1>{slug}</h1>
          <Notice error={error} again={() => again({ requestPolicy: 'network-only' })} lines={14} />
        </>
      )}
    </>
  );
}

interface PayerProps {
  readonly payer: ShownPayer;
  readonly families: readonly string[];
  readonly on: string;
}

function PayerOf({ payer, families, on }: PayerProps) {
  const { slug, label, kind, note, aliases, parent, members, policies, priorAuthorization, events, gaps } =
    payer;
  const decides = kind !== 'ASSOCIATION';
  const tiles = [
    ...(decides ? [['answers', 'Answers', 'by component'] as const] : []),
    ...(members.length > 0 ? [['members', 'Members', counted(members.length, 'payer')] as const] : []),
    ['policies', 'Policies', policies.totalCount ? counted(policies.totalCount, 'policy', 'policies') : ''],
    [
      'authorization',
      'Prior authorization',
      priorAuthorization.totalCount ? counted(priorAuthorization.totalCount, 'statement') : '',
    ],
    ['events', 'What changed', events.totalCount ? counted(events.totalCount, 'event') : ''],
    ...(gaps.totalCount > 0 ? [['gaps', 'Not known', counted(gaps.totalCount, 'gap')] as const] : []),
  ] as const;
  return (
    <>
      <h1>{label}</h1>
      <p className="lead">
        {payerKinds[kind]} {note}
      </p>
      <p className="aside">
        {parent && (
          <>
            Belongs to <ThingLink of={parent} on={on} />.{' '}
          </>
        )}
        {aliases.length > 0 && `Also called ${aliases.join(', ')}. `}
        On {dayInWords(on)}.
      </p>
      <nav aria-label="Sections" className="tiles">
        {tiles.map(([id, name, found]) => (
          <a key={id} href={`#${id}`} className={found ? '' : 'empty'}>
            <strong>{name}</strong>
            <span>{found || 'nothing known'}</span>
          </a>
        ))}
      </nav>
      {decides && families.length > 0 && <PayerAnswers payer={payer} families={families} on={on} />}
      {members.length > 0 && (
        <Section id="members" title={membersOf[kind] ?? 'Payers that belong to it'} none={undefined}>
          <ul className="names">
            {members.map((member) => (
              <li key={member.id}>
                <ThingLink of={member} on={on} />
              </li>
            ))}
          </ul>
          {kind === 'ASSOCIATION' && (
            <p>
              <Link href={answerAddress({ ...readQuestion(''), payers: [slug], on })}>
                Ask all of them about one service
              </Link>
            </p>
          )}
        </Section>
      )}
      <Section id="policies" title="Policies" none={undefined}>
        {policies.nodes.length > 0 && (
          <ul className="texts">
            {policies.nodes.map(({ id, label, number, kind, linesOfBusiness, versionInForce, versions }) => (
              <li key={id}>
                <ThingLink of={{ id, label: [number, label].filter(Boolean).join(', ') }} on={on} />{' '}
                <span className="aside">
                  {policyKinds[kind]}, {linesOfBusiness.map((line) => lines[line]).join(', ')}.{' '}
                  {versionInForce
                    ? `Version ${versionInForce.version} is in force.`
                    : 'No version is known to be in force.'}{' '}
                  {versions.totalCount > 1 && `${versions.totalCount} versions were seen.`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="authorization" title="Prior authorization, a question of its own" none={undefined}>
        {priorAuthorization.nodes.length > 0 &&
          priorAuthorization.nodes.map((statement) => (
            <StatementWithPassages key={statement.id} of={statement} text={statement.text} />
          ))}
        {priorAuthorization.totalCount > priorAuthorization.nodes.length && (
          <p className="aside">
            The first {priorAuthorization.nodes.length} of {priorAuthorization.totalCount}; GraphiQL gives the
            rest a page at a time.
          </p>
        )}
      </Section>
      <Section id="events" title="What changed" none={undefined}>
        {events.nodes.length > 0 && (
          <ul className="texts">
            {events.nodes.map(({ id, happenedOn, precision, summary, policy }) => (
              <li key={id}>
                <strong>{happenedInWords(happenedOn, precision)}</strong> {summary}{' '}
                {policy && <ThingLink of={policy} on={on} />}
              </li>
            ))}
          </ul>
        )}
        <p>
          <Link href={changesAddress({ payer: slug })}>All changes of {label}</Link>
        </p>
      </Section>
      {gaps.totalCount > 0 && (
        <Section id="gaps" title="What is not known, and what to ask" none={undefined}>
          <ul className="texts">
            {gaps.nodes.map(({ id, question }) => (
              <li key={id}>{question}</li>
            ))}
          </ul>
          <p>
            <Link href={gapsAddress({ payer: slug })}>
              The worklist of {label}: {counted(gaps.totalCount, 'gap')}
            </Link>
          </p>
        </Section>
      )}
      {payer.citations.length > 0 && (
        <Section id="sources" title="Where it comes from" none={undefined}>
          <Citations of={payer.citations} />
        </Section>
      )}
    </>
  );
}
