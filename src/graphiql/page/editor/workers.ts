/** Configures the location of Monaco's workers: a file of this origin, built with the page. */

import MonacoWorker from './worker.ts?worker';

const environment = {
  async getWorker(_id: string, label: string): Promise<Worker> {
    await firstTouch;
    return new MonacoWorker({ name: label });
  },
};

/** Workers are loaded at the first touch: nobody needs completion or checks before, and they are an eighth of the download. */
const firstTouch = new Promise((resolve) => {
  for (const touch of ['keydown', 'pointerdown', 'focusin']) addEventListener(touch, resolve, { once: true });
});

Object.assign(globalThis, { MonacoEnvironment: environment });
