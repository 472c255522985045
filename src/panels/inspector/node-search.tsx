import { type KeyboardEvent, useId, useState } from 'react';
import { counted } from '../../charts/numbers';
import { type Graph, nodeName } from '../../graph/graph';
import { Icon } from '../../ui/icons';
import { className } from '../names';
import './node-search.css';
import { searchNodes } from './search';

interface NodeSearchProps {
  /** `find-node` is the one that the key / goes to. */
  control?: string;
  label?: string;
  graph: Graph;
  /** A node was chosen: focus on it and bring it into view. */
  onChoose: (node: number) => void;
}

const MOST = 8;

/** Finds a node by name: type, ↑ ↓ to choose, Enter to go there. */
export function NodeSearch({ control = 'find-node', label = 'Find a node', graph, onChoose }: NodeSearchProps) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const list = useId();
  const { nodes, total } = searchNodes(graph, text, MOST);
  const open = text.trim() !== '';

  const choose = (node: number | undefined) => {
    if (node === undefined) return;
    setText('');
    onChoose(node);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.key === 'Enter' && nodes.length > 0) {
      choose(nodes[active]);
      // The arrow keys step the hops again, instead of moving in an empty field.
      event.currentTarget.blur();
    } else if (event.key === 'Escape' && text === '') event.currentTarget.blur();
    else if (event.key === 'Escape') setText('');
    else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, nodes.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <search className="node-search">
      <Icon name="search" />
      <input
        type="text"
        role="combobox"
        data-control={control}
        className="input"
        placeholder={label}
        aria-label={label}
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && nodes.length > 0 ? `${list}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setText('')}
      />
      {control === 'find-node' && (
        <span className="node-search-key" aria-hidden="true">
          /
        </span>
      )}
      <div className="node-search-results" hidden={!open}>
        <div id={list} role="listbox" aria-label="Nodes found">
          {nodes.map((node, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the text field takes the keys, as a combobox does
            <div
              key={node}
              id={`${list}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === active}
              data-control="found-node"
              onPointerEnter={() => setActive(i)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(node)}
            >
              {nodeName(graph, node)} <span>{className(graph, node)}</span>
            </div>
          ))}
        </div>
        <p role="status">{open && foundSentence(total, nodes.length, text)}</p>
      </div>
    </search>
  );
}

function foundSentence(total: number, shown: number, text: string): string {
  if (total === 0) return `No node is called “${text.trim()}”.`;
  return total > shown ? `The first ${shown} of ${counted(total, 'node')}` : counted(total, 'node');
}
