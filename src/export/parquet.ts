/** Writes rows as Parquet, a group of rows at a time: of a file of any length only one group is in memory. */

import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { limits } from '../limits/limits.ts';
import type { ExportRow, TableWriter } from './formats.ts';

/** What columns are but texts; `json` are nested values, beside the columns. */
export type CellKinds = Readonly<Record<string, 'decimal' | 'whole' | 'number' | 'list' | 'json'>>;

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];
type Kind = CellKinds[string] | 'text';

const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;

/** The elements of the schema that a column is. */
function elementsOf(name: string, kind: Kind): Schema {
  const repetition_type = 'OPTIONAL' as const;
  if (kind === 'list')
    return [
      { name, repetition_type, converted_type: 'LIST', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', repetition_type, ...text },
    ];
  const types = {
    text,
    json: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
    decimal: { type: 'INT64', converted_type: 'DECIMAL', precision: 18, scale: 2 },
    whole: { type: 'INT32' },
    number: { type: 'DOUBLE' },
  } as const;
  return [{ name, repetition_type, ...types[kind] }];
}

/** A value as the library takes it; a decimal of two places as its hundredths. */
function valueFrom({ cells, more }: ExportRow, name: string, kind: Kind): unknown {
  const value = kind === 'json' ? more?.[name] : cells[name];
  if (value === null || value === undefined || kind === 'list' || kind === 'text' || kind === 'json')
    return value;
  const written = String(value);
  return kind === 'decimal' ? BigInt(written.replace('.', '')) : Number(written);
}

/** Begins a file with these columns, and those of nested values. */
export function parquetWriter(columns: readonly string[], kinds: CellKinds): TableWriter {
  const nested = Object.keys(kinds).filter((name) => !columns.includes(name));
  const all = [...columns, ...nested].map((name) => ({ name, kind: kinds[name] ?? ('text' as const) }));
  const writer = new ByteWriter();
  const root = { name: 'root', num_children: all.length };
  const schema = [root, ...all.flatMap(({ name, kind }) => elementsOf(name, kind))];
  const file = new ParquetWriter({ writer, schema, createdBy: 'coverage-graph' });
  let waiting: ExportRow[] = [];

  /** What was written since; its places in the file go on. */
  function taken(): Uint8Array {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  }

  function writeGroup(): void {
    if (waiting.length === 0) return;
    const columnData = all.map(({ name, kind }) => ({
      name,
      data: waiting.map((row) => valueFrom(row, name, kind)),
    }));
    file.write({ columnData, rowGroupSize: waiting.length });
    waiting = [];
  }

  return {
    head: taken(),
    batch(rows) {
      waiting.push(...rows);
      if (waiting.length >= limits.exportGroup) writeGroup();
      return taken();
    },
    end() {
      writeGroup();
      file.finish();
      return taken();
    },
  };
}
