import { counted, formatShare } from '../charts/numbers';
import { type Collapse, type CollapseFacts, collapsedFrom, collapseOf, WITHIN } from './collapse';

type Shape = Exclude<Collapse['to'], 'none'>;

/** The criterion, for whoever asks what is meant by it. */
export function collapseCriterion(within: number): string {
  return (
    `Called at the first hop from which on all rows stay within ${formatShare(within)} of one vector (point), of one times ` +
    '√(degree + 1) (ray), or of multiples of one (direction): root-mean-square distance over root-mean-square length.'
  );
}

/** What one hop's rows have come to, to be read after "Collapse:"; from `collapseOf` and nothing else. */
export function collapseSentence(facts: CollapseFacts, hop: number, within: number = WITHIN): string {
  const collapse = collapseOf(facts, hop, within);
  if (collapse.to === 'none') return `none; ${distanceWords(collapse)}.`;
  return `${rowsWords(collapse.to, collapse.away)}.`;
}

/** What the trace says about collapse, to be read after "Collapse:". It follows from `collapsedFrom` and nothing else. */
export function collapseVerdict(facts: CollapseFacts, within: number = WITHIN): string {
  const last = facts.shapes.length - 1;
  if (last === 0) return collapseSentence(facts, 0, within);
  const found = collapsedFrom(facts, within);
  if (!found)
    return `none within ${counted(last, 'hop')}; at the last ${distanceWords(collapseOf(facts, last, within))}.`;
  const from = found.hop === last ? `at hop ${last}` : `from hop ${found.hop} on`;
  return `${from} ${rowsWords(found.to, within)}.`;
}

function rowsWords(to: Shape, away: number): string {
  // Rounded up, so that it holds.
  const within = `all rows lie within ${formatShare(Math.max(1, Math.ceil(100 * away - 1e-9)) / 100)} of`;
  switch (to) {
    case 'zero':
      return 'every row is zero';
    case 'point':
      return `${within} one point`;
    case 'ray':
      return `${within} one ray, told apart by degree alone`;
    case 'direction':
      return `${within} one direction; only length and sign differ`;
  }
}

function distanceWords({ away, ofAnyDirection }: Collapse): string {
  const nearest = ofAnyDirection ? 'the nearest single direction' : 'the nearest point or ray by degree';
  return `the rows lie ${formatShare(away)} of their length off ${nearest}`;
}
