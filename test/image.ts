/** The image that the Dockerfile describes, laid out in a folder as a build would, for want of an engine to build it. */

import { execFileSync } from 'node:child_process';
import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, matchesGlob, relative, resolve } from 'node:path';

/** The project, which is the context of the build. */
export const root = join(import.meta.dirname, '..');

/** A line of the Dockerfile. */
export interface Instruction {
  /** In capitals, such as COPY. */
  readonly verb: string;
  /** Such as `--from=build`. */
  readonly flags: readonly string[];
  /** All else; the words of a JSON list, or the rest of the line. */
  readonly words: readonly string[];
}

/** The instructions of a Dockerfile, in the few forms that ours uses. */
export function readDockerfile(text: string): readonly Instruction[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      if (line.endsWith('\\')) throw new Error(`Instructions over several lines are not read here: ${line}`);
      const [, verb = '', options = '', rest = ''] = /^([A-Z]+)((?: --[a-z-]+=\S+)*) (.+)$/.exec(line) ?? [];
      const list = /(\[.*\])$/.exec(rest)?.[1];
      const words = list ? (JSON.parse(list) as string[]) : rest.split(' ');
      return { verb, flags: options.split(' ').filter(Boolean), words };
    });
}

/** The stages of a build: what stands from one FROM to the next. */
export function stagesOf(instructions: readonly Instruction[]): readonly (readonly Instruction[])[] {
  const starts = instructions.flatMap(({ verb }, i) => (verb === 'FROM' ? [i] : []));
  return starts.map((start, i) => instructions.slice(start, starts[i + 1]));
}

/** The last instruction of that verb in a stage; its words, or none. */
export function wordsOf(stage: readonly Instruction[], verb: string): readonly string[] {
  return stage.findLast((one) => one.verb === verb)?.words ?? [];
}

/** The environment that a stage sets. */
export function environmentOf(stage: readonly Instruction[]): Readonly<Record<string, string>> {
  const pairs = stage.filter(({ verb }) => verb === 'ENV').flatMap(({ words }) => words);
  return Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
}

/** Builds every stage into a folder of its own below `folder`, and answers with that of the last. */
export function layOut(stages: readonly (readonly Instruction[])[], folder: string): string {
  const places = new Map<string, string>();
  let place = folder;
  for (const stage of stages) {
    const [, , name = 'image'] = wordsOf(stage, 'FROM');
    place = join(folder, name);
    places.set(name, place);
    for (const one of stage) {
      const workdir = join(place, wordsOf(stage, 'WORKDIR')[0] ?? '/');
      mkdirSync(workdir, { recursive: true });
      if (one.verb === 'COPY') copy(one, places, workdir);
      if (one.verb === 'RUN') run(one.words, workdir);
    }
  }
  return place;
}

function copy({ flags, words }: Instruction, places: ReadonlyMap<string, string>, workdir: string): void {
  const from = flags.find((flag) => flag.startsWith('--from='))?.slice('--from='.length);
  const source = from === undefined ? root : (places.get(from) ?? `no stage ${from}`);
  const sources = words.slice(0, -1);
  const target = resolve(workdir, words.at(-1) ?? '.');
  mkdirSync(words.at(-1)?.endsWith('/') ? target : dirname(target), { recursive: true });
  for (const word of sources) {
    const path = join(source, word);
    // As in every COPY of ours: folders are copied as what is in them, files into a folder.
    const into = statSync(path).isDirectory() ? target : join(target, basename(path));
    // Nothing asks for what a stage has given, so it may be moved, which takes no time.
    if (from !== undefined) renameSync(path, into);
    else clone(path, into, (file) => isSent(relative(root, file)));
  }
}

function clone(from: string, to: string, filter: (file: string) => boolean = () => true): void {
  cpSync(from, to, {
    recursive: true,
    // Packages below what is copied are never part of it; their folders alone would be thousands.
    filter: (file) =>
      statSync(file).isDirectory() ? file === from || basename(file) !== 'node_modules' : filter(file),
    mode: constants.COPYFILE_FICLONE,
    verbatimSymlinks: true,
  });
}

const ignored = readFileSync(join(root, '.dockerignore'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** Whether a file of the context reaches the build: the last pattern that fits it or a folder above it decides. */
function isSent(file: string): boolean {
  const above = file.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));
  const fits = (pattern: string) =>
    above.some((path) => matchesGlob(path, pattern) || (pattern === '*' && path !== ''));
  return ignored.findLast((line) => fits(line.replace('!', '')))?.startsWith('!') ?? true;
}

/** Runs it for real, but for npm: what that would install stands in our own node_modules, by the same lock file. */
function run(words: readonly string[], workdir: string): void {
  const line = words.join(' ');
  if (words[0] === 'node') {
    // A page that is built of the same sources is not built again.
    if (!existsSync(join(workdir, '.build'))) clone(join(root, '.build'), join(workdir, '.build'));
    execFileSync(process.execPath, words.slice(1), { cwd: workdir, env: {}, stdio: 'ignore' });
  } else if (line.startsWith('npm ci --prefix ')) {
    const folder = join(words[3] ?? '', 'node_modules');
    symlinkSync(join(root, folder), join(workdir, folder));
  } else if (line.startsWith('npm ci --omit=dev --omit=optional ')) {
    for (const name of productionPackages(workdir))
      clone(join(root, name), join(workdir, name), isOwnFile(name));
  } else throw new Error(`There is no stand-in for RUN ${line}.`);
}

/** What the lock file installs without what is optional and the tools of development, as paths below the root. */
function productionPackages(workdir: string): readonly string[] {
  const { packages } = JSON.parse(readFileSync(join(workdir, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>;
  };
  return Object.entries(packages)
    .filter(([name, { dev, optional }]) => name !== '' && !dev && !optional)
    .map(([name]) => name);
}

/** The packages below a package are listed for themselves. */
const isOwnFile = (name: string) => (file: string) =>
  !relative(join(root, name), file).startsWith('node_modules');
