/** The report on a code: the outline of the founding pages, each sentence traceable, each empty section a typed gap. */

import { describe, expect, test } from 'vitest';
import { ReportSectionKey } from '../../../db/enums/index.ts';
import { ask } from '../../kit/graph.ts';

interface Section {
  readonly key: string;
  readonly text: string | null;
  readonly gap: { readonly reason: string; readonly note: string } | null;
  readonly statements: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly text: string; readonly citations: readonly unknown[] }[];
  };
}

const sections =
  'sections { key text gap { reason note } statements(first: 100) { totalCount nodes { text citations { role } } } }';

interface Report {
  readonly sections: readonly Section[];
  readonly markdown: string;
}

async function report(code: string, knownAt = '2026-11-24T12:00:00Z'): Promise<Report> {
  const source = `query ($code: String!, $asOf: AsOfInput) { codeReport(code: $code, asOf: $asOf) { markdown ${sections} } }`;
  const asOf = { dateOfService: '2025-10-15', knownAt };
  return (await ask<{ codeReport: Report }>(source, { code, asOf })).codeReport;
}

describe.each(['77090', '77092', '77080', 'G0130'])('the report on %s', async (code) => {
  const { sections: found, markdown } = await report(code);

  test('has every section of the founding pages, in their order', () => {
    expect(found.map(({ key }) => key)).toEqual(Object.keys(ReportSectionKey.values));
  });

  test('gives a text or a gap for each, never both and never neither', () => {
    expect(found.filter(({ text, gap }) => (text === null) !== (gap !== null))).toEqual([]);
  });

  test('is made of statements alone, each with a source', () => {
    for (const { text, statements } of found) {
      expect(statements.totalCount > 0).toBe(text !== null);
      for (const { text: sentence, citations } of statements.nodes) {
        expect(citations.length).toBeGreaterThan(0);
        expect(text).toContain(sentence);
      }
    }
  });

  test('reads as Markdown with a heading for each section', () => {
    expect(markdown.match(/^## /gm)).toHaveLength(found.length);
    expect(markdown).toMatch(new RegExp(`^# ${code}: `));
  });
});

test('the founding page on 77092 is given back as what its sections say', async () => {
  const { sections: found } = await report('77092');
  const empty = found.filter(({ gap }) => gap).map(({ key }) => key);
  expect(empty).not.toContain('SUMMARY');
  expect(empty).not.toContain('MODIFIERS');
  expect(empty).not.toContain('SITE_OF_SERVICE');
});

test('before anything was held every section is empty and says why, and for which day', async () => {
  const { sections: found } = await report('77090', '2025-07-01T00:00:00Z');
  const gaps = found.flatMap(({ gap }) => gap ?? []);
  expect(gaps).toHaveLength(found.length);
  for (const { reason, note } of gaps) {
    expect(reason).toBe('NOT_YET_REVIEWED');
    expect(note).toContain('2025-10-15');
  }
});

test('some sections can be asked for alone, in the order of the page', async () => {
  const { codeReport } = await ask<{ codeReport: { sections: { key: string }[] } }>(
    '{ codeReport(code: "77090") { sections(keys: [MODIFIERS, SUMMARY]) { key } } }',
  );
  expect(codeReport.sections.map(({ key }) => key)).toEqual(['SUMMARY', 'MODIFIERS']);
});
