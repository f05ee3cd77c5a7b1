/** What a payer answers on each component: what is known first, the unknown folded by its reason; beside it, on an axis of its own, its published rates. */

import { useQuery } from 'urql';
import { Link } from 'wouter';
import type {
  PayerAnswersAndRatesQuery,
  PayerAnswersQuery,
  PayerKind,
  UnknownReason,
} from '../../graph/graphql.ts';
import { PayerAnswersAndRatesDocument, PayerAnswersDocument } from '../../graph/later.ts';
import { Notice } from '../../parts/notice.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { State } from '../../parts/state.tsx';
import { authorizations, counted, evidence, lines, reasons, sentence } from '../../parts/words.ts';
import { answerAddress, codeAddress, graphiqlAddress } from '../address.ts';
import { codesOf } from '../answer/rows.ts';
import type { PayerMatrix } from './answered.ts';
import { PayerRates } from './payer-rates.tsx';

type Component = PayerMatrix['rows'][number]['component'];
type Cell = PayerMatrix['rows'][number]['cells'][number];
type Line = PayerMatrix['columns'][number]['lineOfBusiness'];

interface Props {
  readonly payer: {
    readonly id: string;
    readonly slug: string;
    readonly label: string;
    readonly kind: PayerKind;
  };
  /** Slugs of the services. */
  readonly families: readonly string[];
  readonly on: string;
}

/** A component in a line of business. */
interface Answer {
  readonly component: Component;
  readonly line: Line;
  readonly cell: Cell;
}

/** The answers on all services, and the published rates. */
export function PayerAnswers({ payer, families, on }: Props) {
  // What Medicare pays is in its fee schedules, by code.
  const withRates = payer.kind !== 'MEDICARE_FFS' && payer.kind !== 'MEDICARE_CONTRACTOR';
  const variables = { input: { families, payers: [payer.slug], asOf: { dateOfService: on } } };
  const query: typeof PayerAnswersDocument | typeof PayerAnswersAndRatesDocument = withRates
    ? PayerAnswersAndRatesDocument
    : PayerAnswersDocument;
  const [{ data, error }, again] = useQuery<PayerAnswersQuery | PayerAnswersAndRatesQuery, typeof variables>({
    query,
    variables,
  });
  const matrix = error ? undefined : data?.coverageMatrix;
  return (
    <>
      <section id="answers" aria-labelledby="answers-title" className="section">
        <h2 id="answers-title">What it answers, component by component</h2>
        {matrix ? (
          <AnswersOf matrix={matrix} payer={payer} on={on} />
        ) : (
          <Notice error={error} again={() => again({ requestPolicy: 'network-only' })} lines={10} />
        )}
        <p>
          <a href={graphiqlAddress(query.text, variables)}>Open the answers in GraphiQL</a>
        </p>
      </section>
      {matrix && withRates && <PayerRates matrix={matrix} payerId={payer.id} />}
    </>
  );
}

/** The answers of the payer itself: those of contractors are on pages of their own. */
function answersIn({ columns, rows }: PayerMatrix, payerId: string): readonly Answer[] {
  return rows.flatMap(({ component, cells }) =>
    columns.flatMap(({ payer, lineOfBusiness: line }, i) => {
      const cell = cells[i];
      return cell && payer.id === payerId ? [{ component, line, cell }] : [];
    }),
  );
}

interface OfPayer {
  readonly matrix: PayerMatrix;
  readonly payer: Props['payer'];
}

/** The answers of one service that are alike in a line of business. */
interface Alike {
  readonly service: string;
  readonly answers: readonly Answer[];
}

function alikeIn(answers: readonly Answer[]): readonly Alike[] {
  const groups = Map.groupBy(answers, ({ component, line, cell }) =>
    JSON.stringify([
      ...[component.family.id, line, cell.state, cell.priorAuthorization],
      ...[cell.best?.evidence, cell.best?.freshness.state],
    ]),
  );
  return [...groups.values()].map((some) => ({
    service: some[0]?.component.family.label ?? '',
    answers: some,
  }));
}

