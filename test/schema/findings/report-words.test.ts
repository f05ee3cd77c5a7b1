/** The words of reports: over all codes of the seed no sentence shows a slug, a constant of a closed list or a count with decimals. */

import { describe, expect, test } from 'vitest';
import { memoryOf } from '../../../db/release/small-tables.ts';
import { ask, release } from '../../kit/graph.ts';

const codes = release.store
  .all<{ code: string }>(
    'select c.code as "code" from billing_code c where c.family_id is not null order by c.code',
  )
  .map(({ code }) => code);

interface Report {
  readonly markdown: string;
  readonly sections: readonly {
    readonly text: string | null;
    readonly gaps: readonly { readonly note: string }[];
    readonly conflicts: readonly { readonly summary: string }[];
  }[];
}

/** The slugs that ids of people's things are made of: those that are no words of the language. */
const slugs = ['payer', 'site_of_service', 'workflow', 'service_context'].flatMap((table) =>
  memoryOf(release)
    .all(table)
    .map(({ slug }) => String(slug))
    .filter((slug) => slug.includes('-')),
);
const hyphened = new Set(slugs);

/** Words of payers without a hyphen, as no sentence begins or goes on with them: a name has a capital. */
const lowerCasePayer = /(?<![\w/.-])(?:aetna|cigna|humana|uhc|bcbs|anthem|medicare|highmark)(?![\w/-])/g;

/** A value of a closed list as programs write it. */
const constant = /\b[A-Z]{2,}(?:_[A-Z0-9]+)+\b/g;

/** A count with decimals, or of four digits and more in one piece; a year before what is counted is none. */
const roughCount =
  /(?<![$\d.,])(?:\d+\.0+|(?!20\d\d )\d{4,}(?:\.\d+)?) (?:claims|tests|services|people|providers)\b/g;

describe.each(codes)('the report on %s', (code) => {
  test('reads as words', async () => {
    const { codeReport } = await ask<{ codeReport: Report }>(
      `query ($code: String!) { codeReport(code: $code, asOf: { dateOfService: "2025-10-15", knownAt: "2026-12-01T00:00:00Z" }) {
        markdown sections { text gaps { note } conflicts { summary } } } }`,
      { code },
    );
    const texts = codeReport.sections.flatMap(({ text, gaps, conflicts }) => [
      text ?? '',
      ...gaps.map(({ note }) => note),
      ...conflicts.map(({ summary }) => summary),
    ]);
    const all = [codeReport.markdown, ...texts].join('\n');
    const among = (pattern: RegExp) => [...all.matchAll(pattern)].map(([found]) => found);
    expect(among(/[\w-]+/g).filter((word) => hyphened.has(word))).toEqual([]);
    expect(among(lowerCasePayer)).toEqual([]);
    expect(among(constant)).toEqual([]);
    // "77091 claims" are claims of that code.
    expect(among(roughCount).filter((found) => !codes.includes(found.split(' ')[0] ?? ''))).toEqual([]);
  });
});
