/** Why a section of a report is empty: nobody looked, or what fills it is stated for other days only. */

import { UnknownReason, type ValueOf } from '../../db/enums/index.ts';
import {
  type NearestDays,
  nearestAmong,
  type OtherDays,
  otherDaysAlong,
  otherDaysInWords,
} from '../../db/history/other-days.ts';
import { statementsReported } from '../../db/history/statement-edges.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import type { Walk } from '../../db/kit/edge.ts';
import { nearestFields } from '../evidence/nearest-days.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { enumOf } from '../kit/enums.ts';
import { loaderOf } from '../kit/loader.ts';

interface Gap {
  readonly reason: ValueOf<typeof UnknownReason>;
  readonly note: string;
  readonly nearest: NearestDays | null;
}

/** Why a section is empty, as a type of the graph. */
export const ReportGap = builder.objectRef<Gap>('ReportGap').implement({
  description: 'Why a section of a report is empty.',
  fields: (t) => ({
    reason: t.field({
      type: enumOf(UnknownReason),
      description: 'The reason.',
      resolve: ({ reason }) => reason,
    }),
    ...nearestFields(t, 'reason', ({ nearest }) => nearest),
    note: t.string({ description: 'In words.', resolve: ({ note }) => note }),
  }),
});

/** What sections have on other days: one look for all sections of a level. */
const kindsOfOtherDays = loaderOf((context, parents: readonly string[], walk: Walk) => {
  const [found = []] = otherDaysAlong(context.store, [statementsReported], parents, walk);
  return parents.map((_, slot) => found[slot] ?? []);
});

/** A section that is empty: its title, its code, and the parent from which its statements are reached. */
interface EmptySection {
  readonly title: string;
  readonly code: string;
  readonly parent: string;
  readonly asOf: AsOf;
}

/** Why it is empty, given how its statements are reached. */
export async function gapOf(
  { title, code, parent, asOf }: EmptySection,
  walk: Walk,
  context: GraphContext,
): Promise<Gap> {
  const kinds = await kindsOfOtherDays(context, parent, walk);
  const day = asOf.dateOfService;
  const note = `No source that was read says anything for ${title} of ${code} on ${day}.`;
  const nearest = nearestAmong(kinds);
  if (!nearest) return { reason: 'NOT_YET_REVIEWED', note, nearest };
  return { reason: reasonOf(kinds), note: `${note} ${inWords(kinds, day)}`, nearest };
}

/** No release was read where that is so of every kind. */
function reasonOf(kinds: readonly OtherDays[]): OtherDays['reason'] {
  const isUnread = kinds.every(({ reason }) => reason === 'NO_RELEASE_READ');
  return isUnread ? 'NO_RELEASE_READ' : 'STATED_FOR_OTHER_DAYS';
}

/** The kinds of statements that are there on other days, each with its nearest days; kinds that share them together. */
function inWords(kinds: readonly OtherDays[], day: string): string {
  const alike = Map.groupBy(kinds, ({ reason, before, after }) => `${reason} ${before} ${after}`);
  return [...alike.values()]
    .flatMap((some) => {
      const types = some.map(({ type }) => type).join(', ');
      return some.slice(0, 1).map((kind) => otherDaysInWords(kind, day, types));
    })
    .join(' ');
}

/** An empty section in a report as Markdown. */
export function gapInMarkdown({ reason, note }: Gap): string {
  return reason === 'NOT_YET_REVIEWED' ? '_Nothing is known: not yet reviewed._' : `_${note}_`;
}
