/** The pages of this server: as they are built, or their builds, which run beside it one after the other. */

import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { readExamples } from './graphiql/examples.ts';
import { graphiqlPage } from './graphiql/graphiql-page.ts';
import { type PageBuild, preparePage } from './pages/beside.ts';
import { builtPage, ensurePage } from './pages/build.ts';
import { type PageSources, root } from './pages/page.ts';
import { firstOf, serveWeb, type Web } from './pages/serve.ts';

/** The page at `/`: who covers what. Its addresses are those of its views, see `src/web/app/address.ts`. */
export const webPage: PageSources = {
  name: 'web',
  title: 'the page',
  folder: join(import.meta.dirname, 'web'),
  isAt: (path) =>
    path === '/' || /^\/(?:code|claim|payer|policy|source|changes|gaps|graph|workflow)(?:\/|$)/.test(path),
  assets: '/page/',
  styles: "'self'",
  // What it has in common with the graph.
  madeWith: ['db/codes/code-shapes.ts', 'db/kit/id-parts.ts', 'src/kit/csv-line.ts'].map((path) =>
    join(root, path),
  ),
};

/** Those that a build makes, in the order in which people come to them. */
const all: readonly PageSources[] = [webPage, graphiqlPage];

/** Which pages there are to be, and whether one that is not built may be. */
export interface PagesWanted {
  readonly PAGE: boolean;
  readonly GRAPHIQL: boolean;
  /** `beside` where another process builds them. */
  readonly BUILD: 'on' | 'off' | 'beside';
  readonly PERSISTED_ONLY: boolean;
}

/** Opens the pages that are built, and prepares the builds of those that are not; nothing where there is to be no page. */
export async function openPages(
  { PAGE, GRAPHIQL, BUILD, PERSISTED_ONLY }: PagesWanted,
  announce: (line: string) => void,
): Promise<Partial<PageBuild>> {
  // The page asks published operations alone; GraphiQL asks what people write.
  const wanted = all.filter((page) => (page === webPage ? PAGE : GRAPHIQL && !PERSISTED_ONLY));
  const webs: Web[] = [];
  const runs: PageBuild['run'][] = [];
  for (const page of wanted) {
    const open = () => openPage(page);
    const built = await open();
    if (built) webs.push(built);
    else if (BUILD !== 'off') {
      const build = { page, open, announce };
      const { web, run } = preparePage(
        BUILD === 'on'
          ? { ...build, steps: stepsOf(page) }
          : { ...build, steps: [], open: () => untilBuilt(open), announce: () => {} },
      );
      webs.push(web);
      runs.push(run);
    } else
      announce(`There is no ${page.title.slice(4)}, because it is not built: \`npm run page\` builds it.`);
  }
  if (webs.length === 0) return {};
  const run = async () => {
    for (const next of runs) await next();
  };
  return { web: firstOf(webs), ...(runs.length > 0 && { run }) };
}

/** What is to be run with Node for a page to be there: its packages are installed where they are missing. */
const stepsOf = ({ name }: PageSources): readonly (readonly string[])[] => [
  [join(root, 'tools', 'install.js'), name],
  [import.meta.filename, name],
];

/** Milliseconds between two looks at whether another process has built a page. */
const lookMs = 1_000;

async function untilBuilt(open: () => Promise<Web | undefined>): Promise<Web | undefined> {
  for (;;) {
    const web = await open();
    if (web) return web;
    await after(lookMs, undefined, { ref: false });
  }
}

async function openPage(page: PageSources): Promise<Web | undefined> {
  const folder = await builtPage(page);
  if (folder === undefined) return undefined;
  return serveWeb(page, folder, page === graphiqlPage ? { 'examples.json': readExamples() } : {});
}

// What `npm run page` runs, as does a server that starts without a page, which names it.
if (import.meta.main) {
  const named = process.argv.slice(2);
  for (const page of all.filter(({ name }) => named.length === 0 || named.includes(name)))
    await ensurePage(page, console.error).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    });
}
