/** One payer of those that decide, or all where one need not be chosen. */

import { useQuery } from 'urql';
import { ChoicesDocument, type PayerKind } from '../graph/graphql.ts';
import { kinds } from './words.ts';

const decide = Object.keys(kinds) as PayerKind[];

interface Props {
  readonly slug: string | undefined;
  /** Whether one is to be chosen. */
  readonly required?: boolean;
}

/** The field `payer` of a form: empty where none is chosen. */
export function PayerChoice({ slug, required = false }: Props) {
  const [{ data }] = useQuery({ query: ChoicesDocument, variables: { kinds: decide } });
  const payers = data?.payers ?? [];
  return (
    <label>
      Payer
      {/* The key chooses anew once the payers are there. */}
      <select key={payers.length} name="payer" defaultValue={slug ?? ''}>
        {!required && <option value="">All</option>}
        {slug && payers.every((payer) => payer.slug !== slug) && <option value={slug}>{slug}</option>}
        {decide.map((kind) => (
          <optgroup key={kind} label={kinds[kind]}>
            {payers
              .filter((payer) => payer.kind === kind)
              .map(({ id, slug, label }) => (
                <option key={id} value={slug}>
                  {label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
