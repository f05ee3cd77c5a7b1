/**
 * Lists the licences of what is installed to serve the graph and to make its page, in docs/licences.md. With --check, fails where
 * the list is another or a licence is none of those that are allowed.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * One package and its licence, as SPDX writes it; `elsewhere`, for other machines or where the machine has no Node 24.
 * @typedef {{ name: string, version: string, licence: string | undefined, elsewhere: boolean }} Licensed
 */

/**
 * A package of a lock file.
 * @typedef {{ version?: string, license?: string, dev?: boolean, optional?: boolean }} Locked
 */

/** Licences that require no more than their notice: anyone may serve the graph. */
const permissive = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'PSF-2.0',
  'Unlicense',
];

/** What is listed, and what is allowed in it: tools that build the page are not part of it, and may ask for changes to themselves. */
export const lists = [
  { title: 'To serve', folder: '.', allowed: permissive },
  { title: 'To make the page', folder: 'src/web', allowed: [...permissive, 'MPL-2.0'] },
  { title: 'To make the GraphiQL page', folder: 'src/graphiql/page', allowed: [...permissive, 'MPL-2.0'] },
];

/**
 * What a lock file installs without the tools of development; where a package is there, with the licence that it has itself.
 * @param {{ packages: Readonly<Record<string, Locked>> }} lock
 * @param {(place: string) => string | undefined} installed the licence of what is installed at a place
 * @returns {readonly Licensed[]}
 */
export function licensed({ packages }, installed) {
  const all = Object.entries(packages)
    .filter(([place, { dev }]) => place !== '' && !dev)
    .map(([place, { version = '', license, optional = false }]) => ({
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: installed(place) ?? license,
      elsewhere: optional,
    }));
  // One that is there several times, below others, is listed once.
  return [...new Map(all.map((one) => [`${one.name} ${one.version}`, one])).values()].sort((one, other) =>
    `${one.name} ${one.version}` < `${other.name} ${other.version}` ? -1 : 1,
  );
}

/**
 * Whether a licence may be had on terms that are allowed: `(MIT OR GPL-3.0)` may, `MIT AND GPL-3.0` may not.
 * @param {string | undefined} licence
 * @param {readonly string[]} allowed
 */
export function isAllowed(licence, allowed) {
  const terms = (licence ?? '').replace(/^\((.*)\)$/, '$1');
  return terms.split(' OR ').some((choice) => choice.split(' AND ').every((one) => allowed.includes(one)));
}

/** @param {string} folder */
function read(folder) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  /** @param {string} file */
  const json = (file) => JSON.parse(readFileSync(join(root, folder, file), 'utf8'));
  return licensed(json('package-lock.json'), (place) => {
    const file = join(place, 'package.json');
    return existsSync(join(root, folder, file)) ? json(file).license : undefined;
  });
}

/** @param {readonly { title: string, packages: readonly Licensed[] }[]} parts */
export function page(parts) {
  const sections = parts.map(({ title, packages }) => {
    const rows = packages.map(
      ({ name, version, licence, elsewhere }) =>
        `| \`${name}\` | ${version} | ${licence ?? 'none'} | ${elsewhere ? 'where it is needed' : ''} |`,
    );
    return `## ${title}\n\n| package | version | licence | installed |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Licences of packages\n\nWhat \`npm start\` installs, as the lock files name it; \`npm run licences\` writes this page. Tools of development are not listed.\n\n${sections.join('\n')}`;
}

if (import.meta.main ?? process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL('../docs/licences.md', import.meta.url));
  const parts = lists.map((list) => ({ ...list, packages: read(list.folder) }));
  const problems = parts.flatMap(({ title, allowed, packages }) =>
    packages
      .filter(({ licence }) => !isAllowed(licence, allowed))
      .map(
        ({ name, version, licence }) =>
          `${title}: ${name} ${version} is under ${licence ?? 'no licence'}, which is not allowed. Take another package, or allow it in tools/licences.js and say why.`,
      ),
  );
  if (!process.argv.includes('--check')) writeFileSync(file, page(parts));
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== page(parts))
    problems.push(
      'docs/licences.md does not list what the lock files install. Run `npm run licences` and commit what it writes.',
    );
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
