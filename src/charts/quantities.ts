import type { ExperimentRun } from '../gnn/experiments/results';
import type { Score } from '../gnn/experiments/specification';
import type { ExperimentView, Quantity } from '../store/state';
import { type Axis, amountAxis, shareAxis } from './axis';
import { MEASURE_STYLES } from './measures';
import { formatAccuracy } from './numbers';

/** A quantity of a run as it is written and drawn. */
export interface QuantityStyle {
  key: Quantity;
  /** In the middle of a sentence as well. */
  label: string;
  format(value: number | null | undefined): string;
  axis(values: readonly number[]): Axis;
}

const TEST: QuantityStyle = { key: 'test', label: 'test accuracy', format: formatAccuracy, axis: shareAxis };
const TRAIN: QuantityStyle = { ...TEST, key: 'train', label: 'training accuracy' };

const STYLES: readonly QuantityStyle[] = [
  TEST,
  TRAIN,
  ...MEASURE_STYLES.map(
    ({ key, label, unit, format }): QuantityStyle => ({
      ...{ key, label: isName(label) ? label : label.charAt(0).toLowerCase() + label.slice(1), format },
      axis: unit === 'share' ? shareAxis : amountAxis,
    }),
  ),
];

/** Whether its first letter stays a capital: it begins with a person or an acronym. */
function isName(label: string): boolean {
  return /^(Dirichlet|Rayleigh|MAD)/.test(label);
}

export function styleOf(quantity: Quantity): QuantityStyle {
  return STYLES.find(({ key }) => key === quantity) ?? TEST;
}

/** Of it more is better, and it is of the trained network alone. */
export function isAccuracy(quantity: Quantity): quantity is Score {
  return quantity === 'test' || quantity === 'train';
}

/** What a run comes to; null where there is no such figure of it. */
export function quantityOf(run: ExperimentRun, quantity: Quantity, when: ExperimentView['when']): number | null {
  if (isAccuracy(quantity)) return run.trained?.[quantity] ?? null;
  return (when === 'trained' ? run.trained?.measures[quantity] : run.untrained[quantity]) ?? null;
}
