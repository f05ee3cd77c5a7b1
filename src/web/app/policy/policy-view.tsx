/** The view of a policy: its versions on a line of days, and of each what it states on the day of service. */

import './policy.css';
import { useQuery } from 'urql';
import { Link, useLocation, useParams, useSearch } from 'wouter';
import { PolicyPageDocument } from '../../graph/later.ts';
import { Citations } from '../../parts/citations.tsx';
import { DayForm } from '../../parts/day-form.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { ThingLink } from '../../parts/thing-links.tsx';
import { daysInWords, happenedInWords, policyKinds } from '../../parts/thing-words.ts';
import { Tools } from '../../parts/tools.tsx';
import { dayInWords, lines } from '../../parts/words.ts';
import { answerAddress, codesIn, readDay } from '../address.ts';
import { policyAddress } from '../things.ts';
import { PolicyVersion } from './policy-version.tsx';
import type { ShownPolicy, ShownVersion } from './shown-policy.ts';

/** The policy in the address, on its day. */
export default function PolicyView() {
  const { payer = '', slug = '' } = useParams<{ payer: string; slug: string }>();
  const [, navigate] = useLocation();
  const on = readDay(useSearch());
  const id = `Policy:${payer}/${slug}`;
  const variables = { id, asOf: { dateOfService: on } };
  const [{ data, error, fetching }, again] = useQuery({ query: PolicyPageDocument, variables });
  const policy = error ? undefined : data?.policy;
  return (
    <>
      <DayForm on={on} go={(day) => navigate(policyAddress(id, day))} />
      {policy ? (
        <div className={fetching ? 'stale-answer' : ''} aria-busy={fetching}>
          <PolicyOf policy={policy} on={on} />
          <Tools query={PolicyPageDocument} variables={variables} />
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

const statesSomething = ({
  coverage,
  priorAuthorization,
  criteria,
  diagnosisSupport,
  diagnosisListings,
}: ShownVersion) =>
  [coverage, priorAuthorization, criteria, diagnosisSupport, diagnosisListings].some(
    ({ totalCount }) => totalCount > 0,
  );

function PolicyOf({ policy, on }: { readonly policy: ShownPolicy; readonly on: string }) {
  const { id, label, number, kind, linesOfBusiness, payer, versionInForce, versions, events } = policy;
  const related = [
    ...policy.relatedPolicies.nodes.map(({ otherPolicy }) => otherPolicy),
    ...policy.relatedFrom.nodes.map(({ policy }) => policy),
  ];
  const stating = versions.nodes.filter(statesSomething);
  const codes = [...new Set(stating.flatMap(({ coverage }) => coverage.nodes.map(({ code }) => code.code)))];
  return (
    <>
      <h1>{[number, label].filter(Boolean).join(', ')}</h1>
      <p className="lead">
        {policyKinds[kind]} of <ThingLink of={payer} on={on} />,{' '}
        {linesOfBusiness.map((line) => lines[line]).join(', ')}.
      </p>
      <p className="aside">What it states for {dayInWords(on)} is shown below.</p>
      <Section id="versions" title="Versions that were seen" none={undefined}>
        {versions.nodes.length > 0 && (
          <ol className="versions">
            {versions.nodes.map((version) => (
              <li key={version.id} className={version.id === versionInForce?.id ? 'current' : ''}>
                <strong>{version.version}</strong> {daysInWords(version.validity)}
                {version.id === versionInForce?.id && <span className="badge">in force on the day</span>}{' '}
                <span className="aside">
                  {version.status}; of its text was seen: {version.textSeen}.
                </span>{' '}
                {statesSomething(version) ? (
                  <a href={`#${anchor(version)}`}>What it states</a>
                ) : (
                  version.validity.from && (
                    <Link href={policyAddress(id, version.validity.from)}>
                      What it states on {dayInWords(version.validity.from)}
                    </Link>
                  )
                )}
              </li>
            ))}
          </ol>
        )}
      </Section>
      {stating.length === 0 && (
        <p className="gap">Nothing that was read of any version states something for this day.</p>
      )}
      {stating.map((version) => (
        <PolicyVersion key={version.id} version={version} anchor={anchor(version)} on={on} />
      ))}
      {codes.length > 0 && (
        <p>
          <Link href={answerAddress({ codes: codesIn(codes.slice(0, 6).join()), payers: [payer.slug], on })}>
            The answer of {payer.label} on {codes.slice(0, 6).join(', ')}
          </Link>
        </p>
      )}
      {related.length > 0 && (
        <Section id="related" title="Related policies" none={undefined}>
          <ul className="texts">
            {related.map((other) => (
              <li key={other.id}>
                <ThingLink of={other} on={on} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="events" title="What happened to it" none={undefined}>
        {events.nodes.length > 0 && (
          <ul className="texts">
            {events.nodes.map(({ id, happenedOn, precision, summary }) => (
              <li key={id}>
                <strong>{happenedInWords(happenedOn, precision)}</strong> {summary}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="sources" title="Sources" none={undefined}>
        {policy.citations.length > 0 && <Citations of={policy.citations} />}
      </Section>
    </>
  );
}

const anchor = ({ id }: ShownVersion) => `version-${id.split('/').at(-1)}`;
