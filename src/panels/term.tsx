import type { ReactNode } from 'react';
import { Tooltip } from '../ui/tooltip';
import { GLOSSARY, type TermName } from './glossary';

/** A word of the field with its line from the glossary. */
export function Term({ name, className, children }: { name: TermName; className?: string; children: ReactNode }) {
  return (
    <Tooltip control={`term-${name}`} text={GLOSSARY[name]} className={className}>
      {children}
    </Tooltip>
  );
}
