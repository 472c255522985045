import { useMemo } from 'react';
import { useTheme } from '../../../charts/use-theme';
import { nodeColour } from '../../../encoding/colours';
import { drawnProjections } from '../../../encoding/drawn-projections';
import { css } from '../../../encoding/oklab';
import { useStore } from '../../../store/store';

/** CSS colour of a node at any hop, in the encoding that the views show. */
export function useNodeColour(): (node: number, hop: number) => string {
  const graph = useStore((state) => state.graph);
  const projections = useStore((state) => state.trace && drawnProjections(state.trace));
  const encoding = useStore((state) => state.view.colour);
  const hopsFromFocus = useStore((state) => state.hopsFromFocus);
  const predictions = useStore((state) => state.trace?.predictions ?? null);
  const difference = useStore((state) => state.trace?.difference ?? null);
  const theme = useTheme();
  return useMemo(() => {
    const byHop = new Map<number, ReturnType<typeof nodeColour>>();
    return (node, hop) => {
      // A virtual node is nowhere in the views.
      if (!graph || node >= graph.nodeCount) return 'currentcolor';
      const context = { graph, projections, hop, hopsFromFocus, heardWithin: null, predictions, difference, theme };
      const colour = byHop.get(hop) ?? nodeColour(encoding, context);
      byHop.set(hop, colour);
      return css(colour(node));
    };
  }, [graph, projections, encoding, hopsFromFocus, predictions, difference, theme]);
}
