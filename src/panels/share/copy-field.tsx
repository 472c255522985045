import { useEffect, useId, useState } from 'react';
import { Button } from '../../ui/button';

interface CopyFieldProps {
  control: string;
  label: string;
  value: string;
  /** Copied as it appears. */
  copyAtOnce?: boolean;
}

/** A text to be taken along: copied by a button, or by hand where the browser does not let a page copy. */
export function CopyField({ control, label, value, copyAtOnce = false }: CopyFieldProps) {
  const field = useId();
  /** The text that was copied, or that could not be. */
  const [tried, setTried] = useState<{ value: string; copied: boolean } | null>(null);
  const copy = async () => {
    try {
      // Without a secure context there is no clipboard at all.
      await navigator.clipboard.writeText(value);
      setTried({ value, copied: true });
    } catch {
      setTried({ value, copied: false });
    }
  };
  useEffect(() => {
    if (copyAtOnce) void copy();
  }, []);
  const now = tried?.value === value ? tried : null;
  return (
    <div className="copy-field">
      <label htmlFor={field}>{label}</label>
      <input
        id={field}
        className="input"
        data-control={control}
        readOnly
        value={value}
        onFocus={(event) => event.target.select()}
      />
      <Button control={`${control}-copy`} onClick={copy}>
        {now?.copied ? 'Copied' : 'Copy'}
      </Button>
      <p role="status" className={now && !now.copied ? 'field-hint' : 'visually-hidden'}>
        {now?.copied && `${label}: copied`}
        {now && !now.copied && 'This browser does not let the page copy: press in the field and copy it from there.'}
      </p>
    </div>
  );
}
