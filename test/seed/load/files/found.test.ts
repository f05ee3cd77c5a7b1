/** Which of the files that a user names are loaded, and why the others are not. Everything here is synthetic. */

import { expect, test } from 'vitest';
import { find, type Search } from '../../../../seed/load/files/find.ts';
import { loading } from '../../kit/loading.ts';
import { zip } from '../../kit/zip.ts';

const fees = (rate: string) =>
  `SYNTHETIC laboratory fees 2026\r\nYEAR,HCPCS,MOD,EFF_DATE,INDICATOR,RATE,SHORTDESC\r\n2026,80047,,20260101,N,${rate},SYNTH\r\n`;
const nameOf = (path: string) => path.split('/').at(-1);
const shown = ({ found, passedOver }: Search) => ({
  found: found.map(({ candidate }) => nameOf(candidate.path)),
  passedOver: passedOver.map(({ path, reason }) => `${nameOf(path)}: ${reason.replace(/ \/\S*\//, ' ')}`),
});

test('of two members with one name neither is taken, as none is known to be the right one', async () => {
  const archive = loading().put(
    'CLFS.zip',
    zip([
      { name: 'CLFS.csv', content: fees('10.50') },
      { name: 'CLFS.csv', content: fees('99.99') },
      { name: 'clfs.txt', content: fees('10.50').replaceAll(',', '~') },
    ]),
  );
  const reason =
    'its archive has 2 members of this name, which differ: unpack the one that you mean, and load that';
  const search = shown(await find([archive], undefined));
  expect(search.found).toEqual([]);
  expect(search.passedOver.filter((line) => line.startsWith('CLFS.csv'))).toEqual([
    `CLFS.csv: ${reason}`,
    `CLFS.csv: ${reason}`,
  ]);
});

test('a load of nothing but members with one name ends with what to do', async () => {
  const trial = loading();
  const twice = ['10.50', '99.99'].map((rate) => ({ name: 'CLFS.csv', content: fees(rate) }));
  expect(await trial.failure([trial.put('CLFS.zip', zip(twice))])).toBe(
    'CLFS.zip/CLFS.csv: There is nothing to load: its archive has 2 members of this name, which differ: unpack the one that you mean, and load that. The same goes for 1 more.',
  );
});

test('of a table in several forms the CSV is taken; tables of one form are all taken', async () => {
  const archive = loading().put(
    'all.zip',
    zip([
      { name: 'CLFS.txt', content: fees('10.50').replaceAll(',', '~') },
      { name: 'CLFS.csv', content: fees('10.50') },
      { name: 'clfs.CSV', content: fees('11.50') },
      { name: 'PUF_CLFS.csv', content: fees('12.50') },
      { name: 'readme', content: 'synthetic' },
    ]),
  );
  const search = shown(await find([archive], undefined));
  expect(search.found.toSorted()).toEqual(['CLFS.csv', 'PUF_CLFS.csv', 'clfs.CSV']);
  expect(search.passedOver).toEqual([
    'readme: no known format',
    'CLFS.txt: by its name it is the table of CLFS.csv in another form',
  ]);
});

test('what is named twice is one file', async () => {
  const trial = loading();
  const archive = trial.put('in/CLFS.zip', zip([{ name: 'CLFS.csv', content: fees('10.50') }]));
  const folder = archive.replace('/CLFS.zip', '');
  for (const paths of [
    [archive, archive],
    [folder, archive],
    [archive, folder],
  ])
    expect(shown(await find(paths, undefined))).toEqual({ found: ['CLFS.csv'], passedOver: [] });
});
