/**
 * How one key, press or drag was answered. Times are milliseconds.
 * @typedef {object} Interaction
 * @property {string} name
 * @property {number} latency of its slowest event, until the next picture was on the screen: what INP is made of
 * @property {number} thread of this, how long a processor worked for the page's thread: what it waits for is not counted
 */

/**
 * An event of Chromium's trace; times are microseconds.
 * @typedef {object} TraceEvent
 * @property {string} name
 * @property {string} ph
 * @property {number} ts
 * @property {number} pid
 * @property {number} tid
 * @property {number} [dur]
 * @property {number} [tdur] of the processor
 * @property {{ local?: string }} [id2]
 * @property {{ data?: { interactionId?: number } }} [args]
 */

/** What has to be traced. */
export const TRACED = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];

/** A mark of this name, and what follows it, names the interactions after it. */
export const MARK = 'interaction: ';

/**
 * The interactions of a trace, in order.
 * @param {TraceEvent[]} events
 * @returns {Interaction[]}
 */
export function interactionsIn(events) {
  const inOrder = events.toSorted((a, b) => a.ts - b.ts);
  const marks = inOrder.filter(({ name }) => name.startsWith(MARK));
  const tasks = inOrder.filter(({ name, dur = 0 }) => name === 'RunTask' && dur > 0);
  /** Begun and not yet ended, by a number that is used again afterwards. @type {Map<string, TraceEvent>} */
  const open = new Map();
  /** @type {Map<number, Interaction>} */
  const slowest = new Map();
  for (const event of inOrder.filter(({ name }) => name === 'EventTiming')) {
    const number = `${event.pid} ${event.id2?.local}`;
    const begun = open.get(number);
    if (event.ph === 'b') open.set(number, event);
    if (event.ph !== 'e' || !begun) continue;
    open.delete(number);
    const interaction = begun.args?.data?.interactionId ?? 0;
    const latency = (event.ts - begun.ts) / 1000;
    if (interaction === 0 || latency <= (slowest.get(interaction)?.latency ?? 0)) continue;
    slowest.set(interaction, {
      name: marks.findLast(({ ts }) => ts <= begun.ts)?.name.slice(MARK.length) ?? 'before the first mark',
      latency,
      thread: worked(tasks, begun, event.ts) / 1000,
    });
  }
  return [...slowest.values()];
}

/**
 * Microseconds that a processor worked for an event's thread from then to an end; of a task that reaches beyond, its share.
 * @param {TraceEvent[]} tasks
 * @param {TraceEvent} event
 * @param {number} end
 */
function worked(tasks, event, end) {
  return tasks
    .filter(({ pid, tid }) => pid === event.pid && tid === event.tid)
    .reduce((sum, { ts, dur = 0, tdur = dur }) => {
      const within = Math.min(end, ts + dur) - Math.max(event.ts, ts);
      return sum + (Math.max(0, within) / dur) * tdur;
    }, 0);
}
