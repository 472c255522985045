import { formatFineShare, formatNumber } from '../../../charts/numbers';
import { type PlacedNode, walkTo } from './tree-layout';

interface NodeCardProps {
  node: PlacedNode;
  /** Of the picture, in pixels. */
  width: number;
  influence: Float32Array | null;
  nameOf: (node: number) => string;
}

const WIDEST = 220;

/** One occurrence in numbers, beside its disc. */
export function NodeCard({ node, width, influence, nameOf }: NodeCardProps) {
  const total = influence?.reduce((sum, value) => sum + value, 0) ?? 0;
  const left = Math.max(0, Math.min(width - WIDEST, node.x - WIDEST / 2));
  return (
    <div className="tree-card" style={{ left, top: node.y + 32 }}>
      <strong>
        {nameOf(node.node)}, at hop {node.hop}
      </strong>
      {node.parent && (
        <p>
          By this walk {formatNumber(node.influence)}: {route(node, nameOf)}
        </p>
      )}
      {node.unlinked && <p>Heard without an edge, through the norm.</p>}
      {node.again && <p>The same vector as to its left: computed once, heard again.</p>}
      {influence && total > 0 && <p>Its input has {formatFineShare(influence[node.node] / total)} of all influence.</p>}
    </div>
  );
}

/** "24 ← 19 ← 17", the middle left out where it is long. */
function route(node: PlacedNode, nameOf: (node: number) => string): string {
  const names = walkTo(node).map((each) => nameOf(each.node));
  const short = names.length <= 6 ? names : [...names.slice(0, 2), '…', ...names.slice(-3)];
  return short.join(' ← ');
}
