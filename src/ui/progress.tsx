import { Button } from './button';
import './progress.css';

interface ProgressProps {
  control: string;
  /** What is being done, e.g. "Computing hop 12 of 64". */
  label: string;
  /** 0…1, or null when the length is not known. */
  fraction: number | null;
  onCancel: () => void;
}

/** Real progress with a way out. It appears only when the work lasts long enough to be noticed. */
export function Progress({ control, label, fraction, onCancel }: ProgressProps) {
  return (
    <div className="progress" data-control={control}>
      <span className="progress-label">{label}</span>
      <progress className="progress-bar" aria-label={label} max={1} value={fraction ?? undefined} />
      <Button control={`${control}-cancel`} onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
