/** `npm run check`: asks the question of all parts running, and holds the answer to the one that is kept here. */

import { deepStrictEqual } from 'node:assert/strict';
import { answerKept, ask, question } from './question.ts';
import { startTogether } from './together.ts';

const { url, gateway, stop } = await startTogether(process.env);
try {
  deepStrictEqual(await ask(url, question), { data: answerKept });
  console.log(`Behind ${gateway} the question has the answer that is kept in answer.json.`);
} finally {
  await stop();
}
