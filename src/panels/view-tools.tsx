import { type RefObject, useEffect, useState } from 'react';
import { actions } from '../store/actions';
import { useStore } from '../store/store';
import { IconButton } from '../ui/button';

interface ViewToolsProps {
  /** Of the controls: `lasso-graph`, `fit-graph`, `fullscreen-graph`. */
  view: 'graph' | 'embedding';
  /** What fills the screen. */
  panel: RefObject<HTMLElement | null>;
  onFit: () => void;
}

/** What can be done with either view. */
export function ViewTools({ view, panel, onFit }: ViewToolsProps) {
  const lasso = useStore((state) => state.lasso);
  return (
    <>
      <IconButton
        control={`lasso-${view}`}
        icon="lasso"
        label="Select by drawing around nodes"
        aria-pressed={lasso}
        onClick={() => actions.setLasso(!lasso)}
      />
      <IconButton control={`fit-${view}`} icon="fit" label={`Fit the ${view} to the view`} onClick={onFit} />
      {document.fullscreenEnabled && <FullscreenButton view={view} panel={panel} />}
    </>
  );
}

function FullscreenButton({ view, panel }: Omit<ViewToolsProps, 'onFit'>) {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const listener = () => setFull(panel.current !== null && document.fullscreenElement === panel.current);
    document.addEventListener('fullscreenchange', listener);
    return () => document.removeEventListener('fullscreenchange', listener);
  }, [panel]);
  return (
    <IconButton
      control={`fullscreen-${view}`}
      icon="whole"
      label={full ? 'Leave full screen' : `Show the ${view} on the full screen`}
      aria-pressed={full}
      onClick={() => void (full ? document.exitFullscreen() : panel.current?.requestFullscreen())}
    />
  );
}
