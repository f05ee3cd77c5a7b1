/** What the view shows, put together from the neighbourhood and the ways: things, links, and what each thing is called. */

import { typeOf } from '../../../../db/kit/id-parts.ts';
import type { NeighboursQuery, PlaceFragment, WaysQuery } from '../../graph/graphql.ts';

/** The answer on a neighbourhood. */
export type AnsweredNeighbours = NonNullable<NeighboursQuery['neighbourhood']>;
/** The answer on ways. */
export type AnsweredWays = NonNullable<WaysQuery['paths']>;
/** A thing. */
export type DrawnThing = PlaceFragment;

/** That two things are linked. */
export interface ShownLink {
  readonly from: string;
  readonly to: string;
  /** The type of a statement, or what names the other, see the schema. */
  readonly relation: string;
  readonly statement: AnsweredNeighbours['links'][number]['statement'];
  readonly statements: number;
  /** Whether a way between the two ends goes along it. */
  readonly onWay: boolean;
}

/** Things and links of one picture. */
export interface Shown {
  readonly things: readonly DrawnThing[];
  readonly links: readonly ShownLink[];
}

/** With more things than this the picture takes the whole width, and its layout is worked out less finely. */
export const many = 60;

/** The neighbourhood, and the ways beside it. */
export function shownOf(near: AnsweredNeighbours, ways: AnsweredWays | undefined): Shown {
  const things = new Map(near.nodes.map((thing) => [thing.id, thing]));
  const links = new Map(
    near.links.map(({ from, to, ...link }): [string, ShownLink] => [
      pairOf(from.id, to.id),
      { ...link, from: from.id, to: to.id, onWay: false },
    ]),
  );
  for (const { nodes, statements } of ways?.paths ?? []) {
    for (const thing of nodes) if (!things.has(thing.id)) things.set(thing.id, thing);
    for (const [hop, statement] of statements.entries()) {
      const [from = '', to = ''] = nodes.slice(hop, hop + 2).map(({ id }) => id);
      const known = links.get(pairOf(from, to));
      const relation = typeOf(statement.id);
      links.set(pairOf(from, to), {
        ...(known ?? { from, to, relation, statement, statements: 1 }),
        onWay: true,
      });
    }
  }
  return { things: [...things.values()], links: [...links.values()] };
}

const pairOf = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** What a thing is called in the picture: a billing code by itself, whatever else as in a list. */
export const shortName = (thing: DrawnThing): string =>
  thing.__typename === 'BillingCode' ? thing.code : longName(thing);

/** What a thing is called in a list: its code, where it has one, and its name. */
export const longName = (thing: DrawnThing): string =>
  'code' in thing ? `${thing.code} ${thing.label}` : thing.label;

/** Why a thing is linked with the one in the middle where no statement says it, in words. */
export function relationInWords(
  { relation, statements }: Pick<ShownLink, 'relation' | 'statements'>,
  thing?: DrawnThing,
): string {
  if (relation === 'Citation' && thing?.__typename === 'Source')
    return statements > 0 ? 'a source of statements about it' : 'a source of it';
  if (relation === 'Citation')
    return statements > 0 ? 'statements about it rest on the source' : 'cites the source';
  const [type = '', field] = relation.split('.');
  return field ? `linked as ${words(field)} of the ${words(type)}` : words(type);
}

/** A name of the schema as words, such as "policy version" for PolicyVersion. */
const words = (name: string): string => name.replace(/(?<!^)[A-Z]/g, ' $&').toLowerCase();
