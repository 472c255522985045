import type { CatalogEntry } from '../../catalog/catalog';
import type { ReadOptions } from '../../formats/format';
import type { DatasetRef } from '../../store/session';
import { Slider } from '../../ui/slider';
import './graph-picker.css';
import { OwnGraph } from './own-graph';
import { Pill } from './pill';

interface GraphPickerProps {
  /** What the graph on screen is called. */
  title: string;
  dataset: DatasetRef;
  entries: readonly CatalogEntry[];
  onEntry: (id: string, parameters?: Record<string, number>) => void;
  onFiles: (files: File[], options: ReadOptions) => void;
}

const GROUPS: { group: CatalogEntry['group']; title: string }[] = [
  { group: 'small', title: 'Small' },
  { group: 'generated', title: 'Generated' },
  { group: 'real', title: 'Real' },
  { group: 'remote', title: 'Fetched from their source' },
];

/** The graphs on offer, sliders for those that are generated, and the way to bring one's own. */
export function GraphPicker({ title, dataset, entries, onEntry, onFiles }: GraphPickerProps) {
  return (
    <Pill control="graph" name="Graph" value={title}>
      {(close) => (
        <div className="graph-picker">
          <OwnGraph
            onFiles={(files, options) => {
              close();
              onFiles(files, options);
            }}
          />
          <CatalogueList
            dataset={dataset}
            entries={entries}
            onEntry={(entry, parameters) => {
              if (entry.parameters.length === 0) close();
              onEntry(entry.id, parameters);
            }}
          />
        </div>
      )}
    </Pill>
  );
}

interface CatalogueListProps extends Pick<GraphPickerProps, 'dataset' | 'entries'> {
  onEntry: (entry: CatalogEntry, parameters?: Record<string, number>) => void;
}

export function CatalogueList({ dataset, entries, onEntry }: CatalogueListProps) {
  const chosen = dataset.kind === 'catalogue' ? dataset : null;
  return GROUPS.map(({ group, title }) => {
    const members = entries.filter((entry) => entry.group === group);
    if (members.length === 0) return null;
    return (
      <section key={group} className="catalogue-group">
        <h2 className="eyebrow">{title}</h2>
        <ul>
          {members.map((entry) => (
            <li key={entry.id} className="catalogue-entry">
              <button
                type="button"
                data-control={`graph-${entry.id}`}
                title={`Source: ${entry.source}`}
                aria-current={entry.id === chosen?.id}
                onClick={() => onEntry(entry)}
              >
                <strong>{entry.title}</strong>
                <span>{entry.description}</span>
              </button>
              {entry.id === chosen?.id && entry.parameters.length > 0 && (
                <EntrySliders
                  entry={entry}
                  values={chosen.parameters ?? {}}
                  onChange={(values) => onEntry(entry, values)}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

interface EntrySlidersProps {
  entry: CatalogEntry;
  values: Record<string, number>;
  onChange: (values: Record<string, number>) => void;
}

function EntrySliders({ entry, values, onChange }: EntrySlidersProps) {
  return (
    <div className="catalogue-sliders">
      {entry.parameters.map((parameter) => (
        <Slider
          key={parameter.name}
          control={`graph-${entry.id}-${parameter.name}`}
          label={parameter.label}
          value={values[parameter.name] ?? parameter.default}
          minimum={parameter.minimum}
          maximum={parameter.maximum}
          step={parameter.step}
          onCommit={(value) => onChange({ ...values, [parameter.name]: value })}
        />
      ))}
    </div>
  );
}
