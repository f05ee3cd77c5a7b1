/** What to print where a start fails. */

import { ReleaseError } from '../db/kit/errors.ts';
import { CheckError, FolderError, LockError } from '../seed/build/errors.ts';
import { SourceError } from '../seed/kit/problems.ts';
import { FileError } from '../seed/load/format/file.ts';
import { OperationsError } from './graphql/manifest.ts';
import { describeError } from './kit/log.ts';
import { ConfigError } from './settings.ts';

/** The message alone where it says all that there is to know, else with its stack. */
export function explained(error: unknown): string {
  return isExplained(error) ? error.message : (describeError(error).stack ?? String(error));
}

function isExplained(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const ours = [
    ConfigError,
    OperationsError,
    ReleaseError,
    SourceError,
    FileError,
    FolderError,
    CheckError,
    LockError,
  ].some((kind) => error instanceof kind);
  return ours || ('syscall' in error && ['listen', 'bind'].includes(String(error.syscall)));
}
