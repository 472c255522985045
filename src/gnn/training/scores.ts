/** How well predicted classes agree with known ones, over the nodes of one part of a split. */
export interface Scores {
  /** How many nodes were scored. */
  count: number;
  /** Share predicted right; null without nodes. */
  accuracy: number | null;
  /** [actual][predicted] counts. */
  confusion: number[][];
  perClass: ClassScores[];
  calibration: Calibration;
}

/** Each 0…1, or null where it would divide by nothing. */
export interface ClassScores {
  /** Right among those predicted as this class. */
  precision: number | null;
  /** Right among those that are of this class. */
  recall: number | null;
  /** 2 · right / (predicted + actual), the harmonic mean of the two. */
  f1: number | null;
  /** How many are of this class. */
  support: number;
}

/** How far the stated confidence can be believed (Guo et al. 2017, 1706.04599). */
export interface Calibration {
  /** Σ_bins share · |accuracy − confidence|; null without nodes. */
  expectedError: number | null;
  /** Equal steps of confidence from 0 to 1, lower end excluded. */
  bins: { count: number; confidence: number | null; accuracy: number | null }[];
}

/** What a model says of every node. */
export interface Predictions {
  /** (N) index of the class with the highest probability. */
  label: Int32Array;
  /** (N) that probability. */
  confidence: Float32Array;
}

const BINS = 10;

/** Softmax of each row, its largest entry. Shapes: logits (N, classes) row-major. */
export function predict(logits: ArrayLike<number>, classes: number): Predictions {
  const count = logits.length / classes;
  const label = new Int32Array(count);
  const confidence = new Float32Array(count);
  for (let node = 0; node < count; node++) {
    const row = node * classes;
    let best = 0;
    for (let c = 1; c < classes; c++) if (logits[row + c] > logits[row + best]) best = c;
    let sum = 0;
    for (let c = 0; c < classes; c++) sum += Math.exp(logits[row + c] - logits[row + best]);
    label[node] = best;
    confidence[node] = 1 / sum;
  }
  return { label, confidence };
}

/** Mean of −log softmax at the class of each node; null without nodes. In float64. */
export function crossEntropyOf(
  logits: ArrayLike<number>,
  classes: number,
  labels: Int32Array,
  nodes: Int32Array,
): number | null {
  if (nodes.length === 0) return null;
  let total = 0;
  for (const node of nodes) {
    const row = node * classes;
    let most = logits[row];
    for (let c = 1; c < classes; c++) most = Math.max(most, logits[row + c]);
    let sum = 0;
    for (let c = 0; c < classes; c++) sum += Math.exp(logits[row + c] - most);
    total += most + Math.log(sum) - logits[row + labels[node]];
  }
  return total / nodes.length;
}

export function accuracyOf(predicted: Int32Array, labels: Int32Array, nodes: Int32Array): number | null {
  if (nodes.length === 0) return null;
  let right = 0;
  for (const node of nodes) if (predicted[node] === labels[node]) right++;
  return right / nodes.length;
}

export function scoresOf(
  { label, confidence }: Predictions,
  labels: Int32Array,
  nodes: Int32Array,
  classes: number,
): Scores {
  const confusion = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (const node of nodes) confusion[labels[node]][label[node]]++;
  const perClass = confusion.map((row, c): ClassScores => {
    const right = row[c];
    const actual = row.reduce((sum, n) => sum + n, 0);
    const predicted = confusion.reduce((sum, other) => sum + other[c], 0);
    return {
      precision: ratio(right, predicted),
      recall: ratio(right, actual),
      f1: ratio(2 * right, predicted + actual),
      support: actual,
    };
  });
  return {
    count: nodes.length,
    accuracy: accuracyOf(label, labels, nodes),
    confusion,
    perClass,
    calibration: calibrationOf({ label, confidence }, labels, nodes),
  };
}

function calibrationOf({ label, confidence }: Predictions, labels: Int32Array, nodes: Int32Array): Calibration {
  const sums = Array.from({ length: BINS }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const node of nodes) {
    // Float32 rounding can lift a certain prediction above 1.
    const bin = sums[Math.min(BINS - 1, Math.max(0, Math.ceil(confidence[node] * BINS) - 1))];
    bin.count++;
    bin.confidence += confidence[node];
    if (label[node] === labels[node]) bin.right++;
  }
  const apart = sums.reduce((sum, bin) => sum + Math.abs(bin.right - bin.confidence), 0);
  return {
    expectedError: ratio(apart, nodes.length),
    bins: sums.map(({ count, confidence: sum, right }) => ({
      count,
      confidence: ratio(sum, count),
      accuracy: ratio(right, count),
    })),
  };
}

const ratio = (a: number, b: number): number | null => (b > 0 ? a / b : null);
