/** How many of the last epochs the speed is measured over. */
const WINDOW = 20;

export interface Speed {
  epochsPerSecond: number;
  secondsLeft: number | null;
}

/** Measures how fast epochs go by, without the time they are paused. */
export function epochClock(now: () => number = () => performance.now()) {
  const ticks: number[] = [];
  let pausedAt: number | null = null;
  let paused = 0;
  return {
    /** Called after each epoch. */
    tick(epochsLeft: number): Speed {
      ticks.push(now() - paused);
      if (ticks.length > WINDOW + 1) ticks.shift();
      const seconds = (ticks[ticks.length - 1] - ticks[0]) / 1000;
      if (ticks.length < 2 || seconds <= 0) return { epochsPerSecond: 0, secondsLeft: null };
      const epochsPerSecond = (ticks.length - 1) / seconds;
      return { epochsPerSecond, secondsLeft: epochsLeft / epochsPerSecond };
    },
    pause() {
      pausedAt ??= now();
    },
    resume() {
      if (pausedAt !== null) paused += now() - pausedAt;
      pausedAt = null;
    },
  };
}
