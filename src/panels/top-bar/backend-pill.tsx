import type { BackendName, BackendReport } from '../../engine/protocol';
import { ChoiceList } from '../../ui/choice-list';
import { Popover } from '../../ui/popover';
import './backend-pill.css';

interface BackendPillProps {
  /** Null until the engine has started. */
  backend: BackendReport | null;
  onChange: (name: BackendName) => void;
}

const BACKENDS: { value: BackendName; label: string; description: string }[] = [
  { value: 'webgpu', label: 'WebGPU', description: 'The graphics processor.' },
  { value: 'wasm', label: 'WebAssembly', description: 'The processor, with SIMD.' },
  { value: 'cpu', label: 'CPU', description: 'Plain JavaScript: the slowest, everywhere.' },
];

/** Where the numbers are computed, why there, and the others to choose from. */
export function BackendPill({ backend, onChange }: BackendPillProps) {
  if (!backend) return <span className="backend-pill backend-pill-off">Engine starting</span>;
  const label = BACKENDS.find(({ value }) => value === backend.name)?.label ?? backend.name;
  return (
    <Popover
      control="backend"
      label="Where the numbers are computed"
      triggerClass="backend-pill"
      triggerTitle={`Computed on ${label}: ${backend.adapter}`}
      trigger={
        <>
          <span className="backend-dot" /> <span className="backend-name">{label}</span>
        </>
      }
    >
      {(close) => (
        <div className="popover-body">
          <p>
            <strong>{backend.adapter}</strong>
            {backend.software && ' (software: no graphics processor is used)'}
          </p>
          <p className="field-hint">{backend.reason}</p>
          <ChoiceList
            control="backend"
            label="Compute on"
            value={backend.name}
            choices={BACKENDS}
            onChange={(name) => {
              close();
              onChange(name);
            }}
          />
        </div>
      )}
    </Popover>
  );
}
