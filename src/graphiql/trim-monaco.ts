/** Leaves unused parts of packages out of the build of the page, so that a first visit stays small. */

import type { Plugin } from 'vite';

interface LeftOut {
  /** Matches the specifier by which other modules import it. */
  readonly module: RegExp;
  /** The replacement: only what these modules use. */
  readonly instead: string;
}

/** The comparison of texts, which neither the page nor its workers use. */
const comparing: LeftOut = {
  module: /\/linesDiffComputers\.js$/,
  instead: 'export const linesDiffComputers = {}',
};

/** Parts of Monaco that needed parts import for features that the page does not use. */
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

/** The build plugin that replaces what is left out of the page, or of its workers. */
export function slim(of: 'page' | 'workers'): Plugin {
  return without(of === 'page' ? leftOutOfPage : [comparing]);
}

/** Replaces modules; fails the build when one of them is not imported any more. */
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

/** Keeps fields in the explorer in the order of the schema, which is meaningful, rather than by letter. */
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
