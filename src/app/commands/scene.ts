import { isLarge } from '../../graph/limits';
import { actions } from '../../store/actions';
import type { Command } from '../../store/command';
import { SUB_STEPS, type SubStep } from '../../store/session';
import type { State } from '../../store/state';
import { lastHop } from '../../store/stepping';
import { useStore } from '../../store/store';
import { press } from './press';

/** How far into a hop, and what the views show of the nodes. Escape ends the latest of them first. */
export const SCENE_COMMANDS: readonly Command[] = [
  {
    id: 'step.part-next',
    title: 'Next part of the hop: message, aggregate, update',
    group: 'Step',
    keys: ['Shift+ArrowRight'],
    controls: ['sub-step'],
    words: 'sub-step inside',
    unavailable: (state) =>
      state.hop >= lastHop(state) && (state.subStep ?? 'update') === 'update' ? 'This is the last hop.' : null,
    run: () => actions.stepWithin(1),
  },
  {
    id: 'step.part-back',
    title: 'Previous part of the hop',
    group: 'Step',
    keys: ['Shift+ArrowLeft'],
    controls: ['sub-step'],
    words: 'sub-step inside',
    unavailable: ({ hop }) => (hop === 0 ? 'This is hop 0: the input.' : null),
    run: () => actions.stepWithin(-1),
  },
  ...SUB_STEPS.map(
    (part): Command => ({
      id: `step.${part}`,
      title: `This hop’s ${part} alone`,
      group: 'Step',
      controls: ['sub-step', `sub-step-${part}`],
      words: 'sub-step part inside',
      unavailable: (state) => whyNoPart(state, part),
      run: () => actions.setSubStep(part),
    }),
  ),
  {
    id: 'step.whole',
    title: 'The whole hop again',
    group: 'Step',
    keys: ['Escape'],
    controls: ['sub-step'],
    unavailable: ({ subStep }) => (subStep === null ? 'The whole hop is shown.' : null),
    run: () => actions.setSubStep(null),
  },
  {
    id: 'view.morph',
    title: 'Slide the graph into its embedding, or back',
    group: 'View',
    keys: ['M'],
    controls: ['morph'],
    words: 'morph fold layout positions',
    unavailable: ({ trace }) => (trace ? null : 'The embedding is still coming.'),
    run: actions.toggleMorph,
  },
  {
    id: 'view.lasso',
    title: 'Select nodes by drawing around them, or stop',
    group: 'View',
    keys: ['L'],
    controls: ['lasso-graph', 'lasso-embedding'],
    words: 'lasso selection',
    run: () => actions.setLasso(!useStore.getState().lasso),
  },
  {
    id: 'view.select-none',
    title: 'Let go of the selection',
    group: 'View',
    keys: ['Escape'],
    controls: ['selection-clear'],
    words: 'clear unselect',
    unavailable: ({ selection }) => (selection ? null : 'No nodes are selected.'),
    run: () => actions.select(null),
  },
  {
    id: 'view.lasso-off',
    title: 'Put the lasso away',
    group: 'View',
    keys: ['Escape'],
    controls: ['lasso-graph', 'lasso-embedding'],
    unavailable: ({ lasso }) => (lasso ? null : 'It is away.'),
    run: () => actions.setLasso(false),
  },
  {
    id: 'view.look',
    title: 'Choose what colours and sizes show…',
    group: 'View',
    controls: ['graph-panel', 'look'],
    words: 'encoding attribute column radius size by',
    run: () => press('look'),
  },
  {
    id: 'view.size-alike',
    title: 'Draw all nodes alike in size, or by their degree',
    group: 'View',
    controls: ['look', 'size-by'],
    words: 'size radius equal',
    run: () => actions.setSize(useStore.getState().view.size === 'equal' ? 'degree' : 'equal'),
  },
  {
    id: 'view.hulls',
    title: 'Outline the classes, or no longer',
    group: 'View',
    controls: ['look', 'hulls'],
    words: 'hull convex around',
    unavailable: ({ graph }) => (graph?.labels ? null : 'This graph has no classes.'),
    run: () => actions.setHulls(!useStore.getState().view.hulls),
  },
  {
    id: 'view.filter',
    title: 'Filter the nodes…',
    group: 'View',
    controls: ['graph-panel', 'filter'],
    words: 'hide class attribute degree component',
    run: () => press('filter'),
  },
  {
    id: 'view.unfilter',
    title: 'Show all nodes',
    group: 'View',
    controls: ['filter', 'filter-end'],
    unavailable: ({ view }) => (view.filter ? null : 'All nodes are shown.'),
    run: () => actions.setFilter([]),
  },
  {
    id: 'graph.sample',
    title: 'See a part of this graph…',
    group: 'Graph',
    controls: ['graph-panel', 'sample'],
    words: 'sample random walk ego k-core smaller',
    unavailable: ({ graph }) => (graph && isLarge(graph) ? null : 'It is small enough to be seen whole.'),
    run: () => press('sample'),
  },
  {
    id: 'graph.whole',
    title: 'Show the whole graph',
    group: 'Graph',
    controls: ['graph-panel', 'sample-whole'],
    words: 'sample back',
    unavailable: ({ dataset }) => (dataset.sample ? null : 'It is the whole graph.'),
    run: actions.takeWhole,
  },
];

function whyNoPart({ focus, hop, subStep }: State, part: SubStep): string | null {
  if (focus === null) return 'No node is in focus.';
  if (hop === 0) return 'This is hop 0: the input.';
  return subStep === part ? 'It is shown now.' : null;
}
