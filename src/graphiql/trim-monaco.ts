/** What the build of the page leaves out of the packages it is made of, so that a first visit stays small. */

import type { Plugin } from 'vite';

interface LeftOut {
  /** How other modules import it. */
  readonly module: RegExp;
  /** What they get instead: as much as they touch. */
  readonly instead: string;
}

/** Comparing texts, which nothing here does: neither in the page nor in its workers. */
const comparing: LeftOut = {
  module: /\/linesDiffComputers\.js$/,
  instead: 'export const linesDiffComputers = {}',
};

/** Parts of Monaco that are imported by parts we need, for what nothing here does. */
const leftOutOfPage: readonly LeftOut[] = [
  comparing,
  {
    module: /iffEditorWidget\.js$/,
    instead: 'export class DiffEditorWidget {} export class MultiDiffEditorWidget {}',
  },
  { module: /\/colorHoverParticipant\.js$/, instead: 'export class ColorHoverParticipant {}' },
  { module: /\/inlayHintsHover\.js$/, instead: 'export class InlayHintsHover {}' },
  {
    module: /\/inlineCompletionsHintsWidget\.js$/,
    instead: 'export class InlineSuggestionHintsContentWidget { static dropDownVisible = false }',
  },
  {
    module: /\/goToDefinitionAtPosition\.js$/,
    instead: 'export class GotoDefinitionAtPositionEditorContribution { static get() { return null } }',
  },
  {
    module: /\/copyPasteController\.js$/,
    instead: 'export class CopyPasteController { static get() { return null } }',
  },
  {
    module: /\/codeActionController\.js$/,
    instead: 'export class CodeActionController { static get() { return null } }',
  },
  {
    module: /\/codeAction\/browser\/codeAction\.js$/,
    instead: `export const quickFixCommandId = 'none';
      export const getCodeActions = async () => ({ validActions: [], allActions: [], dispose() {} });`,
  },
];

/** Answers for what is left out of the page, or of its workers. */
export function slim(of: 'page' | 'workers'): Plugin {
  return without(of === 'page' ? leftOutOfPage : [comparing]);
}

/** Fails the build when something is no longer there to leave out. */
function without(leftOut: readonly LeftOut[]): Plugin {
  const met = new Set<LeftOut>();
  return {
    name: 'slim',
    enforce: 'pre',
    resolveId(specifier) {
      const one = leftOut.find(({ module }) => module.test(specifier));
      if (!one) return undefined;
      met.add(one);
      return `\0left-out:${leftOut.indexOf(one)}`;
    },
    load: (id) => (id.startsWith('\0left-out:') ? leftOut[Number(id.split(':')[1])]?.instead : undefined),
    buildEnd(error) {
      const unmet = leftOut.filter((one) => !met.has(one)).map(({ module }) => module.source);
      if (!error && unmet.length > 0) this.error(`Nothing imports ${unmet.join(', ')} any more.`);
    },
  };
}

/** The explorer sorts fields by letter; the schema's own order says what to begin with. */
export function explorerInOrder(): Plugin {
  let met = false;
  return {
    name: 'explorer-in-order',
    transform(code, id) {
      if (!id.endsWith('/graphiql-explorer/dist/Explorer.js')) return undefined;
      met = code.includes('.sort()');
      return { code: code.replaceAll('.sort()', ''), map: null };
    },
    buildEnd(error) {
      if (!error && !met) this.error('The explorer sorts nothing any more.');
    },
  };
}
