/**
 * Installs what a command needs and what is not there; npm runs it before the command, on any Node from 20 up, so it is
 * plain JavaScript. `serve` needs few packages, `all` those of development and of the pages too, `page` those of the pages,
 * `web` and `graphiql` those of one of them, `peers` those of the other servers that the benchmark runs.
 */

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isLockOf, isNodeOf, missingPackages, nodePackage, npmFailed, unwritable } from './packages.js';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The folders of the pages, each with packages of its own. */
const pages = { web: join(root, 'src', 'web'), graphiql: join(root, 'src', 'graphiql', 'page') };
const peers = join(root, 'bench', 'peers');

const need = process.argv[2];
const manifest = read(join(root, 'package.json'));
const modules = join(root, 'node_modules');
const brought = nodePackage(process);
const quietly = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];

try {
  if (need === 'serve' || need === 'all') {
    const fits = isNodeOf(process.versions.node, manifest.optionalDependencies);
    install(root, { development: need === 'all', node: fits ? undefined : brought });
    linkNode();
    if (!fits && !isLinked()) {
      const [wanted = ''] = Object.values(manifest.optionalDependencies).map(String);
      throw new Error(
        `This runs on Node ${process.versions.node} and needs ${wanted}, which npm could not bring for ${process.platform} ${process.arch}: ` +
          `install Node ${wanted.split('.')[0]} on this machine, then run the same command again.`,
      );
    }
  }
  for (const [name, folder] of Object.entries(pages)) {
    if (need === name || need === 'page' || need === 'all') install(folder, { development: true });
  }
  if (need === 'peers') install(peers, { development: true });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Whether the Node that was brought is where npm looks for it. */
function isLinked() {
  return existsSync(join(modules, '.bin', 'node'));
}

/** npm 10 removes the link to that Node with the links of the same name that the packages of other platforms would have. */
function linkNode() {
  if (!existsSync(join(modules, brought)) || isLinked() || cannotWrite(modules)) return;
  npm(root, ['rebuild', brought, ...quietly]);
}

/**
 * @param {string} folder
 * @param {import('./packages.js').Needs} needs
 */
function install(folder, needs) {
  const lock = read(join(folder, 'package-lock.json'));
  const modules = join(folder, 'node_modules');
  const about = join(modules, '.package-lock.json');
  const { missing, omit } = missingPackages(lock, existsSync(about) ? read(about) : undefined, needs);
  const locked = isLockOf(lock, read(join(folder, 'package.json')));
  if (missing.length === 0 && locked) return;

  const code = cannotWrite(existsSync(modules) ? modules : folder);
  if (code) {
    if (missing.length === 0) return;
    const sentence = unwritable(existsSync(modules) ? modules : folder, code, missing);
    if (missing.some(({ outdated }) => !outdated)) throw new Error(sentence);
    console.error(sentence);
    return;
  }
  console.error(missing.length > 0 ? `Installing ${missing.length} packages.` : 'Working out the lock file.');
  const kinds =
    omit.length > 0 ? omit.map((kind) => `--omit=${kind}`) : ['--include=dev', '--include=optional'];
  // The lock file stays as it is, whichever version of npm this is, unless package.json asks for something else.
  const saving = locked ? ['--no-save'] : [];
  npm(folder, ['install', ...kinds, ...saving, ...quietly]);
}

/**
 * @param {string} folder
 * @param {readonly string[]} words
 */
function npm(folder, words) {
  // The npm that runs this, where one does.
  const program = process.env.npm_execpath ?? '';
  const [command, first] = /npm-cli\.c?js$/.test(program) ? [process.execPath, [program]] : ['npm', []];
  const { status, stderr, error } = spawnSync(command, [...first, ...words], {
    cwd: folder,
    // What npm says is for people: on stdout, `npm run mcp` speaks to a program.
    stdio: ['ignore', 2, 'pipe'],
    encoding: 'utf8',
    shell: command === 'npm' && process.platform === 'win32',
  });
  process.stderr.write(stderr ?? '');
  if (error) throw new Error(`npm could not be started: ${error.message}.`);
  if (status !== 0) throw new Error(npmFailed(stderr, folder));
}

/**
 * Why a folder cannot be written, such as EACCES; undefined when it can.
 * @param {string} folder
 */
function cannotWrite(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

/** @param {string} file */
function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
