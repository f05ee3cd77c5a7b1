/** The claims: a small SQLite store of its own. Every claim in it is synthetic, and nothing of a patient is in it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A line of a claim, with what it needs of the claim. */
export interface Line {
  readonly id: string;
  readonly claimId: string;
  readonly payer: string;
  readonly lineOfBusiness: string;
  readonly system: string;
  readonly code: string;
  readonly modifiers: string;
  readonly dateOfService: string;
}

/** What the subgraph reads. */
export interface ClaimStore {
  /** The lines of all open claims, in the order of their claims. */
  openLines(): readonly Line[];
  /** The lines of those ids, in that order. */
  lines(ids: readonly string[]): readonly Line[];
  close(): void;
}

const columns = `
  l.claim_id || '/' || l.number as "id", c.id as "claimId", c.payer, c.line_of_business as "lineOfBusiness",
  l.system, l.code, l.modifiers, l.date_of_service as "dateOfService"`;

const openLines = `
  select ${columns} from claim c join claim_line l on l.claim_id = c.id
  where c.status = 'open' order by l.claim_id, l.number`;

const linesOf = `
  select ${columns} from json_each(:ids) k
  join claim_line l on l.claim_id || '/' || l.number = k.value join claim c on c.id = l.claim_id
  order by k.key`;

/** A fresh store in memory with the synthetic claims of claims.sql. */
export function openClaims(): ClaimStore {
  const database = new DatabaseSync(':memory:');
  database.exec(readFileSync(join(import.meta.dirname, 'claims.sql'), 'utf8'));
  const rows = (sql: string, params: Record<string, string> = {}) =>
    database.prepare(sql).all(params) as unknown as Line[]; // the columns are those of a line
  return {
    openLines: () => rows(openLines),
    lines: (ids) => rows(linesOf, { ids: JSON.stringify(ids) }),
    close: () => database.close(),
  };
}
