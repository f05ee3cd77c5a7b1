/** What Monaco does not declare of its workers. */

declare module 'monaco-editor/esm/vs/editor/editor.worker.js' {
  import type { worker } from 'monaco-editor';
  /** Begins to work: with the services that are made, or with none but the editor's own. */
  export function initialize<Create>(
    make: ((context: worker.IWorkerContext, create: Create) => object) | null,
  ): void;
}
