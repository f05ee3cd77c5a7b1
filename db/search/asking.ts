/** The words with which people ask: they say what is wanted to be known of a thing, and name none. */

const questions =
  'what which who whom whose where when why how many much list show find give tell please i we my our you your it its they their them this that these those there';
const verbs =
  'is are was were be been do does did can could will would should may must has have had need needs needed get gets apply applies say says mean means work works';
const coverage =
  'cover covers covered covering coverage uncovered pay pays paid paying payable reimburse reimburses reimbursed reimbursement bill bills billed billing billable allow allows allowed require requires required deny denies denied';
const subjects =
  'component components code codes policy policies payer payers insurer insurers plan plans modifiers price prices rate rates cost costs fee fees rule rules criteria benefit benefits guideline guidelines';
const small = 'a an and about at by for from in of on or the to under with';

const setOf = (...lists: readonly string[]): ReadonlySet<string> => new Set(lists.join(' ').split(' '));
const asking = setOf(questions, verbs, coverage, subjects);
const unnaming = setOf(questions, verbs, coverage, subjects, small);

/** The words of a question that name something; all words of a text that asks nothing, or names nothing. */
export function namingWords(words: readonly string[]): readonly string[] {
  if (!words.some((word) => asking.has(word))) return words;
  const names = words.filter((word) => !unnaming.has(word));
  return names.length > 0 ? names : words;
}

/** The longest name that is looked for within a text, in words. */
const longestName = 5;

/** Runs of neighbouring words of a text that may be the name of something, without the text as a whole; those of two letters are too many things. */
export function runsOf(names: readonly string[]): readonly string[][] {
  return names.flatMap((_, from) =>
    Array.from({ length: Math.min(longestName, names.length - from) }, (_run, more) =>
      names.slice(from, from + more + 1),
    ).filter((run) => run.length < names.length && run.join('').length > 2),
  );
}
