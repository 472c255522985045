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
  /** For values that say nothing alone, such as "16": the name stays where there is little room. */
  keepName?: boolean;
  children: (close: () => void) => ReactNode;
}

/** One choice of the top bar: what it is, what it is now, and a popover to change it. */
export function Pill({ control, name, value, keepName = false, children }: PillProps) {
  return (
    <Popover
      control={control}
      label={name}
      triggerClass={keepName ? 'pill pill-name-kept' : 'pill'}
      triggerTitle={value ? `${name}: ${value}` : name}
      trigger={
        <>
          <span className={value ? 'pill-name' : ''}>{name}</span>
          {value && <strong className="pill-value">{value}</strong>}
          <Icon name="chevron" size={12} />
        </>
      }
    >
      {children}
    </Popover>
  );
}
