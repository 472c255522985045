import { useCallback } from 'react';
import { counted } from '../../charts/numbers';
import { predictedWords } from '../../encoding/predicted';
import { type Graph, nodeName } from '../../graph/graph';
import { indexOfNode } from '../../graph/node-index';
import { actions } from '../../store/actions';
import { inspectorTab, showTab } from '../../store/inspecting';
import type { InspectorTab } from '../../store/session';
import { useStore } from '../../store/store';
import { IconButton } from '../../ui/button';
import { type Tab, Tabs } from '../../ui/tabs';
import { capital, className, neighbourCount, spokenName } from '../names';
import { shownHop } from '../shown-hop';
import { ExplanationView } from './explanation-view';
import './inspector.css';
import { NodeSearch } from './node-search';
import { NodeTable } from './node-table';
import { ReachPanel } from './reach/reach-panel';
import { TreePanel } from './tree/tree-panel';
import { isEdge, makeEdits } from './what-if/make-edits';
import { WhatIfPanel } from './what-if/what-if-panel';

export interface InspectorProps {
  /** Brings a node into view. */
  onFlyTo: (node: number) => void;
}

/** The node in focus: its arithmetic, its tree and its reach, with the way to find another. */
export function Inspector({ onFlyTo }: InspectorProps) {
  const graph = useStore((state) => state.graph);
  const focus = useStore((state) => state.focus);
  const goTo = (node: number) => {
    actions.setFocus(node);
    onFlyTo(node);
  };
  return (
    <aside className="inspector" aria-label="Inspector" data-control="inspector">
      {graph && <NodeSearch graph={graph} onChoose={goTo} />}
      {graph && focus !== null ? (
        <FocusedNode graph={graph} focus={focus} onFocus={goTo} />
      ) : (
        <NoFocus graph={graph} onFocus={goTo} />
      )}
    </aside>
  );
}

function NoFocus({ graph, onFocus }: { graph: Graph | null; onFocus: (node: number) => void }) {
  return (
    <div className="inspector-empty">
      <h2>No node in focus</h2>
      <p>
        Click a node in either view, or find one by name. Its arithmetic appears here: what each neighbour sends, their
        sum, and what the layer makes of it.
      </p>
      {graph && <NodeTable key={graph.name} graph={graph} onFocus={onFocus} />}
    </div>
  );
}

const TABS: readonly Tab<InspectorTab>[] = [
  { value: 'arithmetic', label: 'Arithmetic' },
  { value: 'tree', label: 'Tree' },
  { value: 'reach', label: 'Reach' },
  { value: 'what-if', label: 'What if' },
];

interface FocusedNodeProps {
  graph: Graph;
  focus: number;
  onFocus: (node: number) => void;
}

function FocusedNode({ graph, focus, onFocus }: FocusedNodeProps) {
  const tab = useStore(inspectorTab);
  const hop = useStore(shownHop);
  const hops = useStore((state) => state.trace?.hops ?? state.recipe.hops);
  const predictions = useStore((state) => state.trace?.predictions ?? null);
  const nameOf = useCallback(
    (id: string) => {
      const node = indexOfNode(graph, id);
      return node === undefined ? id : nodeName(graph, node);
    },
    [graph],
  );
  return (
    <>
      <header className="inspector-header">
        <h2>{spokenName(graph, focus)}</h2>
        <IconButton
          control="clear-focus"
          icon="close"
          label="Let go of this node"
          tone="quiet"
          onClick={() => actions.setFocus(null)}
        />
        <p>{subtitle(graph, focus, hop, hops)}</p>
        {predictions && <p data-control="predicted">{capital(predictedWords(graph, predictions, focus))}</p>}
      </header>
      <Tabs control="inspector-tab" label="About this node" tabs={TABS} value={tab} onChange={showTab}>
        {tab === 'arithmetic' && (
          <FocusedArithmetic
            id={graph.ids[focus]}
            hop={hop}
            nameOf={nameOf}
            removable={(from) => {
              const node = indexOfNode(graph, from);
              return node !== undefined && graph.relations.length < 2 && isEdge(graph, node, focus);
            }}
            onFocus={(id) => {
              const node = indexOfNode(graph, id);
              if (node !== undefined) onFocus(node);
            }}
          />
        )}
        {tab === 'tree' && <TreePanel graph={graph} focus={focus} onFocus={onFocus} />}
        {tab === 'what-if' && <WhatIfPanel graph={graph} focus={focus} onFocus={onFocus} />}
        {tab === 'reach' && <ReachPanel graph={graph} focus={focus} onFocus={onFocus} />}
      </Tabs>
    </>
  );
}

interface FocusedArithmeticProps {
  id: string;
  hop: number;
  nameOf: (id: string) => string;
  /** Whether a sender is at the other end of an edge that can be taken away. */
  removable: (from: string) => boolean;
  onFocus: (id: string) => void;
}

function FocusedArithmetic({ id, hop, nameOf, removable, onFocus }: FocusedArithmeticProps) {
  const explanation = useStore((state) => state.explanation);
  const recipe = useStore((state) => state.recipe);
  const input = useStore((state) => state.trace?.inputDescription);
  if (hop === 0) {
    return (
      <p className="inspector-note">
        At hop 0 nothing has been heard yet: this node’s vector is its input{input ? ` (${input})` : ''}. Step forward
        to see its first messages.
      </p>
    );
  }
  if (!explanation) return <p className="inspector-note">The arithmetic appears when the trace is computed.</p>;
  const stale = explanation.node !== id || explanation.hop !== hop;
  return (
    <div className="inspector-arithmetic" aria-busy={stale} data-hop={explanation.hop} data-node={explanation.node}>
      <ExplanationView
        {...{ explanation, recipe, nameOf, onFocus, removable }}
        onRemove={(from) => makeEdits({ do: 'remove-edge', from, to: id })}
      />
    </div>
  );
}

/** "Circle B · 6 neighbours · layer 3 of 16". */
export function subtitle(graph: Graph, node: number, hop: number, hops: number): string {
  const neighbours = counted(neighbourCount(graph, node), graph.directed ? 'sender' : 'neighbour');
  const where = hop === 0 ? 'the input' : `layer ${hop} of ${hops}`;
  return [className(graph, node), neighbours, where].filter((part) => part !== null).join(' · ');
}
