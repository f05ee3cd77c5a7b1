/** What an official file format is: how a file of it is known, and what its rows state. No I/O, no SQL, no clock. */

import type { Cadence, SourceKind, ValueOf } from '../../../db/enums/index.ts';
import { keyOf } from '../../../db/kit/id-parts.ts';
import type { Row, Table } from '../../../db/kit/table.ts';
import type { Envelope } from '../../../db/tables/index.ts';
import type { OfficialFile } from './file.ts';
import type { NamedEntity } from './named-entity.ts';
import type { PairEditBatch } from './pair-edit.ts';
import type { RateSink } from './rate-sink.ts';
import type { RowLog } from './row-log.ts';

/** What is known of a file before it is read. */
export interface Sighting {
  /** Its own name, without folders: `PPRRVU2025_Oct.csv`. */
  readonly name: string;
  /** The folders and archives that it is in, as a user named them: `downloads/RVU25D.zip`. */
  readonly within?: string;
  /** Its first 64 KiB as text; empty for an archive. */
  readonly head: string;
  /** The names in an archive, folders included; empty for any other file. */
  readonly members: readonly string[];
  /** The releases of the files in its folder or archive that tell theirs, such as RVU25D: for a file that does not tell its own. */
  readonly beside?: readonly string[];
}

/** What a file says of itself. Options of the command line go before it. */
export interface Recognised {
  /** The release as its publisher calls it, such as `RVU25D`; undefined where neither content nor name tells. */
  readonly release?: string | undefined;
  /** Which part of the release it is, where a release has several files that say different things: `practitioner`. */
  readonly part?: string | undefined;
  /** The first day on which the release holds; undefined where neither content nor name tells. */
  readonly from?: string | undefined;
  /** The day after the last day on which it can hold, such as the end of its calendar year. */
  readonly to?: string | undefined;
  /** The day on which it was published, where that is known. */
  readonly published?: string | undefined;
}

/** Whose a file is, as its content says, wherever in it that is stated: its name may be that of another publisher's file. */
export interface Publication {
  /** Who publishes it, by what no other publisher has: the id of a payer, the licence of a hospital with its state. */
  readonly publisher: string;
  /** The name by which the publisher calls itself; it may change. */
  readonly name: string;
  /**
   * What tells files of one publisher and part apart, such as the networks of a payer or the site of a hospital: two files
   * that have marks and share none are not releases of the same file.
   */
  readonly marks: readonly string[];
  /** Whether what it leaves out has ended. One of several files that are divided anew every month does not tell that. */
  readonly whole: boolean;
}

/** Which of Medicare's amounts a price is compared with: those of another system or year are not like it. */
export interface MedicareSchedule {
  readonly system: 'PHYSICIAN_FEE_SCHEDULE' | 'OPPS';
  /** Of several amounts in the year of this day, the one that holds on it is taken, else the latest. */
  readonly day: string;
}

/** What a reader of a format is given: the file's release, settled, and which codes are wanted. */
export interface Reading {
  readonly release: string;
  readonly from: string;
  readonly to: string | null;
  /** Whether rows of a code are wanted; everything is where no list was given. Codes as text, without their system. */
  readonly wants: (code: string) => boolean;
  /** The codes that are wanted, or undefined where all are. */
  readonly codes: ReadonlySet<string> | undefined;
  /** The short name of the payer that is known by this name or alias, capitals and punctuation aside; undefined where none is. */
  readonly payerNamed?: (name: string) => string | undefined;
  /** Whether a payer of the seed's text has this short name. */
  readonly isPayer?: (slug: string) => boolean;
  /** What Medicare pays nationally for a code with these modifiers, in cents, by which rates that stand out are found; undefined where that is not known. */
  readonly medicareAmount?: (
    code: string,
    modifiers: readonly string[],
    by: MedicareSchedule,
  ) => number | undefined;
  /** Takes every figure that a distribution is made of, with what it belongs to; present where a user requested them. */
  readonly raw?: (row: Readonly<Record<string, unknown>>) => void;
  /** Takes every rate with who is paid it; present where rates are stored row by row. */
  readonly rates?: RateSink;
  /** Takes in which ZIP code a provider practises; present where that is kept. */
  readonly places?: (npi: number, zip: string) => void;
  /** Takes a sentence about the file as a whole that its user should read, such as what a validator found. */
  readonly report?: (sentence: string) => void;
  /** Takes whose file it is, once the content has stated it. */
  readonly identify?: (publication: Publication) => void;
  /** Takes what becomes of each row; a format that begins none has one for each line that it cites or skips. */
  readonly rows?: RowLog;
  /**
   * Takes a row that was left out, or a part of the row that has begun, with the reason in the words of the summary, such as
   * `no code`; what was there, and its line where no row has begun, serve as an example.
   */
  readonly skip: (reason: string, found?: string, line?: number) => void;
}

