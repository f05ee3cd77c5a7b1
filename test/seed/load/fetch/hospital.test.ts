/** The price file of a hospital by the `cms-hpt.txt` of its site. All synthetic. */

import { expect, test } from 'vitest';
import { hospitalFile, locationsIn } from '../../../../seed/load/fetch/hospital.ts';
import { publisherSite } from '../../kit/publisher-site.ts';

const block = (name: string, file: string) => `location-name: ${name}
source-page-url: https://hospital.example/prices
mrf-url: ${file}
contact-name: A Person
contact-email: person@hospital.example
`;
const index = 'https://hospital.example/cms-hpt.txt';
const file = (name: string) => `https://files.hospital.example/${name}_standardcharges.json`;

async function found(name: string, pages: Readonly<Record<string, string>>, location?: string) {
  const { client } = await publisherSite(pages);
  const { files } = await hospitalFile(name, location, client.text);
  return files.map(({ url }) => url);
}

test('one location: its file, with the page on which a person finds it', async () => {
  const { client } = await publisherSite({ [index]: block('East', file('east')) });
  const { files } = await hospitalFile('hospital:hospital.example', undefined, client.text);
  expect(files).toEqual([
    {
      ...{ name: 'hospital:hospital.example', url: file('east'), part: 'East', first: undefined },
      ...{ licences: [], page: 'https://hospital.example/prices', bytes: undefined },
    },
  ]);
});

test.each([
  'hospital:hospital.example',
  'hospital:https://hospital.example/about/prices',
  `hospital:${index}`,
])('%s is its site', async (name) => {
  expect(await found(name, { [index]: block('East', file('east')) })).toEqual([file('east')]);
});

test('the site is asked with and without www, and a page in place of the list is none', async () => {
  const www = 'https://www.hospital.example/cms-hpt.txt';
  const pages = { [index]: '<html>Welcome</html>', [www]: block('East', file('east')) };
  expect(await found('hospital:hospital.example', pages)).toEqual([file('east')]);
  expect(await found('hospital:www.hospital.example', { [index]: block('East', file('east')) })).toEqual([
    file('east'),
  ]);
  await expect(found('hospital:hospital.example', { [index]: '<html>Welcome</html>' })).rejects.toThrow(
    /The list of its price files was not found\. .*cms-hpt\.txt: It has no line that begins with mrf-url.*www\.hospital\.example.*404/,
  );
});

test('an address of a file is that file', async () => {
  expect(await found(`hospital:${file('east')}`, {})).toEqual([file('east')]);
});

const two = `\ufeff${block('Example East Hospital', file('east'))}\r\n\r\n${block('Example West Hospital', file('west'))}`;

test('of several locations one has to be said: they are listed', async () => {
  await expect(found('hospital:hospital.example', { [index]: two })).rejects.toThrow(
    'cms-hpt.txt: It has 2 locations. Say one of them with --location NAME:\n  Example East Hospital\n  Example West Hospital',
  );
  expect(await found('hospital:hospital.example', { [index]: two }, 'west')).toEqual([file('west')]);
  expect(await found('hospital:hospital.example', { [index]: two }, 'example  EAST hospital')).toEqual([
    file('east'),
  ]);
  await expect(found('hospital:hospital.example', { [index]: two }, 'north')).rejects.toThrow(
    'It has no location "north". Say one of them with --location NAME:\n  Example East',
  );
  await expect(found('hospital:hospital.example', { [index]: two }, 'hospital')).rejects.toThrow(
    'It has 2 locations',
  );
});

test('several locations with one file are one file', async () => {
  const same = `${block('East', file('both'))}\n${block('West', file('both'))}`;
  expect(await found('hospital:hospital.example', { [index]: same })).toEqual([file('both')]);
});

test('blocks need no blank line between them; capitals, spaces and http are taken as they are meant', () => {
  const text = `Location-Name : East\nMRF-URL: http://files.hospital.example/a b.json\nlocation-name: West\nmrf-url:/west.csv\nlocation-name: None\nmrf-url:\n`;
  expect(locationsIn(text, index)).toEqual([
    { name: 'East', url: 'https://files.hospital.example/a%20b.json', page: undefined },
    { name: 'West', url: 'https://hospital.example/west.csv', page: undefined },
  ]);
});

test.each(['hospital:', 'hospital:nowhere', 'hospital:file:///etc/passwd'])(
  '%s is no hospital',
  async (name) => {
    await expect(found(name, {})).rejects.toThrow('Give the domain or an address of a hospital');
  },
);
