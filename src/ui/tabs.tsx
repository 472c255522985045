import { type KeyboardEvent, type ReactNode, useId } from 'react';
import type { ControlProps } from './button';
import './tabs.css';

export interface Tab<T extends string> {
  value: T;
  label: string;
}

interface TabsProps<T extends string> extends ControlProps {
  /** What the tabs are about, for screen readers. */
  label: string;
  tabs: readonly Tab<T>[];
  value: T;
  onChange: (value: T) => void;
  /** Of the tab chosen. */
  children: ReactNode;
}

/** Tabs above the panel of the one chosen; each is named `control-value`. The arrow keys go from one to the next. */
export function Tabs<T extends string>({ control, label, tabs, value, onChange, children }: TabsProps<T>) {
  const id = useId();
  const choose = (event: KeyboardEvent<HTMLDivElement>) => {
    const places: Record<string, number> = {
      ArrowRight: tabs.findIndex((tab) => tab.value === value) + 1,
      ArrowLeft: tabs.findIndex((tab) => tab.value === value) - 1 + tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const place = places[event.key];
    if (place === undefined) return;
    // They must not step the hops as well.
    event.stopPropagation();
    event.preventDefault();
    const next = tabs[place % tabs.length];
    onChange(next.value);
    document.getElementById(`${id}-${next.value}`)?.focus();
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} data-control={control} onKeyDown={choose}>
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            className="tab"
            data-control={`${control}-${tab.value}`}
            aria-selected={tab.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChange(tab.value)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div className="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>
        {children}
      </div>
    </>
  );
}
