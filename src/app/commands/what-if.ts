import { freeName } from '../../panels/inspector/what-if/make-edits';
import { actions } from '../../store/actions';
import type { Command } from '../../store/command';
import { editsOf } from '../../store/edited';
import type { State } from '../../store/state';
import { useStore } from '../../store/store';
import { withoutFocus } from './focus';
import { goToTab } from './inspector';

/** What would be if the graph were another. */
export const WHAT_IF_COMMANDS: readonly Command[] = [
  {
    id: 'what-if.open',
    title: 'What if the graph were another around this node?',
    group: 'Node',
    keys: ['W'],
    controls: ['inspector', 'inspector-tab-what-if'],
    words: 'edit change graph difference',
    unavailable: withoutFocus,
    run: () => goToTab('what-if'),
  },
  {
    id: 'what-if.connect',
    title: 'Connect the node in focus to another…',
    group: 'Node',
    keys: ['E'],
    controls: ['inspector', 'inspector-tab-what-if', 'connect-node'],
    words: 'what if add edge link edit',
    unavailable: withoutFocus,
    run: () => goToTab('what-if', 'connect-node'),
  },
  {
    id: 'what-if.rewire',
    title: 'Take away or rewire an edge of the node in focus…',
    group: 'Node',
    controls: ['inspector', 'inspector-tab-what-if', 'rewire-edge'],
    words: 'what if remove delete edge edit',
    unavailable: withoutFocus,
    run: () => goToTab('what-if', 'rewire-edge'),
  },
  {
    id: 'what-if.feature',
    title: 'Change a feature of the node in focus…',
    group: 'Node',
    controls: ['inspector', 'inspector-tab-what-if', 'feature-value'],
    words: 'what if input edit',
    unavailable: (state) =>
      withoutFocus(state) ?? (hasGivenFeatures(state) ? null : 'Nodes do not start from given features here.'),
    run: () => goToTab('what-if', 'feature-value'),
  },
  {
    id: 'what-if.add-node',
    title: 'Add a node beside the node in focus',
    group: 'Node',
    controls: ['inspector', 'inspector-tab-what-if', 'add-node'],
    words: 'what if new neighbour edit',
    unavailable: withoutFocus,
    async run() {
      const { graph, focus } = useStore.getState();
      if (!graph || focus === null) return;
      const relation = graph.relations.length > 0 ? { relation: graph.relations[0] } : {};
      await actions.edit([{ do: 'add-node', node: freeName(graph), to: [graph.ids[focus]], ...relation }]);
    },
  },
  {
    id: 'what-if.remove-node',
    title: 'Take the node in focus out of the graph',
    group: 'Node',
    keys: ['Delete'],
    onPage: true,
    controls: ['inspector', 'inspector-tab-what-if', 'remove-node'],
    words: 'what if delete remove edit',
    unavailable: withoutFocus,
    async run() {
      const { graph, focus } = useStore.getState();
      if (graph && focus !== null) await actions.edit([{ do: 'remove-node', node: graph.ids[focus] }]);
    },
  },
  {
    id: 'what-if.undo',
    title: 'Take the last edit of the graph back',
    group: 'Graph',
    controls: ['edits', 'edits-undo'],
    words: 'what if undo',
    unavailable: withoutEdits,
    run: actions.uneditLast,
  },
  {
    id: 'what-if.end',
    title: 'Back to the graph without edits',
    group: 'Graph',
    controls: ['edits', 'edits-end'],
    words: 'what if original undo all',
    unavailable: withoutEdits,
    run: actions.unedit,
  },
];

function withoutEdits({ graph }: State): string | null {
  return graph && editsOf(graph).length > 0 ? null : 'The graph has no edits.';
}

function hasGivenFeatures({ graph, recipe }: State): boolean {
  return graph?.features != null && recipe.input.kind === 'given';
}
