import type { Graph, Split } from '../../graph/graph';
import { type Random, seededRandom } from '../../graph/random';
import type { SplitSpec } from '../../recipe/task';

/**
 * The nodes of a graph to learn from, to choose by and to test on, each list ascending. The same seed gives the same split.
 * Throws when the graph has no labels or no split of its own, and when it has fewer labelled nodes than are asked for.
 */
export function splitNodes(graph: Graph, spec: SplitSpec): Split {
  if (!graph.labels) throw new Error('This graph has no classes to learn. Take one with labels.');
  switch (spec.kind) {
    case 'given':
      return givenSplit(graph, graph.labels);
    case 'perClass':
      return perClass(shuffledClasses(graph, graph.labels, seededRandom(spec.seed)), spec, graph.classes);
    case 'fraction':
      return byFraction(shuffledClasses(graph, graph.labels, seededRandom(spec.seed)), spec);
  }
}

/** Unlabelled nodes of a given split have nothing to be compared with and are left out. */
function givenSplit({ split }: Graph, labels: Int32Array): Split {
  if (!split) throw new Error('This graph comes without a split. Take random ones: "perClass" or "fraction".');
  const labelled = (nodes: Int32Array) => nodes.filter((node) => labels[node] >= 0);
  const { train, validation, test } = split;
  const known = { train: labelled(train), validation: labelled(validation), test: labelled(test) };
  if (known.train.length === 0) throw new Error("None of the split's training nodes has a class. Take a random split.");
  return known;
}

/** The labelled nodes of each class, in random order. */
function shuffledClasses({ nodeCount, classes }: Graph, labels: Int32Array, random: Random): number[][] {
  const members: number[][] = classes.map(() => []);
  for (let node = 0; node < nodeCount; node++) if (labels[node] >= 0) members[labels[node]].push(node);
  for (const nodes of members) random.shuffle(nodes);
  return members;
}

function perClass(
  members: number[][],
  { train, validation, test, seed }: SplitSpec & { kind: 'perClass' },
  classes: string[],
): Split {
  const scarce = members.findIndex((nodes) => nodes.length < train);
  if (scarce >= 0) {
    throw new Error(
      `The split asks for ${train} training nodes a class, but "${classes[scarce]}" has ${members[scarce].length}. ` +
        'Take fewer, or a split by fraction.',
    );
  }
  const learned = members.flatMap((nodes) => nodes.slice(0, train));
  // A stream of its own: how many are learned from does not change how the others are ordered.
  const others = seededRandom(seed).shuffle(members.flatMap((nodes) => nodes.slice(train)).sort(ascending));
  if (others.length < validation + test) {
    throw new Error(
      `The split asks for ${validation} validation and ${test} test nodes, but ${others.length} labelled nodes are left ` +
        'after training. Take fewer.',
    );
  }
  return {
    train: sorted(learned),
    validation: sorted(others.slice(0, validation)),
    test: sorted(others.slice(validation, validation + test)),
  };
}

/** Every class that has a node has one to learn from. */
function byFraction(members: number[][], { train, validation }: SplitSpec & { kind: 'fraction' }): Split {
  const parts = members.map((nodes) => {
    const learned = Math.min(nodes.length, Math.max(1, Math.round(train * nodes.length)));
    const chosenBy = Math.min(nodes.length, learned + Math.round(validation * nodes.length));
    return [nodes.slice(0, learned), nodes.slice(learned, chosenBy), nodes.slice(chosenBy)];
  });
  const part = (i: number) => sorted(parts.flatMap((lists) => lists[i]));
  return { train: part(0), validation: part(1), test: part(2) };
}

const ascending = (a: number, b: number) => a - b;
const sorted = (nodes: number[]): Int32Array => Int32Array.from(nodes).sort();
