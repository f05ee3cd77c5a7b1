/** The error of an address that cannot be read. */

import { FileError } from '../format/file.ts';

/** Thrown where an address answers with no file or page, or not at all. */
export class Unreachable extends FileError {
  /** What happened, without the address. */
  readonly problem: string;
  /** Whether no host can be reached, as on a machine without network. */
  readonly offline: boolean;

  constructor(url: string, problem: string, { offline = false } = {}) {
    super({ path: url }, problem);
    this.problem = problem;
    this.offline = offline;
  }
}
