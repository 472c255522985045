import { MEASURES, type MeasureKey } from './descriptors';
import type { GroupMean } from './pair-strata';

/** Why a measure is null or approximate, or what else its reader must know; by key. */
export type MeasureNotes = Record<string, string>;

/** Where the measures of one hop are written down: every value, or null with the reason in its note. */
export interface Report {
  row: Record<MeasureKey, number | null>;
  notes: MeasureNotes;
  note(key: MeasureKey, text: string): void;
  /** A value from a sample unless `whole`, then with its standard error and what was drawn. */
  estimate(key: MeasureKey, mean: GroupMean, whole: boolean, from: string): void;
}

export function emptyReport(): Report {
  const row = Object.fromEntries(MEASURES.map(({ key }) => [key, null])) as Record<MeasureKey, null>;
  const notes: MeasureNotes = {};
  const note = (key: MeasureKey, text: string) => {
    notes[key] = notes[key] ? `${notes[key]}; ${text}` : text;
  };
  const report: Report = {
    ...{ row, notes, note },
    estimate(key, { mean, error }, whole, from) {
      report.row[key] = mean;
      if (!whole) note(key, `estimated from ${from} drawn at random, standard error about ${twoDigits(error)}`);
    },
  };
  return report;
}

export const twoDigits = (value: number) => String(Number(value.toPrecision(2)));
export const ALL_ZERO = 'every row is zero';
