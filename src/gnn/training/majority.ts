import type { Predictions } from './scores';

/** Every node gets the class most training nodes have (the first of equals), with its share of them as confidence. */
export function majorityClass(labels: Int32Array, train: Int32Array, classes: number): Predictions {
  const counts = new Int32Array(classes);
  for (const node of train) counts[labels[node]]++;
  const best = counts.indexOf(Math.max(...counts));
  return {
    label: new Int32Array(labels.length).fill(best),
    confidence: new Float32Array(labels.length).fill(counts[best] / train.length),
  };
}
