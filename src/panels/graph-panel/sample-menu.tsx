import { useState } from 'react';
import { counted, formatCount } from '../../charts/numbers';
import { type Graph, nodeName } from '../../graph/graph';
import { edgesAreDrawn, isLarge, MAX_EDGES_DRAWN } from '../../graph/limits';
import { firstSample, SAMPLE_METHODS, type Sample } from '../../graph/samples/sample';
import { actions } from '../../store/actions';
import { attempt } from '../../store/attempt';
import { useStore } from '../../store/store';
import { Button } from '../../ui/button';
import { NumberField } from '../../ui/number-field';
import { Popover } from '../../ui/popover';
import { Select } from '../../ui/select';
import { Term } from '../term';

const METHODS: Record<Sample['method'], string> = {
  'random-walk': 'Random walk',
  ego: 'Around a node',
  'k-core': 'Best connected (k-core)',
};

/** Offers a part of a graph that is too large to be seen well; from a part, the way back to the whole. */
export function SampleMenu({ graph }: { graph: Graph }) {
  const sample = useStore((state) => state.dataset.sample);
  if (sample) {
    return (
      <Button
        control="sample-whole"
        onClick={() => void attempt('The whole graph could not be shown', actions.takeWhole)}
      >
        Show the whole graph
      </Button>
    );
  }
  if (!isLarge(graph)) return null;
  return (
    <Popover
      control="sample"
      label="See a part of this graph"
      trigger={edgesAreDrawn(graph) ? 'See a part …' : 'Nodes alone are drawn: see a part …'}
      triggerTitle="A part that can be drawn in full"
    >
      {(close) => <SampleFields graph={graph} onTake={close} />}
    </Popover>
  );
}

function SampleFields({ graph, onTake }: { graph: Graph; onTake: () => void }) {
  const focus = useStore((state) => state.focus);
  const first = firstSample(graph);
  const [method, setMethod] = useState<Sample['method']>(first.method);
  const [nodes, setNodes] = useState<number>(first.nodes);
  const [seed, setSeed] = useState<number>(first.seed);
  const centre = focus ?? 0;
  const take = () => {
    onTake();
    void attempt('The sample could not be taken', () =>
      actions.takeSample(sampleOf(method, nodes, seed, graph.ids[centre])),
    );
  };
  return (
    <div className="popover-body">
      {!edgesAreDrawn(graph) && (
        <p className="field-hint">
          {counted(graph.edgeCount, 'edge')}: up to {formatCount(MAX_EDGES_DRAWN)} are drawn.
        </p>
      )}
      <Select
        control="sample-method"
        label={<Term name="sample">Part</Term>}
        value={method}
        options={SAMPLE_METHODS.map((value) => ({ value, label: METHODS[value] }))}
        onChange={setMethod}
      />
      {method === 'ego' && (
        <p className="field-hint">
          The nodes nearest to {nodeName(graph, centre)}
          {focus === null && '; focus another to go around it'}.
        </p>
      )}
      <NumberField
        control="sample-nodes"
        label="Nodes at most"
        value={nodes}
        minimum={1}
        maximum={graph.nodeCount}
        onCommit={setNodes}
      />
      {method !== 'k-core' && (
        <NumberField
          control="sample-seed"
          label="Seed"
          value={seed}
          minimum={0}
          maximum={4_294_967_295}
          onCommit={setSeed}
        />
      )}
      <Button control="sample-take" tone="ink" onClick={take}>
        See this part
      </Button>
    </div>
  );
}

function sampleOf(method: Sample['method'], nodes: number, seed: number, centre: string): Sample {
  if (method === 'k-core') return { method, nodes };
  return method === 'ego' ? { method, centre, nodes, seed } : { method, nodes, seed };
}
