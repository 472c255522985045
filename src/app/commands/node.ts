import { flushSync } from 'react-dom';
import { sceneHandle } from '../../scene/handles';
import { actions } from '../../store/actions';
import type { Command } from '../../store/command';
import { setSecond } from '../../store/inspecting';
import { showInspector } from '../../store/side-panels';
import { useStore } from '../../store/store';
import { withoutFocus } from './focus';
import { goToTab } from './inspector';
import { press } from './press';

/** The node in focus. */
export const NODE_COMMANDS: readonly Command[] = [
  {
    id: 'node.find',
    title: 'Find a node',
    group: 'Node',
    keys: ['/'],
    controls: ['inspector', 'find-node'],
    words: 'search focus',
    run: findNode,
  },
  {
    id: 'node.show',
    title: 'Bring the node in focus into view',
    group: 'Node',
    words: 'fly zoom camera',
    unavailable: withoutFocus,
    run() {
      const { focus } = useStore.getState();
      if (focus !== null) flyTo(focus);
    },
  },
  {
    id: 'node.release',
    title: 'Let go of the node in focus',
    group: 'Node',
    keys: ['Escape'],
    controls: ['clear-focus'],
    words: 'clear unselect',
    unavailable: withoutFocus,
    run: () => actions.setFocus(null),
  },
  {
    id: 'node.arithmetic',
    title: 'The arithmetic of the node in focus',
    group: 'Node',
    keys: ['A'],
    controls: ['inspector', 'inspector-tab-arithmetic'],
    words: 'inspector messages coefficients tab',
    unavailable: withoutFocus,
    run: () => goToTab('arithmetic'),
  },
  {
    id: 'node.tree',
    title: 'The computation tree of the node in focus, and who counts in it',
    group: 'Node',
    keys: ['T'],
    controls: ['inspector', 'inspector-tab-tree'],
    words: 'influence unrolled over-squashing tab',
    unavailable: withoutFocus,
    run: () => goToTab('tree'),
  },
  {
    id: 'node.tree-large',
    title: 'The computation tree in large',
    group: 'Node',
    controls: ['inspector', 'inspector-tab-tree', 'tree-enlarge'],
    words: 'enlarge influence',
    unavailable: (state) => withoutFocus(state) ?? (state.hop === 0 ? 'This is hop 0: the input.' : null),
    run() {
      goToTab('tree');
      press('tree-enlarge');
    },
  },
  {
    id: 'node.reach',
    title: 'How far the node in focus hears',
    group: 'Node',
    keys: ['H'],
    controls: ['inspector', 'inspector-tab-reach'],
    words: 'reach six degrees diameter hops distance tab',
    unavailable: withoutFocus,
    run: () => goToTab('reach'),
  },
  {
    id: 'node.second',
    title: 'Choose a second node, to see what both have heard…',
    group: 'Node',
    keys: ['N'],
    controls: ['inspector', 'inspector-tab-reach', 'find-companion'],
    words: 'shared field pair compare companion',
    unavailable: withoutFocus,
    run: () => goToTab('reach', 'find-companion'),
  },
  {
    id: 'node.second-release',
    title: 'Let go of the second node',
    group: 'Node',
    controls: ['clear-companion'],
    words: 'shared field pair clear',
    unavailable: ({ second }) => (second === null ? 'There is no second node.' : null),
    run: () => setSecond(null),
  },
];

/** Focuses on a node and brings it into both views. */
export function goToNode(node: number): void {
  actions.setFocus(node);
  flyTo(node);
}

export function flyTo(node: number): void {
  sceneHandle('graph').flyTo(node);
  sceneHandle('embedding').flyTo(node);
}

/** The search stands in the inspector, whose place an open training panel takes: then it is there once that has closed. */
function findNode(): void {
  flushSync(() => showInspector());
  document.querySelector<HTMLElement>('[data-control="find-node"]')?.focus();
}
