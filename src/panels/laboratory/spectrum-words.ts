import { formatFineShare, formatNumber } from '../../charts/numbers';
import type { LinearEnergies, Trace } from '../../engine/protocol';

/** Energies further apart than that differ. */
const ALIKE = 0.01;
/** Nobody needs to know it better. */
const FINEST = 1e-4;

/** (K+1) of the trace on screen. */
export function onScreen({ measures }: Trace): (number | null)[] {
  return measures.map((row) => row?.dirichletNormalised ?? null);
}

/** Where the eigenvalues lie. */
export function eigenvalueWords({ eigenvalues, slowest }: LinearEnergies): string {
  const least = eigenvalues[eigenvalues.length - 1];
  const ones = eigenvalues.filter((value) => value > 1 - 1e-9).length;
  const still = ones === 1 ? 'One is 1' : `${ones} are 1`;
  const slow =
    slowest === null ? 'none lies between' : `the slowest of the others is \u03bb = ${formatNumber(slowest, 4)}`;
  return (
    `S, the normalised adjacency with self-loops, has ${eigenvalues.length} eigenvalues from ${formatNumber(least)} to 1. ` +
    `${still} and stays; ${slow}, whose share of the energy falls by \u03bb\u00b2 a hop.`
  );
}

/** How far theory and run agree, and where what is on screen leaves them. */
export function spectrumWords({ energies, measured, floor }: LinearEnergies, trace: Trace): string {
  const until = floor ?? energies.length;
  const apart = energies.slice(0, until).map((energy, k) => gapOf(measured[k], energy));
  const widest = Math.max(0, ...apart);
  const rounding = floor === null ? '' : ` From hop ${floor} on rounding to 32 bits hides it.`;
  const reach = until === 1 ? 'At hop 0' : `Up to hop ${until - 1}`;
  const first = `${reach} S\u1d4fX has the energy predicted, ${within(widest)}.${rounding}`;
  const leaves = onScreen(trace).findIndex((energy, k) => k < until && gapOf(energy, energies[k]) > ALIKE);
  if (leaves < 0)
    return `${first} So does what is on screen: it is linear propagation, and does nothing else to the energy.`;
  const [there, energy] = [onScreen(trace)[leaves], energies[leaves]];
  return `${first} What is on screen leaves it at hop ${leaves}, ${formatNumber(there)} instead of ${formatNumber(energy)}: that is what its weights and activations do.`;
}

function gapOf(there: number | null, predicted: number): number {
  if (there === null) return Number.POSITIVE_INFINITY;
  return predicted > 0 ? Math.abs(there / predicted - 1) : there === 0 ? 0 : Number.POSITIVE_INFINITY;
}

function within(share: number): string {
  return share < FINEST ? 'to better than 0.01\u202f%' : `to ${formatFineShare(share)}`;
}
