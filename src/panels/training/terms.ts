/** One line a term of learning, exact; fetched with the panel. */
export const TRAINING_TERMS = {
  task: 'What is learned: the class of each node, by the cross-entropy of the training nodes, all of them at every step.',
  split:
    'Which nodes are learned from (training), which choose the weights kept (validation), and which only score (test).',
  perClass:
    'So many nodes of each class to learn from, then so many of the others to choose by and to test on, at random.',
  fraction: 'These shares of every class to learn from and to choose by; the rest is tested.',
  splitSeed: 'Draws which nodes are in which part.',
  epochs: 'Steps of the optimiser (Adam) at most. Every step sees all training nodes.',
  learningRate:
    'How far one step goes. Too large, and the loss leaps or overflows; too small, and nothing is learned in time.',
  weightDecay: 'A pull of every weight towards zero: this share of the weight is added to its gradient (L2 penalty).',
  dropout: 'The share of numbers set to zero before every convolution, anew at each step, in training only.',
  dropEdge: 'The share of edges left out, anew at each step, in training only.',
  patience: 'Training stops after so many epochs without a better validation score; 0 never stops early.',
  monitor:
    'The validation score that decides which epoch’s weights are kept: the highest accuracy, or the lowest loss.',
  trainSeed: 'Draws dropout and dropped edges. The split and the first weights have seeds of their own.',
  groups:
    'Parameters whose names begin so are trained with a weight decay and learning rate of their own; the first row that fits a name decides.',
  lookEvery:
    'The network of every so many epochs is kept, to be looked at while it learns and after; 0 keeps that of the best epoch alone.',
  keptEpochs:
    'The network as it was after that many steps. All views show it: its embedding, its measures, its arithmetic, hop by hop.',
  baselines:
    'What the same split gives without this network. A network that does not beat them has learned nothing from the graph.',
  loss: 'Mean cross-entropy: −log of the probability given to the right class. Guessing among c classes gives log c.',
  accuracy: 'The share of nodes whose most probable class is their own.',
  majority: 'Every node is given the most frequent class of the training nodes.',
  labelPropagation:
    'The classes of the training nodes spread along the edges. It learns nothing and reads no features.',
  mlp: 'Two layers on the same input, trained the same way, without a single edge.',
  precision: 'Of the nodes said to be of this class, the share that are.',
  recall: 'Of the nodes that are of this class, the share said to be.',
  f1: 'The harmonic mean of precision and recall: 2 · right / (said + are).',
  support: 'How many nodes of this part are of this class.',
  confusion:
    'Each row holds the nodes of one class, by the class they were said to be. What is off the diagonal is wrong.',
  calibration:
    'Whether a stated confidence can be believed: of the nodes said with 80 % to be something, are 80 % so? The expected error is the mean gap, over ten steps.',
  safetensors: 'Tensors by PyTorch Geometric’s names: load_state_dict(load_file(path)) reads them there.',
} as const;

export type TrainingTermName = keyof typeof TRAINING_TERMS;
