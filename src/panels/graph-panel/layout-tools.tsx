import type { State } from '../../store/state';
import { IconButton } from '../../ui/button';

interface LayoutToolsProps {
  layout: State['layout'];
  /** Whether any node was put where it is by hand. */
  pinned: boolean;
  onUnpin: () => void;
  onStop: () => void;
  onContinue: () => void;
  onRerun: () => void;
}

/** What can be done with the drawing: stop it as it settles, let it go on, start it again. */
export function LayoutTools({ layout, pinned, onUnpin, onStop, onContinue, onRerun }: LayoutToolsProps) {
  const settled = layout.total === 0 ? 1 : layout.done / layout.total;
  const percent = `${Math.round(settled * 100)}\u202f%`;
  return (
    <>
      {layout.running ? (
        <IconButton control="layout-stop" icon="stop" label={`Stop the layout (${percent} done)`} onClick={onStop} />
      ) : (
        <IconButton
          control="layout-continue"
          icon="settle"
          label={settled < 1 ? `Continue the layout (${percent} done)` : 'Let the layout settle further'}
          onClick={onContinue}
        />
      )}
      {pinned && <IconButton control="unpin" icon="unpin" label="Let go of the pinned nodes" onClick={onUnpin} />}
      <IconButton control="layout-rerun" icon="again" label="Run the layout again from its start" onClick={onRerun} />
    </>
  );
}
