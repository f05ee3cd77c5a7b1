/** Published rates as dots on a log scale: a dot a rate, a bar from the lowest to the highest, a tick at the median. */

import { scaleLog } from 'd3-scale';
import { Scroll } from './scroll.tsx';
import { amountKinds, careSettings, counted, dollars } from './words.ts';

/** Rates that were published on one basis. */
export interface Rates {
  /** Who pays, or what else distinguishes the groups; undefined where nothing does. */
  readonly payer?: string;
  readonly rates: number;
  readonly hospitals: number;
  readonly minimum: string | null;
  readonly median: string | null;
  readonly maximum: string | null;
  readonly amountKind: keyof typeof amountKinds;
  readonly careSetting: keyof typeof careSettings | null;
  readonly billingClass: string;
  readonly statements: readonly {
    readonly id: string;
    readonly amount: string | null;
    readonly facility: string | null;
  }[];
}

interface Props {
  readonly rates: readonly Rates[];
  /** What the names of groups are names of. */
  readonly what?: string;
}

const width = 560;
const rowHeight = 24;
/** Room for the names of payers. */
const names = 150;

/** The dots of each basis in a row of its own, on one scale. */
export default function RateDots({ rates, what = 'Payer' }: Props) {
  const inDollars = rates.filter(
    ({ amountKind, maximum }) => amountKind !== 'NEGOTIATED_PERCENTAGE' && Number(maximum) > 0,
  );
  const ends = inDollars
    .flatMap(({ minimum, maximum }) => [Number(minimum), Number(maximum)])
    .filter((n) => n > 0);
  if (ends.length === 0) return <p>Only formulas or percentages are published, no amount in dollars.</p>;
  const left = inDollars.some(({ payer }) => payer) ? names : 16;
  const x = scaleLog([Math.min(...ends) * 0.8, Math.max(...ends) * 1.25], [left, width - 16]);
  const ticks = [
    ...new Set([x.domain()[0] ?? 1, ...x.ticks(3), x.domain()[1] ?? 1].map((n) => Number(n.toPrecision(2)))),
  ];
  const shown: number[] = [];
  // Those that leave room for their labels, from the left.
  for (const n of ticks.sort((one, other) => one - other)) {
    const last = shown.at(-1);
    if (last === undefined || x(n) - x(last) > 60) shown.push(n);
  }
  const height = inDollars.length * rowHeight + 24;
  return (
    <figure className="dots">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label="Published rates on a log scale; the table below has the same."
      >
        {shown.map((n) => (
          <g key={n} className="tick" transform={`translate(${x(n)} 0)`}>
            <line y2={height - 18} />
            <text y={height - 4}>{dollars(n).replace(/\.00$/, '')}</text>
          </g>
        ))}
        {inDollars.map((group, row) => (
          <g key={keyOf(group)} transform={`translate(0 ${row * rowHeight + rowHeight / 2})`}>
            {group.payer && group.payer !== inDollars[row - 1]?.payer && (
              <text className="who" dy="0.35em">
                {group.payer}
              </text>
            )}
            <line className="span" x1={x(Number(group.minimum))} x2={x(Number(group.maximum))} />
            {group.median && (
              <line
                className="median"
                x1={x(Number(group.median))}
                x2={x(Number(group.median))}
                y1={-8}
                y2={8}
              />
            )}
            {[...new Set([group.minimum, group.maximum, ...group.statements.map(({ amount }) => amount)])]
              .filter((amount) => Number(amount) > 0)
              .map((amount) => (
                <circle key={amount} cx={x(Number(amount))} r={4.5}>
                  <title>{dollars(amount ?? 0)}</title>
                </circle>
              ))}
          </g>
        ))}
      </svg>
      <Scroll label="The same rates as a table">
        <table className="plain">
          <thead>
            <tr>
              {left === names && <th scope="col">{what}</th>}
              <th scope="col">Basis</th>
              <th scope="col">Rates</th>
              <th scope="col">From – to</th>
            </tr>
          </thead>
          <tbody>
            {inDollars.map((group) => (
              <tr key={keyOf(group)}>
                {left === names && <td>{group.payer}</td>}
                <td>
                  {amountKinds[group.amountKind]}
                  {group.careSetting && `, ${careSettings[group.careSetting]}`},{' '}
                  {group.billingClass.toLowerCase()}
                </td>
                <td>
                  {group.rates}
                  {group.hospitals > 0 && ` in ${counted(group.hospitals, 'hospital')}`}
                </td>
                <td>
                  {group.minimum === group.maximum
                    ? dollars(group.minimum ?? 0)
                    : `${dollars(group.minimum ?? 0)} – ${dollars(group.maximum ?? 0)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <figcaption className="aside">A rate is not coverage: it changes nothing in the state.</figcaption>
    </figure>
  );
}

const keyOf = ({ payer, amountKind, careSetting, billingClass, minimum, maximum, rates }: Rates) =>
  [payer, amountKind, careSetting, billingClass, minimum, maximum, rates].join(' ');
