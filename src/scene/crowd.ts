/** Graphs with so many lines that no software graphics draws them all in every frame of a motion. */

/** Milliseconds without motion after which all lines are drawn, so that steps in a row do not wait for them. */
const REST_MS = 250;

/** The same in an order of which every first part is spread evenly over the whole: in steps of the golden section. */
export function evenly(lines: Int32Array): Int32Array {
  const count = lines.length;
  let step = Math.max(1, Math.round(count * ((Math.sqrt(5) - 1) / 2)));
  while (commonDivisor(step, count) > 1) step++;
  return lines.map((_, i) => lines[(i * step) % count]);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** Whether anything has moved of late. */
export interface Rest {
  /** Something moves now. */
  stir(): void;
  /** Whether nothing has for a while. */
  resting(): boolean;
  kill(): void;
}

/** @param onRest called when what moved has come to rest. */
export function createRest(onRest: () => void): Rest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    stir() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        onRest();
      }, REST_MS);
    },
    resting: () => timer === undefined,
    kill: () => clearTimeout(timer),
  };
}
