import { counted } from '../../charts/numbers';
import { actions } from '../../store/actions';
import { attempt } from '../../store/attempt';
import { editsOf } from '../../store/edited';
import { useStore } from '../../store/store';
import { Button } from '../../ui/button';
import './edit-note.css';

/** That the graph on screen is an edited one, with the ways back and to what the edits change. */
export function EditNote() {
  const graph = useStore((state) => state.graph);
  const told = useStore((state) => Boolean(state.trace?.difference));
  const changeShown = useStore((state) => state.view.colour === 'change');
  const count = graph ? editsOf(graph).length : 0;
  if (count === 0) return null;
  const back = (way: () => Promise<void>) => () => void attempt('The edits stay as they are', way);
  return (
    <p className="selection-note edit-note" data-control="edits">
      <strong>{counted(count, 'edit')}</strong>
      <Button control="edits-undo" tone="quiet" title="Take the last edit back" onClick={back(actions.uneditLast)}>
        Undo
      </Button>
      {count > 1 && (
        <Button control="edits-end" tone="quiet" title="Back to the graph without edits" onClick={back(actions.unedit)}>
          Original
        </Button>
      )}
      {told && !changeShown && (
        <Button
          control="edits-show"
          tone="quiet"
          title="Colour nodes by how far the edits move them"
          onClick={() => actions.setColour('change')}
        >
          Show change
        </Button>
      )}
    </p>
  );
}
