import { useId } from 'react';
import type { Graph } from '../../graph/graph';
import type { Recipe } from '../../recipe/recipe';
import { REMEDIES, type Remedy } from '../../recipe/remedies';
import { useStore } from '../../store/store';
import { Checkbox } from '../../ui/checkbox';
import type { RecipeChange } from '../top-bar/change';
import { changeWords } from './change-words';
import './remedy-list.css';
import { RewiringFields } from './rewiring-fields';
import { whyNoRemedy } from './why-no-remedy';

interface RemediesProps {
  graph: Graph | null;
  recipe: Recipe;
  onChange: RecipeChange;
}

const TITLES: Record<Remedy['against'], string> = {
  oversmoothing: 'Against oversmoothing',
  'short reach': 'For hearing from far away',
};

/** Those that are on, in a word or two: "PairNorm + 2"; undefined for none. */
export function remediesOn(recipe: Recipe): string | undefined {
  const on = REMEDIES.filter((remedy) => remedy.isOn(recipe));
  if (on.length < 2) return on[0]?.title;
  return `${on[0].title} + ${on.length - 1}`;
}

/** What the literature offers against the one or the other, each a switch. */
export function RemedyList({ against, ...props }: RemediesProps & Pick<Remedy, 'against'>) {
  return (
    <section className="remedies">
      <h2 className="eyebrow">{TITLES[against]}</h2>
      <ul>
        {REMEDIES.filter((remedy) => remedy.against === against).map((remedy) => (
          <RemedySwitch key={remedy.id} remedy={remedy} {...props} />
        ))}
      </ul>
      {against === 'short reach' && (
        <p className="field-hint">
          These change what messages run along. Input, layout and measures stay those of the graph itself.
        </p>
      )}
    </section>
  );
}

function RemedySwitch({ remedy, graph, recipe, onChange }: RemediesProps & { remedy: Remedy }) {
  const line = useId();
  const on = remedy.isOn(recipe);
  const reason = on ? null : whyNoRemedy(remedy, graph, recipe);
  // While another run is under way the trace is not that of the recipe.
  const gaps = useStore((state) => (state.run === null ? state.trace?.rewired?.spectralGap : null)) ?? null;
  const changed = graph && on ? changeWords(remedy.id, graph, recipe, gaps) : null;
  const { authors, year, url } = remedy.paper;
  return (
    <li className="remedy">
      <Checkbox
        control={`remedy-${remedy.id}`}
        checked={on}
        locked={reason}
        describedBy={line}
        onChange={(next) => onChange(next ? remedy.on : remedy.off)}
      >
        <strong>{remedy.title}</strong>
      </Checkbox>
      <p className="field-hint" id={line}>
        {remedy.line}{' '}
        <a href={url} target="_blank" rel="noreferrer" data-control={`remedy-${remedy.id}-paper`}>
          {authors} {year}
        </a>
        {reason !== null && <span className="remedy-reason">{reason}</span>}
      </p>
      {changed && (
        <p className="remedy-change" data-control={`remedy-${remedy.id}-change`}>
          {changed}
        </p>
      )}
      {on && recipe.rewiring?.kind === remedy.id && <RewiringFields rewiring={recipe.rewiring} onChange={onChange} />}
    </li>
  );
}