/** Of an answer that is not known, its reason; of one on codes that did not exist, that. */
const whyNone = ({ state, unknownReason }: Cell): UnknownReason | 'NO_CODE' =>
  state === 'NOT_APPLICABLE' ? 'NO_CODE' : (unknownReason ?? 'NOT_YET_REVIEWED');

const isKnown = ({ cell: { state } }: Answer) => state !== 'UNKNOWN' && state !== 'NOT_APPLICABLE';

function AnswersOf({ matrix, payer, on }: OfPayer & { readonly on: string }) {
  const answers = answersIn(matrix, payer.id);
  const known = alikeIn(answers.filter(isKnown));
  const others = Map.groupBy(
    answers.filter((answer) => !isKnown(answer)),
    ({ cell }) => whyNone(cell),
  );
  const steps = new Map(matrix.summary.unknown.map(({ reason, nextStep }) => [reason, nextStep]));
  const cellOf = ({ component, line }: Answer) => {
    const [code = ''] = codesOf(component);
    const [bare = code] = code.split('-');
    return answerAddress({ codes: [bare], payers: [payer.slug], on, cell: `${payer.slug}.${line}.${code}` });
  };
  return (
    <>
      {known.length === 0 ? (
        <p className="gap">Nothing that it says of any of these services is known for this day.</p>
      ) : (
        <Scroll label="What is known, by component">
          <table className="plain answers">
            <thead>
              <tr>
                <th scope="col">Service and its components</th>
                <th scope="col">Line of business</th>
                <th scope="col">Coverage</th>
                <th scope="col">Prior authorization</th>
              </tr>
            </thead>
            <tbody>
              {known.map(({ service, answers: [first, ...more] }) =>
                first ? (
                  <tr key={`${first.component.id} ${first.line}`}>
                    <th scope="row">
                      {service}{' '}
                      <span className="codes">
                        {[first, ...more].map(({ component }) => (
                          <Codes key={component.id} of={component} on={on} />
                        ))}
                      </span>
                    </th>
                    <td>{lines[first.line]}</td>
                    <td>
                      <Link href={cellOf(first)} className={`cell ${first.cell.state}`}>
                        <State of={first.cell.state}>
                          {first.cell.best && (
                            <span className={`badge ${first.cell.best.evidence}`}>
                              {evidence[first.cell.best.evidence].name}
                            </span>
                          )}
                          {first.cell.best?.freshness.state === 'STALE' && (
                            <span className="badge stale">◷ stale</span>
                          )}
                        </State>
                      </Link>
                    </td>
                    <td>{sentence(authorizations[first.cell.priorAuthorization])}</td>
                  </tr>
                ) : null,
              )}
            </tbody>
          </table>
        </Scroll>
      )}
      {[...others].map(([why, some]) => (
        <details key={why} className="chapter unknown">
          <summary>
            {why === 'NO_CODE' ? (
              <>
                <State of="NOT_APPLICABLE" /> No code of it existed on that day:{' '}
                {counted(some.length, 'answer')}.
              </>
            ) : (
              <>
                <State of="UNKNOWN" /> {sentence(reasons[why])}: {counted(some.length, 'answer')}.{' '}
                <span className="aside">{steps.get(why)}</span>
              </>
            )}
          </summary>
          <ul className="names">
            {some.map((answer) => (
              <li key={`${answer.component.id} ${answer.line}`}>
                <Link href={cellOf(answer)}>{codesOf(answer.component).join(', ')}</Link>{' '}
                {answer.component.label} <span className="aside">{lines[answer.line]}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

function Codes({ of, on }: { readonly of: Component; readonly on: string }) {
  return codesOf(of).map((code) => (
    <Link key={code} href={codeAddress(code.split('-')[0] ?? '', on)} className="code">
      {code}
    </Link>
  ));
}
