/** Milliseconds of work between two moments at which the page can do something else. */
const TURN = 24;

/** Does something for each of `count`, letting the page breathe in between. */
export async function inTurns(count: number, work: (i: number) => void): Promise<void> {
  let until = performance.now() + TURN;
  for (let i = 0; i < count; i++) {
    work(i);
    if (i % 64 === 63 && performance.now() > until) {
      await new Promise((resolve) => setTimeout(resolve));
      until = performance.now() + TURN;
    }
  }
}
