/** What the answer view is for: codes, payers, a date of service; behind a button what was known when, and another day. */

import { useState } from 'react';
import { useQuery } from 'urql';
import { ChoicesDocument, type ChoicesQuery, type PayerKind } from '../../graph/graphql.ts';
import { counted, kinds } from '../../parts/words.ts';
import { codesIn, type Question } from '../address.ts';

interface Props {
  readonly question: Question;
  readonly go: (next: Question) => void;
}

/** The form; sent, it changes the address. */
export function QuestionForm({ question, go }: Props) {
  const [choosing, setChoosing] = useState(false);
  const { codes, payers, on, known, beside } = question;
  const submit = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '');
    go({
      codes: codesIn(text('codes')),
      payers: choosing ? form.getAll('payer').map(String) : payers,
      on: text('on') || on,
      known: text('known') || undefined,
      beside: text('beside') || undefined,
    });
  };
  return (
    // The key makes the fields anew when the address changes, as by the way back.
    <form
      className="question"
      key={`${codes} ${payers} ${on} ${known} ${beside}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <label>
        Codes
        <input name="codes" defaultValue={codes.join(', ')} required autoComplete="off" spellCheck={false} />
      </label>
      <label>
        Date of service
        <input name="on" type="date" defaultValue={on} required />
      </label>
      <button type="submit" className="main">
        Ask
      </button>
      <details className="more" onToggle={({ currentTarget }) => setChoosing(currentTarget.open)}>
        <summary>
          {payers.length > 0 ? counted(payers.length, 'payer') : 'All payers'}
          {known && `, as known on ${known}`}
          {beside && `, beside ${beside}`}
        </summary>
        <div className="row">
          <label>
            As this graph knew it on
            <input name="known" type="date" defaultValue={known} />
          </label>
          <label>
            Beside the answer on
            <input name="beside" type="date" defaultValue={beside} />
          </label>
        </div>
        {choosing && <PayerChoice chosen={payers} />}
      </details>
    </form>
  );
}

type Payers = NonNullable<ChoicesQuery['payers']>;

const decide = Object.keys(kinds) as PayerKind[];

function PayerChoice({ chosen }: { readonly chosen: readonly string[] }) {
  const [{ data }] = useQuery({ query: ChoicesDocument, variables: { kinds: decide } });
  const payers: Payers = data?.payers ?? [];
  return (
    <>
      {payers.length === 0 &&
        chosen.map((slug) => <input key={slug} type="hidden" name="payer" value={slug} />)}
      {decide.map((kind) => {
        const found = payers.filter((payer) => payer.kind === kind);
        if (found.length === 0) return null;
        return (
          <fieldset key={kind}>
            <legend>{kinds[kind]}</legend>
            {found.map(({ id, slug, label }) => (
              <label key={id}>
                <input type="checkbox" name="payer" value={slug} defaultChecked={chosen.includes(slug)} />
                {label}
              </label>
            ))}
          </fieldset>
        );
      })}
      <p className="aside">None chosen asks all that decide.</p>
    </>
  );
}
