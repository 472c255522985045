import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { counted } from '../../charts/numbers';
import { degreesOf, largestDegree } from '../../graph/degree';
import { type Graph, nodeName } from '../../graph/graph';
import { neighboursAround } from '../../graph/neighbours';
import { indexOfNode } from '../../graph/node-index';
import { actions } from '../../store/actions';
import { useStore } from '../../store/store';
import { className, spokenName } from '../names';
import './graph-walk.css';

/**
 * The graph for the keyboard, and for those who hear it: → and ← go round the neighbours of the node in focus, ↓ (or Enter)
 * goes on to the one that is named, ↑ back to where one came from. What is named is marked in the view as under a pointer.
 */
export function GraphWalk({ graph }: { graph: Graph }) {
  const focus = useStore((state) => state.focus);
  const positions = useStore((state) => state.positions);
  const [active, setActive] = useState(false);
  /** Which of the neighbours is named; null names the node itself. */
  const [turn, setTurn] = useState<{ of: number | null; at: number } | null>(null);
  /** Ids of where one came from. */
  const trail = useRef<string[]>([]);
  const keys = useId();
  const around = useMemo(
    () => (active && focus !== null ? neighboursAround(graph, focus, positions) : []),
    [active, graph, focus, positions],
  );
  const at = turn?.of === focus && turn.at < around.length ? turn.at : null;

  const name = (next: number | null) => {
    setTurn(next === null ? null : { of: focus, at: next });
    actions.setHovered(next === null ? null : around[next], 'list');
  };
  const goTo = (node: number) => {
    actions.setHovered(null, 'list');
    setTurn(null);
    actions.setFocus(node);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const round = around.length;
    switch (event.key) {
      case 'ArrowRight':
      case 'ArrowLeft':
        if (focus === null) goTo(mostConnected(graph));
        else if (round > 0) {
          const by = event.key === 'ArrowRight' ? 1 : -1;
          name(at === null ? (by > 0 ? 0 : round - 1) : (at + by + round) % round);
        }
        break;
      case 'ArrowDown':
      case 'Enter':
        if (focus === null) goTo(mostConnected(graph));
        else if (at !== null) {
          trail.current.push(graph.ids[focus]);
          goTo(around[at]);
        }
        break;
      case 'ArrowUp': {
        const id = trail.current.pop();
        const back = id === undefined ? undefined : indexOfNode(graph, id);
        if (back !== undefined) goTo(back);
        break;
      }
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      className="graph-walk"
      data-control="graph-walk"
      role="application"
      aria-label={`Walk the graph of ${counted(graph.nodeCount, 'node')}`}
      aria-describedby={keys}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it answers to keys, as an application does
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={() => setActive(true)}
      onBlur={() => {
        setActive(false);
        actions.setHovered(null, 'list');
      }}
    >
      <p id={keys} className="graph-walk-keys">
        ← → neighbours · ↓ go there · ↑ back
      </p>
      <p className="visually-hidden" aria-live="polite" data-control="graph-walk-words">
        {active && wordsOf(graph, focus, around, at)}
      </p>
    </div>
  );
}

/** @param at which of the neighbours around is named; null names the focus itself. */
function wordsOf(graph: Graph, focus: number | null, around: readonly number[], at: number | null): string {
  if (focus === null) return 'No node is in focus: an arrow begins at the one with most neighbours.';
  if (at === null) return `${described(graph, focus)}, ${counted(around.length, 'neighbour')}.`;
  return `${described(graph, around[at])}: neighbour ${at + 1} of ${around.length} of ${nodeName(graph, focus)}.`;
}

function described(graph: Graph, node: number): string {
  return [spokenName(graph, node), className(graph, node)].filter((part) => part !== null).join(', ');
}

function mostConnected(graph: Graph): number {
  return degreesOf(graph).indexOf(largestDegree(graph));
}
