/** `npm start`: runs all parts until it is told to stop. */

import { startTogether } from './together.ts';

const { url, gateway, graph, claims, stop } = await startTogether(process.env);
console.log(`\nThe graph is at ${graph}`);
console.log(`The claims are at ${claims}`);
console.log(`Both, behind ${gateway}, are at ${url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
