/** Modifiers with their rules; where sources disagree on one, both sides stay visible. */

import type { ModifierEffect } from '../../graph/graphql.ts';
import { Scroll } from '../../parts/scroll.tsx';
import { evidence as levels } from '../../parts/words.ts';
import type { ShownCode } from './shown-code.ts';

const effects: Readonly<Record<ModifierEffect, string>> = {
  ALLOWED: 'allowed',
  NOT_ALLOWED: 'not allowed',
  DEPENDS: 'depends',
  REPORTED_AS_COMMON: 'reported as common',
};

/** The rules, modifier by modifier. */
export function ModifierRules({ rules }: { readonly rules: ShownCode['modifierRules'] }) {
  const modifiers = Map.groupBy(rules, ({ modifier }) => modifier.code);
  return (
    <Scroll label="Rules by modifier">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">Modifier</th>
            <th scope="col">Rule</th>
            <th scope="col">Why, and when</th>
          </tr>
        </thead>
        <tbody>
          {[...modifiers].map(([code, rules]) =>
            rules.map(({ id, effect, reason, useWhen, evidence, modifier }, i) => (
              <tr key={id}>
                {i === 0 && (
                  <th scope="row" rowSpan={rules.length}>
                    <span className="number">{code}</span> <span className="aside">{modifier.label}</span>
                    {new Set(rules.map(({ effect }) => effect)).size > 1 && (
                      <span className="state CONFLICTING">≠ sources differ</span>
                    )}
                  </th>
                )}
                <td>
                  {effects[effect]} <span className={`badge ${evidence}`}>{levels[evidence].name}</span>
                </td>
                <td>
                  {reason} {useWhen && <span className="aside">{useWhen}</span>}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </Scroll>
  );
}
