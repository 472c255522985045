import type { FilmSource } from '../../charts/thumbnail';
import { useStore } from '../../store/store';
import { useLaneFilm } from '../lane-film';

/** The embedding of every hop of what is on screen; null before the first trace. */
export function useFilm(): FilmSource | null {
  const graph = useStore((state) => state.graph);
  const trace = useStore((state) => state.trace);
  const hopsFromFocus = useStore((state) => (state.view.colour === 'reach' ? state.hopsFromFocus : null));
  return useLaneFilm(graph, trace, hopsFromFocus);
}
