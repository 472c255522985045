import { flushSync } from 'react-dom';
import { sceneHandle } from '../../scene/handles';
import { actions } from '../../store/actions';
import type { Command } from '../../store/command';
import { showInspector } from '../../store/side-panels';
import { useStore } from '../../store/store';
import { withoutFocus } from './focus';

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
