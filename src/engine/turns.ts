import { RunCancelled } from './run-cancelled';

/** Who goes first. Work happens one piece at a time, in the order it was asked for; of what is computed the newest alone counts. */
export interface Turns {
  /** Does `work` after everything before it, whether that succeeded or not. */
  enqueue<T>(work: () => Promise<T>): Promise<T>;
  /** Lets go of what is being computed; @returns the ticket of what comes next. */
  overtake(): number;
  /** The ticket of what counts. */
  newest(): number;
  /** @throws {RunCancelled} where something newer has been asked for. */
  check(ticket: number): void;
  /** Stops what is being computed by hand. */
  cancel(): void;
  /** Whether it was stopped by hand. */
  isCancelled(ticket: number): boolean;
}

/** @param onOvertake called as something newer is asked for. */
export function createTurns(onOvertake: () => void): Turns {
  let newest = 0;
  let cancelled = -1;
  /** Settles when everything asked for so far has happened. */
  let queue: Promise<unknown> = Promise.resolve();

  const overtake = () => {
    newest++;
    onOvertake();
    return newest;
  };

  return {
    enqueue(work) {
      const result = queue.then(work, work);
      queue = result.catch(() => {});
      return result;
    },
    overtake,
    newest: () => newest,
    check(ticket) {
      if (ticket !== newest) throw new RunCancelled();
    },
    cancel() {
      // Asked a second time, there is nothing newer to stop.
      if (newest - 1 === cancelled) return;
      cancelled = newest;
      overtake();
    },
    isCancelled: (ticket) => ticket === cancelled,
  };
}
