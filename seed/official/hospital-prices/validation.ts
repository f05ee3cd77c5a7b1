/** Runs the validator of CMS on what is loaded of a hospital's price file, and reports its findings. */

import { Readable } from 'node:stream';

/** The templates that the validator knows, by the beginning of a file's version. */
const templates: readonly (readonly [string, string])[] = [
  ['2.0', 'v2.0.0'],
  ['2.1', 'v2.1.0'],
  ['2.2', 'v2.2.0'],
  ['3.0', 'v3.0.0'],
];

/** The template of a version such as `2.2.1`, `v3.0.0`, `Version 3.0` or `3`; undefined where there is none. */
export function templateOf(version: string): string | undefined {
  const [, major = '', minor = '0'] =
    /^(?:cms\s+)?(?:template\s+)?(?:version|v)?\.?\s*(\d+)(?:\.(\d+))?/i.exec(version.trim()) ?? [];
  return templates.find(([begins]) => begins === `${major}.${minor}`)?.[1];
}

export interface Validation {
  /** Passes on a piece of the file as it is loaded. */
  feed(text: string): void;
  /** Ends the file and reports. */
  end(): Promise<void>;
}

/** The validator stops after this many errors. */
const mostErrors = 1000;
/** How many findings are reported with their place. */
const reported = 10;

export interface Validated {
  readonly kind: 'csv' | 'json';
  readonly template: string;
  readonly report: ((sentence: string) => void) | undefined;
  /** What is validated, as a phrase: `the file`, or a part of it. */
  readonly scope: string;
  /** Maps a place in the validated text, as the validator names it, to the place in the file. */
  readonly placeOf: (path: string) => string;
}

/** Starts a validation; without a `report` function it does nothing. */
export function validation({ kind, template, report, scope, placeOf }: Validated): Validation {
  if (!report) return { feed: () => {}, end: async () => {} };
  const input = new Readable({ read() {} });
  const result = validated(kind, input, template);
  // It stops reading at the first error of the head, and after too many.
  let ended = false;
  const done = result.finally(() => {
    ended = true;
  });
  return {
    feed(text) {
      if (!ended) input.push(text);
    },
    async end() {
      input.push(null);
      const { errors, alerts } = await done;
      const all = [
        ...errors.map((each) => ['error', each] as const),
        ...alerts.map((each) => ['alert', each] as const),
      ];
      if (all.length === 0) return;
      const least = errors.length >= mostErrors ? 'at least ' : '';
      report(
        `The validator of CMS (template ${template}) finds ${least}${counted(errors.length, 'error')} and ${counted(alerts.length, 'alert')} in ${scope}. What can be read is kept.`,
      );
      for (const [what, { path, message }] of all.slice(0, reported))
        report(`Validator: ${what} at ${path ? placeOf(path) : 'the root'}: ${message}`);
      if (all.length > reported) report(`${all.length - reported} more of them are not listed.`);
    },
  };
}

/** The validator is loaded here: its two hundred modules would take every command longer to start. */
async function validated(kind: Validated['kind'], input: Readable, template: string) {
  const { validateCsv, validateJson } = await import('@cmsgov/hpt-validator');
  const options = { maxErrors: mostErrors };
  return kind === 'csv' ? validateCsv(input, template, options) : validateJson(input, template, options);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
