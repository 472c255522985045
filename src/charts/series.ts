/** What a chart of runs draws in one colour. */
export interface Series {
  name: string;
  colour: string;
  /** SVG dash pattern; '' is a solid line. */
  dash: string;
  points: readonly RunPoint[];
  /** What its points come to at each place along x, where they are drawn as a line: the mean, and the least and the most. */
  course: readonly { x: number; mean: number; least: number; most: number }[];
  /** What is drawn behind it, thin, and what that is; null for nothing. */
  behind: { words: string; points: readonly { x: number; y: number }[] } | null;
}

/** One run. */
export interface RunPoint {
  id: string;
  x: number;
  y: number;
  /** Which it is and what it comes to, in a line. */
  words: string;
}
