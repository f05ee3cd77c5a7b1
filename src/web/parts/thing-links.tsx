/** A thing by its name, as a link to its view; plain where it has none. */

import { Link } from 'wouter';
import { placeOfId } from '../app/things.ts';

interface Props {
  readonly of: { readonly id: string; readonly label: string };
  /** The date of service to keep. */
  readonly on?: string;
}

/** The name of a thing, which leads to it. */
export function ThingLink({ of: { id, label }, on }: Props) {
  const place = placeOfId(id, on);
  return place ? <Link href={place}>{label}</Link> : label;
}
