import { formatNumber, formatShare } from '../../charts/numbers';
import type { Trace } from '../../engine/protocol';
import { type Collapse, firstCollapse } from '../collapse';
import { capital } from '../names';
import type { Accuracy } from './accuracy';
import { briefTitles } from './lane-titles';

/** A lane with its trace. */
export interface TracedLane {
  title: string;
  trace: Trace;
  /** Of its network where that has learned, else null. */
  accuracy: Accuracy | null;
}

/**
 * In what lanes differ at a hop and over all of them, in sentences; each follows from the traces. '' for fewer than two that
 * differ. A lane with fewer hops counts with its last.
 * @param within how near rows have to be to be called collapsed, relative to their length.
 */
export function comparisonWords(all: readonly TracedLane[], hop: number, within: number): string {
  // Lanes that are the same have the same title, and once is enough.
  const different = all.filter(({ title }, i) => all.findIndex((each) => each.title === title) === i);
  if (different.length < 2) return '';
  const titles = briefTitles(different.map(({ title }) => title));
  const lanes = different.map((lane, i) => ({ ...lane, title: titles[i] }));
  return [accuracyWords(lanes), rankWords(lanes, hop), orderWords(lanes, hop), collapseWords(lanes, within)]
    .filter((sentence) => sentence !== '')
    .map(capital)
    .join(' ');
}

/** How often the networks that have learned are right. */
function accuracyWords(lanes: readonly TracedLane[]): string {
  const learned = lanes.flatMap(({ title, accuracy }) => (accuracy ? [{ title, ...accuracy }] : []));
  if (learned.length === 0) return '';
  const [{ of }] = learned;
  const alike = learned.every((lane) => lane.of === of);
  const shares = learned.map(({ title, share, of }) => {
    const written = alike ? formatShare(share) : `${formatShare(share)} of ${JUDGED[of]}`;
    return { title, value: share, written };
  });
  const [only, ...others] = shares;
  const said = others.length === 0 ? `${only.written} for ${only.title}` : spread(shares);
  return `The share of ${alike ? JUDGED[of] : 'nodes'} predicted right is ${said}.`;
}

const JUDGED: Record<Accuracy['of'], string> = {
  'test nodes': 'the test nodes',
  'labelled nodes': 'all labelled nodes, learned from or not,',
};

interface Figure {
  title: string;
  value: number;
  written: string;
}

function figures(
  lanes: readonly TracedLane[],
  hop: number,
  read: (trace: Trace, hop: number) => number | null,
  format: (value: number) => string,
): Figure[] {
  return lanes.flatMap(({ title, trace }) => {
    const at = Math.min(hop, trace.hops);
    const value = read(trace, at);
    const last = at < hop ? ` (its last hop, ${at})` : '';
    return value === null ? [] : [{ title, value, written: `${format(value)}${last}` }];
  });
}

/** Of all measures the rank misleads least, so that it is the one put into words. */
function rankWords(lanes: readonly TracedLane[], hop: number): string {
  const ranks = figures(lanes, hop, ({ measures }, at) => measures[at]?.effectiveRank ?? null, formatNumber);
  if (ranks.length < 2) return '';
  return `At hop ${hop} the effective rank is ${spread(ranks)}.`;
}

/** Whether classes can still be told apart. */
function orderWords(lanes: readonly TracedLane[], hop: number): string {
  const shares = figures(lanes, hop, ({ shapes }, at) => shapes[at]?.nearestCentroid?.share ?? null, formatShare);
  if (shares.length < 2) return '';
  return `The share of labelled nodes nearest to their own class’s centre is ${spread(shares)}.`;
}

/** "9.2 for GCNII, 1.3 for GCN and SGC", the most first; "4 for each". */
function spread(all: readonly Figure[]): string {
  const byWords = new Map<string, string[]>();
  for (const { title, written } of [...all].sort((a, b) => b.value - a.value)) {
    byWords.set(written, [...(byWords.get(written) ?? []), title]);
  }
  if (byWords.size === 1) return `${all[0].written} for each`;
  return Array.from(byWords, ([written, titles]) => `${written} for ${listed(titles)}`).join(', ');
}

/** Which lanes collapse, at which hop first and to what, and which do not. */
function collapseWords(lanes: readonly TracedLane[], within: number): string {
  const found = lanes.map(({ title, trace }) => ({ title, hops: trace.hops, at: firstCollapse(trace, within) }));
  const collapsed = found.flatMap(({ title, at }) => (at ? [{ title, ...at }] : [])).sort((a, b) => a.hop - b.hop);
  const others = found.filter(({ at }) => !at);
  if (collapsed.length === 0) return `The rows of none collapse ${hopWords(found)}.`;
  const clauses = collapsed.map(({ title, hop, to }) => `${SHAPES[to]} at hop ${hop} for ${title}`);
  const names = listed(others.map(({ title }) => title));
  if (others.length > 0) clauses.push(`not ${hopWords(others)} for ${names}`);
  return `Rows collapse ${clauses.join('; ')}.`;
}

const SHAPES: Record<Exclude<Collapse['to'], 'none'>, string> = {
  zero: 'to zero',
  point: 'to one point',
  ray: 'to one ray by degree',
  direction: 'to one direction',
};

function hopWords(lanes: readonly { hops: number }[]): string {
  const [{ hops }] = lanes;
  const same = lanes.every((lane) => lane.hops === hops);
  return same ? `within ${hops} ${hops === 1 ? 'hop' : 'hops'}` : 'within their hops';
}

function listed(all: readonly string[]): string {
  return all.length < 2 ? all.join() : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
