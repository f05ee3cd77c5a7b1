/** The report on a code: the outline of the founding pages, each sentence traceable, each thing that is not known a typed gap. */

import { describe, expect, test } from 'vitest';
import { ReportSectionKey } from '../../../db/enums/index.ts';
import { ask } from '../../kit/graph.ts';

interface Section {
  readonly key: string;
  readonly text: string | null;
  readonly gap: { readonly reason: string; readonly note: string } | null;
  readonly gaps: readonly {
    readonly property: string;
    readonly reason: string;
    readonly note: string;
    readonly searched: readonly { readonly title: string }[];
    readonly record: {
      readonly payer: { readonly id: string } | null;
      readonly statement: { readonly __typename: string } | null;
    } | null;
  }[];
  readonly conflicts: readonly { readonly kind: string }[];
  readonly derived: readonly {
    readonly text: string;
    readonly from: readonly { readonly __typename: string }[];
  }[];
  readonly statements: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly __typename: string;
      readonly text: string;
      readonly citations: readonly unknown[];
    }[];
  };
}

const sections = `sections { key text gap { reason note }
  gaps { property reason note searched { title } record { payer { id } statement { __typename } } }
  conflicts { kind } derived { text from { __typename } }
  statements(first: 100) { totalCount nodes { __typename text citations { role } } } }`;

interface Report {
  readonly sections: readonly Section[];
  readonly markdown: string;
}

async function report(code: string, knownAt = '2026-11-24T12:00:00Z'): Promise<Report> {
  const source = `query ($code: String!, $asOf: AsOfInput) { codeReport(code: $code, asOf: $asOf) { markdown ${sections} } }`;
  const asOf = { dateOfService: '2025-10-15', knownAt };
  return (await ask<{ codeReport: Report }>(source, { code, asOf })).codeReport;
}

describe.each(['77090', '77092', '77086', '77085', '77091', '77080', 'G0130'])(
  'the report on %s',
  async (code) => {
    const { sections: found, markdown } = await report(code);

    test('has every section of the founding pages, in their order', () => {
      expect(found.map(({ key }) => key)).toEqual(Object.keys(ReportSectionKey.values));
    });

    test('gives a text or a gap for each, never both and never neither', () => {
      expect(found.filter(({ text, gap }) => (text === null) !== (gap !== null))).toEqual([]);
    });

    test('is made of statements, each with a source, and of what follows from entities, which it names', () => {
      for (const { text, statements, derived } of found) {
        expect(statements.totalCount + derived.length > 0).toBe(text !== null);
        for (const { text: sentence, citations } of statements.nodes) {
          expect(citations.length).toBeGreaterThan(0);
          expect(text).toContain(sentence);
        }
        for (const { text: sentence, from } of derived) {
          expect(from.length, sentence).toBeGreaterThan(0);
          expect(text).toContain(sentence);
        }
      }
    });

    test('names in each gap what was searched', () => {
      for (const { gaps } of found) {
        for (const { note, searched, record } of gaps) {
          if (record?.payer) continue; // those of payers are listed together
          expect(searched.length, note).toBeGreaterThan(0);
          expect(note).toContain(`"${searched[0]?.title}"`);
        }
      }
    });

    test('says what the service is and what kind of service, and what is not known', () => {
      const filled = found.filter(({ text }) => text !== null).map(({ key }) => key);
      expect(filled).toEqual(expect.arrayContaining(['SUMMARY', 'SERVICE_TYPE', 'DATA_LIMITATIONS']));
    });

    test('reads as Markdown with a heading for each section, and something below each', () => {
      expect(markdown.match(/^## /gm)).toHaveLength(found.length);
      expect(markdown).toMatch(new RegExp(`^# ${code}: `));
      expect(markdown).not.toMatch(/^## .*\n\n(?!- )/m);
    });
  },
);

describe('a passage that announces something and gives none', async () => {
  const sections = new Map((await report('77090')).sections.map((section) => [section.key, section]));

  test.each(['DIAGNOSES', 'TAXONOMIES'])('leaves %s empty, and is the gap there', (key) => {
    const section = sections.get(key);
    expect(section?.statements.nodes).toEqual([]);
    const passages = section?.gaps.flatMap(({ record }) => record?.statement ?? []);
    expect(passages?.map(({ __typename }) => __typename)).toEqual(['ReportPassage']);
  });

  test('is a gap where other sources fill the section, too', () => {
    const { text, gap, gaps } = sections.get('BENCHMARKS') ?? {};
    expect([text === null, gap]).toEqual([false, null]);
    expect(gaps?.map(({ property, reason }) => [property, reason])).toContainEqual([
      'RATES',
      'NOT_STATED_IN_SOURCE',
    ]);
  });

  test('is a limitation, where it does not say of what', () => {
    const limits = sections.get('DATA_LIMITATIONS');
    expect(limits?.gaps.map(({ property }) => property)).toEqual(['REPORT_DATA']);
    expect(limits?.text).toContain('Diagnoses: not known');
  });
});

test('conflicts of the code are in the section that they are about', async () => {
  const { sections: found, markdown } = await report('77092');
  const kinds = found.flatMap(({ key, conflicts }) => conflicts.map(({ kind }) => `${key} ${kind}`));
  expect(kinds).toEqual(
    expect.arrayContaining(['SITE_OF_SERVICE SITE_DISAGREEMENT', 'MODIFIERS MODIFIER_VS_PCTC_INDICATOR']),
  );
  expect(markdown.match(/\*\*Conflict:\*\*/g)).toHaveLength(kinds.length);
});

test('steps of workflows, statements on the service and what sources name with a code are its clinical context', async () => {
  const { sections: found } = await report('77091');
  const context = found.find(({ key }) => key === 'CLINICAL_CONTEXT');
  expect(context?.derived.flatMap(({ from }) => from.map(({ __typename }) => __typename))).toContain(
    'WorkflowStep',
  );
  expect(context?.statements.nodes.map(({ __typename }) => __typename)).toContain('ClinicalFact');
});

test('the other parts of a service and the study that its image comes from are among the related codes', async () => {
  const { sections: found } = await report('77092');
  const text = found.find(({ key }) => key === 'RELATED_CODES')?.text;
  expect(text).toContain('77091 reports another part of the service 77092 belongs to');
  expect(text).toContain('TBS uses an image that already exists, normally the lumbar spine DXA');
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

test('gaps of a code as a whole are asked by family and by what is not known, and say what was searched', async () => {
  const { gaps } = await ask<{
    gaps: { nodes: { code: { code: string }; component: unknown; searched: unknown[] }[] };
  }>(
    `{ gaps(families: ["ServiceFamily:trabecular-bone-score"], properties: [PROVIDER_TAXONOMIES], first: 100) {
      nodes { code { code } component { id } searched { id } } } }`,
  );
  const whole = gaps.nodes.filter(({ component }) => component === null);
  expect(new Set(whole.map(({ code }) => code.code))).toEqual(new Set(['77089', '77090', '77091', '77092']));
  for (const { searched } of whole) expect(searched.length).toBeGreaterThan(0);
});
