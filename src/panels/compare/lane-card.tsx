import { useMemo } from 'react';
import { EmbeddingCanvas } from '../../charts/embedding-canvas';
import type { Trace } from '../../engine/protocol';
import { indexOfNode } from '../../graph/node-index';
import { attempt } from '../../store/attempt';
import { bringToFront } from '../../store/lanes';
import type { State } from '../../store/state';
import { hopsHeard } from '../../store/stepping';
import { useStore } from '../../store/store';
import { Button, IconButton } from '../../ui/button';
import '../../ui/progress.css';
import { collapseWithin } from '../collapse';
import { verdictSentence } from '../collapse-words';
import { useLaneFilm } from '../lane-film';
import { capital } from '../names';
import { LaneLine } from './lane-line';
import type { ShownLane } from './use-lanes';

interface LaneCardProps {
  lane: ShownLane;
  /** Among all lanes: 0 is on screen. */
  place: number;
  hop: number;
  onRemove: () => void;
}

/** One lane: in what it differs, its embedding at the hop on screen, and what it comes to. */
export function LaneCard({ lane, place, hop, onRemove }: LaneCardProps) {
  const { title, trace } = lane;
  const within = useStore(collapseWithin);
  return (
    <li className="lane" data-control="lane" data-on-screen={place === 0 || undefined}>
      <header className="lane-header">
        <LaneLine lane={lane} />
        <h3>{capital(title)}</h3>
        {place > 0 && (
          <IconButton
            control={`lane-remove-${place}`}
            icon="close"
            tone="quiet"
            label={`Remove ${title}`}
            onClick={onRemove}
          />
        )}
      </header>
      <LanePicture lane={lane} hop={hop} />
      {trace && (
        <p className="lane-words">
          <span className="lane-hop">{hopWords(trace, hop)}</span> {verdictSentence(trace, within)}
        </p>
      )}
      {place === 0 ? (
        <p className="lane-note">On screen: the controls are about it.</p>
      ) : (
        <Button
          control={`lane-front-${place}`}
          className="lane-front"
          aria-label={`Put ${title} on screen`}
          onClick={() => void attempt('The lane stays where it is', () => bringToFront(place - 1))}
        >
          Put on screen
        </Button>
      )}
    </li>
  );
}

/** Its embedding; why there is none; or how far its run is. */
function LanePicture({ lane, hop }: Pick<LaneCardProps, 'lane' | 'hop'>) {
  const { graph, trace, title, failure, progress } = lane;
  const scale = useStore((state) => state.view.scale);
  const focusId = useStore(focusIdOf);
  const byReach = useStore((state) => state.view.colour === 'reach');
  const ringed = graph && focusId !== null ? (indexOfNode(graph, focusId) ?? null) : null;
  const hopsFromFocus = useMemo(
    () => (byReach && graph && trace && ringed !== null ? hopsHeard(graph, lane.recipe, ringed) : null),
    [byReach, graph, trace, ringed, lane.recipe],
  );
  const film = useLaneFilm(graph, trace, hopsFromFocus);
  if (failure !== null) {
    return (
      <p className="lane-failure" role="alert">
        {failure}
      </p>
    );
  }
  if (!film || !trace) {
    return (
      <div className="lane-waiting">
        <progress className="progress-bar" aria-label={`Computing ${title}`} max={1} value={progress ?? 0} />
      </div>
    );
  }
  const at = Math.min(hop, trace.hops);
  return (
    <EmbeddingCanvas
      source={film}
      hop={at}
      scale={scale}
      ringed={ringed}
      label={`Embedding of ${title} at hop ${at}`}
    />
  );
}

function focusIdOf({ graph, focus }: State): string | null {
  return graph && focus !== null ? graph.ids[focus] : null;
}

function hopWords({ hops }: Trace, hop: number): string {
  return hop > hops ? `Hop ${hops}, its last.` : `Hop ${hop} of ${hops}.`;
}
