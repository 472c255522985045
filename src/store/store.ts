import { create } from 'zustand';
import { OPENING } from './opening';
import { DEFAULT_VIEW } from './session';
import type { State } from './state';

/** The one store. Views read it through selectors; only the modules of this folder write to it. */
export const useStore = create<State>()(() => ({
  dataset: OPENING.dataset,
  recipe: OPENING.recipe,
  hop: 0,
  focus: null,
  subStep: null,
  view: DEFAULT_VIEW,
  companions: [],
  graph: null,
  summary: null,
  positions: null,
  layout: { running: false, done: 0, total: 0 },
  backend: null,
  trace: null,
  setAside: null,
  run: null,
  explanation: null,
  second: null,
  selection: null,
  lasso: false,
  softwareGraphics: false,
  hovered: null,
  hopsFromFocus: null,
  loading: null,
  playing: false,
  inspector: { breadth: 6, derivatives: null, distances: null },
  training: { settings: { task: {}, recipe: {}, goOn: false }, live: null, outcome: null },
  laboratory: { experiment: null, live: null },
  sidePanel: null,
  notices: [],
  canUndo: false,
  canRedo: false,
  page: { dialog: null, presenting: false, embedded: false, hidden: new Set() },
}));
