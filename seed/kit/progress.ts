/** A progress bar on a terminal: the file, the share that was read, the speed and the time left. */

/** The output that is drawn on. */
export interface Screen {
  readonly isTTY: boolean;
  readonly write: (text: string) => void;
}

export interface ProgressBar {
  /** A line of its own, above the bar. */
  readonly line: (text: string) => void;
  /** Adds bytes that were read of a file; `of` is its size, where that is known. */
  readonly read: (path: string, bytes: number, of: number | undefined) => void;
  readonly end: () => void;
}

const width = 24;
const betweenDraws = 100;

/** Draws on the terminal; on other output it writes the lines only, and in quiet mode nothing. */
export function progressBar(output: Screen, quiet: boolean): ProgressBar {
  let path = '';
  let done = 0;
  let begun = 0;
  let drawn = 0;
  const clear = () => {
    if (output.isTTY) output.write('\r\u001b[K');
  };
  return {
    line(text) {
      clear();
      if (!quiet) output.write(`${text}\n`);
    },
    read(now, bytes, of) {
      const moment = performance.now();
      if (now !== path) [path, done, begun] = [now, 0, moment];
      done += bytes;
      if (quiet || !output.isTTY || moment - drawn < betweenDraws) return;
      drawn = moment;
      output.write(`\r\u001b[K${bar(path, done, of, (moment - begun) / 1000)}`);
    },
    end: clear,
  };
}

/** `PPRRVU2025_Oct.csv ████████░░░░ 61 % 12.4 MB/s, 3 s left`. */
export function bar(path: string, done: number, of: number | undefined, seconds: number): string {
  const name = path.split('/').at(-1) ?? path;
  const rate = done / Math.max(seconds, 0.001);
  const speed = `${(rate / 1e6).toFixed(1)} MB/s`;
  if (of === undefined) return `${name} ${(done / 1e6).toFixed(1)} MB ${speed}`;
  const share = Math.min(1, done / Math.max(1, of));
  const full = Math.round(share * width);
  const left = Math.ceil(Math.max(0, of - done) / Math.max(1, rate));
  return `${name} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${Math.floor(share * 100)} % ${speed}, ${left} s left`;
}
