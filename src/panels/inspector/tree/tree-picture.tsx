import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWidth } from '../../../charts/use-width';
import type { TreeLevel } from '../../../engine/protocol';
import { setTreeBreadth } from '../../../store/inspecting';
import { NodeCard } from './node-card';
import { nextNode, type PlacedNode, placeTree, walkTo } from './tree-layout';
import './tree-picture.css';

export interface TreePictureProps {
  /** What the tree is of, for screen readers. */
  label: string;
  levels: readonly TreeLevel[];
  /** (N) influence of every node's input on the root; null until computed. */
  influence: Float32Array | null;
  nameOf: (node: number) => string;
  /** CSS colour of a node at a hop. */
  colourOf: (node: number, hop: number) => string;
  onFocus: (node: number) => void;
  /** Larger, for a wide place. */
  large?: boolean;
}

const SMALL = { slot: 32, rise: 40, left: 18, right: 30, top: 12, radius: 8 };
const LARGE = { slot: 46, rise: 64, left: 32, right: 56, top: 18, radius: 13 };
/** Levels drawn before one asks for the rest. */
const FIRST_LEVELS = 24;

/**
 * A computation tree from the root down: every disc a node in its colour at that hop, every link as strong as the influence of
 * the walk it ends. The arrow keys walk it, Enter goes to a node.
 */
export function TreePicture({ large = false, label, levels, influence, ...names }: TreePictureProps) {
  const size = large ? LARGE : SMALL;
  const [box, width] = useWidth<HTMLDivElement>(large ? 960 : 280);
  const breadth = Math.max(3, Math.floor((width - size.left - size.right) / size.slot));
  useEffect(() => setTreeBreadth(breadth), [breadth]);
  const [all, setAll] = useState(false);
  const shown = all ? levels : levels.slice(0, FIRST_LEVELS);
  const tree = placeTree(shown, { ...size, width });
  const [at, setAt] = useState<{ node: PlacedNode; byKey: boolean } | null>(null);
  const [entry, setEntry] = useState({ level: 0, index: 0 });
  const items = useRef(new Map<string, HTMLElement>());
  const current = tree[entry.level]?.[entry.index] ?? tree[0]?.[0];
  const marked = at && tree[at.node.level]?.[at.node.index];
  const walk = new Set(marked ? walkTo(marked) : []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!current) return;
    const next = nextNode(tree, current, event.key);
    // Arrow keys that go nowhere do not step the hops either.
    if (next || event.key.startsWith('Arrow')) event.stopPropagation();
    if (!next) return;
    event.preventDefault();
    items.current.get(keyOf(next))?.focus();
  };
  return (
    <>
      <div
        ref={box}
        className={large ? 'tree tree-large' : 'tree'}
        role="tree"
        aria-label={label}
        data-control="tree"
        style={{ height: size.top * 2 + (tree.length - 1) * size.rise + size.radius + 14 }}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setAt((before) => (before?.byKey ? before : null))}
      >
        <svg className="tree-links" width="100%" height="100%" aria-hidden="true">
          {tree
            .flat()
            .map((node) =>
              node.parent ? (
                <path
                  key={keyOf(node)}
                  d={linkPath(node.parent, node)}
                  className={walk.has(node) ? 'tree-link tree-link-on' : 'tree-link'}
                  strokeWidth={0.75 + (large ? 7 : 4.5) * node.strength}
                  strokeOpacity={walk.has(node) ? 1 : 0.25 + 0.6 * node.strength}
                  strokeDasharray={node.unlinked ? '2 3' : undefined}
                />
              ) : null,
            )}
        </svg>
        {shown.map(({ hop, more }, level) => (
          <span key={hop} className="tree-level" aria-hidden="true" style={{ top: size.top + level * size.rise }}>
            <span>{hop}</span>
            {more > 0 && <span title={`${more.toLocaleString('en')} more with influence`}>+{compact(more)}</span>}
          </span>
        ))}
        {tree.flat().map((node) => (
          <button
            key={keyOf(node)}
            ref={(element) => {
              if (element) items.current.set(keyOf(node), element);
              else items.current.delete(keyOf(node));
            }}
            type="button"
            role="treeitem"
            className="tree-node"
            data-control="tree-node"
            data-again={node.again || undefined}
            data-same={(marked && marked !== node && marked.node === node.node) || undefined}
            aria-level={node.level + 1}
            aria-posinset={node.index + 1}
            aria-setsize={tree[node.level].length}
            aria-label={spoken(node, names.nameOf)}
            tabIndex={node === current ? 0 : -1}
            style={{ left: node.x, top: node.y, color: names.colourOf(node.node, node.hop) }}
            onPointerEnter={() => setAt({ node, byKey: false })}
            onFocus={(event) => {
              setEntry({ level: node.level, index: node.index });
              if (event.target.matches(':focus-visible')) setAt({ node, byKey: true });
            }}
            onBlur={() => setAt(null)}
            onClick={() => names.onFocus(node.node)}
          >
            <span className="tree-disc" />
            <span
              className="tree-name"
              style={{ maxWidth: (width - size.left - size.right) / tree[node.level].length }}
            >
              {names.nameOf(node.node)}
            </span>
          </button>
        ))}
        {marked && <NodeCard node={marked} width={width} influence={influence} nameOf={names.nameOf} />}
      </div>
      {shown.length < levels.length && (
        <button type="button" className="button button-quiet" data-control="tree-rest" onClick={() => setAll(true)}>
          Show the other {levels.length - shown.length} levels
        </button>
      )}
    </>
  );
}

function keyOf({ level, index }: PlacedNode): string {
  return `${level} ${index}`;
}

function linkPath(from: PlacedNode, to: PlacedNode): string {
  const middle = (from.y + to.y) / 2;
  return `M${from.x} ${from.y}C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y}`;
}

function spoken({ node, hop, parent, again }: PlacedNode, nameOf: (node: number) => string): string {
  const heardBy = parent ? `, heard by ${nameOf(parent.node)}` : '';
  return `${nameOf(node)} at hop ${hop}${heardBy}${again ? ', again' : ''}`;
}

/** "37", "3.4k": as short as its place. */
function compact(count: number): string {
  return Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(count).toLowerCase();
}
