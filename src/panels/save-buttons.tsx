import { useState } from 'react';
import { Button } from '../ui/button';

interface SaveButtonsProps {
  /** What the controls are called by, before the format. */
  control: string;
  /** What is saved: the first part of the kinds of export, and its name to those who listen. */
  what: string;
  disabled?: boolean;
  /** Saves a file; resolves with what to say of it. */
  onSave: (kind: string) => Promise<string>;
}

/** Numbers and pictures to take along. */
export function SaveButtons({ control, what, disabled, onSave }: SaveButtonsProps) {
  const [saved, setSaved] = useState('');
  return (
    <div className="button-row">
      {['csv', 'json', 'png', 'svg'].map((format) => (
        <Button
          key={format}
          control={`${control}-${format}`}
          aria-label={`Save the ${what} as ${format.toUpperCase()}`}
          disabled={disabled}
          onClick={() => void onSave(`${what}.${format}`).then(setSaved)}
        >
          {format.toUpperCase()}
        </Button>
      ))}
      <span role="status" className="field-hint">
        {saved}
      </span>
    </div>
  );
}
