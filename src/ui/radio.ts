import type { KeyboardEvent, ReactNode } from 'react';
import type { ControlProps } from './button';

export interface Choice<T extends string> {
  value: T;
  label: string;
  /** Why it cannot be chosen now; absent when it can. */
  unavailable?: string;
}

/** A group of which one is chosen; each choice is named `control-value`. */
export interface RadioGroupProps<T extends string, C extends Choice<T> = Choice<T>> extends ControlProps {
  /** What is being chosen. */
  label: ReactNode;
  /** Null when none of them is. */
  value: T | null;
  choices: readonly C[];
  onChange: (value: T) => void;
}

interface RadioProps<T extends string> extends Omit<RadioGroupProps<T>, 'label' | 'choices'> {
  /** Shared by the group. */
  name: string;
  choice: Choice<T>;
}

/** What makes an `<input>` the button of one choice. */
export function radio<T extends string>({ control, name, choice, value, onChange }: RadioProps<T>) {
  return {
    type: 'radio',
    name,
    'data-control': `${control}-${choice.value}`,
    value: choice.value,
    checked: choice.value === value,
    disabled: choice.unavailable !== undefined,
    onChange: () => onChange(choice.value),
  };
}

/** Inside a radio group the arrow keys choose; they must not step the hops as well. */
export function keepArrowKeys(event: KeyboardEvent): void {
  if (event.key.startsWith('Arrow')) event.stopPropagation();
}