/** What a statement says, beside its envelope. */
export type StatedValues<T extends Table> = Omit<Row<T>, keyof Envelope>;

/** What a row of the file states. */
export interface Stated {
  readonly kind: 'statement';
  readonly table: Table;
  /** What it is about, as it is written in its id: `CPT:77090/26`. With the first day it makes the id. */
  readonly key: string;
  /** Whether that is the key of its subject. */
  readonly ofSubject: boolean;
  /** By what the next release of the same publisher is known to speak of it, where the key holds a name that may change. */
  readonly continues?: string | undefined;
  /** The first day on which it holds; null where that is not known. */
  readonly from: string | null;
  /** The day after the last; null where that is not known, or where it goes on. */
  readonly to: string | null;
  /** Where `to` is null: whether the source says that it goes on. */
  readonly open: boolean;
  /** Whether it holds on days of its own, whatever the days of its release. */
  readonly dated?: boolean | undefined;
  /** Whether it is of none of the rows that are counted, such as a rule of modifiers beside the items of a file. */
  readonly besideRows?: boolean | undefined;
  readonly values: Readonly<Record<string, unknown>>;
  /** Columns of the envelope that are not what a file's row ordinarily has: an assertion, parsed, with a value. */
  readonly envelope: Partial<Envelope>;
  readonly line: number;
  /** Where in the file: `row 77090 26`; the line where nothing is given. */
  readonly at?: string | undefined;
  /** What it is about, where the same row of the file names that: both are then given together. */
  readonly subject?: NamedEntity | undefined;
}

export type Extracted = NamedEntity | Stated | PairEditBatch;

/** A thing that the file names. */
export function namedEntity<T extends Table>(
  table: T,
  row: Row<T>,
  origin: { readonly line: number; readonly authority?: boolean; readonly at?: string },
): NamedEntity {
  const { line, authority = false, at } = origin;
  return { kind: 'entity', table, row: row as Readonly<Record<string, unknown>>, authority, line, at };
}

/** Where a statement is in the file, and when it holds. */
interface StatementHead {
  /** That of its subject where none is given. */
  readonly key?: string;
  readonly continues?: string;
  readonly from: string | null;
  readonly to?: string | null;
  readonly open?: boolean;
  readonly dated?: boolean;
  readonly besideRows?: boolean;
  readonly line: number;
  readonly at?: string;
  readonly envelope?: Partial<Envelope>;
  readonly subject?: NamedEntity;
}

/** The envelope that a row of a file ordinarily has. */
export const ordinary: Partial<Envelope> = {};

/** What a row of the file states. */
export function statement<T extends Table>(table: T, head: StatementHead, values: StatedValues<T>): Stated {
  const { key, to = null, open = false, envelope = ordinary, ...rest } = head;
  return {
    kind: 'statement',
    table,
    key: key ?? keyOf(String(head.subject?.row.id)),
    ofSubject: key === undefined,
    to,
    open,
    envelope,
    values: values as Readonly<Record<string, unknown>>,
    ...rest,
  };
}

/** An official file format. */
export interface Format {
  /** Short name, as in `--as`: `pprrvu`. */
  readonly name: string;
  /** What it is, for the summary and the title of its source. */
  readonly label: string;
  readonly publisher: string;
  /** Under which terms its facts may be used. */
  readonly licence: string;
  /** Where it is published, where that is one address. */
  readonly url: string | null;
  readonly kind: ValueOf<typeof SourceKind>;
  /** How often there is a new release to be loaded; what is quarterly is confirmed for its quarter alone, though it may hold on. */
  readonly cadence: ValueOf<typeof Cadence>;
  /**
   * Whether a release says all there is: what the release before it has and it does not is closed on its first day.
   * Where false, rows have dates of their own and nothing is concluded from a row that is not there.
   */
  readonly whole: boolean;
  /** What in the name of a part tells the files apart into which it is cut only for their size: they are editions of one series. */
  readonly cutBy?: RegExp;
  /** Whether a file is the state of a database on the day of its reading: then it has no release, and that day is its first. */
  readonly snapshot?: boolean;
  /**
   * Whether what was read is kept in place of the file, which may be too big to keep. Such files have many publishers: what
   * one leaves out is ended only where the reader has identified it.
   */
  readonly distils?: boolean;
  /** What a file says of itself when it is of this format; undefined when it is not. By content, never by name alone. */
  recognise(sighting: Sighting): Recognised | undefined;
  /** What the file states, row by row. Throws a FileError that names row and column for anything unexpected. */
  read(file: OfficialFile, reading: Reading): AsyncIterable<Extracted>;
}
