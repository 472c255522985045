/** One line a term, exact. The measures carry their own lines (`gnn/measures/descriptors.ts`). */
export const GLOSSARY = {
  node: 'One thing in the graph. Every node has a vector of numbers, its embedding, which changes from hop to hop.',
  hop: 'One round of message passing: every node hears its neighbours once. After k hops it has heard from up to k edges away.',
  embedding: 'The vector of numbers a node has at a hop; all of them together are the rows of the matrix H.',
  layer: 'One step of the model. In each, every node sends a message, gathers what it hears, and updates its vector.',
  message: 'What one node sends another along an edge: its vector from the hop before.',
  coefficient:
    'How much one message counts. GCN: edge weight / √(d_v d_u), degrees with the self-loop in. GraphSAGE: one share of the mean.',
  aggregate:
    'The sum of the messages, each times its coefficient. A mean is a sum whose coefficients are equal and add up to 1.',
  update:
    "The convolution's result: the aggregate after the layer's linear map, with whatever else of the node the formula takes. With identity weights there is no map.",
  output:
    'The node’s vector at this hop: the update after normalisation, activation and residual, as far as the recipe has them.',
  density: 'Edges over the most there could be without self-loops and duplicates.',
  component:
    'A part of the graph with no edge to the rest, whichever way edges point. Nothing is ever heard across components.',
  meanDegree:
    'Messages a node hears in one hop, on average: an undirected edge gives one to each end, a directed edge one to its target.',
  isolated: 'Nodes without any edge: they hear nobody and nobody hears them.',
  homophily: 'The share of edges between labelled nodes that join two nodes of the same class.',
  features: 'Numbers that came with each node, one column each: the input, if it is set to “Given”.',
  classes:
    'The kinds that nodes are labelled with. No layer sees them; they colour the nodes and tell whether order is left.',
  whatIf:
    'A change to the graph to see what it does to the numbers. Weights, layout and all else stay; the difference is to the graph without any edits; Ctrl Z takes it back.',
  selfLoop: 'An edge from a node to itself.',
  duplicate: 'An edge beyond the first between the same two nodes. It is kept: its message counts again.',
  components3:
    'The three directions in which this hop’s rows vary most (PCA), turned to follow the hop before, never rescaled. They are the colours and, the first two, the places.',
  sample:
    'Some nodes with all edges between them, computed on their own. A random walk keeps degrees much as they are; a k-core is where everyone has k neighbours and more.',
  embeddingColours:
    'The first component runs from left to right in the square, the second from below to above, from middle to edge of the scale. The third makes a colour lighter or darker.',
  hull: 'The smallest shape without dents around all nodes of a class that the filter shows. Where two of them overlap, a straight line does not part the classes there.',
  inputScale:
    'Numbers in other columns are in other units, so sizes do not compare: hop 0 is drawn as large as the largest hop after it. Those share one scale.',
  epochScale:
    'The network of each epoch is drawn at a scale of its own, which all its hops share, and turned onto the best one’s axes: nothing is mirrored by chance.',
  morph:
    'Every node slides in a straight line between its place in the layout and its place in the embedding. There, a step folds the graph itself.',
  zoomed: 'This hop alone is enlarged to fill the view: shape without size. At true scale all hops share one.',
  curveHeights: 'Shares are drawn from 0 to 100 %, every other curve from 0 to its own largest value.',
  nearestCentroid:
    'The share of labelled nodes that lie nearest to the mean vector of their own class: order that may outlive size. A class is lost where that holds for fewer than half of its nodes.',
  zeroRows:
    'Nodes whose vector is all zeros, often by ReLU. Their cosine distance to every other counts as 1, so they look distant.',
  identity: 'No parameters at all: propagation alone, which shows what the graph does by itself.',
  random: 'Each layer’s weights are drawn anew from the seed (Glorot uniform, times the gain): an untrained model.',
  gain: 'A factor on the random weights. Above 1 vectors tend to grow from hop to hop, below 1 to shrink.',
  seed: 'The number everything random starts from: the same seed gives the same numbers.',
  activation: 'A function applied to each number after the convolution.',
  norm: 'Rescaling after the convolution. PairNorm keeps the total distance between nodes constant; layer norm works on each node alone.',
  residual: 'What is added to the layer’s result: its input again (skip), or a share α of H⁰ (initial).',
  width: 'How many numbers a node has at each hop from the first on. Identity weights keep the input’s.',
  encoder: 'A linear map of the input before the first hop, with or without the activation after it.',
  decoder:
    'Where classes would be read off. Without one, the last convolution gives the classes itself and has no norm or activation.',
  input: 'H⁰: the vectors the nodes start with, before any message.',
  inputNormalise: 'Rescaling of the input before the first hop.',
  edges:
    'Lines along which messages go. An undirected edge carries them both ways, a directed one from its source to its target.',
  influence:
    'How much a node’s input moves this embedding: the Frobenius norm of ∂h_v at this hop by ∂h_u at hop 0, exact by gradient. Vanishing with distance it is over-squashing.',
  evenness:
    'Entropy of the shares of influence over its largest, that of equal shares of all it can ever hear. Towards 1 every node counts the same: oversmoothing.',
  computationTree:
    'Whom this node has heard at every hop down to the input. A walk’s influence is the norm of the product of the derivatives along it.',
  reachCurve: 'The receptive field by hop: the share of the graph that a node has heard from, itself included.',
  sharedField: 'The nodes in the receptive fields of both: F(v) ∩ F(w).',
  sixDegrees:
    'How far apart nodes are, along edges as messages take them. Pairs of which neither hears the other are left out.',
  sixHops: 'The share of the graph heard within six edges: of this node, and of a node on average, itself included.',
  meanDistance: 'Mean over the nodes it hears; of the graph, over all pairs of which one hears the other.',
  effectiveDiameter:
    'The distance within which 90 % of the pairs lie, interpolated between whole numbers (Leskovec, Kleinberg & Faloutsos 2007). Far ends of a few do not stretch it.',
  diameter: 'The farthest node it hears (eccentricity); of the graph, the longest distance of any pair: its diameter.',
} as const;

export type TermName = keyof typeof GLOSSARY;
