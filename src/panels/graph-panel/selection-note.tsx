import { useMemo } from 'react';
import { counted, formatCount } from '../../charts/numbers';
import type { Graph } from '../../graph/graph';
import { actions } from '../../store/actions';
import { useStore } from '../../store/store';
import { IconButton } from '../../ui/button';
import './selection-note.css';

/** How many nodes are selected, and of which classes. */
export function SelectionNote() {
  const graph = useStore((state) => state.graph);
  const selection = useStore((state) => state.selection);
  const mix = useMemo(() => graph && selection && classMix(graph, selection), [graph, selection]);
  if (!selection) return null;
  return (
    <p className="selection-note" data-control="selection">
      <span>
        <strong>{counted(selection.length, 'node')} selected</strong>
        {mix && <> · {mix}</>}
      </span>
      <IconButton
        control="selection-clear"
        icon="close"
        label="Let go of the selection (Esc)"
        tone="quiet"
        onClick={() => actions.select(null)}
      />
    </p>
  );
}

const MOST_CLASSES = 3;

/** "8 Circle A, 4 Circle B, 1 without a class", the largest first; null for a graph without classes. */
export function classMix({ labels, classes }: Pick<Graph, 'labels' | 'classes'>, nodes: Int32Array): string | null {
  if (!labels) return null;
  const counts = new Map<number, number>();
  for (const node of nodes) counts.set(labels[node], (counts.get(labels[node]) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || a - b);
  const named = sorted.slice(0, MOST_CLASSES).map(([label, count]) => {
    return `${formatCount(count)} ${label < 0 ? 'without a class' : classes[label]}`;
  });
  const others = sorted.slice(MOST_CLASSES).reduce((sum, [, count]) => sum + count, 0);
  return [...named, ...(others > 0 ? [`${formatCount(others)} of other classes`] : [])].join(', ');
}
