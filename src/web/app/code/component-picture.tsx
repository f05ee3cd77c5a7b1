/** A service as a picture: the whole above, its parts below, each as wide as its share of the relative value. */

import { Link } from 'wouter';
import { dollars } from '../../parts/words.ts';
import { codeAddress } from '../address.ts';
import type { ShownCode } from './shown-code.ts';

type Family = NonNullable<ShownCode['family']>;
type Entry = NonNullable<Family['componentSumCheck']>['entries'][number];

interface Props {
  readonly code: string;
  readonly family: Family;
  readonly on: string;
}

const keyOf = (code: string, modifiers: readonly string[]) => [code, ...modifiers].join('-');

/** The whole and its parts, with relative value units and dollars where the fee schedule of the day was read. */
export function ComponentPicture({ code, family, on }: Props) {
  const check = family.componentSumCheck;
  const entries = new Map(
    check?.entries.map((entry) => [
      keyOf(entry.code.code, entry.modifier ? [entry.modifier.code] : []),
      entry,
    ]),
  );
  const boxes = family.components.map(({ id, role, label, reportedBy }) => {
    const names = reportedBy.map(({ code, modifiers }) =>
      keyOf(
        code.code,
        modifiers.map(({ code }) => code),
      ),
    );
    return {
      id,
      role,
      label,
      names,
      own: reportedBy.some((unit) => unit.code.code === code),
      entry: names.map((name) => entries.get(name)).find(Boolean),
    };
  });
  const whole = boxes.filter(({ role }) => role === 'GLOBAL');
  const parts = boxes.filter(({ role }) => role !== 'GLOBAL');
  return (
    <figure className="picture">
      <figcaption>
        {family.label}
        {family.basis === 'PROPOSED' && <span className="badge"> worked out, nobody has reviewed it</span>}
      </figcaption>
      {[whole, parts].map((row, i) => (
        <div key={i} className="boxes">
          {row.map(({ id, label, names, own, entry }) => (
            <div
              key={id}
              className={`box ${own ? 'own' : ''}`}
              style={{ flexGrow: share(entry, check?.globalTotal) }}
            >
              <span>
                {names.map((name) => (
                  <Link
                    key={name}
                    href={codeAddress(name.split('-')[0] ?? '', on)}
                    className="code"
                    aria-current={name.split('-')[0] === code ? 'true' : undefined}
                  >
                    {name}
                  </Link>
                ))}
              </span>
              <span className="aside">{label}</span>
              {entry && (
                <span className="number">
                  {entry.totalRvuNonFacility} RVU <strong>{paid(entry)}</strong>
                </span>
              )}
            </div>
          ))}
        </div>
      ))}
      {check ? (
        <p className="number">
          {check.componentTotal} RVU in parts, {check.globalTotal} as a whole:{' '}
          {check.holds ? 'they add up' : `${check.difference} apart`}. Fee schedule{' '}
          {check.entries[0]?.release}, outside a facility, not adjusted for a locality.
        </p>
      ) : (
        <p className="aside">{family.explanation.text}</p>
      )}
    </figure>
  );
}

const paid = ({ nonFacilityAmount, nonFacilityNotApplicable }: Entry): string =>
  nonFacilityAmount
    ? dollars(nonFacilityAmount)
    : nonFacilityNotApplicable
      ? 'in a facility alone'
      : 'no amount';

/** How wide a part is drawn: its share, yet wide enough to be read. */
function share(entry: Entry | undefined, total: string | undefined): number {
  const whole = Number(total ?? 0);
  return entry && whole > 0 ? Math.max(Number(entry.totalRvuNonFacility) / whole, 0.05) : 1;
}
