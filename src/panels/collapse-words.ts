import { counted, formatFineShare, formatShare } from '../charts/numbers';
import { type Collapse, type CollapseCall, type CollapseFacts, collapseOf, firstCollapse, WITHIN } from './collapse';

/** The criterion, for whoever asks what is meant by it. */
export function collapseCriterion(within: number): string {
  return (
    `Called at the first hop whose distance from one vector (point), from one times √(degree + 1) (ray), or from multiples of ` +
    `one (direction) is at most ${formatShare(within)}: root-mean-square distance over root-mean-square length of the rows.`
  );
}

/** What one hop's rows have come to, to be read after "At this hop"; from `collapseOf` and nothing else. */
export function collapseSentence(facts: CollapseFacts, hop: number, within: number = WITHIN): string {
  const collapse = collapseOf(facts, hop, within);
  const { to, away } = collapse;
  if (to === 'none') return `the rows lie ${formatShare(away)} of their length off ${NEAREST[nearest(collapse)]}.`;
  if (to === 'zero') return 'every row is zero.';
  // Rounded up, so that it holds.
  const least = Math.max(1, Math.ceil(100 * away - 1e-9)) / 100;
  return `all rows lie within ${formatShare(least)} of one ${to}${LEFT[to]}.`;
}

/** What the trace says about collapse. It follows from `firstCollapse` and nothing else. */
export interface Verdict {
  /** Where collapse is called, or the last hop. */
  hop: number;
  /** What is explained by the criterion. */
  called: 'Collapse' | 'No collapse';
  /** To be read after it. */
  words: string;
  /** The same in a few words. */
  short: string;
}

export function collapseVerdict(facts: CollapseFacts, within: number = WITHIN): Verdict {
  const last = facts.shapes.length - 1;
  const found = firstCollapse(facts, within);
  if (found) {
    const at = `at hop ${found.hop}`;
    return { hop: found.hop, called: 'Collapse', words: `${at}: ${callWords(found)}.`, short: `Collapse ${at}` };
  }
  const collapse = collapseOf(facts, last, within);
  const distance = `the distance from ${NEAREST[nearest(collapse)]} is ${formatShare(collapse.away)} of the rows’ length`;
  const where = last === 0 ? 'in the input' : `within ${counted(last, 'hop')}`;
  return {
    hop: last,
    called: 'No collapse',
    words: `${where}: ${last === 0 ? '' : 'at the last '}${distance}.`,
    short: `No collapse ${where}`,
  };
}

/** The same as one sentence. */
export function verdictSentence(facts: CollapseFacts, within: number = WITHIN): string {
  const { called, words } = collapseVerdict(facts, within);
  return `${called} ${words}`;
}

function callWords({ to, away, until }: CollapseCall): string {
  const left = until === null ? '' : `; at hop ${until} they are apart again`;
  if (to === 'zero') return `every row is zero${left}`;
  return `the distance from one ${to} is ${formatFineShare(away)} of the rows’ length${LEFT[to]}${left}`;
}

/** What still tells rows apart. */
const LEFT = {
  point: '',
  ray: ', and degree alone tells them apart',
  direction: ', and only length and sign differ',
};

/** What rows that have not collapsed are measured from. */
const NEAREST = {
  direction: 'the nearest single direction',
  pointOrRay: 'the nearest point or ray by degree',
};

const nearest = ({ ofAnyDirection }: Collapse) => (ofAnyDirection ? 'direction' : 'pointOrRay');
