import { fieldNames, fieldOf, fieldTitle } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import { actions } from '../../store/actions';
import type { ColourEncoding, SizeEncoding } from '../../store/session';
import { useStore } from '../../store/store';
import { Checkbox } from '../../ui/checkbox';
import { Icon } from '../../ui/icons';
import { Popover } from '../../ui/popover';
import { Select } from '../../ui/select';
import { Term } from '../term';

/** What colours and sizes show, of all that is known of the nodes, and outlines around the classes. */
export function LookMenu({ graph }: { graph: Graph }) {
  return (
    <Popover
      control="look"
      label="How nodes look"
      trigger={<Icon name="look" />}
      triggerClass="button-icon"
      triggerTitle="How nodes look"
    >
      {() => <LookFields graph={graph} />}
    </Popover>
  );
}

function LookFields({ graph }: { graph: Graph }) {
  const { colour, size = 'degree', hulls = false } = useStore((state) => state.view);
  const hasFocus = useStore((state) => state.focus !== null);
  return (
    <div className="popover-body">
      <Select
        control="colour-by"
        label="Colour"
        value={colour}
        options={colourOptions(graph, hasFocus)}
        onChange={actions.setColour}
      />
      <Select control="size-by" label="Size" value={size} options={sizeOptions(graph)} onChange={actions.setSize} />
      <Checkbox
        control="hulls"
        checked={hulls}
        locked={graph.labels ? null : 'this graph has no classes'}
        onChange={actions.setHulls}
      >
        Outline the <Term name="hull">classes</Term>
      </Checkbox>
    </div>
  );
}

type Option<T> = { value: T; label: string };

function colourOptions(graph: Graph, hasFocus: boolean): Option<ColourEncoding>[] {
  const attributes = fieldNames(graph).filter((name) => name.startsWith('@')) as `@${string}`[];
  const own: (Option<ColourEncoding> & { shown: boolean })[] = [
    { value: 'embedding', label: 'Embedding', shown: true },
    { value: 'class', label: 'Class', shown: graph.labels !== null },
    { value: 'reach', label: 'Reach from the focus', shown: hasFocus },
    { value: 'degree', label: 'Degree', shown: true },
  ];
  return [
    ...own.filter(({ shown }) => shown).map(({ value, label }) => ({ value, label })),
    ...attributes.map((value) => ({ value, label: fieldTitle(value) })),
  ];
}

function sizeOptions(graph: Graph): Option<SizeEncoding>[] {
  const numeric = fieldNames(graph).filter((name) => fieldOf(graph, name)?.kind === 'numbers');
  return [...numeric.map((value) => ({ value, label: fieldTitle(value) })), { value: 'equal', label: 'All alike' }];
}
