import { counted } from '../../../charts/numbers';
import { sharesMoved } from '../../../encoding/change';
import { editWords } from '../../../graph/edits/edit-words';
import { editsOf, originalOf } from '../../../store/edited';
import { useStore } from '../../../store/store';
import { capital, spokenName } from '../../names';
import { shownHop } from '../../shown-hop';
import { byShare } from './difference-words';

/** The edits made so far, and what they do to the focus at this hop. */
export function EditList() {
  const graph = useStore((state) => state.graph);
  const focus = useStore((state) => state.focus);
  const difference = useStore(({ run, trace }) => (run === null ? (trace?.difference ?? null) : null));
  const hop = useStore(shownHop);
  const edits = graph ? editsOf(graph) : [];
  if (!graph || edits.length === 0) return null;
  const at = focus === null ? -1 : (difference?.nodes.indexOf(focus) ?? -1);
  const share = at < 0 || !difference ? null : (sharesMoved(difference, hop)?.[at] ?? null);
  return (
    <section className="inspector-section" data-control="edit-list">
      <h3>{counted(edits.length, 'edit')}</h3>
      <ol className="edit-list">
        {edits.map((edit, i) => (
          // The same edit may be made twice, and the list only grows at its end.
          <li key={i}>{capital(editWords(edit, originalOf(graph)))}</li>
        ))}
      </ol>
      {focus !== null && share !== null && (
        <p className="inspector-hint" data-control="change-of-focus">
          {spokenName(graph, focus)} is {share === 0 ? 'not moved' : `moved ${byShare(share)}`} at hop {hop}.
        </p>
      )}
    </section>
  );
}
