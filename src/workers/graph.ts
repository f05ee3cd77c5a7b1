/** The graph as worker threads load it. */

export { schema } from '../../schema/index.ts';
export { graphContext as context } from '../../schema/kit/context.ts';
