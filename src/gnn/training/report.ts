import type { Predictions, Scores } from './scores';

/** Plain data that crosses from the worker to the page while a model is trained and after. */

/** The network after an epoch, without dropout. Every number is null where its part of the split is empty. */
export interface EpochReport {
  /** Steps taken; 0 is the untrained network. */
  epoch: number;
  /** Mean cross-entropy over the training nodes, and over the validation nodes. */
  loss: number | null;
  validationLoss: number | null;
  /** Shares predicted right, 0…1. */
  accuracy: { train: number | null; validation: number | null; test: number | null };
}

export interface TrainProgress extends EpochReport {
  /** What is being trained: the network, or the MLP it is compared with. */
  stage: 'network' | 'mlp';
  /** At most so many epochs. */
  epochs: number;
  /** The epoch whose weights would be kept now. */
  bestEpoch: number;
  /** Every so many epochs up to this one the network can be looked at; 0 for none. */
  keptEvery: number;
  /** Over the last epochs; 0 until one has been taken. */
  epochsPerSecond: number;
  /** Until all epochs are taken; null until one has been. */
  secondsLeft: number | null;
}

/** Where and when numbers left the range of 32 bits. */
export interface Divergence {
  epoch: number;
  /** The first hop with a value that is not finite, K + 1 for the decoder, or null when only the loss overflowed. */
  hop: number | null;
  /** The first parameter with such a value, or null. */
  parameter: string | null;
  /** What happened and what to try, in words for a person. */
  message: string;
}

/** All epochs taken; no better validation score for `patience` epochs; stopped by hand; or not finite. */
export type StopReason = 'epochs' | 'patience' | 'cancelled' | 'diverged';

export interface TrainReport {
  /** Every epoch from 0, the untrained network. */
  curve: EpochReport[];
  /** The epoch whose weights are kept. */
  best: EpochReport;
  stopped: StopReason;
  divergence: Divergence | null;
  /** Of the kept weights. */
  scores: { train: Scores; validation: Scores; test: Scores };
  predictions: Predictions;
  baselines: Baseline[];
  kept: KeptEpochs;
  /** How many numbers were trained. */
  parameterCount: number;
  milliseconds: number;
}

/** The epochs whose networks can be looked at once it is over. */
export interface KeptEpochs {
  /** Ascending: every so many, the best, and the last whose numbers were finite. */
  epochs: number[];
  /** More than the task's `traceEvery` where their weights would have gone over the budget. */
  every: number;
  /** The most bytes they may take together. */
  budget: number;
}

/** What a method that does not use the graph, or does not learn, makes of the same split. */
export interface Baseline {
  name: 'majority' | 'labelPropagation' | 'mlp';
  scores: { train: Scores; validation: Scores; test: Scores };
}
