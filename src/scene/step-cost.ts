import { useEffect } from 'react';
import { useStore } from '../store/store';

/** Name of the performance measure that says what one step cost the page's thread. */
const STEP = 'hopscope:step';

let begun: number | null = null;

/** Notes when each step begins: the moment the hop changes, before anything is drawn anew. */
export function useStepClock(): void {
  useEffect(
    () =>
      useStore.subscribe(({ hop }, before) => {
        if (hop !== before.hop) begun = performance.now();
      }),
    [],
  );
}

/** To be called by a view that has set out for the new hop: measures once all that belongs to the step has run. */
export function stepDrawn(): void {
  if (begun === null) return;
  const start = begun;
  begun = null;
  queueMicrotask(() => performance.measure(STEP, { start }));
}
