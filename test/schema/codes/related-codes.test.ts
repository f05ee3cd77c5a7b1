/** Related codes: one edge, walked from either side, with the parts of a service and the study whose image it works on. */

import { describe, expect, test } from 'vitest';
import { ask } from '../../kit/graph.ts';

interface Related {
  readonly kind: string;
  readonly text: string;
  readonly code: { readonly code: string };
  readonly statement: { readonly id: string; readonly citations: readonly unknown[] } | null;
  readonly family: { readonly slug: string } | null;
  readonly through: { readonly code: string } | null;
}

async function relatedTo(code: string): Promise<readonly Related[]> {
  const source = `query ($code: String!) { billingCode(code: $code, asOf: { dateOfService: "2025-10-15" }) { relatedCodes {
    kind text code { code } statement { id citations { role } } family { slug } through { code } } } }`;
  const { billingCode } = await ask<{ billingCode: { relatedCodes: Related[] } }>(source, { code });
  return billingCode.relatedCodes;
}

const named = (found: readonly Related[], kind: string) =>
  found.filter((related) => related.kind === kind).map(({ code }) => code.code);

/** What the asked code is to the related one. */
const reverse: Readonly<Record<string, string>> = {
  WHOLE: 'PART',
  PART: 'WHOLE',
  BASE_STUDY: 'WORKS_ON_IMAGE',
  WORKS_ON_IMAGE: 'BASE_STUDY',
  INCLUDING: 'INCLUDED',
  INCLUDED: 'INCLUDING',
  PRIMARY: 'ADD_ON',
  ADD_ON: 'PRIMARY',
  SUCCESSOR: 'PREDECESSOR',
  PREDECESSOR: 'SUCCESSOR',
};

describe('a part of a service', async () => {
  const found = await relatedTo('77090');

  test('has the whole, the other parts, and the study whose image is worked on', () => {
    expect(named(found, 'WHOLE')).toEqual(['77089']);
    expect(named(found, 'SIBLING')).toEqual(['77091', '77092']);
    expect(named(found, 'BASE_STUDY')).toEqual(['77080']);
  });

  test('names for each the statement or the service that shows it', () => {
    for (const { statement, family, text } of found) {
      expect(statement ?? family, text).not.toBeNull();
      if (statement) expect(statement.citations.length).toBeGreaterThan(0);
    }
    expect(found.filter(({ kind }) => kind === 'SIBLING').map(({ family }) => family?.slug)).toEqual([
      'trabecular-bone-score',
      'trabecular-bone-score',
    ]);
  });

  test('says where a statement is about the whole', () => {
    const [base] = found.filter(({ kind }) => kind === 'BASE_STUDY');
    expect(base?.through?.code).toBe('77089');
    expect(base?.text).toContain('77089 is the whole of which 77090 is a part.');
  });
});

test.each(['77080', '77082', '77085', '77086', '77089', '77092', '0554T', '0556T', 'G0513'])(
  '%s is related to each code that is related to it, by the same statement',
  async (code) => {
    const found = await relatedTo(code);
    expect(found).not.toEqual([]);
    for (const { code: other, kind, statement } of found) {
      const back = (await relatedTo(other.code)).filter(
        (related) => related.code.code === code && related.kind === (reverse[kind] ?? kind),
      );
      expect(back, `${other.code} ${kind}`).toHaveLength(1);
      expect(back[0]?.statement?.id).toBe(statement?.id);
    }
  },
);

test('no code is related to itself, nor twice in one way', async () => {
  for (const code of ['77080', '77089', '77090', '77085']) {
    const ways = (await relatedTo(code)).map((related) => `${related.kind} ${related.code.code}`);
    expect(new Set(ways).size).toBe(ways.length);
    expect(ways.filter((way) => way.endsWith(code))).toEqual([]);
  }
});
