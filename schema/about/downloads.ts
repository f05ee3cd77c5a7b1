/** The files in which the graph can be downloaded: the address, length and hash of each. */

import { DownloadFormat } from '../../db/enums/index.ts';
import type { Release } from '../../db/release/release.ts';
import { builder } from '../kit/builder.ts';
import { enumOf } from '../kit/enums.ts';

/** The paths of the server that answer with files. */
export const downloadPaths = {
  database: '/download/coverage.sqlite',
  gapsCsv: '/export/gaps.csv',
  gapsNdjson: '/export/gaps.ndjson',
  matrixCsv: '/export/matrix.csv',
  matrixNdjson: '/export/matrix.ndjson',
  ratesCsv: '/export/rates.csv',
  ratesNdjson: '/export/rates.ndjson',
  ratesParquet: '/export/rates.parquet',
  statementsCsv: '/export/statements.csv',
  statementsNdjson: '/export/statements.ndjson',
} as const;

interface DownloadShape {
  readonly format: keyof typeof DownloadFormat.values;
  readonly url: string;
  readonly image: Release['image'];
}

/** A file of the graph. */
export const Download = builder.objectRef<DownloadShape>('Download').implement({
  description: 'A file in which the graph, or a part of it, can be downloaded from the server that answers.',
  fields: (t) => ({
    format: t.field({
      type: enumOf(DownloadFormat),
      description: 'What kind of file.',
      resolve: ({ format }) => format,
    }),
    url: t.field({
      type: 'URL',
      description:
        'Its address, relative to that of the server. Exports take the fields of `StatementFilter` or `MatrixInput`, the arguments of `Query.gaps`, or `codes` with the fields of `RateFilter` and `RateNear`, as parameters, lists separated by commas; the matrix needs `codes` or `families`.',
      resolve: ({ url }) => url,
    }),
    bytes: t.float({
      nullable: true,
      description: 'Its length, a whole number; null where the file is made as it is sent.',
      resolve: ({ image }) => image?.bytes ?? null,
    }),
    sha256: t.string({
      nullable: true,
      description:
        'Its SHA-256 in 64 hexadecimal digits, such as `sha256sum` prints; null where the file is made as it is sent.',
      resolve: ({ image }) => image?.sha256() ?? null,
    }),
  }),
});

/** The files of a release; the database only where the release is a file. */
export function downloadsOf({ image }: Release): DownloadShape[] {
  const made = (format: DownloadShape['format'], url: string) => ({ format, url, image: undefined });
  const database: DownloadShape = { format: 'SQLITE', url: downloadPaths.database, image };
  return [
    ...(image ? [database] : []),
    made('CSV', downloadPaths.statementsCsv),
    made('NDJSON', downloadPaths.statementsNdjson),
    made('CSV', downloadPaths.matrixCsv),
    made('NDJSON', downloadPaths.matrixNdjson),
    made('CSV', downloadPaths.gapsCsv),
    made('NDJSON', downloadPaths.gapsNdjson),
    made('CSV', downloadPaths.ratesCsv),
    made('NDJSON', downloadPaths.ratesNdjson),
    made('PARQUET', downloadPaths.ratesParquet),
  ];
}
