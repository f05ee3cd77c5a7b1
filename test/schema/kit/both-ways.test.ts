/** Every relation is walked both ways: a statement leads to what it is about, and from there back to it. */

import { getNamedType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { snake } from '../../../db/kit/table.ts';
import { statementTables, tables } from '../../../db/tables/index.ts';
import { schema } from '../../../schema/index.ts';
import { cursorOf } from '../../../schema/kit/page.ts';
import { ask, release } from '../../kit/graph.ts';
import { loadedOnly } from '../../kit/loaded-only.ts';

interface Relation {
  readonly statement: string;
  readonly table: string;
  readonly column: string;
  /** The type that the column leads to. */
  readonly target: string;
}

/** Every column by which a statement is walked to. */
const relations: readonly Relation[] = statementTables.flatMap((table) =>
  table.walkedBy.flatMap((column) => {
    const target = tables.find(({ name }) => name === table.columns[column]?.references)?.type;
    return target ? [{ statement: table.type, table: table.name, column, target }] : [];
  }),
);

interface Sample {
  readonly id: string;
  readonly target: string;
  readonly day: string;
  readonly recorded: string;
}

/** Some statements that hold a value in the column, with a day on which each is in force and the moment it was recorded. */
function samples(table: string, column: string): readonly Sample[] {
  return release.store.all<Sample>(
    `select id, ${column} as target, coalesce(valid_from, date(valid_to, '-1 day'), '2026-11-24') as day,
       recorded_from as recorded
     from ${table} where ${column} is not null and recorded_to is null order by id limit 4`,
  );
}

/** The question of a moment at which a sample was known, for a day on which it is in force. */
function asOf({ day, recorded }: Sample) {
  return { headers: { 'as-of-date-of-service': day, 'as-of-known-at': recorded } };
}

/** The fields of a type that lead to a kind of statement. */
function fieldsTo(type: string, statement: string): string[] {
  const owner = schema.getType(type);
  if (!isObjectType(owner)) return [];
  return Object.values(owner.getFields()).flatMap(({ name, type: output }) => {
    const named = getNamedType(output);
    if (named.name === statement) return [`${name}(ranks: [PREFERRED, NORMAL, DEPRECATED]) { id }`];
    if (named.name === `${statement}Connection`)
      return [`${name}(first: 100, ranks: [PREFERRED, NORMAL, DEPRECATED]) { nodes { id } }`];
    // A thing beside it that names the statement which shows it.
    const shownBy = isObjectType(named) && named.getInterfaces().length === 0 && named.getFields().statement;
    if (shownBy && getNamedType(shownBy.type).name === statement) return [`${name} { statement { id } }`];
    return [];
  });
}

/** Every id that an answer holds, however deep. */
function idsWithin(answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.flatMap(idsWithin);
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) =>
    key === 'id' ? [String(value)] : idsWithin(value),
  );
}

describe.each(relations)('$statement and $target by $column', ({ statement, table, column, target }) => {
  test('lead to each other', async () => {
    const back = fieldsTo(target, statement);
    expect(back).not.toEqual([]);
    const aliased = back.map((field, i) => `f${i}: ${field}`).join(' ');
    const there = column.replace(/Id$/, '');
    for (const sample of samples(table, snake(column))) {
      const asking = asOf(sample);
      const variables = { id: sample.id, target: sample.target };
      const answer = await ask<{ there: Record<string, unknown>; back: unknown }>(
        `query ($id: ID!, $target: ID!) {
          there: node(id: $id) { ... on ${statement} { ${column === 'subjectId' ? 'subject' : there} { id } } }
          back: node(id: $target) { ... on ${target} { ${aliased} } } }`,
        variables,
        asking,
      );
      expect(idsWithin(answer.there)).toEqual([sample.target]);
      expect(idsWithin(answer.back)).toContain(sample.id);
    }
  });
});

describe.each(statementTables.filter(({ type }) => !loadedOnly.has(type)))(
  '$type',
  ({ name, type, subject }) => {
    test('is reached from its subject, and leads to it', async () => {
      const found = samples(name, snake(String(subject)));
      expect(found).not.toEqual([]);
      for (const sample of found) {
        const answer = await ask<{ statement: { subject: { id: string } }; subject: unknown }>(
          `query ($id: ID!, $target: ID!, $types: [String!]) {
          statement: node(id: $id) { ... on Statement { subject { id } } }
          subject: node(id: $target) { ... on Entity { statements(first: 100, filter: { types: $types, ranks: [PREFERRED, NORMAL, DEPRECATED] }) { nodes { id } } } } }`,
          { id: sample.id, target: sample.target, types: [type] },
          asOf(sample),
        );
        expect(answer.statement.subject.id).toBe(sample.target);
        expect(idsWithin(answer.subject)).toContain(sample.id);
      }
    });

    test('is cited, and its sources lead back to it', async () => {
      const [sample] = samples(name, snake(String(subject)));
      const { node } = await ask<{ node: { citations: { role: string; source: { id: string } }[] } }>(
        'query ($id: ID!) { node(id: $id) { ... on Statement { citations { role source { id } } } } }',
        { id: sample?.id },
      );
      expect(node.citations.filter(({ role }) => role === 'PRIMARY_KNOWLEDGE_SOURCE')).toHaveLength(1);
      for (const { source } of node.citations) {
        const upToIt = cursorOf('Source.citedBy', { id: `${sample?.id}~` }); // sorts right after it
        const back = await ask<{ node: { citedBy: { nodes: { id: string }[] } } }>(
          'query ($id: ID!, $before: String) { node(id: $id) { ... on Source { citedBy(last: 1, before: $before) { nodes { id } } } } }',
          { id: source.id, before: upToIt },
        );
        expect(back.node.citedBy.nodes).toEqual([{ id: sample?.id }]);
      }
    });
  },
);
