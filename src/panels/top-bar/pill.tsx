import type { ReactNode } from 'react';
import { Icon } from '../../ui/icons';
import { Popover } from '../../ui/popover';
import './pill.css';

interface PillProps {
  control: string;
  /** What is chosen here, e.g. "Layer". */
  name: string;
  /** What is chosen now, e.g. "GCN"; without it the name stands alone. */
  value?: string;
  children: (close: () => void) => ReactNode;
}

/** One choice of the top bar: what it is, what it is now, and a popover to change it. */
export function Pill({ control, name, value, children }: PillProps) {
  return (
    <Popover
      control={control}
      label={name}
      triggerClass="pill"
      triggerTitle={value ? `${name}: ${value}` : name}
      trigger={
        <>
          <span className="pill-words">
            <span className={value ? 'pill-name' : ''}>{name} </span>
            {value && <strong className="pill-value">{value}</strong>}
          </span>
          <Icon name="chevron" size={12} />
        </>
      }
    >
      {children}
    </Popover>
  );
}
