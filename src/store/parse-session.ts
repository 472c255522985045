import type { MeasureKey } from '../gnn/measures/descriptors';
import { parseEdits } from '../graph/edits/parse-edits';
import { OWN_FIELDS as FIELDS } from '../graph/field';
import type { Condition } from '../graph/filter';
import { SAMPLE_METHODS, type Sample } from '../graph/samples/sample';
import type { Recipe } from '../recipe/recipe';
import {
  COLOUR_ENCODINGS,
  type ColourEncoding,
  type DatasetRef,
  DEFAULT_VIEW,
  EMBEDDING_SCALES,
  INSPECTOR_TABS,
  type Lane,
  type Lanes,
  MEASURE_KEYS,
  MOST_LANES,
  type Session,
  type SizeEncoding,
  SUB_STEPS,
  type ViewSettings,
  type WholeRef,
} from './session';

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
  const focus = session.focus ?? null;
  if (focus !== null && typeof focus !== 'string') {
    throw new Error(`session.focus is ${show(focus)}; it should be a node id or null`);
  }
  return {
    version: 1,
    lanes: parseLanes(session.lanes),
    hop: wholeNumber(session.hop ?? 0, 'session.hop'),
    focus,
    ...(session.second !== undefined && { second: text(session.second, 'session.second') }),
    ...(session.selection !== undefined && { selection: parseSelection(session.selection) }),
    ...(session.subStep !== undefined && { subStep: oneOf(session.subStep, SUB_STEPS, 'session.subStep') }),
    view: parseView(session.view === undefined ? {} : record(session.view, 'session.view')),
  };
}

function parseView(view: Record<string, unknown>): ViewSettings {
  return {
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
    ...(view.tab !== undefined && { tab: oneOf(view.tab, INSPECTOR_TABS, 'session.view.tab') }),
  };
}

function parseSelection(input: unknown): string[] {
  if (!Array.isArray(input) || input.length === 0) {
    throw new Error(`session.selection is ${show(input)}; it should be a list of node ids, or left out`);
  }
  // In a link ids that are numbers read as such.
  return input.map((id, i) => text(typeof id === 'number' ? `${id}` : id, `session.selection[${i}]`));
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
