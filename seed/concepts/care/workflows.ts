/** Workflows: who does what, in which order, and what each step bills. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, sources } from '../../kit/citations.ts';
import { type Entry, entry } from '../../kit/entry.ts';
import { placeOf } from '../../kit/files.ts';
import { codeId, placeId } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import type { RowsSoFar } from '../../kit/rows-so-far.ts';
import { code, scaled, slug, text, valueIn, whole, word } from '../../kit/value-types.ts';

const step = z.strictObject({
  slug,
  seq: whole,
  label: text,
  actor: word(e.WorkflowActor),
  actorStated: text,
  inputs: z.array(text),
  outputs: z.array(text),
  codes: z.array(code).optional(),
  places: z.array(text).optional(),
  next: z.array(slug).optional(),
  evidence: word(e.EvidenceLevel),
  note: text.optional(),
  sources,
});
const record = z.strictObject({ slug, label: text, description: text, sources, steps: z.array(step).min(1) });

/** Where one code bills the step, it performs the component of that code. */
function componentOf(codes: readonly string[], soFar: RowsSoFar): string | null {
  const [only, ...others] = codes;
  return only !== undefined && others.length === 0 ? (soFar.findComponent(codeId(only)) ?? null) : null;
}

function* stepRows(
  found: z.infer<typeof step>,
  workflow: string,
  following: readonly string[],
  soFar: RowsSoFar,
): Iterable<Entry> {
  const id = `WorkflowStep:${workflow}/${found.slug}`;
  const codes = found.codes ?? [];
  const row = {
    id,
    workflowId: `Workflow:${workflow}`,
    seq: scaled(found.seq, 0) ?? 0,
    label: found.label,
    actor: valueIn(e.WorkflowActor, found.actor),
    actorStated: found.actorStated,
    componentId: componentOf(codes, soFar),
    inputs: JSON.stringify(found.inputs),
    outputs: JSON.stringify(found.outputs),
    nextIds: JSON.stringify(following.map((next) => `WorkflowStep:${workflow}/${next}`)),
    evidence: valueIn(e.EvidenceLevel, found.evidence),
    note: found.note ?? null,
  };
  yield entry(tables.workflowStep, row, placeOf(found));
  yield* cite(id, listed(found.sources), soFar);
  for (const one of codes)
    yield entry(tables.workflowStepCode, { stepId: id, codeId: codeId(one) }, placeOf(found, 'codes'));
  for (const one of found.places ?? []) {
    yield entry(tables.workflowStepPlace, { stepId: id, placeId: placeId(one) }, placeOf(found, 'places'));
  }
}

export default source(
  'data/care/workflows.yaml',
  z.strictObject({ workflows: z.array(record) }),
  function* (data, soFar) {
    for (const found of data.workflows) {
      const id = `Workflow:${found.slug}`;
      yield entry(
        tables.workflow,
        { id, slug: found.slug, label: found.label, description: found.description },
        placeOf(found),
      );
      yield* cite(id, listed(found.sources), soFar);
      const slugs = new Set(found.steps.map((one) => one.slug));
      for (const [index, one] of found.steps.entries()) {
        const after = found.steps[index + 1];
        const following = one.next ?? (after ? [after.slug] : []);
        for (const next of following.filter((name) => !slugs.has(name))) {
          soFar.report(placeOf(one, 'next'), `There is no step ${next} in ${found.slug}. Correct \`next\`.`);
        }
        yield* stepRows(one, found.slug, following, soFar);
      }
    }
  },
);
