/// <reference lib="webworker" />
import { settle } from './forceatlas2';
import type { LayoutRequest } from './layout';

/** Runs one layout and tells the page how it goes, often enough to look alive and seldom enough not to flood it. */
const REPORT_EVERY_MS = 30;

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<LayoutRequest>) => {
  let reported = performance.now();
  for (const progress of settle(data)) {
    const now = performance.now();
    if (progress.done < progress.total && now - reported < REPORT_EVERY_MS) continue;
    reported = now;
    self.postMessage(progress);
  }
};
