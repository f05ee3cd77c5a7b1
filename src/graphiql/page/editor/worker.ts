/** All of Monaco's workers in one file, which the browser loads once: the name of a worker selects its kind. */

import type { Position, worker } from 'monaco-editor';
import { initialize } from 'monaco-editor/esm/vs/editor/editor.worker.js';
import 'monaco-editor/esm/vs/language/json/json.worker.js';
import { GraphQLWorker } from 'monaco-graphql/esm/GraphQLWorker.js';

/** Sorts completions in the order of the schema: the service puts field 10 before field 2. */
class OrderedWorker extends GraphQLWorker {
  override async doComplete(uri: string, position: Position) {
    const items = await super.doComplete(uri, position);
    for (const item of items) {
      if (item.sortText) item.sortText = item.sortText.replace(/^\d+/, (digits) => digits.padStart(4, '0'));
    }
    return items;
  }
}

type Create = ConstructorParameters<typeof GraphQLWorker>[1];

const plain = () => initialize(null);
const graphql = () =>
  initialize((context: worker.IWorkerContext, create: Create) => new OrderedWorker(context, create));

// The worker for JSON starts to listen when it is loaded.
if (self.name !== 'json') self.onmessage = self.name === 'graphql' ? graphql : plain;
