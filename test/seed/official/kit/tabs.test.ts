/** Tables that a spreadsheet saved as text: cells separated by tabs say what those separated by commas say. Everything is synthetic. */

import { expect, test } from 'vitest';
import { providerTaxonomies } from '../../../../seed/official/care/provider-taxonomy.ts';
import { hcpcs } from '../../../../seed/official/codes/hcpcs.ts';
import { gpci } from '../../../../seed/official/fees/gpci.ts';
import { localityCounties } from '../../../../seed/official/fees/locality-counties.ts';
import { oppscap } from '../../../../seed/official/fees/oppscap.ts';
import { pprrvu } from '../../../../seed/official/fees/pprrvu.ts';
import { feeCsv } from '../../kit/fee-file.ts';
import { inMemory, read, sighting } from '../../kit/file-trial.ts';
import { table } from '../../kit/hcpcs-file.ts';

test.each([
  [
    gpci,
    'GPCI2025.csv',
    'synthetic,,,,,,\nMedicare Administrative Contractor (MAC),State,Locality Number,Locality Name,2025 PW GPCI (with 1.0 Floor),2025 PE GPCI,2025 MP GPCI\n10112,AL,00,ALABAMA,1,0.869,0.575\n02102,AK,01,ALASKA*,1.5,1.081,0.592\n',
  ],
  [pprrvu, 'PPRRVU2025_Oct.csv', feeCsv([{ code: '77080' }, { code: '77080', modifier: '26' }])],
  [
    oppscap,
    'OPPSCAP_OCT25.csv',
    'HCPCS,MOD,PROCSTAT,CARRIER,LOCALITY,FACILITY PRICE,NON-FACILTY PRICE\n74261,TC,A,01112,05,150.69,150.70\n',
  ],
  [
    localityCounties,
    '25LOCCO.csv',
    'COUNTIES INCLUDED IN 2025 LOCALITIES,,,,\nMedicare Adminstrative Contractor,Locality Number,State ,Fee Schedule Area ,Counties\n10112,0,ALABAMA ,STATEWIDE ,ALL COUNTIES \n',
  ],
  [
    providerTaxonomies,
    'nucc_taxonomy_251.csv',
    'Code,Grouping,Classification,Specialization,Definition,Notes,Display Name,Section\n207Q00000X,synthetic,synthetic,,,,synthetic,Individual\n',
  ],
  [hcpcs, 'HCPC2025_JAN_ANWEB.csv', table().replaceAll('"', '')],
] as const)('$name', async (format, name, text) => {
  const tabbed = text.replaceAll(',', '\t');
  const known = format.recognise(sighting(text, name));
  expect(known?.from).toMatch(/^2025-/);
  expect(format.recognise(sighting(tabbed, name))).toEqual(known);
  const statementsOf = async (content: string) => {
    const { statements } = await read(format, inMemory(content, { name }), { from: '2025-01-01' });
    return statements.map(({ key, values }) => ({ key, values }));
  };
  const stated = await statementsOf(text);
  expect(stated.length).toBeGreaterThan(0);
  expect(await statementsOf(tabbed)).toEqual(stated);
});
