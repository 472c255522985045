/** What a layer's options are called on screen, with the name that papers and PyG use where it is another. */
export const OPTION_NAMES: Record<string, string> = {
  alpha: 'α',
  attentionDropout: 'Attention dropout',
  bases: 'Basis matrices (bases)',
  beta: 'Learned gate (β)',
  concat: 'Heads side by side (concat)',
  edgeFeatures: 'Edge features',
  eps: 'ε',
  gamma: 'γ',
  improved: 'Heavier self-loops (improved)',
  K: 'Terms (K)',
  root: 'The node’s own vector (root)',
  sharedWeights: 'Shared weights',
  theta: 'θ',
  trainEps: 'Learn ε',
};
