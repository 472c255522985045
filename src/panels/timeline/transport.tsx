import { IconButton } from '../../ui/button';
import './transport.css';

interface TransportProps {
  hop: number;
  hops: number;
  playing: boolean;
  onStep: (by: number) => void;
  onPlaying: (playing: boolean) => void;
}

/** The hop counter and back, play, forward. */
export function Transport({ hop, hops, playing, onStep, onPlaying }: TransportProps) {
  return (
    <div className="transport">
      <p className="transport-counter">
        <strong>{hop}</strong> / {hops} hops
      </p>
      <div className="transport-buttons">
        <IconButton control="step-back" icon="back" label="One hop back" onClick={() => onStep(-1)} />
        <IconButton
          control="play"
          tone="ember"
          icon={playing ? 'pause' : 'play'}
          label={playing ? 'Pause' : 'Play'}
          onClick={() => onPlaying(!playing)}
        />
        <IconButton control="step-forward" icon="forward" label="One hop forward" onClick={() => onStep(1)} />
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
