import { deriveAgain, stopDeriving } from '../../../store/inspecting';
import type { Derivatives } from '../../../store/state';
import { Button } from '../../../ui/button';
import './deriving-note.css';

/** What is under way, with a way out; why there is nothing, with a way on. */
export function DerivingNote({ derivatives: { progress, stopped, failure } }: { derivatives: Derivatives }) {
  if (failure !== null) {
    return (
      <p className="deriving deriving-failure" role="alert">
        {failure}
      </p>
    );
  }
  if (stopped) {
    return (
      <p className="deriving">
        Stopped.{' '}
        <Button control="derive-again" onClick={deriveAgain}>
          Compute
        </Button>
      </p>
    );
  }
  if (progress === null) return null;
  return (
    <p className="deriving deriving-under-way">
      <progress className="progress-bar" aria-label="Taking derivatives" max={1} value={progress} />
      <Button control="derive-cancel" tone="quiet" onClick={stopDeriving}>
        Cancel
      </Button>
    </p>
  );
}
