/** Search over all kinds of things, as one types; `/` leads to it from anywhere. */

import './search.css';
import { useCombobox } from 'downshift';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useLocation } from 'wouter';
import { FindAnythingDocument } from '../../graph/graphql.ts';
import { counted } from '../../parts/words.ts';
import { type FoundHit, kindOf, pieces, placeOf } from './places.ts';

/** Milliseconds without a letter after which the graph is queried. */
const rest = 120;

/** The box, and below it what was found. */
export function SearchBox() {
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [queried, setQueried] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => setQueried(text.trim()), rest);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, select, dialog');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);
  const pause = queried.length < 2;
  const [{ data, error, fetching }] = useQuery({
    query: FindAnythingDocument,
    variables: { text: queried },
    pause,
  });
  const found = useDeferredValue(pause ? undefined : data?.searchEntities);
  const hits: readonly FoundHit[] = found?.nodes ?? [];
  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps } = useCombobox<FoundHit>({
    items: [...hits],
    inputValue: text,
    itemToString: (hit) => hit?.label ?? '',
    onSelectedItemChange: ({ selectedItem }) => {
      if (!selectedItem) return;
      setText('');
      navigate(placeOf(selectedItem));
    },
    selectedItem: null,
  });
  const shown = isOpen && !pause;
  return (
    <search className="search">
      <input
        {...getInputProps({
          ref: field,
          'aria-label': 'Search',
          // Set at once: what Downshift passes on comes after the next letter where one types fast.
          onChange: ({ currentTarget }) => setText(currentTarget.value),
        })}
        type="search"
        placeholder="Code, payer, policy, diagnosis …  /"
        autoComplete="off"
        spellCheck={false}
      />
      <div className={shown ? 'found' : 'unseen'}>
        <ul {...getMenuProps({ 'aria-label': 'What was found' })}>
          {shown &&
            hits.map((hit, index) => (
              <li
                key={hit.entity.id}
                {...getItemProps({ item: hit, index })}
                className={index === highlightedIndex ? 'current' : ''}
              >
                <span>{hit.label}</span> <span className="aside">{kindOf(hit)}</span>
                {hit.highlights[0] && (
                  <span className="aside passage-found">
                    {pieces(hit.highlights[0]).map(({ text, match }, i) =>
                      match ? <mark key={i}>{text}</mark> : text,
                    )}
                  </span>
                )}
              </li>
            ))}
        </ul>
        {shown && (
          <p className="aside" role="status">
            {error
              ? 'The graph could not be reached.'
              : found && !fetching
                ? `${counted(found.totalCount, 'match', 'matches')}${found.readAs ? `, read as "${found.readAs}"` : ''}`
                : 'Searching …'}
          </p>
        )}
      </div>
    </search>
  );
}
