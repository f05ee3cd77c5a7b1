/** Amounts of the fee schedule by year, in a facility and outside of one, as a chart and as a table. */

import { scaleLinear, scalePoint } from 'd3-scale';
import type { YearFeeFragment } from '../../graph/graphql.ts';
import { Scroll } from '../../parts/scroll.tsx';
import { dollars } from '../../parts/words.ts';

interface Props {
  readonly years: readonly { readonly year: number; readonly entries: readonly YearFeeFragment[] }[];
}

const [width, height] = [520, 190];
const [left, right, top, bottom] = [56, 20, 14, 26];

interface Line {
  readonly name: string;
  readonly kind: 'office' | 'facility';
  readonly points: readonly { readonly year: number; readonly amount: string; readonly release: string }[];
}

/** A line a modifier and a setting. */
function linesOf(years: Props['years']): readonly Line[] {
  const modifiers = [
    ...new Set(years.flatMap(({ entries }) => entries.map(({ modifier }) => modifier?.code ?? ''))),
  ];
  const line = (modifier: string, kind: Line['kind']): Line => ({
    name: [modifier && `modifier ${modifier}`, kind === 'office' ? 'outside a facility' : 'in a facility']
      .filter(Boolean)
      .join(', '),
    kind,
    points: years.flatMap(({ year, entries }) => {
      const entry = entries.find((entry) => (entry.modifier?.code ?? '') === modifier);
      const amount = kind === 'office' ? entry?.nonFacilityAmount : entry?.facilityAmount;
      return entry && amount ? [{ year, amount, release: entry.release }] : [];
    }),
  });
  return modifiers
    .flatMap((modifier) => [line(modifier, 'office'), line(modifier, 'facility')])
    .filter(({ points }) => points.length > 0);
}

/** The chart, and the table with the same figures. */
export default function YearAmounts({ years }: Props) {
  const lines = linesOf(years);
  if (lines.length === 0) return <p>The fee schedule lists it and sets no amount.</p>;
  const most = Math.max(...lines.flatMap(({ points }) => points.map(({ amount }) => Number(amount))));
  const x = scalePoint(
    years.map(({ year }) => String(year)),
    [left + 20, width - right],
  );
  const y = scaleLinear([0, most], [height - bottom, top]).nice(4);
  return (
    <figure className="years">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label="Amounts by year; the table has the same figures."
      >
        {y.ticks(4).map((tick) => (
          <g key={tick} transform={`translate(0 ${y(tick)})`}>
            <line x1={left} x2={width} />
            <text x={left - 8} dy="0.32em" className="end">
              {dollars(tick)}
            </text>
          </g>
        ))}
        {years.map(({ year }) => (
          <text key={year} x={x(String(year))} y={height - 6} className="middle">
            {year}
          </text>
        ))}
        {lines.map(({ name, kind, points }) => (
          <g key={name} className={kind}>
            <polyline
              points={points.map(({ year, amount }) => `${x(String(year))},${y(Number(amount))}`).join(' ')}
            />
            {points.map(({ year, amount }) => (
              <circle key={year} cx={x(String(year))} cy={y(Number(amount))} r={kind === 'office' ? 4 : 6}>
                <title>{`${name}, ${year}: ${dollars(amount)}`}</title>
              </circle>
            ))}
          </g>
        ))}
      </svg>
      <Scroll label="Amounts by year">
        <table className="plain number">
          <thead>
            <tr>
              <th scope="col">Setting</th>
              {years.map(({ year }) => (
                <th key={year} scope="col">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, kind, points }) => (
              <tr key={name}>
                <th scope="row">
                  <span className={`key ${kind}`} aria-hidden="true">
                    {kind === 'office' ? '●' : '○'}
                  </span>{' '}
                  {name}
                </th>
                {years.map(({ year }) => {
                  const point = points.find((point) => point.year === year);
                  return (
                    <td key={year}>
                      {point ? dollars(point.amount) : <span className="aside">none</span>}
                      {point && <span className="aside release">{point.release.split(' ')[0]}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <figcaption className="aside">
        Not adjusted for a locality; each on the same day of its year. A price is not coverage.
      </figcaption>
    </figure>
  );
}
