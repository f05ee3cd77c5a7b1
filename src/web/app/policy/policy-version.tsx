/** A version of a policy: determinations with their conditions, conflicts and passages, criteria and diagnoses. */

import { Link } from 'wouter';
import type { CoveredStatus } from '../../graph/graphql.ts';
import { Citations } from '../../parts/citations.tsx';
import { Texts } from '../../parts/section.tsx';
import { State } from '../../parts/state.tsx';
import { StatementWithPassages } from '../../parts/statement.tsx';
import { daysInWords, statedDayInWords } from '../../parts/thing-words.ts';
import { counted, lines, reasons, sentence } from '../../parts/words.ts';
import { codeAddress } from '../address.ts';
import type { ShownVersion } from './shown-policy.ts';

type Determination = ShownVersion['coverage']['nodes'][number];

interface Props {
  readonly version: ShownVersion;
  readonly anchor: string;
  readonly on: string;
}

/** What the version states on the day. */
export function PolicyVersion({ version, anchor, on }: Props) {
  const { coverage, priorAuthorization, criteria, diagnosisSupport, diagnosisListings, citations } = version;
  const determinations = Map.groupBy(
    coverage.nodes,
    ({ summary, covered, unknownReason, lineOfBusiness, citations }) =>
      JSON.stringify([summary, covered, unknownReason, lineOfBusiness, citations]),
  );
  return (
    <section id={anchor} aria-labelledby={`${anchor}-title`} className="section">
      <h2 id={`${anchor}-title`}>
        Version {version.version}: {version.title}
      </h2>
      <p>
        {sentence(daysInWords(version.validity))}.{' '}
        {version.lastReviewedOn && `Last reviewed ${statedDayInWords(version.lastReviewedOn)}. `}
        {version.originalEffectiveOn && `First effective ${statedDayInWords(version.originalEffectiveOn)}. `}
        {version.note}
      </p>
      <Citations of={citations} />
      {determinations.size > 0 && <h3>Determinations</h3>}
      {[...determinations].map(([key, same]) => (
        <DeterminationOf key={key} same={same} on={on} />
      ))}
      {coverage.totalCount > coverage.nodes.length && (
        <p className="aside">
          The first {coverage.nodes.length} of {counted(coverage.totalCount, 'determination')}; GraphiQL gives
          the rest.
        </p>
      )}
      {priorAuthorization.nodes.length > 0 && <h3>Prior authorization</h3>}
      {priorAuthorization.nodes.map((statement) => (
        <StatementWithPassages key={statement.id} of={statement} text={statement.text} />
      ))}
      {criteria.totalCount > 0 && (
        <>
          <h3>Criteria</h3>
          <Texts of={criteria.nodes.map(({ summary }) => ({ text: summary }))} total={criteria.totalCount} />
        </>
      )}
      {diagnosisSupport.totalCount + diagnosisListings.totalCount > 0 && (
        <>
          <h3>Diagnoses</h3>
          <Texts
            of={[...diagnosisSupport.nodes, ...diagnosisListings.nodes]}
            total={diagnosisSupport.totalCount + diagnosisListings.totalCount}
          />
        </>
      )}
    </section>
  );
}

const stateOf = (covered: CoveredStatus | null) => covered ?? 'UNKNOWN';

/** What is stated alike of several codes, once. */
function DeterminationOf({ same, on }: { readonly same: readonly Determination[]; readonly on: string }) {
  const [first] = same;
  if (!first) return null;
  const conflicts = new Map(same.flatMap(({ conflicts }) => conflicts.nodes.map((each) => [each.id, each])));
  const conditions = new Map(same.flatMap(({ conditions }) => conditions.map((each) => [each.id, each])));
  return (
    <StatementWithPassages of={first} text={first.summary}>
      <p>
        <State of={stateOf(first.covered)} />{' '}
        {same.map(({ id, code, component }) => (
          <span key={id} className="coded">
            <Link href={codeAddress(code.code, on)}>{code.code}</Link> {component.label}
          </span>
        ))}{' '}
        <span className="aside">
          {lines[first.lineOfBusiness]}
          {first.unknownReason && `: ${reasons[first.unknownReason]}`}
          {first.frequency && `. Frequency: ${first.frequency}`}
        </span>
      </p>
      {conditions.size > 0 && (
        <>
          <h4>Conditions</h4>
          <ul>
            {[...conditions.values()].map(({ id, summary }) => (
              <li key={id}>{summary}</li>
            ))}
          </ul>
        </>
      )}
      {[...conflicts.values()].map(({ id, summary, resolutionReason }) => (
        <p key={id} className="conflict">
          <strong>Sources conflict.</strong> {summary} {resolutionReason}
        </p>
      ))}
    </StatementWithPassages>
  );
}
