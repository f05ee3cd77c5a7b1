/** What a table of contents lists: files, plans, and which files are listed for which plan. */

import { createHash } from 'node:crypto';
import { planKeyOf } from '../../../db/prices/plan-key.ts';
import { listedPlan, priceFile } from '../../../db/tables/index.ts';
import { slugOf } from '../../kit/ids.ts';
import { type Extracted, statement } from '../../load/format/format.ts';

/** A file of a group of plans. */
export interface ListedFile {
  readonly kind: 'IN_NETWORK' | 'ALLOWED_AMOUNTS';
  readonly location: string;
  readonly label: string;
}

/** A plan as a group names it; texts are empty where the file has none. */
export interface NamedPlan {
  readonly planId: string;
  readonly planIdType: string;
  readonly name: string;
  readonly marketType: string;
  readonly sponsor: string;
  readonly issuer: string;
}

export interface PlanListing {
  /** Adds a group of plans with its files; returns whether any of them is new. */
  add(index: number, plans: readonly NamedPlan[], files: readonly ListedFile[]): boolean;
  readonly plans: number;
  filesOf(kind: ListedFile['kind']): number;
  /** How many groups of plans are not linked to their files, as there are too many different ones. */
  readonly unlinked: number;
  stated(payerId: string, from: string): Generator<Extracted, void>;
}

/** The groups that name a file or a plan: the first few, and how many. */
class Places {
  readonly #first: number[] = [];
  #count = 0;

  add(index: number): void {
    if (this.#first.at(-1) === index) return;
    if (this.#first.length < 3) this.#first.push(index);
    this.#count += 1;
  }

  /** Line and locator of a statement. */
  get origin() {
    const [first = 0, ...others] = this.#first;
    const more = this.#count - this.#first.length;
    const named = [`reporting_structure[${first}]`, ...others.map((index) => `[${index}]`)].join(', ');
    return { line: first + 1, at: more > 0 ? `${named} and ${more} more` : named };
  }
}

const hashOf = (of: string | readonly string[], length = 12) =>
  createHash('sha256')
    .update(typeof of === 'string' ? of : JSON.stringify(of))
    .digest('hex')
    .slice(0, length);

/** The most numbers of files of different groups that are kept in memory, four bytes each. */
const most = 50_000_000;

/** Collects a listing. Files that are always listed together share a mark, since a payer lists a few networks for thousands of plans. */
export function listing(limit = most): PlanListing {
  const files = new Map<
    string,
    ListedFile & { readonly number: number; readonly places: Places; plans: number }
  >();
  const plans = new Map<string, NamedPlan & { readonly places: Places; readonly groups: Set<string> }>();
  /** The numbers of the files of each group, once for groups with the same files. */
  const groups = new Map<string, Int32Array>();
  let kept = 0;
  let unlinked = 0;

  /** The key of a group of files; undefined where it is new and there are too many. */
  function groupOf(locations: readonly string[]): string | undefined {
    const key = hashOf([...locations].sort());
    if (groups.has(key)) return key;
    if (kept + locations.length > limit) return undefined;
    kept += locations.length;
    groups.set(
      key,
      Int32Array.from(locations, (location) => files.get(location)?.number ?? 0),
    );
    return key;
  }

  /** The set of each file, by its number: files in exactly the same groups are one set. Zero is in no group. */
  function setsOfFiles(): Int32Array {
    const sets = new Int32Array(files.size);
    let next = 1;
    for (const numbers of groups.values()) {
      const parts = new Map<number, number>();
      for (const number of numbers) {
        const whole = sets[number] ?? 0;
        const part = parts.get(whole) ?? next++;
        parts.set(whole, part);
        sets[number] = part;
      }
    }
    return sets;
  }

  /** The mark of each set: by payer and files, so that two tables of contents have one mark for the same files alone. */
  function marksOf(sets: Int32Array, payerId: string): ReadonlyMap<number, string> {
    const bySet = Map.groupBy(files.values(), ({ number }) => sets[number] ?? 0);
    bySet.delete(0);
    return new Map(
      [...bySet].map(([set, of]) => [set, hashOf([payerId, ...of.map(({ location }) => location).sort()])]),
    );
  }

  return {
    add(index, named, listed) {
      const before = files.size + plans.size;
      // A group may list a file twice, under two signatures.
      const distinct = new Map(listed.map((each) => [each.location, each]));
      for (const [location, each] of distinct) {
        const found = files.get(location) ?? { ...each, number: files.size, places: new Places(), plans: 0 };
        files.set(location, found);
        found.plans += named.length;
        found.places.add(index);
      }
      const isLinked = named.length > 0 && distinct.size > 0;
      const group = isLinked ? groupOf([...distinct.keys()]) : undefined;
      if (isLinked && !group) unlinked += 1;
      for (const plan of named) {
        const key = JSON.stringify(plan);
        const found = plans.get(key) ?? { ...plan, places: new Places(), groups: new Set<string>() };
        plans.set(key, found);
        found.places.add(index);
        if (group) found.groups.add(group);
      }
      return files.size + plans.size > before;
    },
    get plans() {
      return plans.size;
    },
    filesOf: (kind) => [...files.values()].filter((each) => each.kind === kind).length,
    get unlinked() {
      return unlinked;
    },
    *stated(payerId, from) {
      const payer = payerId.slice('Payer:'.length);
      const sets = setsOfFiles();
      const marks = marksOf(sets, payerId);
      const sizes = new Map<number, number>();
      for (const set of sets) sizes.set(set, (sizes.get(set) ?? 0) + 1);
      const setsOfGroup = new Map(
        [...groups].map(([key, numbers]) => [key, new Set([...numbers].map((number) => sets[number] ?? 0))]),
      );
      for (const { number, places, ...file } of files.values()) {
        const key = `${payer}/${file.kind.toLowerCase().replaceAll('_', '-')}/${hashOf(file.location, 16)}`;
        const fileSet = marks.get(sets[number] ?? 0) ?? null;
        yield statement(priceFile, { key, from, ...places.origin }, { payerId, ...file, fileSet });
      }
      for (const [identity, { places, groups: listedIn, ...plan }] of plans) {
        const all = new Set([...listedIn].flatMap((group) => [...(setsOfGroup.get(group) ?? [])]));
        const key = [payer, slugOf(plan.planId) || 'no-number', hashOf(identity, 16)].join('/');
        const values = {
          payerId,
          planId: plan.planId,
          planKey: planKeyOf(plan.planId),
          planIdType: plan.planIdType.toUpperCase() || null,
          name: plan.name,
          marketType: plan.marketType.toLowerCase() || null,
          sponsor: plan.sponsor || null,
          issuer: plan.issuer || null,
          files: [...all].reduce((sum, set) => sum + (sizes.get(set) ?? 0), 0),
          fileSets: JSON.stringify([...all].flatMap((set) => marks.get(set) ?? []).sort()),
        };
        yield statement(listedPlan, { key, from, ...places.origin }, values);
      }
    },
  };
}
