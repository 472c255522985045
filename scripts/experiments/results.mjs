/** @typedef {import('./specification.mjs').Specification} Specification */

/**
 * One run. Accuracies are shares, of the weights with the best validation accuracy.
 * @typedef {{ seed: number, test: number, validation: number, bestEpoch: number, epochs: number, seconds: number }} Run
 */

/**
 * What is kept of a specification's runs; `specification` is what they were made with, so that a changed one starts anew.
 * @typedef {{ specification: Specification, runs: Run[] }} Result
 */

/** @typedef {Record<string, Result>} Results by the specification's name */

/**
 * The runs that are still to be made, seeds in turn over all specifications.
 * @param {Specification[]} specifications
 * @param {Results} results
 * @returns {{ specification: Specification, seed: number }[]}
 */
export function missingRuns(specifications, results) {
  const most = Math.max(0, ...specifications.map(({ seeds }) => seeds));
  return Array.from({ length: most }, (_, seed) => seed).flatMap((seed) =>
    specifications
      .filter((one) => seed < one.seeds && !runsOf(one, results).some((run) => run.seed === seed))
      .map((specification) => ({ specification, seed })),
  );
}

/**
 * The results with one more run. Runs made with another specification of this name are dropped.
 * @param {Results} results
 * @param {Specification} specification
 * @param {Run} run
 * @returns {Results}
 */
export function withRun(results, specification, run) {
  const runs = [...runsOf(specification, results), run].sort((a, b) => a.seed - b.seed);
  return { ...results, [specification.name]: { specification, runs } };
}

/**
 * A Markdown table of mean ± standard deviation over the seeds.
 * @param {Specification[]} specifications
 * @param {Results} results
 */
export function table(specifications, results) {
  const rows = specifications.map((specification) => {
    const runs = runsOf(specification, results);
    const { title, dataset, seeds, expected } = specification;
    if (runs.length === 0) return `| ${title} | ${dataset} | 0 of ${seeds} | – | ${rangeText(expected)} | – |`;
    const [test, seconds] = [summary(runs.map((run) => run.test)), summary(runs.map((run) => run.seconds))];
    const accuracy = `${percent(test.mean)} ± ${percent(test.deviation)}`;
    const count = runs.length === seeds ? seeds : `${runs.length} of ${seeds}`;
    return `| ${title} | ${dataset} | ${count} | ${accuracy} | ${rangeText(expected)} | ${seconds.mean.toFixed(1)} |`;
  });
  const head = '| model | dataset | seeds | test accuracy, % | expected | seconds a run |';
  return [head, '|---|---|---|---|---|---|', ...rows].join('\n');
}

/**
 * What is out of the range its specification expects, one sentence each; runs that are missing say nothing.
 * @param {Specification[]} specifications
 * @param {Results} results
 */
export function complaints(specifications, results) {
  return specifications.flatMap((specification) => {
    const runs = runsOf(specification, results);
    if (runs.length < specification.seeds) return [];
    const { mean } = summary(runs.map((run) => run.test));
    const { atLeast = 0, atMost = 1 } = specification.expected ?? {};
    if (mean >= atLeast && mean <= atMost) return [];
    return [`${specification.name}: ${percent(mean)} % is not ${rangeText(specification.expected)} %`];
  });
}

/**
 * Mean and standard deviation of a population, as the tables of the literature have them.
 * @param {number[]} values at least one
 */
export function summary(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}

/** @type {(specification: Specification, results: Results) => Run[]} */
function runsOf(specification, results) {
  const kept = results[specification.name];
  return kept && JSON.stringify(kept.specification) === JSON.stringify(specification) ? kept.runs : [];
}

/** @param {Specification['expected']} expected */
function rangeText(expected) {
  const { atLeast, atMost } = expected ?? {};
  if (atLeast !== undefined && atMost !== undefined) return `${percent(atLeast)}–${percent(atMost)}`;
  if (atLeast !== undefined) return `≥ ${percent(atLeast)}`;
  return atMost === undefined ? '' : `≤ ${percent(atMost)}`;
}

/** @param {number} share */
function percent(share) {
  return (100 * share).toFixed(2).replace(/\.?0+$/, '');
}
