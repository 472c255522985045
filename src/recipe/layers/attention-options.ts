import type { OptionSpec } from '../descriptor';

/** What every layer with attention takes. */
export const attentionOptions: Record<string, OptionSpec> = {
  concat: {
    kind: 'boolean',
    default: true,
    meaning: 'heads side by side; else each as wide as the layer, and their mean',
  },
  edgeFeatures: {
    kind: 'boolean',
    default: true,
    meaning: 'attend to the features of edges too, where they have some',
  },
  attentionDropout: {
    kind: 'number',
    default: 0,
    minimum: 0,
    maximum: 0.95,
    meaning: 'share of the attention coefficients set to 0, in training only',
  },
};
