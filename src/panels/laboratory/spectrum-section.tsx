import { useEffect, useState } from 'react';
import { EigenvalueStrip } from '../../charts/eigenvalue-strip';
import { isRunCancelled } from '../../engine/client';
import type { LinearEnergies } from '../../engine/protocol';
import { messageOf } from '../../store/errors';
import { linearEnergiesOnScreen } from '../../store/linear-energies';
import { useStore } from '../../store/store';
import { SpectrumChart } from './spectrum-chart';
import { eigenvalueWords, spectrumWords } from './spectrum-words';

/** The theory beside the run: what the eigenvalues of S predict, what linear propagation comes to, and what is on screen. */
export function SpectrumSection() {
  const [unfolded, setUnfolded] = useState(false);
  const trace = useStore((state) => state.trace);
  const [energies, setEnergies] = useState<LinearEnergies | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    if (!unfolded || !trace) return;
    let wanted = true;
    setEnergies(null);
    setFailure(null);
    linearEnergiesOnScreen(() => wanted)
      .then((found) => {
        if (wanted) setEnergies(found);
      })
      .catch((error: unknown) => {
        if (wanted && !isRunCancelled(error)) setFailure(messageOf(error));
      });
    return () => {
      wanted = false;
    };
  }, [unfolded, trace]);
  return (
    <details className="lab-spectrum" onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary data-control="lab-spectrum-shown">Spectrum: the theory beside what is on screen</summary>
      {unfolded && energies && trace && (
        <div className="lab-result" data-control="lab-spectrum">
          <p className="field-hint">{eigenvalueWords(energies)}</p>
          <EigenvalueStrip values={energies.eigenvalues} />
          <SpectrumChart energies={energies} trace={trace} />
          <p className="lab-words" data-control="lab-spectrum-words">
            {spectrumWords(energies, trace)}
          </p>
        </div>
      )}
      {unfolded && !energies && (
        <p role="status" className="field-hint" data-control="lab-spectrum-words">
          {failure ?? 'Decomposing S \u2026'}
        </p>
      )}
    </details>
  );
}
