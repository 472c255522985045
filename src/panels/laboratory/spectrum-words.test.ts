import { expect, it } from 'vitest';
import type { LinearEnergies, Trace } from '../../engine/protocol';
import { eigenvalueWords, spectrumWords } from './spectrum-words';

const energies: LinearEnergies = {
  eigenvalues: Float64Array.of(1, 0.5, -0.25),
  energies: [8, 2, 0.5, 0.125],
  measured: [8, 2.01, 0.5, 0.2],
  asymptote: [8, 2, 0.5, 0.125],
  slowest: 0.5,
  floor: 3,
};
const trace = (...values: (number | null)[]) =>
  ({ measures: values.map((dirichletNormalised) => ({ dirichletNormalised })) }) as unknown as Trace;

it('says where the eigenvalues lie', () => {
  expect(eigenvalueWords(energies)).toMatch(
    /has 3 eigenvalues from \u22120.25 to 1. One is 1 and stays; the slowest .* \u03bb = 0.5,/,
  );
});

it('says how near the run is to the theory, and where what is on screen leaves it', () => {
  expect(spectrumWords(energies, trace(8, 2, 0.4, 0.1))).toMatch(
    /^Up to hop 2 .* the energy predicted, to 0.5\u202f%\. From hop 3 on rounding .* leaves it at hop 2, 0.4 instead of 0.5:/,
  );
  expect(spectrumWords({ ...energies, floor: null, measured: energies.energies }, trace(8, 2, 0.5, 0.125))).toMatch(
    /^Up to hop 3 .* to better than 0.01\u202f%\. So does what is on screen/,
  );
});
