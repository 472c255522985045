import type { ExperimentRun } from '../../src/gnn/experiments/results';
import { type ExperimentSpec, fingerprint, publishedAt } from '../../src/gnn/experiments/specification';
import { meanAndDeviation } from '../../src/gnn/experiments/statistics';

/** What is kept, by the specification's name: `specification` is what the runs were made with, so that a changed one starts anew. */
export type Results = Record<string, Result>;

interface Result {
  specification: ExperimentSpec;
  runs: ExperimentRun[];
}

/** The runs that are good for a specification. */
export function keptRuns(spec: ExperimentSpec, results: Results): ExperimentRun[] {
  const kept = results[spec.name];
  return kept && fingerprint(kept.specification) === fingerprint(spec) ? kept.runs : [];
}

/** The results with one more run, in order. Runs made with another specification of this name are dropped. */
export function withRun(results: Results, specification: ExperimentSpec, run: ExperimentRun): Results {
  const lines = specification.lines.map(({ name }) => name);
  const place = ({ line, depth, seed }: ExperimentRun) => [lines.indexOf(line), depth, seed];
  const runs = [...keptRuns(specification, results), run].sort((a, b) => {
    const [one, other] = [place(a), place(b)];
    return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
  });
  return { ...results, [specification.name]: { specification, runs } };
}

/** As the file has them: a line a run, so that what changes is seen. */
export function writtenResults({ specification, runs }: Result): string {
  const lines = runs.map((run) => `    ${JSON.stringify(run)}`).join(',\n');
  return `{\n  "specification": ${JSON.stringify(specification)},\n  "runs": [\n${lines}\n  ]\n}\n`;
}

/** A Markdown table of mean ± standard deviation over the seeds, a row a line and depth. */
export function table(specs: readonly ExperimentSpec[], results: Results): string {
  const head = '| experiment | line | depth | seeds | accuracy, % | expected | published | gap | seconds a run |';
  return [
    head,
    '|---|---|---|---|---|---|---|---|---|',
    ...specs.flatMap((spec) => rows(spec, keptRuns(spec, results))),
  ].join('\n');
}

function rows(spec: ExperimentSpec, runs: readonly ExperimentRun[]): string[] {
  return spec.lines.flatMap(({ name }) =>
    spec.depths.map((depth) => {
      const there = runs.filter((run) => run.line === name && run.depth === depth && spec.seeds.includes(run.seed));
      const count = there.length === spec.seeds.length ? `${there.length}` : `${there.length} of ${spec.seeds.length}`;
      const accuracies = accuracyOf(spec, there);
      const test = accuracies.length > 0 ? meanAndDeviation(accuracies) : null;
      const accuracy = test ? `${percent(test.mean)} ± ${percent(test.deviation)}` : '–';
      const seconds = there.length > 0 ? meanAndDeviation(there.map((run) => run.seconds)).mean.toFixed(1) : '–';
      const range = rangeText(spec, name, depth);
      const beside = publishedTexts(publishedAt(spec, name, depth), test?.mean);
      return `| ${[spec.title, name, depth, count, accuracy, range, ...beside, seconds].join(' | ')} |`;
    }),
  );
}

/** What is out of the range expected, and what could not be made, one sentence each; runs that are missing say nothing. */
export function complaints(specs: readonly ExperimentSpec[], results: Results): string[] {
  return specs.flatMap((spec) => {
    const runs = keptRuns(spec, results);
    const failed = runs.flatMap(({ line, depth, seed, failure }) =>
      failure === null ? [] : [`${spec.name}: ${line} at depth ${depth}, seed ${seed}: ${failure}`],
    );
    const wrong = spec.expected.flatMap(({ line, depth, atLeast = 0, atMost = 1 }) => {
      const accuracies = accuracyOf(
        spec,
        runs.filter((run) => run.line === line && run.depth === depth),
      );
      if (accuracies.length < spec.seeds.length) return [];
      const { mean } = meanAndDeviation(accuracies);
      if (mean >= atLeast && mean <= atMost) return [];
      return [`${spec.name}: ${line} at depth ${depth}: ${percent(mean)} % is not ${rangeText(spec, line, depth)} %`];
    });
    return [...failed, ...wrong];
  });
}

function accuracyOf({ score }: ExperimentSpec, runs: readonly ExperimentRun[]): number[] {
  return runs.flatMap(({ trained }) => trained?.[score] ?? []);
}

function rangeText({ expected }: ExperimentSpec, line: string, depth: number): string {
  const { atLeast, atMost } = expected.find((each) => each.line === line && each.depth === depth) ?? {};
  if (atLeast !== undefined && atMost !== undefined) return `${percent(atLeast)}–${percent(atMost)}`;
  if (atLeast !== undefined) return `≥ ${percent(atLeast)}`;
  return atMost === undefined ? '' : `≤ ${percent(atMost)}`;
}

/** What has been published, and how far ours is above it. */
function publishedTexts(published: number | null, ours: number | undefined): [string, string] {
  if (published === null) return ['', ''];
  const gap = ours === undefined ? '' : `${ours < published ? '−' : '+'}${percent(Math.abs(ours - published))}`;
  return [percent(published), gap];
}

function percent(share: number): string {
  return (100 * share).toFixed(2).replace(/\.?0+$/, '');
}
