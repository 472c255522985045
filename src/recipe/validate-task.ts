import type { ConvName } from './descriptors';
import { defaultTask, lookEvery, type ParameterGroup, type SplitSpec, type TaskSpec } from './task';

interface Range {
  minimum: number;
  maximum: number;
  whole: boolean;
}

export const EPOCHS: Range = { minimum: 1, maximum: 100_000, whole: true };
export const LEARNING_RATE: Range = { minimum: 0, maximum: 100, whole: false };
export const WEIGHT_DECAY: Range = { minimum: 0, maximum: 100, whole: false };
export const PATIENCE: Range = { minimum: 1, maximum: 100_000, whole: true };
const SEED: Range = { minimum: 0, maximum: 2 ** 32 - 1, whole: true };
const SHARE: Range = { minimum: 0, maximum: 1, whole: false };
const COUNT: Range = { minimum: 0, maximum: 1_000_000_000, whole: true };
export const TRACE_EVERY: Range = { minimum: 0, maximum: 100_000, whole: true };

type Fields = Record<string, unknown>;

const FIELDS: readonly (keyof TaskSpec)[] = [
  ...(['kind', 'split', 'epochs', 'learningRate', 'weightDecay', 'groups', 'patience', 'monitor', 'seed'] as const),
  ...(['traceEvery', 'baselines'] as const),
];

const SPLIT_FIELDS: Record<SplitSpec['kind'], readonly string[]> = {
  given: ['kind'],
  perClass: ['kind', 'train', 'validation', 'test', 'seed'],
  fraction: ['kind', 'train', 'validation', 'seed'],
};

/**
 * Checks a task from outside (a script, a file) and fills in what it leaves out.
 * @param hasSplit whether the graph comes with a split, which is then the default.
 * @param conv what is trained: some convolutions have parameter groups of their own.
 * Throws an `Error` naming the field, its value and what is legal.
 */
export function validateTask(input: unknown, hasSplit: boolean, conv: ConvName): TaskSpec {
  const given = fieldsOf('the task', input, FIELDS);
  const task = defaultTask(hasSplit, conv);
  if (given.kind !== undefined) choice('kind', given.kind, ['node']);
  if (given.split !== undefined) task.split = splitOf(given.split, hasSplit);
  if (given.epochs !== undefined) task.epochs = number('epochs', given.epochs, EPOCHS);
  if (given.learningRate !== undefined) task.learningRate = number('learningRate', given.learningRate, LEARNING_RATE);
  if (given.weightDecay !== undefined) task.weightDecay = number('weightDecay', given.weightDecay, WEIGHT_DECAY);
  if (given.groups !== undefined) task.groups = groupsOf(given.groups);
  if (given.patience !== undefined) {
    task.patience = given.patience === null ? null : number('patience', given.patience, PATIENCE);
  }
  if (given.monitor !== undefined) task.monitor = choice('monitor', given.monitor, ['accuracy', 'loss']);
  if (given.seed !== undefined) task.seed = number('seed', given.seed, SEED);
  task.traceEvery =
    given.traceEvery === undefined ? lookEvery(task.epochs) : number('traceEvery', given.traceEvery, TRACE_EVERY);
  if (given.baselines !== undefined) {
    if (typeof given.baselines !== 'boolean') throw refuse('baselines', given.baselines, 'true or false');
    task.baselines = given.baselines;
  }
  return task;
}

function splitOf(value: unknown, hasSplit: boolean): SplitSpec {
  const kinds = Object.keys(SPLIT_FIELDS) as SplitSpec['kind'][];
  const { kind: named } = fieldsOf('split', value, SPLIT_FIELDS.perClass);
  const kind = choice('split.kind', named, kinds);
  const given = fieldsOf(`split of kind "${kind}"`, value, SPLIT_FIELDS[kind]);
  const of = (field: string, fallback: number, range: Range) =>
    given[field] === undefined ? fallback : number(`split.${field}`, given[field], range);
  if (kind === 'given') {
    if (hasSplit) return { kind };
    throw new Error(
      'Task: split.kind is "given", but this graph comes without a split; take "fraction" or "perClass".',
    );
  }
  const seed = of('seed', 7, SEED);
  if (kind === 'perClass') {
    const train = of('train', 20, { ...COUNT, minimum: 1 });
    return { kind, train, validation: of('validation', 500, COUNT), test: of('test', 1000, COUNT), seed };
  }
  const [train, validation] = [of('train', 0.6, SHARE), of('validation', 0.2, SHARE)];
  if (train + validation <= 1) return { kind, train, validation, seed };
  throw new Error(`Task: split.train and split.validation are ${train} and ${validation}, but together at most 1.`);
}

function groupsOf(value: unknown): ParameterGroup[] {
  if (!Array.isArray(value))
    throw refuse('groups', value, 'a list, such as [{"prefix": "convs.0.", "weightDecay": 0.01}]');
  return value.map((one: unknown, i): ParameterGroup => {
    const where = `groups[${i}]`;
    const { prefix, weightDecay, learningRate } = fieldsOf(where, one, ['prefix', 'weightDecay', 'learningRate']);
    if (typeof prefix !== 'string')
      throw refuse(`${where}.prefix`, prefix, 'the beginning of a name, such as "convs.0."');
    const group: ParameterGroup = { prefix };
    if (weightDecay !== undefined) group.weightDecay = number(`${where}.weightDecay`, weightDecay, WEIGHT_DECAY);
    if (learningRate !== undefined) group.learningRate = number(`${where}.learningRate`, learningRate, LEARNING_RATE);
    return group;
  });
}

function fieldsOf(where: string, value: unknown, known: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refuse(where, value, 'an object');
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown === undefined) return value as Fields;
  throw new Error(`Task: ${where} has no "${unknown}"; it takes ${known.join(', ')}.`);
}

function choice<T extends string>(field: string, value: unknown, legal: readonly T[]): T {
  const found = legal.find((name) => name === value);
  if (found !== undefined) return found;
  throw refuse(field, value, legal.map((name) => `"${name}"`).join(' or '));
}

function number(field: string, value: unknown, { minimum, maximum, whole }: Range): number {
  const legal = typeof value === 'number' && value >= minimum && value <= maximum;
  if (legal && (!whole || Number.isInteger(value))) return value;
  throw refuse(field, value, `a ${whole ? 'whole ' : ''}number from ${minimum} to ${maximum}`);
}

function refuse(field: string, value: unknown, legal: string): Error {
  const shown = typeof value === 'object' && value !== null ? 'of another kind' : (JSON.stringify(value) ?? 'missing');
  return new Error(`Task: ${field} is ${shown.length > 60 ? 'too long' : shown}, but it has to be ${legal}.`);
}
