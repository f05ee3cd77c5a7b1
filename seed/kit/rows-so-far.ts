/** What has been read so far: the rows, what a later module may ask of them, and the problems found. */

import { keyOf } from '../../db/kit/id-parts.ts';
import { billingUnit, citation } from '../../db/tables/index.ts';
import type { Citation, Entry } from './entry.ts';
import type { Missing, Place, Problem } from './problems.ts';

/** Where the families of codes are written down. */
export const familiesFile = 'seed/data/codes/families.yaml';

type Evidence = 'PRIMARY' | 'SECONDARY';

/** What modules see of the rows that came before theirs. */
export interface RowsSoFar {
  /** The component that a stand-alone code reports; reports a problem when there is none. */
  componentOf(codeId: string, place: Place): string | undefined;
  /** The same without the complaint. */
  findComponent(codeId: string): string | undefined;
  /** The service family of a code, if it has one. */
  familyOf(codeId: string): string | undefined;
  /** The wider group of a family, if it has one. */
  groupOf(familyId: string): string | undefined;
  /** Whether a source re-packages what another published. */
  isMirror(slug: string): boolean;
  evidenceOf(slug: string): Evidence;
  /** The moment from which a source was known: the beginning of the day on which it was read. */
  readSince(slug: string): string | undefined;
  /** The sources that an earlier row cites. */
  citationsOf(subjectId: string): readonly Citation[];
  /** The rows of a table so far. */
  rowsOf(table: string): readonly Entry[];
  markMirror(slug: string): void;
  /** Notes a problem, and what it misses where it is that something is not there. */
  report(place: Place, message: string, missing?: Missing): void;
}

export interface Collection extends RowsSoFar {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  add(entry: Entry): void;
}

export function collection(): Collection {
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  const byTable = new Map<string, Entry[]>();
  const byId = new Map<string, Entry>();
  const componentByCode = new Map<string, string>();
  const citations = new Map<string, Citation[]>();
  const mirrors = new Set<string>();

  function add(entry: Entry): void {
    entries.push(entry);
    const { table, row, place } = entry;
    const siblings = byTable.get(table.name);
    if (siblings) siblings.push(entry);
    else byTable.set(table.name, [entry]);
    if (typeof row.id === 'string') byId.set(row.id, entry);
    if (table === billingUnit && row.modifierId === '') {
      componentByCode.set(String(row.codeId), String(row.componentId));
    }
    if (table === citation) {
      const subject = String(row.subjectId);
      const cited = {
        source: keyOf(String(row.sourceId)),
        at: row.locator as string | undefined,
        place,
      };
      citations.set(subject, [...(citations.get(subject) ?? []), cited]);
    }
  }

  function text(id: string | undefined, column: string): string | undefined {
    const value = id === undefined ? undefined : byId.get(id)?.row[column];
    return typeof value === 'string' ? value : undefined;
  }

  const findComponent = (codeId: string) => componentByCode.get(codeId);

  function report(place: Place, message: string, missing?: Missing): void {
    problems.push({ place, message, missing });
  }

  return {
    entries,
    problems,
    add,
    report,
    findComponent,
    componentOf(codeId, place) {
      const found = findComponent(codeId);
      if (!found)
        report(
          place,
          `No service family reports ${keyOf(codeId)}. Add it to ${familiesFile}, or correct the code.`,
          { ids: [codeId], file: familiesFile },
        );
      return found;
    },
    familyOf: (codeId) => text(findComponent(codeId), 'familyId'),
    groupOf: (familyId) => text(familyId, 'groupId'),
    isMirror: (slug) => mirrors.has(slug),
    markMirror: (slug) => void mirrors.add(slug),
    evidenceOf: (slug) => (text(`Source:${slug}`, 'evidence') === 'PRIMARY' ? 'PRIMARY' : 'SECONDARY'),
    readSince(slug) {
      const day = text(`Source:${slug}`, 'retrievedOn');
      return day && `${day}T00:00:00Z`;
    },
    citationsOf: (subjectId) => citations.get(subjectId) ?? [],
    rowsOf: (table) => byTable.get(table) ?? [],
  };
}
