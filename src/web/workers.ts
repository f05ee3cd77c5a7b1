/** Tells Monaco where its workers are: files of this origin, built beside the page. */

import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker';
import GraphqlWorker from 'monaco-graphql/esm/graphql.worker.js?worker';

const environment = {
  async getWorker(_id: string, label: string): Promise<Worker> {
    await firstTouch;
    if (label === 'graphql') return new GraphqlWorker();
    return label === 'json' ? new JsonWorker() : new EditorWorker();
  },
};

/** Nobody needs completion or checks before they touch the page, and the workers are a fifth of what it loads. */
const firstTouch = new Promise((resolve) => {
  for (const touch of ['keydown', 'pointerdown', 'focusin']) addEventListener(touch, resolve, { once: true });
});

Object.assign(globalThis, { MonacoEnvironment: environment });
