/** Addresses of the page: what one shows is in it, and nothing that is as on a first visit. */

import { expect, test } from 'vitest';
import {
  answerAddress,
  claimAddress,
  codeAddress,
  csvAddress,
  firstPayers,
  readDay,
  readDraft,
  readQuestion,
  today,
} from '../../../src/web/app/address.ts';

const searchOf = (address: string) => new URL(address, 'http://page.example').search;

test('the first visit asks of the five payers of the reports today, at an address without parameters', () => {
  const first = readQuestion('');
  expect(first).toMatchObject({ codes: ['77090', '77092'], payers: firstPayers, on: today });
  expect(answerAddress(first)).toBe('/');
});

test('a question is restored from its address, whatever is in it', () => {
  const question = {
    codes: ['77080', '77081'],
    payers: ['aetna', 'uhc'],
    on: '2025-10-15',
    known: '2026-11-24',
    beside: '2022-06-01',
    cell: 'aetna.COMMERCIAL.77080-26',
  };
  expect(readQuestion(searchOf(answerAddress(question)))).toEqual(question);
  expect(
    answerAddress({ ...question, payers: [], known: undefined, beside: undefined, cell: undefined }),
  ).toBe('/?codes=77080,77081&payers=&on=2025-10-15');
});

test('what is no day is left out, not sent', () => {
  expect(readQuestion('?on=yesterday&known=2026-13-45').on).toBe(today);
  expect(readQuestion('?on=yesterday&known=2026-13-45').known).toBeUndefined();
  expect(readDay('?on=2025-10-15')).toBe('2025-10-15');
});

test('codes are read as people type them', () => {
  expect(readQuestion('?codes=g0130;+77080,,77081').codes).toEqual(['G0130', '77080', '77081']);
});

test('a code and a draft claim have addresses of their own', () => {
  expect(codeAddress('77092', '2025-10-15')).toBe('/code/77092?on=2025-10-15');
  const draft = { payer: 'aetna', on: '2025-10-15', lines: '77092-26 x1 M81.0 11\n77080' };
  expect(readDraft(searchOf(claimAddress(draft)))).toEqual(draft);
});

test('the table asks for all payers where none is chosen', () => {
  const address = csvAddress({ codes: ['77080'], payers: [], on: '2025-10-15', known: '2026-11-24' });
  expect(Object.fromEntries(new URL(address, 'http://page.example').searchParams)).toEqual({
    codes: '77080',
    dateOfService: '2025-10-15',
    knownAt: '2026-11-24T23:59:59Z',
  });
});
