import { lazy, Suspense } from 'react';
import { notify } from '../../store/notices';
import { useStore } from '../../store/store';
import './train-button.css';
import { useSidePanel } from '../use-side-panel';
import { whyNothingToLearn } from './why-nothing-to-learn';

const TrainingPanel = lazy(() => import('./training-panel').then((module) => ({ default: module.TrainingPanel })));

/** Opens and closes the panel of training, which is fetched when it is first opened; says why where nothing can be learned. */
export function TrainButton() {
  const { button, shown, toggle, close } = useSidePanel('training');
  const reason = useStore((state) => whyNothingToLearn(state.graph));
  const unavailable = reason !== null && !shown;
  return (
    <>
      <button
        ref={button}
        type="button"
        data-control="train"
        className="button train-button"
        // Not `disabled`: it has to be reached, and pressed, to say why.
        aria-disabled={unavailable}
        aria-expanded={shown}
        title={reason ?? undefined}
        onClick={() => (unavailable ? notify('info', 'Nothing to train on', reason) : toggle())}
      >
        Train…
        {unavailable && <span className="visually-hidden">({reason})</span>}
      </button>
      {shown && (
        <Suspense>
          <TrainingPanel onClose={close} />
        </Suspense>
      )}
    </>
  );
}
