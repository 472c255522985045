import { MEASURES, type MeasureKey } from '../gnn/measures/descriptors';
import type { Edit } from '../graph/edits/edit';
import { parseEdits } from '../graph/edits/parse-edits';
import { OWN_FIELDS as FIELDS, type FieldName } from '../graph/field';
import type { Condition } from '../graph/filter';
import { SAMPLE_METHODS, type Sample } from '../graph/samples/sample';
import type { Recipe } from '../recipe/recipe';

/**
 * A session is the whole of what a person sees, as small plain JSON: the address carries it, undo restores it,
 * `hopscope.session()` returns it.
 */
export interface Session {
  version: 1;
  /** The first is on screen and what everything acts on; the others are compared with it. */
  lanes: Lanes;
  hop: number;
  /** Id of the node in focus, or null. */
  focus: string | null;
  /** Which part of the hop the node in focus is in the midst of; absent for the whole of it. */
  subStep?: SubStep;
  view: ViewSettings;
}

export const SUB_STEPS = ['message', 'aggregate', 'update'] as const;
export type SubStep = (typeof SUB_STEPS)[number];

/** A model on a graph. */
export interface Lane {
  dataset: DatasetRef;
  recipe: Recipe;
}

export type Lanes = [Lane, ...Lane[]];

export const MOST_LANES = 4;

/** Where a graph is from, of one too large to be seen whole which part of it is meant, and what was changed in it to see what would be. */
export type DatasetRef = WholeRef & { sample?: Sample; edits?: readonly Edit[] };

export type WholeRef =
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
  /** What the area of the nodes grows with; absent for the degree. */
  size?: SizeEncoding;
  /** What must hold of a node for it to be shown in full; absent for nothing. */
  filter?: Condition[];
  /** Whether each class has its outline drawn; absent for no. */
  hulls?: true;
  /** Places, in the layout's numbers, of nodes that were put there by hand, by their ids; absent for none. */
  pins?: Record<string, [number, number]>;
  /** How far the graph view has its nodes on the way from layout to embedding, 0…1; absent for 0. */
  morph?: number;
  /** Iterations of the layout, where it was stopped early or continued; absent for as many as usual, none where the graph came with coordinates. */
  layoutIterations?: number;
  /** Keys of the measures that the timeline shows; absent for the usual ones. */
  measures?: readonly MeasureKey[];
  /** How near rows have to be to be called collapsed, in per cent of their length; absent for as near as usual. */
  collapseWithin?: number;
}

export const COLOUR_ENCODINGS = [
  'embedding',
  'class',
  'reach',
  'degree',
  'prediction',
  'confidence',
  'change',
] as const;
/** One of these, or `@` and the name of a node attribute. */
export type ColourEncoding = (typeof COLOUR_ENCODINGS)[number] | `@${string}`;

export type SizeEncoding = 'equal' | FieldName;

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
        ? `This session has version ${session.version}, made by a newer Hopscope; this one reads version 1. Reload the page for the newest Hopscope.`
        : `session.version is ${show(session.version)}; it should be 1`,
    );
  }
  const view = session.view === undefined ? {} : record(session.view, 'session.view');
  const focus = session.focus ?? null;
  if (focus !== null && typeof focus !== 'string') {
    throw new Error(`session.focus is ${show(focus)}; it should be a node id or null`);
  }
  return {
    version: 1,
    lanes: parseLanes(session.lanes),
    hop: wholeNumber(session.hop ?? 0, 'session.hop'),
    focus,
    ...(session.subStep !== undefined && { subStep: oneOf(session.subStep, SUB_STEPS, 'session.subStep') }),
    view: {
      colour: parseColour(view.colour ?? DEFAULT_VIEW.colour),
      scale: oneOf(view.scale ?? DEFAULT_VIEW.scale, EMBEDDING_SCALES, 'session.view.scale'),
      layoutSeed: wholeNumber(view.layoutSeed ?? DEFAULT_VIEW.layoutSeed, 'session.view.layoutSeed'),
      ...(view.size !== undefined && { size: parseSize(view.size) }),
      ...(view.filter !== undefined && { filter: parseFilter(view.filter) }),
      ...(view.hulls === true && { hulls: true as const }),
      ...(view.pins !== undefined && { pins: parsePins(view.pins) }),
      ...(view.morph !== undefined && { morph: share(view.morph, 'session.view.morph') }),
      ...(view.layoutIterations !== undefined && {
        layoutIterations: wholeNumber(view.layoutIterations, 'session.view.layoutIterations'),
      }),
      ...(view.measures !== undefined && { measures: parseMeasures(view.measures) }),
      ...(view.collapseWithin !== undefined && { collapseWithin: parseWithin(view.collapseWithin) }),
    },
  };
}

