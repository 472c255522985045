import type { ComponentProps } from 'react';
import './button.css';
import { Icon, type IconName } from './icons';

/** `control` becomes `data-control`: the stable name that tests, lessons and hiding use. */
export interface ControlProps {
  control: string;
}

interface ButtonProps extends ControlProps, Omit<ComponentProps<'button'>, 'type'> {
  /** `ink` is the page's main action, `ember` is for what moves. */
  tone?: 'plain' | 'quiet' | 'ink' | 'ember';
}

export function Button({ control, tone = 'plain', className = '', ...rest }: ButtonProps) {
  return <button type="button" data-control={control} className={`button button-${tone} ${className}`} {...rest} />;
}

interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  icon: IconName;
  /** What it does, for screen readers and as the pointer rests on it. */
  label: string;
}

export function IconButton({ icon, label, className = '', title = label, ...rest }: IconButtonProps) {
  return (
    <Button aria-label={label} title={title} className={`button-icon ${className}`} {...rest}>
      <Icon name={icon} />
    </Button>
  );
}
