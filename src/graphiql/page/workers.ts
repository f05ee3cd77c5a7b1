/** Tells Monaco where its workers are: in a file of this origin, built beside the page. */

import MonacoWorker from './worker.ts?worker';

const environment = {
  async getWorker(_id: string, label: string): Promise<Worker> {
    await firstTouch;
    return new MonacoWorker({ name: label });
  },
};

/** Nobody needs completion or checks before they touch the page, and the workers are an eighth of what it loads. */
const firstTouch = new Promise((resolve) => {
  for (const touch of ['keydown', 'pointerdown', 'focusin']) addEventListener(touch, resolve, { once: true });
});

Object.assign(globalThis, { MonacoEnvironment: environment });
