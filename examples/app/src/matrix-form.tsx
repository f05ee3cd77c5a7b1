/** What the matrix is asked: codes, payers and a date of service. */

import { codesIn, type Shown } from './address.ts';
import type { ChoicesQuery, PayerKind } from './graph/graphql.ts';
import { kinds } from './words.ts';

/** The payers that can be chosen. */
export type Payers = NonNullable<ChoicesQuery['payers']>;

interface Props {
  readonly shown: Shown;
  readonly go: (next: Shown) => void;
  readonly payers: Payers;
}

/** The form; sent, it changes the address. */
export function MatrixForm({ shown, go, payers }: Props) {
  const submit = (form: FormData) =>
    go({
      ...shown,
      codes: codesIn(String(form.get('codes'))),
      payers: form.getAll('payer').map(String),
      on: String(form.get('on')),
    });
  return (
    // The key makes the fields anew when the address changes, as by the way back.
    <form
      key={`${shown.codes} ${shown.payers} ${shown.on} ${payers.length}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <label>
        Codes
        <input name="codes" defaultValue={shown.codes.join(', ')} required autoComplete="off" />
      </label>
      <label>
        Date of service
        <input name="on" type="date" defaultValue={shown.on} required />
      </label>
      <button type="submit">Show the matrix</button>
      <details className="payers">
        <summary>Payers ({shown.payers.length} chosen)</summary>
        {(Object.keys(kinds) as PayerKind[]).map((kind) => (
          <PayersOfKind key={kind} kind={kind} payers={payers} chosen={shown.payers} />
        ))}
      </details>
    </form>
  );
}

interface OfKind {
  readonly kind: PayerKind;
  readonly payers: Payers;
  readonly chosen: readonly string[];
}

function PayersOfKind({ kind, payers, chosen }: OfKind) {
  const found = payers.filter((payer) => payer.kind === kind);
  if (found.length === 0) return null;
  return (
    <fieldset>
      <legend>{kinds[kind]}</legend>
      {found.map(({ id, slug, label }) => (
        <label key={id}>
          <input type="checkbox" name="payer" value={slug} defaultChecked={chosen.includes(slug)} /> {label}
        </label>
      ))}
    </fieldset>
  );
}
