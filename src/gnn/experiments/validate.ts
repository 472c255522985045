import type { GraphFacts } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';
import { type NumberRange, refuseChoice } from '../../recipe/refusal';
import type { TaskSpec } from '../../recipe/task';
import { SEED, validateRecipe } from '../../recipe/validate';
import { validateTask } from '../../recipe/validate-task';
import { MEASURES, type MeasureKey } from '../measures/descriptors';
import { DEPTH, differing, fieldsOf, listOf, numbersOf, objectOf, placed, refusal, shown, textOf } from './fields';
import { expectationsOf, publishedOf } from './literature';
import {
  countRuns,
  type ExperimentLine,
  type ExperimentSpec,
  type ExperimentTask,
  type GraphRef,
  type GridAxis,
  type Job,
  jobsOf,
  recipeOf,
  type Score,
  taskOf,
} from './specification';

const FIELDS = [
  ...([
    'version',
    'name',
    'title',
    'description',
    'graph',
    'lines',
    'depths',
    'grid',
    'seeds',
    'task',
    'measures',
  ] as const),
  ...(['score', 'expected', 'published'] as const),
];
const SCORES = ['test', 'train'] as const;
const MEASURE_KEYS = MEASURES.map(({ key }) => key);

const MOST = { lines: 16, depths: 64, values: 32, seeds: 100, runs: 2000 };
/** The catalogue says what each of its sliders can be. */
const SLIDER: NumberRange = { minimum: -1e6, maximum: 1e6, whole: false };

/**
 * Checks a specification from outside (a script, a file, a text field) and completes it.
 * Throws an `Error` that names the place, what is there, what would be right and, where there is one, the nearest.
 */
export function validateExperiment(input: unknown): ExperimentSpec {
  const given = fieldsOf('the specification', input, FIELDS);
  if (given.version !== 1) {
    const newer = typeof given.version === 'number' && given.version > 1 ? '. A newer Hopscope made it' : '';
    throw refusal(`version is ${shown(given.version)}, and this Hopscope reads version 1${newer}`);
  }
  const depths = differing('depths', numbersOf('depths', given.depths, MOST.depths, DEPTH)).sort((a, b) => a - b);
  const spec: ExperimentSpec = {
    version: 1,
    name: nameOf(given.name),
    title: textOf('title', given.title ?? given.name),
    description: (given.description ?? '') === '' ? '' : textOf('description', given.description),
    graph: graphRefOf('graph', given.graph, depths),
    lines: listOf('lines', given.lines, MOST.lines).map((line, i) => lineOf(`lines[${i}]`, line, depths)),
    depths,
    grid: given.grid === undefined || given.grid === null ? null : gridOf(given.grid),
    seeds: differing('seeds', numbersOf('seeds', given.seeds, MOST.seeds, SEED)),
    task: given.task === undefined || given.task === null ? null : taskFieldsOf('task', given.task),
    measures: measuresOf(given.measures ?? MEASURE_KEYS),
    score: scoreOf(given.score ?? 'test'),
    expected: [],
    published: [],
  };
  differing(
    'lines',
    spec.lines.map(({ name }) => name),
  );
  if (spec.grid && spec.depths.length > 1) {
    throw refusal(`depths is ${spec.depths.length} long, but with a grid there is one depth; take [${spec.depths[0]}]`);
  }
  const runs = countRuns(spec);
  if (runs > MOST.runs) {
    const axes = spec.grid ? 'lines × grid × seeds' : 'lines × depths × seeds';
    throw refusal(
      `${axes} are ${runs.toLocaleString('en')} runs, and there may be ${MOST.runs.toLocaleString('en')}. ` +
        `Take fewer ${spec.grid ? 'values' : 'depths'} or seeds`,
    );
  }
  spec.expected = expectationsOf(given.expected ?? [], spec);
  spec.published = publishedOf(given.published ?? [], spec);
  refuseIllegalRuns(spec);
  return spec;
}

/** What one run is made with. Throws, naming the line, what its graph cannot give. */
export function settingsOf(
  spec: ExperimentSpec,
  job: Job,
  facts: GraphFacts,
  hasSplit: boolean,
): { recipe: Recipe; task: TaskSpec | null } {
  const where = `lines[${spec.lines.indexOf(job.line)}]`;
  const recipe = at(`${where}.recipe`, () => validateRecipe(recipeOf(job), facts));
  const task = taskOf(spec, job.line, job.seed);
  const place = placeOfTask(spec, job.line);
  return { recipe, task: task && at(place, () => validateTask(task, hasSplit, recipe.conv)) };
}

/** Where the task of a line is written. */
export function placeOfTask({ lines }: ExperimentSpec, line: ExperimentLine): string {
  return line.task ? `lines[${lines.indexOf(line)}].task` : 'task';
}

