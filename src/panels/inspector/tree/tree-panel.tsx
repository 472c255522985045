import { useCallback, useMemo, useState } from 'react';
import { DistanceBars } from '../../../charts/distance-bars';
import { formatNumber } from '../../../charts/numbers';
import { type Graph, nodeName } from '../../../graph/graph';
import type { Derivatives } from '../../../store/state';
import { useStore } from '../../../store/store';
import { IconButton } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { SegmentedControl } from '../../../ui/segmented';
import { spokenName } from '../../names';
import { shownHop } from '../../shown-hop';
import { Term } from '../../term';
import { barsOf } from './bars';
import { DerivingNote } from './deriving-note';
import { influenceFigures } from './influence-figures';
import { InfluenceList } from './influence-list';
import { influenceSentences } from './influence-words';
import './tree-panel.css';
import { TreePicture } from './tree-picture';
import { useNodeColour } from './use-node-colour';

interface TreePanelProps {
  graph: Graph;
  focus: number;
  onFocus: (node: number) => void;
}

/** Whom the focus has heard, hop by hop down to the input, and how much each of them counts. */
export function TreePanel({ graph, focus, onFocus }: TreePanelProps) {
  const derivatives = useStore((state) => state.inspector.derivatives);
  const hop = useStore(shownHop);
  if (hop === 0) {
    return (
      <p className="inspector-note">
        At hop 0 nothing has been heard yet: this node’s vector is its own input. Step forward, and its tree grows by a
        level a hop.
      </p>
    );
  }
  const { tree = null, influence = null } = derivatives ?? {};
  const isNow = (about: { node: number; hop: number } | null) => about?.node === focus && about.hop === hop;
  return (
    <>
      {derivatives && <DerivingNote derivatives={derivatives} />}
      {tree && (
        <section
          className="inspector-section"
          aria-busy={!isNow(tree)}
          data-hop={tree.hop}
          data-node={graph.ids[tree.node]}
        >
          <Tree graph={graph} tree={tree} influence={influence} onFocus={onFocus} />
        </section>
      )}
      {influence?.node === focus && (
        <section
          className="inspector-section"
          aria-busy={!isNow(influence)}
          data-hop={influence.hop}
          data-node={graph.ids[influence.node]}
        >
          <InfluenceView graph={graph} influence={influence} onFocus={onFocus} />
        </section>
      )}
    </>
  );
}

interface TreeProps extends Pick<TreePanelProps, 'graph' | 'onFocus'> {
  tree: NonNullable<Derivatives['tree']>;
  influence: Derivatives['influence'];
}

function Tree({ graph, tree, influence, onFocus }: TreeProps) {
  const [large, setLarge] = useState(false);
  const colourOf = useNodeColour();
  const nameOf = useCallback(
    (node: number) => (node < graph.nodeCount ? nodeName(graph, node) : 'virtual node'),
    [graph],
  );
  const sameRoot = influence?.node === tree.node && influence.hop === tree.hop;
  const title = `Computation tree of ${spokenName(graph, tree.node)} at hop ${tree.hop}`;
  const silent = tree.levels.reduce((sum, level) => sum + level.silent, 0);
  const picture = (
    <>
      <TreePicture
        label={title}
        levels={tree.levels}
        influence={sameRoot ? influence.values : null}
        {...{ nameOf, colourOf, large }}
        onFocus={(node) => node < graph.nodeCount && onFocus(node)}
      />
      <p className="inspector-hint">
        Left, the hop; right, how many more of those heard have influence. The wider a link, the more its walk counts.
        {tree.levels.some(({ shown }) => new Set(shown.map(({ node }) => node)).size < shown.length) &&
          ' Hollow: the same vector as one to its left.'}
        {silent > 0 && ` ${silent.toLocaleString('en')} heard on these levels have none: their derivative is 0.`}
      </p>
    </>
  );
  return (
    <>
      <header className="tree-header">
        <h3>
          <Term name="computationTree">Computation tree</Term>
        </h3>
        <IconButton
          control="tree-enlarge"
          icon="fit"
          label="Show it large"
          tone="quiet"
          onClick={() => setLarge(true)}
        />
      </header>
      {large ? (
        <Dialog control="tree-large" title={title} onClose={() => setLarge(false)}>
          {picture}
        </Dialog>
      ) : (
        picture
      )}
    </>
  );
}

interface InfluenceViewProps extends Pick<TreePanelProps, 'graph' | 'onFocus'> {
  influence: NonNullable<Derivatives['influence']>;
}

function InfluenceView({ graph, influence, onFocus }: InfluenceViewProps) {
  const hopsFromFocus = useStore((state) => state.hopsFromFocus);
  const [scale, setScale] = useState<'share' | 'each'>('share');
  const { node, hop, values } = influence;
  const figures = useMemo(
    () => (hopsFromFocus ? influenceFigures(values, hopsFromFocus, hop) : null),
    [values, hopsFromFocus, hop],
  );
  if (!figures || !hopsFromFocus) return null;
  const nameOf = (other: number) => nodeName(graph, other);
  const whereIs = (other: number) => {
    const away = hopsFromFocus[other];
    return away === 0 ? 'itself' : away < 0 || away > hop ? 'norm' : away === 1 ? '1 hop' : `${away} hops`;
  };
  return (
    <>
      <h3>
        <Term name="influence">Influence</Term>
      </h3>
      <p className="influence-words">
        {influenceSentences(spokenName(graph, node), hop, graph.nodeCount, figures, (other) =>
          spokenName(graph, other),
        ).join(' ')}
      </p>
      {figures.total > 0 && (
        <>
          <SegmentedControl
            control="influence-scale"
            label="What the bars show"
            value={scale}
            choices={[
              { value: 'share', label: 'Together' },
              { value: 'each', label: 'Each node, log' },
            ]}
            onChange={setScale}
          />
          <DistanceBars bars={barsOf(figures)} of="influence" scale={scale} unit="hops away" />
          <p>
            <Term name="evenness">Evenness</Term> <strong>{formatNumber(figures.evenness, 2)}</strong>
            <span className="inspector-hint"> of 1, where all would count the same</span>
          </p>
          <InfluenceList
            key={`${node} ${graph.nodeCount}`}
            ranked={figures.ranked}
            total={figures.total}
            {...{ values, nameOf, whereIs, onFocus }}
          />
        </>
      )}
    </>
  );
}
