import type { LayoutProgress, LayoutRequest, LayoutRun } from './layout';
import { seededStart } from './start';

export { iterationsFor } from './budget';
export { seededStart };

/**
 * Lays the graph out in a worker of its own.
 *
 * `onProgress` hears at most once a frame where the nodes are, last of all from within `stop` or just before the end. Going on from the
 * positions heard last, for the iterations left then, ends where the whole run would have.
 */
export function startLayout(request: LayoutRequest, onProgress: (progress: LayoutProgress) => void): LayoutRun {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'layout' });
  let latest: LayoutProgress | null = null;
  let frame = 0;
  let end: (positions: Float32Array) => void = () => {};

  const finished = new Promise<Float32Array>((resolve, reject) => {
    end = (positions) => {
      close();
      resolve(positions);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      close();
      reject(new Error(`The layout could not be computed: ${event.message || 'its worker did not start'}`));
    };
  });

  worker.onmessage = ({ data }: MessageEvent<LayoutProgress>) => {
    latest = data;
    if (data.done >= data.total) {
      onProgress(data);
      end(data.positions);
    } else if (frame === 0) {
      frame = requestAnimationFrame(report);
    }
  };
  worker.postMessage(request);

  function report() {
    frame = 0;
    if (latest) onProgress(latest);
  }

  function close() {
    worker.terminate();
    cancelAnimationFrame(frame);
    frame = 0;
  }

  return {
    finished,
    stop() {
      if (frame !== 0) report();
      end(latest?.positions ?? request.start ?? seededStart(request.nodeCount, request.seed));
    },
  };
}
