import { useStore } from '../store/store';

/**
 * Resolves once the first graph is on its canvas: a frame to draw it, and the next to be sure that it was shown.
 * A page in the background draws nothing, so there it does not wait.
 */
export function firstPaint(): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = useStore.subscribe(({ graph }) => {
      if (!graph) return;
      unsubscribe();
      const shown = () => {
        performance.mark('hopscope:first-paint');
        resolve();
      };
      if (document.hidden) shown();
      else requestAnimationFrame(() => requestAnimationFrame(shown));
    });
  });
}
