import { MEASURES, type MeasureKey } from '../gnn/measures/descriptors';
import type { Recipe } from '../recipe/recipe';

/**
 * A session is the whole of what a person sees, as small plain JSON: the address carries it, undo restores it,
 * `hopscope.session()` returns it.
 */
export interface Session {
  version: 1;
  /** From version 1 on a session may hold several lanes; today it holds one. */
  lanes: [Lane];
  hop: number;
  /** Id of the node in focus, or null. */
  focus: string | null;
  view: ViewSettings;
}

export interface Lane {
  dataset: DatasetRef;
  recipe: Recipe;
}

export type DatasetRef =
  /** A catalogue entry with its parameters (sliders, seed). */
  | { kind: 'catalogue'; id: string; parameters?: Record<string, number> }
  /** A graph fetched from an address. */
  | { kind: 'url'; url: string }
  /**
   * A graph of the visitor's own. `key` finds it again in this browser; `data` carries the graph itself when it is
   * small enough for a link.
   */
  | { kind: 'own'; name: string; key: string; data?: string };

export interface ViewSettings {
  colour: ColourEncoding;
  scale: EmbeddingScale;
  /** Seed of the layout's start positions. */
  layoutSeed: number;
  /** Iterations of the layout, where it was stopped early or continued; absent for as many as usual, none where the graph came with coordinates. */
  layoutIterations?: number;
  /** Keys of the measures that the timeline shows; absent for the usual ones. */
  measures?: readonly MeasureKey[];
}

export const COLOUR_ENCODINGS = ['embedding', 'class', 'reach', 'degree', 'prediction', 'confidence'] as const;
export type ColourEncoding = (typeof COLOUR_ENCODINGS)[number];

export const EMBEDDING_SCALES = ['true', 'zoomed'] as const;
export type EmbeddingScale = (typeof EMBEDDING_SCALES)[number];

export const MEASURE_KEYS = MEASURES.map(({ key }) => key);

/** What the timeline shows until someone chooses. */
export const DEFAULT_MEASURES: readonly MeasureKey[] = ['dirichlet', 'mad', 'effectiveRank', 'reach'];

export const DEFAULT_VIEW: ViewSettings = { colour: 'embedding', scale: 'true', layoutSeed: 1 };

/**
 * Checks a session from outside (a link, a script). The recipe is checked later, against the graph it is for.
 * @throws {Error} naming the field, what it is and what would be right.
 */
export function parseSession(input: unknown): Session {
  const session = record(input, 'session');
  if (session.version !== 1) {
    throw new Error(
      typeof session.version === 'number' && session.version > 1
        ? `this session has version ${session.version}, made by a newer Hopscope; this one reads version 1. Reload the page for the newest Hopscope.`
        : `session.version is ${show(session.version)}; it should be 1`,
    );
  }
  const lanes = session.lanes;
  if (!Array.isArray(lanes) || lanes.length !== 1) {
    throw new Error(`session.lanes is ${show(lanes)}; it should be a list of one { dataset, recipe }`);
  }
  const lane = record(lanes[0], 'session.lanes[0]');
  const view = session.view === undefined ? {} : record(session.view, 'session.view');
  const focus = session.focus ?? null;
  if (focus !== null && typeof focus !== 'string') {
    throw new Error(`session.focus is ${show(focus)}; it should be a node id or null`);
  }
  return {
    version: 1,
    lanes: [
      {
        dataset: parseDataset(lane.dataset),
        // Only its being an object is checked here: what it may say depends on the graph.
        recipe: record(lane.recipe, 'session.lanes[0].recipe') as unknown as Recipe,
      },
    ],
    hop: wholeNumber(session.hop ?? 0, 'session.hop'),
    focus,
    view: {
      colour: oneOf(view.colour ?? DEFAULT_VIEW.colour, COLOUR_ENCODINGS, 'session.view.colour'),
      scale: oneOf(view.scale ?? DEFAULT_VIEW.scale, EMBEDDING_SCALES, 'session.view.scale'),
      layoutSeed: wholeNumber(view.layoutSeed ?? DEFAULT_VIEW.layoutSeed, 'session.view.layoutSeed'),
      ...(view.layoutIterations !== undefined && {
        layoutIterations: wholeNumber(view.layoutIterations, 'session.view.layoutIterations'),
      }),
      ...(view.measures !== undefined && { measures: parseMeasures(view.measures) }),
    },
  };
}

function parseMeasures(input: unknown): MeasureKey[] {
  if (!Array.isArray(input))
    throw new Error(`session.view.measures is ${show(input)}; it should be a list of measures`);
  return input.map((key, i) => oneOf(key, MEASURE_KEYS, `session.view.measures[${i}]`));
}

function parseDataset(input: unknown): DatasetRef {
  const where = 'session.lanes[0].dataset';
  const dataset = record(input, where);
  switch (dataset.kind) {
    case 'catalogue': {
      const reference: DatasetRef = { kind: 'catalogue', id: text(dataset.id, `${where}.id`) };
      if (dataset.parameters === undefined) return reference;
      const parameters = record(dataset.parameters, `${where}.parameters`);
      for (const [name, value] of Object.entries(parameters)) {
        if (typeof value !== 'number' || !Number.isFinite(value)) {
          throw new Error(`${where}.parameters.${name} is ${show(value)}; it should be a number`);
        }
      }
      return { ...reference, parameters: parameters as Record<string, number> };
    }
    case 'url':
      return { kind: 'url', url: text(dataset.url, `${where}.url`) };
    case 'own': {
      const reference: DatasetRef = {
        kind: 'own',
        name: text(dataset.name, `${where}.name`),
        key: text(dataset.key, `${where}.key`),
      };
      return dataset.data === undefined ? reference : { ...reference, data: text(dataset.data, `${where}.data`) };
    }
    default:
      throw new Error(`${where}.kind is ${show(dataset.kind)}; it should be "catalogue", "url" or "own"`);
  }
}

function record(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${where} is ${show(value)}; it should be an object`);
  }
  return value as Record<string, unknown>;
}

function text(value: unknown, where: string): string {
  if (typeof value !== 'string' || value === '') throw new Error(`${where} is ${show(value)}; it should be a text`);
  return value;
}

function wholeNumber(value: unknown, where: string): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) {
    throw new Error(`${where} is ${show(value)}; it should be a whole number from 0 up`);
  }
  return value as number;
}

function oneOf<T extends string>(value: unknown, choices: readonly T[], where: string): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new Error(`${where} is ${show(value)}; it should be one of ${choices.join(', ')}`);
  return found;
}

function show(value: unknown): string {
  const written = value === undefined ? 'missing' : JSON.stringify(value);
  return written.length > 60 ? `${written.slice(0, 57)}…` : written;
}
