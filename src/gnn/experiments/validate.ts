import type { GraphFacts } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';
import { type NumberRange, refuseChoice } from '../../recipe/refusal';
import type { TaskSpec } from '../../recipe/task';
import { SEED, validateRecipe } from '../../recipe/validate';
import { validateTask } from '../../recipe/validate-task';
import { MEASURES, type MeasureKey } from '../measures/descriptors';
import { fieldsOf, listOf, numberOf, numbersOf, objectOf, placed, refusal, shown, textOf } from './fields';
import {
  countRuns,
  type Expectation,
  type ExperimentLine,
  type ExperimentSpec,
  type ExperimentTask,
  type GraphRef,
  type Job,
  jobsOf,
  recipeOf,
  taskOf,
} from './specification';

const FIELDS = [
  ...(['version', 'name', 'title', 'description', 'graph', 'lines', 'depths', 'seeds', 'task', 'measures'] as const),
  'expected' as const,
];
const MEASURE_KEYS = MEASURES.map(({ key }) => key);

/** A network without a hop has nothing to compare. */
const DEPTH: NumberRange = { minimum: 1, maximum: 128, whole: true };
const SHARE: NumberRange = { minimum: 0, maximum: 1, whole: false };
const MOST = { lines: 16, depths: 64, seeds: 100, runs: 2000 };

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
  const spec: ExperimentSpec = {
    version: 1,
    name: nameOf(given.name),
    title: textOf('title', given.title ?? given.name),
    description: (given.description ?? '') === '' ? '' : textOf('description', given.description),
    graph: graphRefOf('graph', given.graph),
    lines: listOf('lines', given.lines, MOST.lines).map((line, i) => lineOf(`lines[${i}]`, line)),
    depths: differing('depths', numbersOf('depths', given.depths, MOST.depths, DEPTH)).sort((a, b) => a - b),
    seeds: differing('seeds', numbersOf('seeds', given.seeds, MOST.seeds, SEED)),
    task: given.task === undefined || given.task === null ? null : taskFieldsOf('task', given.task),
    measures: measuresOf(given.measures ?? MEASURE_KEYS),
    expected: [],
  };
  differing(
    'lines',
    spec.lines.map(({ name }) => name),
  );
  const runs = countRuns(spec);
  if (runs > MOST.runs) {
    throw refusal(
      `lines × depths × seeds are ${runs.toLocaleString('en')} runs, and there may be ${MOST.runs.toLocaleString('en')}. ` +
        'Take fewer depths or seeds',
    );
  }
  spec.expected = given.expected === undefined ? [] : expectationsOf(given.expected, spec);
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

function lineOf(where: string, value: unknown): ExperimentLine {
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
    ...(given.graph !== undefined && { graph: graphRefOf(`${where}.graph`, given.graph) }),
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

function graphRefOf(where: string, value: unknown): GraphRef {
  const { id, parameters } = fieldsOf(where, value, ['id', 'parameters']);
  const reference: GraphRef = { id: textOf(`${where}.id`, id) };
  if (parameters === undefined) return reference;
  const values = objectOf(`${where}.parameters`, parameters);
  for (const [name, one] of Object.entries(values)) {
    if (typeof one !== 'number' || !Number.isFinite(one))
      throw refusal(`${where}.parameters.${name} is ${shown(one)}, but it has to be a number`);
  }
  return { ...reference, parameters: values as Record<string, number> };
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

function expectationsOf(value: unknown, { lines, depths }: ExperimentSpec): Expectation[] {
  return listOf('expected', value, MOST.runs, 0).map((one, i) => {
    const where = `expected[${i}]`;
    const { line, depth, atLeast, atMost } = fieldsOf(where, one, ['line', 'depth', 'atLeast', 'atMost']);
    const names = lines.map(({ name }) => name);
    const named = names.find((name) => name === line);
    if (named === undefined) throw placed('', refuseChoice(`${where}.line`, line, names));
    const deep = depths.find((each) => each === depth);
    if (deep === undefined)
      throw refusal(`${where}.depth is ${shown(depth)}, but it has to be one of the depths ${depths.join(', ')}`);
    return {
      line: named,
      depth: deep,
      ...(atLeast !== undefined && { atLeast: numberOf(`${where}.atLeast`, atLeast, SHARE) }),
      ...(atMost !== undefined && { atMost: numberOf(`${where}.atMost`, atMost, SHARE) }),
    };
  });
}

function nameOf(value: unknown): string {
  const name = textOf('name', value);
  if (/^[a-z0-9][a-z0-9-]{0,63}$/.test(name)) return name;
  throw refusal(`name is ${shown(name)}, but it has to be small letters, digits and hyphens, such as "depth-sweep"`);
}

/** The values, unless one of them is there twice. */
function differing<T extends string | number>(list: string, values: T[]): T[] {
  const again = values.findIndex((value, i) => values.indexOf(value) < i);
  if (again < 0) return values;
  const first = values.indexOf(values[again]);
  throw refusal(`${list}[${again}] is ${shown(values[again])}, as ${list}[${first}] is already; leave one of them out`);
}

/** Runs `work` of a part of the specification; what it refuses is told with its place. */
export function at<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Error ? placed(place, error) : error;
  }
}
