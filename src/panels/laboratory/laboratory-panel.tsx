import { useEffect, useMemo } from 'react';
import type { ExperimentSpec } from '../../gnn/experiments/specification';
import { validateExperiment } from '../../gnn/experiments/validate';
import { attempt } from '../../store/attempt';
import { chooseExperiment } from '../../store/laboratory';
import { experimentBy, PROVIDED } from '../../store/provided-experiments';
import { sameJson } from '../../store/same-json';
import { useStore } from '../../store/store';
import { Select } from '../../ui/select';
import { SidePanel } from '../side-panel';
import './laboratory-panel.css';
import { ResultView } from './result-view';
import { RunButtons, RunProgress } from './run-controls';
import { RunsTable } from './runs-table';
import { SpecificationField } from './specification-field';
import { SpectrumSection } from './spectrum-section';

export interface LaboratoryPanelProps {
  onClose: () => void;
  /** Saves a file of the experiment; resolves with what to say of it. */
  onSave: (kind: string) => Promise<string>;
}

const OWN = 'own';

const choose = (name: string) =>
  void attempt('The experiment could not be opened', () => {
    const { specification, view } = experimentBy(name);
    return chooseExperiment(specification, view);
  });

/**
 * Experiments in the inspector's place: one is chosen, made and looked at as its runs arrive. Everything is in the store and in
 * this browser: closing the panel stops nothing and loses nothing.
 */
export function LaboratoryPanel({ onClose, onSave }: LaboratoryPanelProps) {
  const experiment = useStore((state) => state.laboratory.experiment);
  const live = useStore((state) => state.laboratory.live);
  useEffect(() => {
    if (!experiment) choose(PROVIDED[0].specification.name);
  }, [experiment]);
  const shown = useMemo(() => nameOf(experiment?.spec), [experiment?.spec]);
  return (
    <SidePanel control="lab-panel" title="Laboratory" wide onClose={onClose}>
      <div className="lab-choice">
        <Select
          control="lab-experiment"
          label={<span className="visually-hidden">Experiment</span>}
          value={shown}
          locked={live !== null ? 'One is under way: cancel it first. What it has made is kept.' : null}
          options={[
            ...PROVIDED.map(({ specification }) => ({ value: specification.name, label: specification.title })),
            ...(shown === OWN && experiment ? [{ value: OWN, label: experiment.spec.title }] : []),
          ]}
          onChange={choose}
        />
        {experiment && <RunButtons experiment={experiment} live={live} />}
      </div>
      {experiment && (
        <>
          <RunProgress experiment={experiment} live={live} />
          <ResultView experiment={experiment} onSave={onSave} />
          <RunsTable experiment={experiment} />
          <SpecificationField spec={experiment.spec} locked={live !== null} />
        </>
      )}
      <SpectrumSection />
    </SidePanel>
  );
}

/** Under which it is provided; one changed by hand is somebody's own. */
function nameOf(spec: ExperimentSpec | undefined): string {
  const provided = PROVIDED.find(({ specification }) => sameJson(validateExperiment(specification), spec));
  return provided?.specification.name ?? OWN;
}
