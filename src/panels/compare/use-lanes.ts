import { useMemo } from 'react';
import type { Companion, State } from '../../store/state';
import { useStore } from '../../store/store';
import { graphTitle } from '../names';
import { laneTitles } from './lane-titles';

/** A lane as the comparison shows it: the first is what is on screen. */
export interface ShownLane extends Omit<Companion, 'progress'> {
  title: string;
  /** How much of its run is done, 0…1; null while it waits or has none. */
  progress: number | null;
  colour: string;
  /** SVG dash pattern, so that colour alone does not tell lanes apart. */
  dash: string;
}

/** Solid and in the colour of what is on screen first. */
const STYLES = [
  { colour: 'var(--ember)', dash: '' },
  { colour: 'var(--teal)', dash: '6 3' },
  { colour: 'var(--violet)', dash: '2 3' },
  { colour: 'var(--ink)', dash: '8 3 2 3' },
] as const;

/** All lanes, that on screen first. */
export function lanesOf({
  dataset,
  recipe,
  graph,
  trace,
  run,
  companions,
}: Pick<State, 'dataset' | 'recipe' | 'graph' | 'trace' | 'run' | 'companions'>): ShownLane[] {
  const front: Companion = { dataset, recipe, graph, trace, progress: run?.fraction ?? null, failure: null };
  const lanes = [front, ...companions];
  const titles = laneTitles(lanes, lanes.map(graphTitle));
  return lanes.map((lane, i) => ({ ...lane, ...STYLES[i % STYLES.length], title: titles[i] }));
}

export function useLanes(): ShownLane[] {
  const dataset = useStore((state) => state.dataset);
  const recipe = useStore((state) => state.recipe);
  const graph = useStore((state) => state.graph);
  const trace = useStore((state) => state.trace);
  const run = useStore((state) => state.run);
  const companions = useStore((state) => state.companions);
  return useMemo(
    () => lanesOf({ dataset, recipe, graph, trace, run, companions }),
    [dataset, recipe, graph, trace, run, companions],
  );
}
