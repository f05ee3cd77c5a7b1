/** What Monaco does not declare of its workers. */

declare module 'monaco-editor/esm/vs/editor/editor.worker.js' {
  import type { worker } from 'monaco-editor';
  /** Starts the worker: with the services that `make` returns, or with only the editor's own. */
  export function initialize<Create>(
    make: ((context: worker.IWorkerContext, create: Create) => object) | null,
  ): void;
}
