import { goToHop } from './stepping';
import { useStore } from './store';

/** Milliseconds a hop stays on screen while playing: the tween takes 300, the rest is for looking. */
const DWELL = 900;

let timer: ReturnType<typeof setInterval> | null = null;

/** Plays hop after hop to the last one; started at the last hop it begins again at 0. */
export function setPlaying(playing: boolean): void {
  if (timer !== null) clearInterval(timer);
  timer = null;
  const { trace, hop } = useStore.getState();
  const canPlay = playing && trace !== null && trace.hops > 0;
  useStore.setState({ playing: canPlay });
  if (!canPlay) return;
  if (hop >= trace.hops) goToHop(0);
  timer = setInterval(() => {
    const state = useStore.getState();
    if (!state.trace || state.hop >= state.trace.hops) setPlaying(false);
    else goToHop(state.hop + 1);
  }, DWELL);
}
