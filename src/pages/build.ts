/** Builds a page out of its sources, once for every state of them. */

import { createHash } from 'node:crypto';
import { existsSync, globSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { type PageSources, root } from './page.ts';

const buildsOf = ({ name }: PageSources): string => join(root, '.build', name);

/** Files that few visits load, formatters: for them packing fast matters more than packing tight. */
const seldom = /babel|estree|standalone/;

/** The folder of the page that was built of the sources as they are; undefined when there is none. */
export async function builtPage(page: PageSources): Promise<string | undefined> {
  const folder = join(buildsOf(page), await sourceHash(page));
  return existsSync(folder) ? folder : undefined;
}

/**
 * Answers with the folder of the built page, which it builds first (some seconds) when it is missing or stale;
 * `announce` hears of that. Throws when the build tools are not installed.
 */
export async function ensurePage(page: PageSources, announce: (sentence: string) => void): Promise<string> {
  const builds = buildsOf(page);
  const folder = join(builds, await sourceHash(page));
  if (existsSync(folder)) return folder;
  if (!existsSync(join(page.folder, 'node_modules')))
    throw new Error(
      `The packages of ${page.title} are not installed: \`npm run page\` installs them and builds it.`,
    );
  await mkdir(builds, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      `${sentence(page.title)} cannot be built, because ${builds} cannot be written (${error.code}): run \`npm run page\` once as a user who may write there.`,
    );
  });
  announce(`Building ${page.title}; this is done once.`);
  const started = performance.now();
  // Built aside and renamed, so that a folder that is there is whole, also where another process builds at the same time.
  const draft = join(builds, `draft-${process.pid}`);
  await bundle(page, draft);
  await compress(draft);
  await rename(draft, folder).catch((error: unknown) => {
    if (!existsSync(folder)) throw error;
  });
  await removeOthers(builds, folder);
  announce(`Built ${page.title} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return folder;
}

/** Words as the beginning of a sentence. */
const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Changes with the sources of the page, the lock file of its packages among them, and with how it is built. */
async function sourceHash({ folder, madeWith = [] }: PageSources): Promise<string> {
  const hash = createHash('sha256');
  const names = globSync('**/*.*', { cwd: folder, exclude: (name) => name === 'node_modules' });
  const files = [...names.sort().map((name) => join(folder, name)), import.meta.filename, ...madeWith];
  for (const file of files) hash.update(file.slice(root.length)).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

async function bundle({ folder, assets, settings = {} }: PageSources, outDir: string): Promise<void> {
  // Vite is installed with the packages of the page: a server that never builds it runs without.
  const vite = createRequire(join(folder, 'package.json')).resolve('vite');
  const { build } = (await import(pathToFileURL(vite).href)) as typeof import('vite');
  await build({
    ...settings,
    root: folder,
    base: assets,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    // Whatever the environment of this process is called, the page is not for working on React.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10_000,
    },
  });
}

async function compress(folder: string): Promise<void> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.\w+$/.test(name));
  const brotli = promisify(brotliCompress);
  await Promise.all(
    names.map(async (name) => {
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: seldom.test(name) ? 9 : 11,
        [constants.BROTLI_PARAM_LGWIN]: 24,
      };
      const packed = await brotli(await readFile(join(folder, name)), { params });
      await writeFile(join(folder, `${name}.br`), packed);
    }),
  );
}

/** Drafts of the last hour stay: they may be another process's, which is not done. */
async function removeOthers(builds: string, folder: string): Promise<void> {
  const others = (await readdir(builds)).map((name) => join(builds, name)).filter((path) => path !== folder);
  const anHourAgo = Date.now() - 3_600_000;
  for (const path of others) {
    const inTheMaking =
      basename(path).startsWith('draft-') &&
      (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > anHourAgo;
    if (!inTheMaking) await rm(path, { recursive: true, force: true });
  }
}
