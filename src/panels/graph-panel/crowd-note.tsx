import { counted, formatCount } from '../../charts/numbers';
import { areCrowd, CROWD_IN_MOTION, edgesAreDrawn } from '../../graph/limits';
import { useStore } from '../../store/store';

/** Says that not all edges are drawn while anything moves, where that is so. */
export function CrowdNote() {
  const edges = useStore(({ graph }) => (graph && edgesAreDrawn(graph) ? graph.edgeCount : 0));
  const software = useStore((state) => state.softwareGraphics);
  if (!areCrowd(edges, software)) return null;
  return (
    <p className="field-hint" data-control="crowd-note">
      {counted(edges, 'edge')}: all are drawn at rest, {formatCount(CROWD_IN_MOTION)} of them in motion.
    </p>
  );
}
