/** @typedef {import('./pyg.mjs').Samples} Samples */
/** @typedef {(times: number) => Promise<Samples>} Contender */
/** @typedef {{ median: number, least: number, results: unknown[] }} Summary of all rounds, milliseconds */

/**
 * Times contenders one after the other, round after round, so that a machine that grows slower or faster does so for all.
 * @param {Record<string, Contender>} contenders
 * @param {{ rounds: number, times: number }} effort how many rounds, and how many calls of each in every round
 * @returns {Promise<Record<string, Summary>>}
 */
export async function byTurns(contenders, { rounds, times }) {
  const all = Object.entries(contenders).map(([name, time]) => {
    /** @type {Samples} */
    const taken = { milliseconds: [], results: [] };
    return { name, time, taken };
  });
  for (let round = 0; round < rounds; round++) {
    for (const { time, taken } of all) {
      const { milliseconds, results } = await time(times);
      taken.milliseconds.push(...milliseconds);
      taken.results.push(...results);
    }
  }
  return Object.fromEntries(all.map(({ name, taken }) => [name, summary(taken)]));
}

/** @param {Samples} samples @returns {Summary} */
function summary({ milliseconds, results }) {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? Number.NaN, least: sorted[0] ?? Number.NaN, results };
}