function parseMeasures(input: unknown): MeasureKey[] {
  if (!Array.isArray(input))
    throw new Error(`session.view.measures is ${show(input)}; it should be a list of measures`);
  return input.map((key, i) => oneOf(key, MEASURE_KEYS, `session.view.measures[${i}]`));
}

function parseWithin(value: unknown): number {
  const within = finite(value, 'session.view.collapseWithin');
  if (within > 0 && within < 100) return within;
  throw new Error(`session.view.collapseWithin is ${within}; it should be per cent, above 0 and below 100`);
}

function parseLanes(lanes: unknown): Lanes {
  if (!Array.isArray(lanes) || lanes.length === 0) {
    throw new Error(`session.lanes is ${show(lanes)}; it should be a list of 1 to ${MOST_LANES} { dataset, recipe }`);
  }
  if (lanes.length > MOST_LANES) {
    throw new Error(`session.lanes has ${lanes.length} lanes; it should have ${MOST_LANES} at most`);
  }
  const [first, ...others] = lanes.map(parseLane);
  return [first, ...others];
}

function parseLane(input: unknown, place: number): Lane {
  const where = `session.lanes[${place}]`;
  const lane = record(input, where);
  return {
    dataset: parseDataset(lane.dataset, `${where}.dataset`),
    // Only its being an object is checked here: what it may say depends on the graph.
    recipe: record(lane.recipe, `${where}.recipe`) as unknown as Recipe,
  };
}

function parseDataset(input: unknown, where: string): DatasetRef {
  const dataset = record(input, where);
  const whole = parseWhole(dataset, where);
  return {
    ...whole,
    ...(dataset.sample !== undefined && { sample: parseSample(dataset.sample, `${where}.sample`) }),
    ...(dataset.edits !== undefined && { edits: parseEdits(dataset.edits, `${where}.edits`) }),
  };
}

function parseSample(input: unknown, where: string): Sample {
  const sample = record(input, where);
  const method = oneOf(sample.method, SAMPLE_METHODS, `${where}.method`);
  const nodes = wholeNumber(sample.nodes, `${where}.nodes`);
  if (method === 'k-core') return { method, nodes };
  const seed = wholeNumber(sample.seed, `${where}.seed`);
  return method === 'ego'
    ? { method, centre: text(sample.centre, `${where}.centre`), nodes, seed }
    : { method, nodes, seed };
}

function parseWhole(dataset: Record<string, unknown>, where: string): WholeRef {
  switch (dataset.kind) {
    case 'catalogue': {
      const reference: WholeRef = { kind: 'catalogue', id: text(dataset.id, `${where}.id`) };
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
      const reference: WholeRef = {
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

const isAttribute = (value: unknown): value is `@${string}` => typeof value === 'string' && value.startsWith('@');

function parseColour(value: unknown): ColourEncoding {
  return isAttribute(value) ? value : oneOf(value, COLOUR_ENCODINGS, 'session.view.colour');
}

function parseSize(value: unknown): SizeEncoding {
  return isAttribute(value) ? value : oneOf(value, ['equal', ...FIELDS], 'session.view.size');
}

function parseFilter(value: unknown): Condition[] {
  if (!Array.isArray(value)) throw new Error(`session.view.filter is ${show(value)}; it should be a list`);
  return value.map((each: unknown, i) => {
    const where = `session.view.filter[${i}]`;
    const { field, is, from, to } = record(each, where);
    if (is !== undefined && !(Array.isArray(is) && is.every((name) => typeof name === 'string'))) {
      throw new Error(`${where}.is is ${show(is)}; it should be a list of texts`);
    }
    return {
      field: isAttribute(field) ? field : oneOf(field, FIELDS, `${where}.field`),
      ...(is !== undefined && { is }),
      ...(from !== undefined && { from: finite(from, `${where}.from`) }),
      ...(to !== undefined && { to: finite(to, `${where}.to`) }),
    };
  });
}

function parsePins(value: unknown): Record<string, [number, number]> {
  const where = 'session.view.pins';
  return Object.fromEntries(
    // Of nodes called 0, 1, … a link makes a list.
    Object.entries(Array.isArray(value) ? { ...value } : record(value, where)).map(([id, place]) => {
      if (!Array.isArray(place) || place.length !== 2) {
        throw new Error(`${where}[${show(id)}] is ${show(place)}; it should be [x, y]`);
      }
      return [id, [finite(place[0], `${where}[${show(id)}][0]`), finite(place[1], `${where}[${show(id)}][1]`)]];
    }),
  );
}

function finite(value: unknown, where: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new Error(`${where} is ${show(value)}; it should be a number`);
  }
  return value;
}

function share(value: unknown, where: string): number {
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) {
    throw new Error(`${where} is ${show(value)}; it should be a number from 0 to 1`);
  }
  return value;
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
