import type { ReactNode } from 'react';
import { Tooltip } from '../../ui/tooltip';
import { TRAINING_TERMS, type TrainingTermName } from './terms';

/** A word of learning with its line. */
export function TrainingTerm({ name, children }: { name: TrainingTermName; children: ReactNode }) {
  return (
    <Tooltip control={`term-${name}`} text={TRAINING_TERMS[name]}>
      {children}
    </Tooltip>
  );
}
