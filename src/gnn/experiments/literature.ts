import { type NumberRange, refuseChoice } from '../../recipe/refusal';
import { DEPTH, differing, fieldsOf, listOf, numberOf, placed, refusal, shown, textOf } from './fields';
import type { Expectation, ExperimentSpec, PublishedCurve } from './specification';

/** Figures that a specification has of its lines before they are run: what is expected of them, and what has been published. */

const SHARE: NumberRange = { minimum: 0, maximum: 1, whole: false };
const MOST = { expectations: 2000, curves: 16, points: 64 };

export function expectationsOf(value: unknown, spec: ExperimentSpec): Expectation[] {
  const { depths } = spec;
  return listOf('expected', value, MOST.expectations, 0).map((one, i) => {
    const where = `expected[${i}]`;
    const { line, depth, atLeast, atMost } = fieldsOf(where, one, ['line', 'depth', 'atLeast', 'atMost']);
    const deep = depths.find((each) => each === depth);
    if (deep === undefined)
      throw refusal(`${where}.depth is ${shown(depth)}, but it has to be one of the depths ${depths.join(', ')}`);
    return {
      line: lineNamed(`${where}.line`, line, spec),
      depth: deep,
      ...(atLeast !== undefined && { atLeast: numberOf(`${where}.atLeast`, atLeast, SHARE) }),
      ...(atMost !== undefined && { atMost: numberOf(`${where}.atMost`, atMost, SHARE) }),
    };
  });
}

/** A curve of the literature may go further than the experiment does. */
export function publishedOf(value: unknown, spec: ExperimentSpec): PublishedCurve[] {
  const curves = listOf('published', value, MOST.curves, 0).map((one, i): PublishedCurve => {
    const where = `published[${i}]`;
    const { line, source, points } = fieldsOf(where, one, ['line', 'source', 'points']);
    return {
      line: lineNamed(`${where}.line`, line, spec),
      source: textOf(`${where}.source`, source),
      points: pointsOf(`${where}.points`, points),
    };
  });
  differing(
    'published',
    curves.map(({ line }) => line),
  );
  return curves;
}

function pointsOf(where: string, value: unknown): PublishedCurve['points'] {
  const points = listOf(where, value, MOST.points).map((one, i) => {
    const at = `${where}[${i}]`;
    const { depth, value: share } = fieldsOf(at, one, ['depth', 'value']);
    return { depth: numberOf(`${at}.depth`, depth, DEPTH), value: numberOf(`${at}.value`, share, SHARE) };
  });
  differing(
    where,
    points.map(({ depth }) => depth),
  );
  return points.sort((a, b) => a.depth - b.depth);
}

function lineNamed(where: string, value: unknown, { lines }: ExperimentSpec): string {
  const names = lines.map(({ name }) => name);
  const named = names.find((name) => name === value);
  if (named === undefined) throw placed('', refuseChoice(where, value, names));
  return named;
}
