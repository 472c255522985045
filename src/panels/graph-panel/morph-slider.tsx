import { actions } from '../../store/actions';
import { useStore } from '../../store/store';
import { morphOf } from '../../store/view';
import { Term } from '../term';
import './morph-slider.css';

/** Slides the nodes between where the layout and where the embedding has them; nothing before there is an embedding. */
export function MorphSlider() {
  const morph = useStore((state) => morphOf(state.view));
  const hasEmbedding = useStore((state) => state.trace !== null && state.trace.nodeCount === state.graph?.nodeCount);
  if (!hasEmbedding) return null;
  return (
    <div className="morph">
      Layout
      <input
        type="range"
        data-control="morph"
        className="slider"
        aria-label="Where the nodes are drawn, from layout to embedding"
        aria-valuetext={morphWords(morph)}
        title="M slides all the way"
        min={0}
        max={1}
        step={0.01}
        value={morph}
        onChange={(event) => actions.setMorph(Number(event.target.value))}
      />
      <Term name="morph">Embedding</Term>
    </div>
  );
}

function morphWords(morph: number): string {
  if (morph === 0) return 'in the layout';
  return morph === 1 ? 'in the embedding' : `${Math.round(100 * morph)} percent of the way to the embedding`;
}
