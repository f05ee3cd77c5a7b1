/** The choice of one payer, of those that decide. */

import { useQuery } from 'urql';
import { ChoicesDocument, type PayerKind } from '../graph/graphql.ts';
import { kinds } from './words.ts';

const decide = Object.keys(kinds) as PayerKind[];

/** The field, called `payer`; until the payers are there, it has the one that was chosen. */
export function PayerField({ slug }: { readonly slug: string }) {
  const [{ data }] = useQuery({ query: ChoicesDocument, variables: { kinds: decide } });
  const payers = data?.payers ?? [];
  return (
    // The key chooses anew once the payers are there.
    <select key={payers.length} id="payer" name="payer" defaultValue={slug}>
      {payers.every((payer) => payer.slug !== slug) && <option value={slug}>{slug}</option>}
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
  );
}
