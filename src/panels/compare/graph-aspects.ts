import { entries } from '../../catalog/entries';
import { counted, formatCount } from '../../charts/numbers';
import type { DatasetRef, Lane } from '../../store/session';
import type { Aspect } from './recipe-aspects';

/** What can be said of the graphs of lanes: which, by which sliders, which part, how edited. @param titles what they are called. */
export function graphAspects(lanes: readonly Lane[], titles: readonly string[]): Aspect[] {
  const datasets = lanes.map(({ dataset }) => dataset);
  const sliders = [...new Set(datasets.flatMap((dataset) => slidersOf(dataset).map(({ name }) => name)))];
  return [
    datasets.map((dataset, i) => ({ value: whole(dataset), words: titles[i] })),
    ...sliders.map((name) =>
      datasets.map((dataset) => {
        const slider = slidersOf(dataset).find((each) => each.name === name);
        if (!slider) return { value: undefined, words: '' };
        return { value: slider.value, words: `${slider.label.toLowerCase()} ${slider.value}`, usual: slider.usual };
      }),
    ),
    datasets.map(({ sample }) => ({
      value: sample ?? null,
      words: sample ? `${sample.method} sample of ${formatCount(sample.nodes)}` : 'no sample',
    })),
    datasets.map(({ edits = [] }) => ({
      value: edits,
      words: edits.length === 0 ? 'no edits' : counted(edits.length, 'edit'),
    })),
  ];
}

function slidersOf(dataset: DatasetRef) {
  if (dataset.kind !== 'catalogue') return [];
  const parameters = entries.find(({ id }) => id === dataset.id)?.parameters ?? [];
  return parameters.map(({ name, label, default: usual }) => {
    const value = dataset.parameters?.[name] ?? usual;
    return { name, label, value, usual: value === usual };
  });
}

/** Which graph it is, whatever its sliders. */
function whole(dataset: DatasetRef): string {
  switch (dataset.kind) {
    case 'catalogue':
      return dataset.id;
    case 'url':
      return dataset.url;
    case 'own':
      return dataset.key;
  }
}
