import { IconButton } from '../../ui/button';
import './transport.css';

interface TransportProps {
  hop: number;
  hops: number;
  playing: boolean;
  onStep: (by: number) => void;
  onPlaying: (playing: boolean) => void;
}

/** The hop counter and back, play, forward; without hops there is nowhere to go, and the buttons keep the focus but do nothing. */
export function Transport({ hop, hops, playing, onStep, onPlaying }: TransportProps) {
  const inert = hops === 0;
  const press = (act: () => void) => ({ 'aria-disabled': inert, onClick: () => !inert && act() });
  return (
    <div className="transport">
      <p className="transport-counter">
        <strong>{hop}</strong> / {hops} hops
      </p>
      <div className="transport-buttons">
        <IconButton control="step-back" icon="back" label="One hop back" {...press(() => onStep(-1))} />
        <IconButton
          control="play"
          tone="ember"
          icon={playing ? 'pause' : 'play'}
          label={playing ? 'Pause' : 'Play'}
          {...press(() => onPlaying(!playing))}
        />
        <IconButton control="step-forward" icon="forward" label="One hop forward" {...press(() => onStep(1))} />
      </div>
      <p className="transport-keys">
        <span>
          <kbd>←</kbd> <kbd>→</kbd> step
        </span>{' '}
        <span>
          <kbd>space</kbd> play
        </span>
      </p>
    </div>
  );
}
