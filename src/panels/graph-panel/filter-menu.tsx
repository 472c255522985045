import { useMemo } from 'react';
import { counted, formatCount } from '../../charts/numbers';
import { type FieldName, fieldNames, fieldTitle } from '../../graph/field';
import { type Condition, passing } from '../../graph/filter';
import type { Graph } from '../../graph/graph';
import { actions } from '../../store/actions';
import { useStore } from '../../store/store';
import { Button, IconButton } from '../../ui/button';
import { Icon } from '../../ui/icons';
import { Popover } from '../../ui/popover';
import { Select } from '../../ui/select';
import { ConditionFields } from './condition-fields';
import './filter-menu.css';

const NO_CONDITIONS: Condition[] = [];

/** How many nodes the filter shows; null without one. */
export function useFilterCount(): number | null {
  const graph = useStore((state) => state.graph);
  const filter = useStore((state) => state.view.filter);
  return useMemo(
    () => (graph && filter ? passing(graph, filter).reduce((sum, passes) => sum + passes, 0) : null),
    [graph, filter],
  );
}

/** Shows some of the nodes in full and the others dimmed, by what is known of them. */
export function FilterMenu({ graph }: { graph: Graph }) {
  return (
    <Popover
      control="filter"
      label="Filter nodes"
      trigger={<Icon name="filter" />}
      triggerClass="button-icon"
      triggerTitle="Filter nodes"
    >
      {() => <FilterFields graph={graph} />}
    </Popover>
  );
}

function FilterFields({ graph }: { graph: Graph }) {
  const filter = useStore((state) => state.view.filter ?? NO_CONDITIONS);
  const count = useFilterCount();
  const unused = fieldNames(graph).filter((name) => !filter.some(({ field }) => field === name));
  const change = (field: FieldName, next: Condition | null) =>
    actions.setFilter(filter.flatMap((each) => (each.field !== field ? [each] : next ? [next] : [])));
  return (
    <div className="popover-body">
      {filter.map((condition) => (
        <fieldset key={condition.field} className="filter-condition">
          <legend>{fieldTitle(condition.field)}</legend>
          <IconButton
            control="filter-remove"
            icon="close"
            label={`Filter no more by ${fieldTitle(condition.field)}`}
            tone="quiet"
            onClick={() => change(condition.field, null)}
          />
          <ConditionFields graph={graph} condition={condition} onChange={(next) => change(condition.field, next)} />
        </fieldset>
      ))}
      {unused.length > 0 && (
        <Select
          control="filter-add"
          label={filter.length === 0 ? 'Show only by' : 'and by'}
          value=""
          options={[{ value: '', label: 'choose …' }, ...unused.map((value) => ({ value, label: fieldTitle(value) }))]}
          onChange={(field) => field !== '' && actions.setFilter([...filter, { field }])}
        />
      )}
      {count !== null && (
        <div className="filter-end">
          <p aria-live="polite">
            <strong>{formatCount(count)}</strong> of {counted(graph.nodeCount, 'node')} shown
          </p>
          <Button control="filter-select" onClick={actions.selectShown} disabled={count === 0}>
            Select them
          </Button>
          <Button control="filter-clear" onClick={() => actions.setFilter([])}>
            Show all
          </Button>
        </div>
      )}
    </div>
  );
}
