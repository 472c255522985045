import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { MEASURE_STYLES } from '../../charts/measures';
import { actions } from '../../store/actions';
import { useStore } from '../../store/store';
import { shownMeasures } from '../../store/view';
import { collapseWithin } from '../collapse';
import { collapseVerdict } from '../collapse-words';
import { SubSteps } from '../inspector/sub-steps';
import { shownHop } from '../shown-hop';
import { Term } from '../term';
import { HopTrack } from './hop-track';
import { Readings } from './readings';
import './timeline.css';
import { Transport } from './transport';
import { useFilm } from './use-film';

const NO_CLASSES: readonly string[] = [];

/** Of the curves; the range stays in one piece. */
const HEIGHTS = 'Curves: own scales, shares 0\u2060–\u2060100\u202f%';

/**
 * Transport, the hops as columns, and the measures in numbers. Below 1024 pixels its two halves are laid out on their own,
 * as the grid areas `hops` (which stays in sight) and `readings`.
 */
export function Timeline() {
  const hop = useStore(shownHop);
  const trace = useStore((state) => state.trace);
  const hops = useStore((state) => state.trace?.hops ?? state.recipe.hops);
  const others = useStore(useShallow(({ companions }) => companions.flatMap(({ trace }) => trace ?? [])));
  const playing = useStore((state) => state.playing);
  const steppingInto = useStore((state) => state.focus !== null && state.hop > 0);
  const directed = useStore((state) => state.graph?.directed ?? false);
  const classes = useStore((state) => state.graph?.classes ?? NO_CLASSES);
  const within = useStore(collapseWithin);
  const film = useFilm();
  const shown = useStore((state) => shownMeasures(state.view));
  const measures = useMemo(() => MEASURE_STYLES.filter(({ key }) => shown.includes(key)), [shown]);
  return (
    <section className="timeline" aria-label="Timeline" data-control="timeline">
      <div className="timeline-hops">
        <div className="timeline-side">
          <Transport hop={hop} hops={hops} playing={playing} onStep={actions.step} onPlaying={actions.setPlaying} />
          {trace && <p className="timeline-verdict">{collapseVerdict(trace, within).short}</p>}
          {steppingInto && <SubSteps within="timeline" />}
          <p className="timeline-scale">
            <Term name="curveHeights">{HEIGHTS}</Term>
            {others.length > 0 && '. Faint: other lanes'}
          </p>
        </div>
        {trace && film ? (
          <HopTrack trace={trace} others={others} hop={hop} measures={measures} film={film} onHop={actions.goToHop} />
        ) : (
          <p className="timeline-empty">Every hop becomes a column here as soon as the trace is computed.</p>
        )}
      </div>
      <div className="timeline-readings">
        {trace && (
          <Readings
            {...{ trace, hop, directed, classes, within, shown }}
            onShown={actions.setMeasures}
            onWithin={actions.setCollapseWithin}
          />
        )}
      </div>
    </section>
  );
}
