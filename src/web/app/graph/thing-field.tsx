/** A field for a thing: its id, a code or a slug; what is typed is searched for, and the browser offers what was found. */

import { useEffect, useId, useState } from 'react';
import { useQuery } from 'urql';
import { FindAnythingDocument } from '../../graph/graphql.ts';
import { kindOf } from '../search/places.ts';

/** Milliseconds without a letter after which the graph is queried. */
const rest = 200;

interface Props {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly required?: boolean;
}

/** The field, and what it may mean. */
export function ThingField({ name, label, value, required = false }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  const [queried, setQueried] = useState('');
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => setQueried(text.trim()), rest);
    return () => clearTimeout(timer);
  }, [text, value]);
  const [{ data }] = useQuery({
    query: FindAnythingDocument,
    variables: { text: queried },
    // An id is no text to search for: it was chosen.
    pause: queried.length < 2 || queried.includes(':'),
  });
  return (
    <label>
      {label}
      <input
        name={name}
        value={text}
        onChange={({ target }) => setText(target.value)}
        list={id}
        required={required}
        placeholder="Code, payer, id …"
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id={id}>
        {data?.searchEntities?.nodes.map((hit) => (
          <option key={hit.entity.id} value={hit.entity.id}>
            {hit.label} ({kindOf(hit)})
          </option>
        ))}
      </datalist>
    </label>
  );
}
