import { css, type Rgb } from './oklab';

export interface LegendEntry {
  label: string;
  /** CSS colour. */
  colour: string;
  /** 0 plain; 1, 2, … the colour is used again and needs a second mark. */
  pattern: number;
  /** Whether it stands for nodes with a ring around them. */
  ringed?: true;
}

export function entry(label: string, colour: Rgb, pattern = 0): LegendEntry {
  return { label, colour: css(colour), pattern };
}
