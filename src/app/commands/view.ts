import { MEASURE_STYLES } from '../../charts/measures';
import { shownTheme } from '../../encoding/shown-theme';
import { colourChoices } from '../../panels/graph-panel/colour-choices';
import { type SceneName, sceneHandle } from '../../scene/handles';
import { actions } from '../../store/actions';
import type { Command } from '../../store/command';
import { setPresenting } from '../../store/page';
import { COLOUR_ENCODINGS } from '../../store/session';
import { useStore } from '../../store/store';
import { shownMeasures } from '../../store/view';
import { setTheme } from '../theme';
import { press } from './press';

const VIEWS: readonly SceneName[] = ['graph', 'embedding'];

/** How things are shown. */
export const VIEW_COMMANDS: readonly Command[] = [
  {
    id: 'view.fit',
    title: 'Fit both views',
    group: 'View',
    keys: ['F'],
    words: 'zoom all camera home',
    run: () => eachView((view) => view.fit()),
  },
  {
    id: 'view.zoom-in',
    title: 'Zoom in',
    group: 'View',
    keys: ['+', '='],
    words: 'camera larger',
    run: () => eachView((view) => view.zoom(1.5)),
  },
  {
    id: 'view.zoom-out',
    title: 'Zoom out',
    group: 'View',
    keys: ['-'],
    words: 'camera smaller',
    run: () => eachView((view) => view.zoom(1 / 1.5)),
  },
  ...VIEWS.map(
    (view): Command => ({
      id: `view.fullscreen-${view}`,
      title: `Show the ${view} on the full screen, or no longer`,
      group: 'View',
      ...(view === 'graph' && { keys: ['Shift+F'] }),
      controls: [`${view}-panel`, `fullscreen-${view}`],
      words: 'whole enlarge large',
      unavailable: () =>
        globalThis.document?.fullscreenEnabled ? null : 'This browser shows nothing on the full screen.',
      run: () => press(`fullscreen-${view}`),
    }),
  ),
  ...COLOUR_ENCODINGS.map(
    (colour): Command => ({
      id: `colour.${colour}`,
      title: `Colour by ${colour}`,
      group: 'View',
      controls: ['colour', `colour-${colour}`],
      unavailable(state) {
        if (state.view.colour === colour) return 'The colours show it now.';
        const choice = colourChoices(state).find(({ value }) => value === colour);
        if (!choice) return 'The graph has no edits: there is no change to show.';
        return choice.unavailable ?? null;
      },
      run: () => actions.setColour(colour),
    }),
  ),
  ...(['true', 'zoomed'] as const).map(
    (scale): Command => ({
      id: `scale.${scale}`,
      title: scale === 'true' ? 'Embedding at true scale' : 'Embedding zoomed: each hop fills the view',
      group: 'View',
      controls: ['scale', `scale-${scale}`],
      unavailable: ({ view }) => (view.scale === scale ? 'It is shown so now.' : null),
      run: () => actions.setScale(scale),
    }),
  ),
  ...MEASURE_STYLES.map(
    ({ key, label }): Command => ({
      id: `measure.${key}`,
      title: `Show or hide ${label}`,
      group: 'View',
      controls: ['timeline', 'measures', `measure-${key}`],
      words: 'measure curve timeline oversmoothing',
      unavailable: () =>
        key === 'effectiveRank' ? 'It is always shown: energies can mislead where it does not.' : null,
      run() {
        const shown = shownMeasures(useStore.getState().view);
        actions.setMeasures(shown.includes(key) ? shown.filter((other) => other !== key) : [...shown, key]);
      },
    }),
  ),
  {
    id: 'view.measures',
    title: 'Choose the measures to show…',
    group: 'View',
    controls: ['timeline', 'measures'],
    run: () => press('measures'),
  },
  {
    id: 'view.theme',
    title: 'Light or dark',
    group: 'View',
    controls: ['theme'],
    words: 'theme night day',
    run: () => setTheme(shownTheme() === 'dark' ? 'light' : 'dark'),
  },
  {
    id: 'view.present',
    title: 'Presenter mode',
    group: 'View',
    keys: ['P'],
    controls: ['present'],
    words: 'presentation talk lecture larger projector',
    run: () => setPresenting(!useStore.getState().page.presenting),
  },
  {
    id: 'view.leave-presenting',
    title: 'Leave presenter mode',
    group: 'View',
    keys: ['Escape'],
    unavailable: ({ page }) => (page.presenting ? null : 'It is not on.'),
    run: () => setPresenting(false),
  },
];

function eachView(change: (view: ReturnType<typeof sceneHandle>) => void): void {
  for (const name of VIEWS) change(sceneHandle(name));
}
