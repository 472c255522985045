import { entries } from '../../catalog/entries';
import { actions } from '../../store/actions';
import type { Command } from '../../store/command';
import { pickFiles } from '../../ui/pick-files';
import { press, withoutTopBar } from './press';

/** Which graph, and how it is laid out. */
export const GRAPH_COMMANDS: readonly Command[] = [
  {
    id: 'graph.choose',
    title: 'Choose a graph, or paste one…',
    group: 'Graph',
    controls: ['top-bar', 'graph'],
    words: 'dataset catalogue sliders',
    unavailable: withoutTopBar,
    run: () => press('graph'),
  },
  {
    id: 'graph.open-file',
    title: 'Open a file…',
    group: 'Graph',
    keys: ['O'],
    controls: ['graph', 'open-file'],
    words: 'load import dataset gexf graphml json csv npz',
    async run() {
      const files = await pickFiles();
      if (files.length > 0) await actions.loadFiles(files);
    },
  },
  ...entries.map(
    ({ id, title, description }): Command => ({
      id: `graph.${id}`,
      title: `Graph: ${title}`,
      group: 'Graph',
      controls: ['graph', `graph-${id}`],
      words: `dataset ${id} ${description}`,
      run: () => actions.loadCatalogue(id),
    }),
  ),
  {
    id: 'graph.details',
    title: 'About this graph…',
    group: 'Graph',
    controls: ['graph-panel', 'graph-details'],
    words: 'summary statistics homophily density components classes column',
    run: () => press('graph-details'),
  },
  {
    id: 'layout.stop',
    title: 'Stop the layout',
    group: 'Graph',
    controls: ['layout-stop'],
    unavailable: ({ layout }) => (layout.running ? null : 'The layout is not running.'),
    run: actions.stopLayout,
  },
  {
    id: 'layout.continue',
    title: 'Let the layout settle further',
    group: 'Graph',
    controls: ['layout-continue'],
    unavailable: ({ layout }) => (layout.running ? 'The layout is running.' : null),
    run: actions.continueLayout,
  },
  {
    id: 'layout.rerun',
    title: 'Run the layout again from its start',
    group: 'Graph',
    controls: ['layout-rerun'],
    run: actions.rerunLayout,
  },
];