/** Without the graph at hand only what no graph could make right is refused. */
function refuseIllegalRuns(spec: ExperimentSpec): void {
  for (const job of jobsOf({ ...spec, seeds: spec.seeds.slice(0, 1) })) {
    const where = `lines[${spec.lines.indexOf(job.line)}]`;
    const { conv } = at(`${where}.recipe`, () => validateRecipe(recipeOf(job)));
    const task = taskOf(spec, job.line, job.seed);
    if (task) at(placeOfTask(spec, job.line), () => validateTask(task, true, conv));
  }
}

function lineOf(where: string, value: unknown, depths: readonly number[]): ExperimentLine {
  const given = fieldsOf(where, value, ['name', 'recipe', 'graph', 'task']);
  const recipe = objectOf(`${where}.recipe`, given.recipe);
  for (const [field, says] of [
    ['hops', 'depths'],
    ['weights', 'seeds'],
  ]) {
    if (field in recipe) throw refusal(`${where}.recipe.${field} is for ${says} to say; leave it out`);
  }
  return {
    name: textOf(`${where}.name`, given.name),
    recipe: recipe as unknown as ExperimentLine['recipe'],
    ...(given.graph !== undefined && { graph: graphRefOf(`${where}.graph`, given.graph, depths) }),
    ...(given.task !== undefined && { task: taskFieldsOf(`${where}.task`, given.task) }),
  };
}

function taskFieldsOf(where: string, value: unknown): ExperimentTask {
  const task = objectOf(where, value);
  for (const field of ['seed', 'traceEvery', 'baselines']) {
    if (field in task) throw refusal(`${where}.${field} is not for an experiment; leave it out`);
  }
  return task as ExperimentTask;
}

function graphRefOf(where: string, value: unknown, depths: readonly number[]): GraphRef {
  const { id, parameters, byDepth } = fieldsOf(where, value, ['id', 'parameters', 'byDepth']);
  return {
    id: textOf(`${where}.id`, id),
    ...(parameters !== undefined && { parameters: slidersOf(`${where}.parameters`, parameters) }),
    ...(byDepth !== undefined && { byDepth: byDepthOf(`${where}.byDepth`, byDepth, depths) }),
  };
}

function byDepthOf(where: string, value: unknown, depths: readonly number[]): Record<string, number | number[]> {
  return mapped(where, value, (place, one) => {
    if (!Array.isArray(one)) return sliderOf(place, one);
    const values = numbersOf(place, one, MOST.depths, SLIDER);
    if (values.length === depths.length) return values;
    throw refusal(`${place} is ${values.length} long, but it has to say one for each of the ${depths.length} depths`);
  });
}

function slidersOf(where: string, value: unknown): Record<string, number> {
  return mapped(where, value, sliderOf);
}

function sliderOf(where: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw refusal(`${where} is ${shown(value)}, but it has to be a number`);
}

function mapped<T>(where: string, value: unknown, of: (place: string, one: unknown) => T): Record<string, T> {
  const entries = Object.entries(objectOf(where, value));
  return Object.fromEntries(entries.map(([name, one]) => [name, of(`${where}.${name}`, one)]));
}

function gridOf(value: unknown): ExperimentSpec['grid'] {
  const axes = fieldsOf('grid', value, ['x', 'y']);
  const [x, y] = [axisOf('grid.x', axes.x), axisOf('grid.y', axes.y)];
  if (x.parameter === y.parameter) throw refusal(`grid.y.parameter is ${shown(y.parameter)}, as grid.x.parameter is`);
  return { x, y };
}

function axisOf(where: string, value: unknown): GridAxis {
  const { parameter, values } = fieldsOf(where, value, ['parameter', 'values']);
  const list = `${where}.values`;
  return {
    parameter: textOf(`${where}.parameter`, parameter),
    values: differing(list, numbersOf(list, values, MOST.values, SLIDER)).sort((a, b) => a - b),
  };
}

function scoreOf(value: unknown): Score {
  const found = SCORES.find((score) => score === value);
  if (found === undefined) throw placed('', refuseChoice('score', value, SCORES));
  return found;
}

function measuresOf(value: unknown): MeasureKey[] {
  if (!Array.isArray(value)) throw refusal(`measures is ${shown(value)}, but it has to be a list of measures`);
  const keys = value.map((key: unknown, i) => {
    const found = MEASURE_KEYS.find((known) => known === key);
    if (found === undefined) throw placed('', refuseChoice(`measures[${i}]`, key, MEASURE_KEYS));
    return found;
  });
  return differing('measures', keys);
}

function nameOf(value: unknown): string {
  const name = textOf('name', value);
  if (/^[a-z0-9][a-z0-9-]{0,63}$/.test(name)) return name;
  throw refusal(`name is ${shown(name)}, but it has to be small letters, digits and hyphens, such as "depth-sweep"`);
}

/** Runs `work` of a part of the specification; what it refuses is told with its place. */
export function at<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Error ? placed(place, error) : error;
  }
}
