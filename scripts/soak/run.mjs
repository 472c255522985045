/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./plan').Plan} Plan */
/** @typedef {import('./plan').Draft} Draft */
/** @typedef {import('./page').Outcome} Outcome */
/** @typedef {import('../../src/engine/protocol').EngineMemory} EngineMemory */

/**
 * What came of one run.
 * @typedef {object} RunResult
 * @property {string[]} failures empty when all is well
 * @property {string[]} refusals why recipes were refused on the way
 * @property {string[]} divergences what the app said where numbers left their range
 * @property {number} epochs
 * @property {number} milliseconds
 * @property {EngineMemory | null} memory at the end; null when the page did not answer
 */

/** Seconds the page may take for one call: it is a hang, not a slow machine, that takes longer. */
const PATIENCE = 120;

/** How often a run takes the advice of a message before it gives up. */
const MOST_REPAIRS = 12;

const ILLEGAL = /^Recipe: /;
const OVERFLOW = /left the range of 32-bit numbers|stopped being finite/;
const UNTRAINABLE =
  /^Identity weights have no parameters to train|^A network of 0 hops has no layer|Take a linear decoder\.$/;
/** What a graph refuses of a recipe that is legal on others. */
const UNWIRED = /Take diffusion \(gdc\)|Take random flips \(flip\)|Leave the rewiring out/;

/**
 * Loads the plan's graph, has the refused recipes refused, runs and trains the legal one, and looks at what came of it.
 * @param {Page} page
 * @param {Plan} plan
 * @param {(recipe: Draft, message: string) => Draft | null} asAdvised
 * @returns {Promise<RunResult>}
 */
export async function runPlan(page, plan, asAdvised) {
  const started = performance.now();
  /** @type {RunResult} */
  const result = { failures: [], refusals: [], divergences: [], epochs: 0, milliseconds: 0, memory: null };
  try {
    const before = await memoryOf(page);
    await load(page, plan, result);
    for (const refused of plan.refused) {
      result.refusals.push(refused.reason);
      const wrong = page.evaluate(({ recipe, reason }) => globalThis.soak.refuse(recipe, reason), refused);
      result.failures.push(...(await within(wrong)));
    }
    const trained = await runAndTrain(page, plan, asAdvised, result);
    if (trained && plan.weightsAgain) {
      result.failures.push(...(await within(page.evaluate(() => globalThis.soak.weightsAgain()))));
    }
    result.failures.push(...(await within(page.evaluate((look) => globalThis.soak.look(look), plan.look))));
    result.memory = await memoryOf(page);
    result.failures.push(...leaks(before, result.memory));
  } catch (error) {
    result.failures.push(error instanceof Error ? error.message : String(error));
    result.memory = await memoryOf(page).catch(() => null);
  }
  result.failures = [...new Set(result.failures)];
  result.milliseconds = performance.now() - started;
  return result;
}

/**
 * Puts the graph under the recipe on screen, the last run's; where that cannot be on this graph, under the default one.
 * @param {Page} page
 * @param {Plan} plan
 * @param {RunResult} result gets what happens on the way
 */
async function load(page, { graph }, result) {
  const put = () => within(page.evaluate((given) => globalThis.soak.load(given), graph));
  let { rejected, complaints } = await put();
  result.failures.push(...complaints);
  if (rejected !== null && (OVERFLOW.test(rejected) || ILLEGAL.test(rejected))) {
    (ILLEGAL.test(rejected) ? result.refusals : result.divergences).push(rejected);
    await within(page.evaluate(() => globalThis.soak.run({})));
    ({ rejected, complaints } = await put());
    result.failures.push(...complaints);
  }
  if (rejected !== null) result.failures.push(`load() was refused: ${rejected}`);
}

/**
 * Runs and trains the recipe. Where numbers leave their range or training has nothing to train, it does what the message says
 * and begins again.
 * @param {Page} page
 * @param {Plan} plan
 * @param {(recipe: Draft, message: string) => Draft | null} asAdvised
 * @param {RunResult} result gets what happens on the way
 * @returns {Promise<boolean>} whether it was trained in the end.
 */
async function runAndTrain(page, { recipe: first, task: firstTask, panel }, asAdvised, result) {
  let [recipe, task] = [first, firstTask];
  for (let repairs = 0; repairs <= MOST_REPAIRS; repairs++) {
    let message = await tried(
      page.evaluate((given) => globalThis.soak.run(given), recipe),
      result,
    );
    if (message === null) {
      const training = page.evaluate(({ task, panel }) => globalThis.soak.train(task, panel), { task, panel });
      message = await tried(training, result);
      const outcome = await training;
      result.epochs += outcome.epochs;
      if (message === null && outcome.diverged === null) return true;
      message ??= outcome.diverged ?? '';
    }
    if (OVERFLOW.test(message)) result.divergences.push(message);
    else if (UNTRAINABLE.test(message) || UNWIRED.test(message)) result.refusals.push(message);
    else {
      result.failures.push(`it was refused: ${message}`);
      return false;
    }
    const better = asAdvised(recipe, message);
    if (better === null) {
      result.failures.push(`a message does not say what to do: ${message}`);
      return false;
    }
    recipe = better;
    const rate = /Try a learning rate of (\S+),/.exec(message)?.[1];
    if (rate !== undefined) task = { ...task, learningRate: Number(rate) };
  }
  result.failures.push(`what messages say was done ${MOST_REPAIRS} times and did not help`);
  return false;
}

/**
 * @param {Promise<Outcome>} call
 * @param {RunResult} result gets what is wrong
 * @returns {Promise<string | null>} why it was rejected, if it was.
 */
async function tried(call, result) {
  const { rejected, complaints } = await within(call);
  result.failures.push(...complaints);
  return rejected;
}

/** @param {Page} page @returns {Promise<EngineMemory>} */
const memoryOf = (page) => within(page.evaluate(() => globalThis.soak.memory()));

/**
 * @param {EngineMemory} before
 * @param {EngineMemory} after
 * @returns {string[]}
 */
export function leaks(before, after) {
  const left = [];
  if (after.tensors !== before.tensors) left.push(`${after.tensors} tensors are left, ${before.tensors} before`);
  if (after.bytes !== before.bytes) left.push(`${after.bytes} bytes are left on the device, ${before.bytes} before`);
  if (after.traceBytes > after.traceBudget) left.push(`the trace holds ${after.traceBytes} bytes, over its budget`);
  return left;
}

/**
 * The page's answer. @throws {Error} when there is none for so long that there will be none.
 * @template T
 * @param {Promise<T>} answer
 * @returns {Promise<T>}
 */
async function within(answer) {
  /** @type {NodeJS.Timeout | undefined} */
  let clock;
  const tooLong = new Promise((_, reject) => {
    let seconds = 0;
    // Seconds while this machine is awake: one that slept has not been waiting.
    clock = setInterval(() => {
      seconds++;
      if (seconds > PATIENCE) reject(new Error(`the page did not answer within ${PATIENCE} s`));
    }, 1000);
  });
  try {
    return await Promise.race([answer, /** @type {Promise<never>} */ (tooLong)]);
  } finally {
    clearInterval(clock);
  }
}
