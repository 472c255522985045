import { useState } from 'react';
import type { Graph } from '../../../graph/graph';
import { useStore } from '../../../store/store';
import { Button } from '../../../ui/button';
import { Select } from '../../../ui/select';
import { spokenName } from '../../names';
import { Term } from '../../term';
import { NodeSearch } from '../node-search';
import { EdgeList } from './edge-list';
import { EditList } from './edit-list';
import { FeatureFields } from './feature-fields';
import { freeName, makeEdits } from './make-edits';
import './what-if-panel.css';

interface WhatIfPanelProps {
  graph: Graph;
  focus: number;
  onFocus: (node: number) => void;
}

/** What would be if the graph were another around the focus: everything here is one step of undo. */
export function WhatIfPanel({ graph, focus, onFocus }: WhatIfPanelProps) {
  const given = useStore((state) => state.recipe.input.kind === 'given');
  const [chosen, setChosen] = useState<string | null>(null);
  const relation = graph.relations.includes(chosen ?? '') ? (chosen ?? '') : graph.relations[0];
  const typed = relation === undefined ? {} : { relation };
  const id = graph.ids[focus];
  const name = spokenName(graph, focus);
  return (
    <>
      <EditList />
      <section className="inspector-section">
        <h3>
          <Term name="whatIf">What if</Term> {name} …
        </h3>
        <div className="what-if-buttons">
          <Button control="remove-node" onClick={() => makeEdits({ do: 'remove-node', node: id })}>
            were not there
          </Button>
          <Button
            control="add-node"
            onClick={() => makeEdits({ do: 'add-node', node: freeName(graph), to: [id], ...typed })}
          >
            had one more neighbour
          </Button>
        </div>
      </section>
      <section className="inspector-section">
        <h3>… had another edge</h3>
        {graph.relations.length > 1 && (
          <Select
            control="edit-relation"
            label="Relation"
            value={relation}
            options={graph.relations.map((value) => ({ value, label: value }))}
            onChange={setChosen}
          />
        )}
        <NodeSearch
          control="connect-node"
          label={graph.directed ? 'Hear from …' : 'Connect to …'}
          graph={graph}
          onChoose={(node) => makeEdits({ do: 'add-edge', from: graph.ids[node], to: id, ...typed })}
        />
        {graph.directed && (
          <NodeSearch
            control="connect-to-node"
            label="Send to …"
            graph={graph}
            onChoose={(node) => makeEdits({ do: 'add-edge', from: id, to: graph.ids[node], ...typed })}
          />
        )}
      </section>
      {given && graph.features && <FeatureFields key={focus} graph={graph} features={graph.features} focus={focus} />}
      <EdgeList key={`edges ${focus}`} graph={graph} focus={focus} onFocus={onFocus} />
    </>
  );
}
