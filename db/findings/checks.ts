/** The rules about the data: each is a file of SQL that selects the rows that break it. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../kit/store.ts';
import { sqlFor, type Touched } from './touched.ts';

/** A row that breaks a rule. */
interface Offender {
  readonly id: string;
  readonly problem: string;
}

export interface CheckResult {
  /** The name of the rule: its file, without `.sql`. */
  readonly rule: string;
  /** The rule in a sentence: the first line of its file. */
  readonly statement: string;
  readonly offenders: readonly Offender[];
}

const folder = join(import.meta.dirname, 'checks');

interface Rule {
  readonly rule: string;
  readonly statement: string;
  readonly sql: string;
}

/** The rules in name order. */
function readRules(): readonly Rule[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return files.sort().map((file) => {
    const sql = readFileSync(join(folder, file), 'utf8');
    const statement = sql.slice(0, sql.indexOf('\n')).replace(/^--\s*/, '');
    return { rule: file.slice(0, -'.sql'.length), statement, sql };
  });
}

/** Runs the rules on a database: all, or those that read a table that was touched. A rule that holds has no offenders. */
export function runChecks(store: Store, touched?: Touched): readonly CheckResult[] {
  return readRules().map(({ rule, statement, sql }) => ({
    rule,
    statement,
    offenders: sqlFor(sql, touched).flatMap((each) => store.all<Offender>(each)),
  }));
}
