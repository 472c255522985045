import { type Graph, nodeName } from '../../graph/graph';
import { actions } from '../../store/actions';
import { type Command, perform } from '../../store/command';
import type { State } from '../../store/state';
import { lastHop } from '../../store/stepping';
import { searchNodes } from '../inspector/search';
import { className, spokenName } from '../names';
import { match } from './fuzzy';

/** One line of the palette. */
export interface Entry {
  id: string;
  title: string;
  /** Under which heading, or at the end of the line while there is a query. */
  group: string;
  /** As shown, e.g. ["Ctrl", "Z"]. */
  caps: readonly string[];
  /** Why it cannot be done now; null when it can. */
  unavailable: string | null;
  /** Letters of the title to mark. */
  marked: readonly number[];
  run(): void | Promise<void>;
}

export interface Sources {
  commands: readonly Command[];
  capsOf(command: Command): readonly string[];
  state: State;
  onNode(node: number): void;
}

/** Nodes listed at most. */
const NODES = 6;

/** What answers a query, the best first: commands, and the hop or nodes it names. Without one: all commands, in their groups. */
export function entriesFor(query: string, sources: Sources): Entry[] {
  const { commands, capsOf, state } = sources;
  const answers = commands.flatMap((command) => {
    const found = match(query, command.title, command.words);
    if (!found) return [];
    const entry: Entry = {
      id: command.id,
      title: command.title,
      group: command.group,
      caps: capsOf(command),
      unavailable: command.unavailable?.(state) ?? null,
      marked: query.trim() === '' ? [] : found.at,
      run: () => perform(command),
    };
    return [{ entry, score: found.score }];
  });
  if (query.trim() === '') return answers.map(({ entry }) => entry);
  const best = answers.sort((a, b) => b.score - a.score).map(({ entry }) => entry);
  return [...hopEntry(query, state), ...best, ...nodeEntries(query, sources)];
}

/** A whole number is the hop to go to. */
function hopEntry(query: string, state: State): Entry[] {
  const [, digits] = /^\s*(?:hop\s+)?(\d+)\s*$/i.exec(query) ?? [];
  if (digits === undefined || Number(digits) > lastHop(state)) return [];
  const hop = Number(digits);
  const title = `Go to hop ${hop}`;
  return [
    {
      ...plainEntry('step.to', title, 'Step'),
      marked: match(digits, title)?.at ?? [],
      run: () => actions.goToHop(hop),
    },
  ];
}

function nodeEntries(query: string, { state: { graph }, onNode }: Sources): Entry[] {
  if (!graph) return [];
  const named = query.replace(/^\s*(focus\s+(on\s+)?)?(node\s+)?/i, '');
  return searchNodes(graph, named, NODES).nodes.map((node) => ({
    ...plainEntry(`node.${node}`, titleOf(graph, node), 'Node'),
    marked: match(query, titleOf(graph, node))?.at ?? [],
    run: () => onNode(node),
  }));
}

function titleOf(graph: Graph, node: number): string {
  const name = spokenName(graph, node);
  const id = graph.ids[node] === nodeName(graph, node) ? '' : ` (${graph.ids[node]})`;
  const ofClass = className(graph, node);
  return `Focus on ${name}${id}${ofClass === null ? '' : ` · ${ofClass}`}`;
}

function plainEntry(id: string, title: string, group: string): Omit<Entry, 'run' | 'marked'> {
  return { id, title, group, caps: [], unavailable: null };
}
