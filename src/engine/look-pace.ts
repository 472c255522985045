/** A look is followed by so many times as long without one: looking takes about a fifth of a training's time at most. */
const REST = 4;
/** The first takes longer than any after it, for all is done for the first time. */
const FIRST_REST = 1;

/** And for so many ms at least: a step on screen takes 300. */
const LEAST_REST = 350;

export interface LookPace {
  /** Whether it is time to look again: the last look has been shown, and its rest is over. */
  ready(): boolean;
  /** Takes a look; it is over once what `look` hands out has been shown. */
  take(look: () => Promise<{ shown: Promise<void> }>): Promise<void>;
}

/** Spaces the looks at a training, so that neither computing nor drawing them slows it down by much. */
export function lookPace(now: () => number = () => performance.now()): LookPace {
  let rest = FIRST_REST;
  let showing = false;
  let notBefore = Number.NEGATIVE_INFINITY;
  return {
    ready: () => !showing && now() >= notBefore,
    async take(look) {
      const began = now();
      showing = true;
      const over = () => {
        showing = false;
      };
      try {
        const { shown } = await look();
        shown.then(over, over);
      } catch (error) {
        over();
        throw error;
      } finally {
        notBefore = now() + Math.max(LEAST_REST, rest * (now() - began));
        rest = REST;
      }
    },
  };
}
