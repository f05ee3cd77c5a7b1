/** The messages on a wrong shape of the seed's text: one sentence on what was found, one on what to write. */

import { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/** What a schema takes, for those who wrote something else or nothing. */
const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list, such as [one, two]',
  object: 'keys with their values, one on a line',
  record: 'names with their values, one on a line',
};

/** The most letters of a found value that are shown. */
const most = 60;

/** A value of the text as it is shown to its writer. */
function shown(value: unknown): string {
  if (value === '') return 'nothing';
  const text = JSON.stringify(value);
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** What to write in the place of an issue: what the schema says of itself, or the kind of value that it takes. */
function wanted(issue: Issue): string {
  const described = issue.inst instanceof z.ZodType ? issue.inst.description : undefined;
  if (described) return described;
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
  return (issue.code === 'invalid_type' && kinds[issue.expected]) || 'another value';
}

/** The message of an issue that its schema has no words for. */
export function inPlainWords(issue: Issue): string {
  const { input } = issue;
  if (input === undefined) return `This is missing. Write ${wanted(issue)}.`;
  if (issue.code === 'unrecognized_keys') {
    const known = issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : [];
    return `Correct its spelling or take it out. The keys here are ${known.join(', ')}.`;
  }
  if (issue.code === 'too_small') return `This is empty. Write at least ${issue.minimum}.`;
  if (issue.code === 'invalid_key') return `Expected a name before the colon, got ${shown(input)}.`;
  return `Expected ${wanted(issue)}, got ${shown(input)}.`;
}
