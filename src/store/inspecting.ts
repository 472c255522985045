import { currentSession } from './current-session';
import { engine, engineWith } from './engine-link';
import { isAbort, messageOf } from './errors';
import { remember } from './history';
import { notify } from './notices';
import type { InspectorTab } from './session';
import type { Derivatives, Inspector, State } from './state';
import { useStore } from './store';
import { changeView } from './view';

/** What the inspector shows of the node in focus besides its arithmetic: whom it hears, how far, and how much they count. */

function change(part: Partial<Inspector>): void {
  useStore.setState({ inspector: { ...useStore.getState().inspector, ...part } });
}

export function showTab(tab: InspectorTab): void {
  changeView({ tab: tab === 'arithmetic' ? undefined : tab }, 'tab');
}

/** What the inspector shows. */
export const inspectorTab = ({ view }: Pick<State, 'view'>): InspectorTab => view.tab ?? 'arithmetic';

/** Sets the node whose field is compared with that of the focus; null for none. */
export function setSecond(node: number | null): void {
  const { graph, focus, second, view } = useStore.getState();
  if (!graph || (node !== null && node >= graph.nodeCount)) return;
  const next = node === focus ? null : node;
  if (next === second) return;
  remember(currentSession(), 'second');
  useStore.setState({ second: next, ...(next !== null && { view: { ...view, tab: 'reach' } }) });
}

/** How many nodes a level of the tree has room for. */
export function setTreeBreadth(breadth: number): void {
  if (breadth !== useStore.getState().inspector.breadth) change({ breadth });
}

/** Counts what has been asked: an answer to anything older is no longer wanted. */
let latest = 0;

/** Stops what is being derived; what is there stays. */
export function stopDeriving(): void {
  latest++;
  const { derivatives } = useStore.getState().inspector;
  if (derivatives) change({ derivatives: { ...derivatives, progress: null, stopped: true } });
}

/** Keeps the inspector on the focus, the hop and the graph on screen. @returns how to stop. */
export function followInspector(): () => void {
  return useStore.subscribe((state, before) => {
    if (changed(derivedFrom(state), derivedFrom(before))) deriveAgain();
    if (inspectorTab(state) === 'reach' && state.graph && state.inspector.distances?.graph !== state.graph)
      measure(state);
  });
}

/** All that the tree and the influence depend on; empty while nobody looks at them, or there are none. */
function derivedFrom(state: State): unknown[] {
  const { trace, focus, hop, inspector } = state;
  return inspectorTab(state) !== 'tree' || !trace || focus === null || hop === 0
    ? []
    : [trace, focus, Math.min(hop, trace.hops), inspector.breadth];
}

function changed(now: unknown[], before: unknown[]): boolean {
  return now.length !== before.length || now.some((each, i) => each !== before[i]);
}

/** Asks for the tree, then for the influence, of the node in focus at the hop on screen. */
export function deriveAgain(): void {
  const mine = ++latest;
  const state = useStore.getState();
  const { trace, focus, graph } = state;
  if (derivedFrom(state).length === 0 || !trace || focus === null || !graph) return;
  const hop = Math.min(state.hop, trace.hops);
  const show = (part: Partial<Derivatives>) => {
    const { derivatives } = useStore.getState().inspector;
    if (mine === latest) change({ derivatives: { ...(derivatives ?? NONE), ...part } });
  };
  const wanted = (start: number, share: number) => (fraction: number) => {
    show({ progress: start + share * fraction });
    return mine === latest;
  };
  show({ progress: 0, stopped: false, failure: null });
  engine()
    .then(async (there) => {
      const levels = await there.computationTree(focus, hop, state.inspector.breadth, wanted(0, 0.4));
      const about = { node: focus, hop };
      show({ tree: { ...about, levels } });
      const { values } = await there.influence(focus, hop, wanted(0.4, 0.6));
      show({ influence: { ...about, values }, progress: null });
    })
    .catch((error: unknown) => {
      show({ progress: null, failure: isAbort(error) ? null : messageOf(error) });
    });
}

const NONE: Derivatives = { tree: null, influence: null, progress: null, stopped: false, failure: null };

function measure({ graph }: State): void {
  if (!graph) return;
  change({ distances: { graph, figures: null } });
  engineWith(graph)
    .then((there) => there.distances())
    .then((figures) => {
      if (useStore.getState().inspector.distances?.graph === graph) change({ distances: { graph, figures } });
    })
    .catch((error: unknown) => notify('error', 'The distances in this graph could not be measured', messageOf(error)));
}
