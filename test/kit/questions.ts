/** The questions that people ask, with their answers and the SQL behind them: `examples/questions/<subject>/<name>.*`. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const questionsFolder = join(import.meta.dirname, '../../examples/questions');

/** Their paths below the folder, without an ending: `coverage/coverage-matrix`. */
export const questions: readonly string[] = globSync('*/*.graphql', { cwd: questionsFolder })
  .map((path) => path.slice(0, -'.graphql'.length))
  .sort();

/** A file of the question of that name, such as its `json`; throws where there is none. */
export function questionFile(name: string, ending: 'graphql' | 'json' | 'sql'): string {
  const path = questions.find((each) => each.endsWith(`/${name}`));
  if (!path) throw new Error(`There is no question ${name} in examples/questions.`);
  return readFileSync(join(questionsFolder, `${path}.${ending}`), 'utf8');
}
