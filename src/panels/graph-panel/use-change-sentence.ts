import { useMemo } from 'react';
import { editsOf, originalOf } from '../../store/edited';
import { useStore } from '../../store/store';
import { differenceSentence, editsWords } from '../inspector/what-if/difference-words';
import { spokenName } from '../names';
import { shownHop } from '../shown-hop';

/** What the edits change at the hop on screen, or why that is not known; null for a graph without edits. */
export function useChangeSentence(): string | null {
  const graph = useStore((state) => state.graph);
  // While a run is under way the trace on screen may still be that of the edits before.
  const trace = useStore((state) => (state.run === null ? state.trace : null));
  const hop = useStore(shownHop);
  return useMemo(() => {
    const edits = graph ? editsOf(graph) : [];
    if (!graph || edits.length === 0) return null;
    const words = editsWords(edits, originalOf(graph));
    if (trace?.difference) {
      // Within a sentence a node begins with a small letter; a name is a name.
      const name = (node: number) => spokenName(graph, node).replace(/^Node (?=\d+$)/, 'node ');
      return differenceSentence(words, trace.difference, hop, name);
    }
    const why = trace?.notes.difference;
    return why === undefined ? `${words}: the trace is being computed.` : `${words}: ${why}.`;
  }, [graph, trace, hop]);
}
