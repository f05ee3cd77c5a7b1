/** Why a section of a report is empty on its day where what fills it is stated for other days. */

import type { UnknownReason, ValueOf } from '../../db/enums/index.ts';
import {
  type NearestDays,
  nearestAmong,
  type OtherDays,
  otherDaysAlong,
  otherDaysInWords,
} from '../../db/history/other-days.ts';
import { statementsReported } from '../../db/history/statement-edges.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { parentKey } from '../../db/kit/ids-along-edge.ts';
import type { GraphContext } from '../kit/context.ts';
import { loaderOf } from '../kit/loader.ts';
import { type Section, sectionKeys, walkOf } from './report-section.ts';

/** What the sections of a code have on other days: one statement for all of them, as they are resolved at different moments. */
const bySection = loaderOf((context, codeIds: readonly string[], asOf: AsOf) => {
  const sections = codeIds.flatMap((id) => sectionKeys.map((key) => parentKey(id, key)));
  const [found = []] = otherDaysAlong(context.store, [statementsReported], sections, walkOf({ asOf }));
  return codeIds.map((_, slot) => found.slice(slot * sectionKeys.length, (slot + 1) * sectionKeys.length));
});

async function kindsOfOtherDays(
  { code, asOf, key }: Section,
  context: GraphContext,
): Promise<readonly OtherDays[]> {
  const found = await bySection(context, code.id, asOf);
  return found[sectionKeys.indexOf(key)] ?? [];
}

/** Why a section is empty although something fills it on other days. */
interface FilledOnOtherDays {
  readonly reason: ValueOf<typeof UnknownReason>;
  /** In words: which kinds of statements, and the nearest days of each. */
  readonly note: string;
  readonly nearest: NearestDays;
}

/** What a section that is empty has on other days; undefined where it has nothing on any. */
export async function filledOnOtherDays(
  section: Section,
  context: GraphContext,
): Promise<FilledOnOtherDays | undefined> {
  const kinds = await kindsOfOtherDays(section, context);
  const nearest = nearestAmong(kinds);
  return nearest
    ? { reason: reasonOf(kinds), note: inWords(kinds, section.asOf.dateOfService), nearest }
    : undefined;
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
